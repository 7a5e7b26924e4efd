/** What one does with a file of places that is in the community: show or hide it, name a building for one of its objects, take it away. */
import { ok } from '../reasons.ts';
import type { Building, Source, SourceLink } from '../records/index.ts';
import { createDraft } from './draft.ts';
import type { Operation } from './operation.ts';

export const showSource: Operation<{ readonly source: Source }, { readonly shown: boolean }> = {
  key: 'showSource',
  title: { zh: '显示或隐藏空间数据', en: 'Show or hide a file of places' },
  available: () => true,
  run: ({ source }, { shown }, stamp) => {
    const draft = createDraft(stamp);
    draft.know('sources', [source]);
    draft.update('sources', source, { shown });
    return draft.finish('showSource');
  },
};

export const raiseTileset: Operation<{ readonly source: Source }, { readonly raisedMetres: number }> = {
  key: 'raiseTileset',
  title: { zh: '调整实景高度', en: 'Adjust the height of a real scene' },
  available: () => true,
  run: ({ source }, { raisedMetres }, stamp) => {
    const draft = createDraft(stamp);
    draft.know('sources', [source]);
    const { backdrop } = source;
    draft.update('sources', source, { backdrop: backdrop && { ...backdrop, raisedMetres } });
    return draft.finish('raiseTileset');
  },
};

/** An object that was linked to another building is linked to this one instead. */
export const linkModel: Operation<
  { readonly source: Source; readonly links: readonly SourceLink[]; readonly building: Building },
  { readonly key: string }
> = {
  key: 'linkModel',
  title: { zh: '关联模型', en: 'Link a model' },
  available: () => true,
  run: ({ source, links, building }, { key }, stamp) => {
    const draft = createDraft(stamp);
    const known = links.find((link) => link.sourceId === source.id && link.key === key);
    const fields = { sourceId: source.id, key, buildingId: building.id, by: 'hand' as const, share: 1 };
    if (known) {
      draft.know('sourceLinks', [known]);
      draft.update('sourceLinks', known, fields);
    } else draft.create('sourceLinks', fields);
    return draft.finish('linkModel');
  },
};

/** The file and its links go; the buildings that were made of it stay, drawn from their footprints. */
export const removeSource: Operation<
  { readonly source: Source; readonly links: readonly SourceLink[] },
  Record<string, never>
> = {
  key: 'removeSource',
  title: { zh: '移除空间数据', en: 'Remove a file of places' },
  available: () => true,
  run: ({ source, links }, _input, stamp) =>
    ok({
      id: stamp.newId(),
      communityId: stamp.communityId,
      at: stamp.at,
      by: stamp.by,
      label: { key: 'removeSource' },
      changes: [
        ...links
          .filter(({ sourceId }) => sourceId === source.id)
          .map(({ id, revision, updatedAt }) => ({
            table: 'sourceLinks' as const,
            del: id,
            expect: { revision, updatedAt },
          })),
        {
          table: 'sources' as const,
          del: source.id,
          expect: { revision: source.revision, updatedAt: source.updatedAt },
        },
      ],
    }),
};
