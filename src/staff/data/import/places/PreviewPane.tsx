/** What the file brings, in 3D before anything is written: new, changed, linked and untouched buildings, and the list of its objects. */
import { Button, Table } from 'antd';
import { type ReactElement, Suspense, useMemo, useState } from 'react';
import type { ModelDrag, PreviewHit } from '../../../../scene/preview/LaidPreview.tsx';
import type { SketchFeed } from '../../../../scene/preview/sketch-feed.ts';
import type { GroundPicture } from '../../../../state/pictures.ts';
import type { Placement } from '../../../../transfer/crs/located-set.ts';
import type { PlannedObject } from '../../../../transfer/places/plan.ts';
import { lazyPart } from '../../../../ui/parts/lazy-part.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import { useBoxSize } from '../../../lists/use-box-size.ts';
import { importing } from '../import-client.ts';
import styles from '../import.module.css';
import type { PlacePreview } from './views.ts';

const LaidPreview = lazyPart('preview code', () => import('../../../../scene/preview/LaidPreview.tsx'));

/** Untouched, new, changed, linked. */
const COLOURS = ['#c9c4b8', '#3f8f88', '#d28a3c', '#5b7fb5'] as const;
const STATE_NAMES = ['untouched', 'created', 'updated', 'linked'] as const;
const OUTCOMES = ['created', 'updated', 'linked', 'unchanged', 'unlinked'] as const;
const HEAD_HEIGHT = 40;

const rgbaOf = (states: Uint8Array): Uint8Array => {
  const out = new Uint8Array(states.length * 4);
  states.forEach((state, i) => {
    const hex = Number.parseInt((COLOURS[state] ?? COLOURS[0]).slice(1), 16);
    out.set([hex >> 16, (hex >> 8) & 255, hex & 255, 255], i * 4);
  });
  return out;
};

/** The picture of the file under its buildings: asked of the import once, moved with every preview. */
const usePicture = (id: string, preview: PlacePreview | null): readonly GroundPicture[] => {
  const corners = preview?.imagery?.corners ?? null;
  const read = useMemo(() => () => importing((api) => api.pictureOf(id)), [id]);
  return useMemo(() => (corners ? [{ key: id, corners, read }] : []), [id, corners, read]);
};

/** The same as long as nothing in the scene changes: linking by hand changes the list alone. */
const useShown = (preview: PlacePreview | null) => {
  const { anchor, buildings, layout } = preview ?? {};
  return useMemo(
    () => (anchor && buildings && layout ? { anchor, buildings, layout } : null),
    [anchor, buildings, layout],
  );
};

/** Degrees in steps of about a centimetre: finer than a hand moves. */
const toCentimetre = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** From −180° to 180°, in tenths: finer than a hand turns. */
const turnedBy = (from: number, by: number): number =>
  Math.round(((((from + by + 180) % 360) + 360) % 360) * 10) / 10 - 180;

/** Whatever the file brings can be taken; what stands there untouched cannot. */
const dragOf = (
  preview: PlacePreview | null,
  placement: Placement | null,
  onPlacement: (placement: Placement) => void,
): ModelDrag | null =>
  preview &&
  placement && {
    outlines: preview.outlines,
    area: preview.imagery?.corners ?? null,
    pivot: placement.anchor,
    onMove: ([lng, lat]) => onPlacement({ ...placement, anchor: [toCentimetre(lng), toCentimetre(lat)] }),
    onTurn: (degrees) =>
      onPlacement({ ...placement, rotationDegrees: turnedBy(placement.rotationDegrees, degrees) }),
  };

interface Props {
  /** Of the file in the import. */
  readonly id: string;
  readonly preview: PlacePreview | null;
  readonly sketch: SketchFeed;
  readonly hint: string | null;
  /** How a model without coordinates stands, and the way to stand it elsewhere: a click on the ground or a drag. */
  readonly placement: Placement | null;
  readonly onPlacement: (placement: Placement) => void;
  readonly onLink: (key: string, buildingId: string | null) => void;
}

