/** One home in the 楼盘表: its room number, how many live there, its marks, and the theme's colour. It is a link that selects the home. */
import { memo, type ReactElement } from 'react';
import type { Dwelling } from '../../domain/records/index.ts';
import type { DwellingMarks } from '../../state/interior.ts';
import { buildingOf, type Selection } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import type { DwellingPaint } from '../../state/themes.ts';
import { EntityLink } from '../../ui/parts/EntityLink.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './HouseCell.module.css';
import { MarkGlyph } from './MarkGlyph.tsx';
import { marksShown, useMarkOf } from './marks.ts';

interface Props {
  readonly home: Dwelling;
  readonly marks: DwellingMarks | undefined;
  readonly paint: DwellingPaint | undefined;
  /** The one cell that Tab comes to. */
  readonly tabbable: boolean;
}

export const homeSelected = (selection: Selection): string | null =>
  buildingOf(selection) === null
    ? null
    : selection.kind === 'dwelling'
      ? selection.id
      : selection.kind === 'household' || selection.kind === 'resident'
        ? selection.dwellingId
        : null;

const useCellLabel = (home: Dwelling, marks: DwellingMarks | undefined): string => {
  const words = useWords();
  const { t } = words;
  if (!marks) return words.home(home);
  const use = useMarkOf(marks);
  return [
    words.home(home),
    use ? t(`staff.marks.${use}`) : '',
    marks.residents > 0 ? t('records.place.people', { count: marks.residents }) : '',
    ...marksShown(marks).map(([key, count]) => `${t(`staff.marks.${key}`)} ${count}`),
  ]
    .filter(Boolean)
    .join(words.language === 'zh' ? '，' : ', ');
};

export const HouseCell = memo(({ home, marks, paint, tabbable }: Props): ReactElement => {
  const { t } = useWords();
  const selected = useSelection((s) => homeSelected(s.selection) === home.id);
  const hovered = useSelection((s) => s.hovered?.kind === 'dwelling' && s.hovered.id === home.id);
  const label = useCellLabel(home, marks);
  const use = marks ? useMarkOf(marks) : null;
  const states = [
    styles['cell'],
    use === 'vacant' && styles['vacant'],
    paint?.dimmed && styles['dimmed'],
    selected && styles['selected'],
    hovered && styles['hovered'],
  ];
  const hit = { kind: 'dwelling', id: home.id, buildingId: home.buildingId } as const;
  return (
    <span
      className={styles['place']}
      style={{ '--cell': paint?.colour ?? 'transparent' } as React.CSSProperties}
      onPointerEnter={() => useSelection.getState().hover(hit)}
      onPointerLeave={() => useSelection.getState().hover(null)}
    >
      <EntityLink
        to={hit}
        quiet
        current={selected}
        tabIndex={tabbable ? 0 : -1}
        title={label}
        homeId={home.id}
        className={states.filter(Boolean).join(' ')}
      >
        <span className="visually-hidden">{label}</span>
        <span className={styles['top']} aria-hidden="true">
          <span className={styles['room']}>{home.room}</span>
          {use === 'vacant' || use === 'let' ? (
            <span className={styles['use']}>{t(`staff.marks.${use}Short`)}</span>
          ) : null}
        </span>
        <span className={styles['bottom']} aria-hidden="true">
          <span className={styles['people']}>
            {use === 'business' ? t('staff.marks.businessShort') : marks?.residents || ''}
          </span>
          <span className={styles['marks']}>
            {marks && marksShown(marks).map(([key]) => <MarkGlyph key={key} mark={key} />)}
          </span>
        </span>
      </EntityLink>
    </span>
  );
});
HouseCell.displayName = 'HouseCell';
