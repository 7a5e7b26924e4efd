/** Every grid in a row: what is in it, where it stands to the band, how it is shaped. While a border is pulled the rows follow. */
import { memo, type ReactElement } from 'react';
import type { Community } from '../../domain/records/index.ts';
import type { FaceId } from '../../geometry/tiling/index.ts';
import { usePlaces } from '../../state/places.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { colours } from '../map/shared-colours.ts';
import { figuresOf, type GridFigures, standingOf, sumOf } from '../model/figures.ts';
import { readingOrder } from '../model/numbering.ts';
import { Chip, GridRows, RowName, StandingMark } from '../parts/GridRows.tsx';
import { lock } from '../session/actions.ts';
import { flyTo, selectFace, usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';

const COUNTS = [
  'residents',
  'members',
  'direct',
  'shared',
  'joint',
  'adopted',
  'assisted',
  'lowIncomeHouseholds',
  'floating',
  'careNeeds',
  'buildings',
] as const satisfies readonly (keyof GridFigures)[];

interface RowProps {
  readonly id: FaceId;
  readonly band: Community['settings']['gridBand'];
  /** The session changes in place: its version says when to look again. */
  readonly version: number;
}

/** While a border is pulled, only the two or three rows whose counts change are drawn anew. */
const Row = memo(({ id, band, version }: RowProps): ReactElement | null => {
  const { t, number } = useWords();
  const editable = usePlanner((s) => s.editable);
  const isChosen = usePlanner((s) => s.faceId === id);
  const live = usePlanner((s) => s.live?.get(id));
  const session = usePlanner((s) => s.session);
  const figures = session && figuresOf(session, id, band, live);
  if (figures === null) return null;
  const { face, standing } = figures;
  const name = face.name || face.code;
  return (
    <tr data-chosen={isChosen} data-grid={face.id} data-version={version}>
      <th scope="row">
        <RowName isChosen={isChosen} onChoose={() => selectFace(face.id)} onOpen={() => flyTo(face.id)}>
          <Chip colours={colours} id={face.id} />
          {name}
        </RowName>
      </th>
      <td>
        <StandingMark standing={standing} />
        <strong data-metric="households">{number(figures.households)}</strong>
      </td>
      {COUNTS.map((key) => (
        <td key={key} className={key === 'members' ? styles.strong : undefined}>
          {number(figures[key])}
        </td>
      ))}
      <td>{(figures.areaSquareMetres / 10_000).toFixed(2)}</td>
      <td>{figures.compactness.toFixed(2)}</td>
      <td>
        <button
          type="button"
          className={styles.lock}
          aria-pressed={face.locked}
          disabled={!editable}
          title={t(face.locked ? 'planner.unlock' : 'planner.lock', { name })}
          aria-label={t(face.locked ? 'planner.unlock' : 'planner.lock', { name })}
          onClick={() => lock(face.id, !face.locked)}
        >
          <Icon name={face.locked ? 'lock' : 'unlock'} size={15} />
        </button>
      </td>
    </tr>
  );
});
Row.displayName = 'Row';

/** How many grids are in the band, as of this moment. */
const InBand = ({ band, version }: Omit<RowProps, 'id'>): ReactElement | null => {
  const { t } = useWords();
  const session = usePlanner((s) => s.session);
  const live = usePlanner((s) => s.live);
  if (session === null) return null;
  const standings = [...session.tiling.faces.values()].map((face) =>
    standingOf(face, sumOf(live?.get(face.id) ?? session.assignment.sums(face.id), 'households'), band),
  );
  const inside = standings.filter((standing) => standing === 'inside').length;
  const basic = standings.filter((standing) => standing !== 'free').length;
  return (
    <span className={styles.soft} data-version={version}>
      {t('planner.table.band', { inside, basic, min: band.min, max: band.max })}
    </span>
  );
};

const Total = ({ all }: { all: readonly GridFigures[] }): ReactElement => {
  const { t, number } = useWords();
  const sum = (key: 'households' | (typeof COUNTS)[number]): number =>
    all.reduce((total, figures) => total + figures[key], 0);
  const mean = all.reduce((total, { compactness }) => total + compactness, 0) / Math.max(1, all.length);
  return (
    <tr>
      <th scope="row">{t('planner.table.total', { count: all.length })}</th>
      <td>{number(sum('households'))}</td>
      {COUNTS.map((key) => (
        <td key={key}>{number(sum(key))}</td>
      ))}
      <td>{(all.reduce((total, f) => total + f.areaSquareMetres, 0) / 10_000).toFixed(2)}</td>
      <td colSpan={2}>{t('planner.table.mean', { mean: mean.toFixed(2) })}</td>
    </tr>
  );
};

export const GridTable = ({
  isOpen,
  onToggle,
}: {
  isOpen: boolean;
  onToggle: () => void;
}): ReactElement | null => {
  const { t } = useWords();
  const session = usePlanner((s) => s.session);
  const version = usePlanner((s) => s.version);
  const band = usePlaces((s) => s.community?.settings.gridBand);
  if (session === null || !band) return null;
  colours.update(session.tiling);
  const order = readingOrder(session.tiling);
  const all = isOpen ? order.flatMap((id) => figuresOf(session, id, band) ?? []) : [];
  return (
    <section
      className={styles.dock}
      aria-label={t('planner.table.title')}
      data-version={version}
      data-open={isOpen}
    >
      <button type="button" className={styles.dockHead} aria-expanded={isOpen} onClick={onToggle}>
        <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={13} />
        <strong>{t('planner.table.title')}</strong>
        <InBand band={band} version={version} />
      </button>
      {isOpen && (
        <GridRows dense>
          <thead>
            <tr>
              {['grid', 'households', ...COUNTS, 'area', 'compactness', 'lock'].map((key) => (
                <th key={key} scope="col" title={t(`planner.column.${key}.long`)}>
                  {t(`planner.column.${key}.short`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((id) => (
              <Row key={id} id={id} band={band} version={version} />
            ))}
          </tbody>
          <tfoot>
            <Total all={all} />
          </tfoot>
        </GridRows>
      )}
    </section>
  );
};
