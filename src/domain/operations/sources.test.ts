import { describe, expect, it } from 'vitest';
import { createIdSource } from '../ids.ts';
import type { Building, Source, SourceLink } from '../records/index.ts';
import { linkModel, raiseTileset, removeSource, showSource } from './sources.ts';

const newId = createIdSource(
  () => 1_790_000_000_000,
  () => 0.3,
);
const communityId = newId();
const stamp = { communityId, by: '1号窗口', at: 1_790_000_000_000, newId };
const base = () => ({ id: newId(), communityId, createdAt: 1, updatedAt: 1, revision: 3 });
const source: Source = {
  ...base(),
  kind: 'model',
  name: '模型',
  fileName: 'a.glb',
  format: 'glb',
  version: '2.0',
  fileId: null,
  meshId: null,
  address: null,
  crs: null,
  placement: null,
  picture: null,
  backdrop: null,
  importedOn: '2026-01-05',
  shown: true,
};
const building = { id: newId() } as Building;
const link: SourceLink = {
  ...base(),
  sourceId: source.id,
  key: 'A',
  buildingId: newId(),
  by: 'overlap',
  share: 0.7,
};
const changesOf = (result: ReturnType<typeof showSource.run>) => (result.ok ? result.value.changes : []);

describe('sources', () => {
  it('are hidden and shown; what does not change is no edit', () => {
    expect(changesOf(showSource.run({ source }, { shown: false }, stamp))).toMatchObject([
      { table: 'sources', put: { id: source.id, shown: false }, expect: { revision: 3 } },
    ]);
    expect(showSource.run({ source }, { shown: true }, stamp).ok).toBe(false);
  });
  it('are raised where they are tilesets, and only there', () => {
    const backdrop = { filesId: null, raisedMetres: 2 };
    const tileset: Source = { ...source, kind: 'tileset', backdrop };
    expect(changesOf(raiseTileset.run({ source: tileset }, { raisedMetres: -3.5 }, stamp))).toMatchObject([
      { put: { backdrop: { raisedMetres: -3.5 } } },
    ]);
    expect(raiseTileset.run({ source }, { raisedMetres: 1 }, stamp).ok).toBe(false);
  });
  it('give an object to a building by hand, in place of the link that was', () => {
    const moved = changesOf(linkModel.run({ source, links: [link], building }, { key: 'A' }, stamp));
    expect(moved).toMatchObject([
      { table: 'sourceLinks', put: { id: link.id, buildingId: building.id, by: 'hand', share: 1 } },
    ]);
    const fresh = changesOf(linkModel.run({ source, links: [link], building }, { key: 'B' }, stamp));
    expect(fresh).toMatchObject([{ put: { key: 'B' }, expect: null }]);
  });
  it('go with their links and nothing else', () => {
    const other: SourceLink = { ...link, id: newId(), sourceId: newId() };
    expect(changesOf(removeSource.run({ source, links: [link, other] }, {}, stamp))).toMatchObject([
      { table: 'sourceLinks', del: link.id },
      { table: 'sources', del: source.id },
    ]);
  });
});