const Objects = ({
  objects,
  chosen,
  onChoose,
}: {
  objects: readonly PlannedObject[];
  chosen: string | null;
  onChoose: (key: string | null) => void;
}): ReactElement => {
  const { t, percent } = useWords();
  const [box, size] = useBoxSize();
  return (
    <div ref={box} className={styles.objects}>
      {size.height > 0 && (
        <Table
          virtual
          size="small"
          rowKey="key"
          dataSource={[...objects]}
          pagination={false}
          scroll={{ x: size.width, y: Math.max(60, size.height - HEAD_HEIGHT) }}
          locale={{ emptyText: t('data.preview.none') }}
          columns={[
            { key: 'key', title: t('data.preview.key'), dataIndex: 'key', width: 170, ellipsis: true },
            { key: 'name', title: t('data.preview.name'), dataIndex: 'name', width: 150, ellipsis: true },
            {
              key: 'outcome',
              title: t('data.preview.outcome'),
              width: 90,
              render: (_: unknown, { outcome }: PlannedObject) => t(`data.outcome.${outcome}`),
            },
            {
              key: 'by',
              title: t('data.preview.by'),
              width: 130,
              render: (_: unknown, { match }: PlannedObject) =>
                match
                  ? `${t(`data.by.${match.by}`)}${match.share < 1 ? ` ${percent(match.share)}` : ''}`
                  : '',
            },
            {
              key: 'link',
              title: '',
              width: 110,
              render: (_: unknown, { key }: PlannedObject) => (
                <Button
                  size="small"
                  type={key === chosen ? 'primary' : 'text'}
                  onClick={() => onChoose(key === chosen ? null : key)}
                >
                  {t('data.preview.link')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </div>
  );
};

export const PreviewPane = ({
  id,
  preview,
  sketch,
  hint,
  placement,
  onPlacement,
  onLink,
}: Props): ReactElement => {
  const { t, number } = useWords();
  const [filter, setFilter] = useState<(typeof OUTCOMES)[number] | null>(null);
  const [linking, setLinking] = useState<string | null>(null);
  const pictures = usePicture(id, preview);
  const rgba = useMemo(() => preview && rgbaOf(preview.states), [preview]);
  const shown = useShown(preview);
  const drag = linking === null ? dragOf(preview, placement, onPlacement) : null;
  const pick = ({ building, lngLat }: PreviewHit): void => {
    if (linking !== null) {
      const buildingId = preview?.buildings[building]?.id;
      if (buildingId !== undefined) onLink(linking, buildingId);
      setLinking(null);
    } else if (placement) onPlacement({ ...placement, anchor: lngLat });
  };
  const text = linking === null ? hint : t('data.preview.linkHint', { key: linking });
  return (
    <div className={styles.stage}>
      <div className={styles.canvas}>
        <div className={preview ? styles.scene : styles.unseen}>
          <Suspense>
            <LaidPreview
              shown={shown}
              sketch={sketch}
              rgba={rgba}
              pictures={pictures}
              onPick={pick}
              drag={drag}
            />
          </Suspense>
        </div>
        {text !== null && <span className={styles.hint}>{text}</span>}
      </div>
      {preview && (
        <>
          <div className={styles.legend} role="group" aria-label={t('data.preview.outcome')}>
            {STATE_NAMES.map((name, state) => (
              <span key={name} className={styles.row}>
                <span className={styles.swatch} style={{ background: COLOURS[state] }} />
                {t(`data.state.${name}`)}
              </span>
            ))}
            <span className={styles.spring} />
            {OUTCOMES.filter((outcome) => preview.outcomes[outcome] > 0).map((outcome) => (
              <button
                key={outcome}
                type="button"
                aria-pressed={filter === outcome}
                onClick={() => setFilter(filter === outcome ? null : outcome)}
              >
                {t(`data.outcome.${outcome}`)} {number(preview.outcomes[outcome])}
              </button>
            ))}
          </div>
          <Objects
            objects={filter ? preview.objects.filter(({ outcome }) => outcome === filter) : preview.objects}
            chosen={linking}
            onChoose={setLinking}
          />
        </>
      )}
    </div>
  );
};
