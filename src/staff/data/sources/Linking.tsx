/** Which meshes of a model stand for no building yet, each with the building to name for it; and which buildings have no model. */
import { Button, Select } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { linkModel } from '../../../domain/operations/index.ts';
import type { Source, SourceLink } from '../../../domain/records/index.ts';
import { unpackMeshes } from '../../../geometry/mesh-pack.ts';
import { usePlaces } from '../../../state/places.ts';
import { editStamp } from '../../../state/save.ts';
import { useTheme } from '../../../state/themes.ts';
import { asset } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { useQuery } from '../../../ui/parts/use-query.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import page from '../data.module.css';
import { carryOut } from './carry-out.ts';
import styles from './Linking.module.css';

/** Longer lists are for a search, not for reading. */
const MOST_SHOWN = 100;

export const UnlinkedMeshes = ({
  source,
  links,
}: {
  source: Source & { meshId: string };
  links: readonly SourceLink[];
}): ReactElement | null => {
  const words = useWords();
  const { t, number } = words;
  const buildings = usePlaces((s) => s.buildings);
  const keys = useQuery(`mesh-keys/${source.meshId}`, async () => {
    const bytes = await asset(source.meshId);
    return bytes ? unpackMeshes(bytes).map(({ key }) => key) : [];
  });
  const linked = useMemo(() => new Set(links.map(({ key }) => key)), [links]);
  const options = useMemo(
    () => buildings.map((building) => ({ value: building.id, label: words.building(building) })),
    [buildings, words],
  );
  const unlinked = keys.data?.filter((key) => !linked.has(key)) ?? [];
  if (unlinked.length === 0) return null;
  const link = (key: string, buildingId: string): void => {
    const building = buildings.find(({ id }) => id === buildingId);
    if (building) void carryOut(linkModel.run({ source, links, building }, { key }, editStamp()));
  };
  return (
    <details className={styles['list']}>
      <summary>{t('data.sources.unlinked', { meshes: number(unlinked.length) })}</summary>
      <ul>
        {unlinked.slice(0, MOST_SHOWN).map((key) => (
          <li key={key}>
            <span className={styles['key']}>{key}</span>
            <Select
              size="small"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('data.sources.linkTo')}
              aria-label={t('data.sources.linkToFor', { key })}
              value={null}
              options={options}
              popupMatchSelectWidth={false}
              onChange={(id: string | null) => id !== null && link(key, id)}
            />
          </li>
        ))}
      </ul>
      {unlinked.length > MOST_SHOWN && (
        <p className={page.soft}>{t('data.sources.more', { count: number(unlinked.length - MOST_SHOWN) })}</p>
      )}
    </details>
  );
};

export const BuildingsWithoutModel = (): ReactElement | null => {
  const words = useWords();
  const { t, number } = words;
  const buildings = usePlaces((s) => s.buildings);
  const models = usePlaces((s) => s.models);
  const setTheme = useTheme((s) => s.setTheme);
  const bare = useMemo(() => buildings.filter(({ id }) => !models.meshOf.has(id)), [buildings, models]);
  if (models.meshOf.size === 0) return null;
  return (
    <section className={page.card} aria-label={t('data.sources.models')}>
      <h2 className={page.cardTitle}>{t('data.sources.models')}</h2>
      <p className={page.soft}>
        {t('data.sources.modelled', {
          modelled: number(buildings.length - bare.length),
          bare: number(bare.length),
        })}
      </p>
      {bare.length > 0 && (
        <details className={styles['list']}>
          <summary>{t('data.sources.bare', { buildings: number(bare.length) })}</summary>
          <ul>
            {bare.slice(0, MOST_SHOWN).map((building) => (
              <li key={building.id}>
                <EntityLink to={{ kind: 'building', id: building.id }}>{words.building(building)}</EntityLink>
              </li>
            ))}
          </ul>
          {bare.length > MOST_SHOWN && (
            <p className={page.soft}>{t('data.sources.more', { count: number(bare.length - MOST_SHOWN) })}</p>
          )}
        </details>
      )}
      <div className={page.row}>
        <Button href="#/staff" onClick={() => setTheme('models')}>
          {t('data.sources.paint')}
        </Button>
      </div>
    </section>
  );
};
