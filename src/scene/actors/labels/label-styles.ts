/** How each kind of label looks, by day and by night: size, weight, ink, halo or plate. CSS pixels. */
import type { Mode } from '../../../state/view.ts';

export type LabelKind =
  | 'grid'
  | 'estate'
  | 'building'
  | 'place'
  | 'facility'
  | 'road'
  | 'floor'
  | 'unit'
  | 'room';

export interface LabelStyle {
  readonly size: number;
  readonly weight: number;
  readonly ink: string;
  /** Soft outline that keeps the letters apart from what lies behind them. */
  readonly halo: string;
  readonly haloWidth: number;
  /** A rounded ground under the text, instead of a halo. */
  readonly plate?: string;
  readonly plateLine?: string;
  readonly spacing?: number;
  /** Second line. */
  readonly small?: { readonly size: number; readonly weight: number; readonly ink: string };
}

const DAY_INK = '#1d3339';
const DAY_HALO = 'rgba(255, 253, 247, 0.92)';
const NIGHT_INK = '#eef2ef';
const NIGHT_HALO = 'rgba(9, 17, 26, 0.88)';

const styles = (night: boolean): Readonly<Record<LabelKind, LabelStyle>> => {
  const ink = night ? NIGHT_INK : DAY_INK;
  const halo = night ? NIGHT_HALO : DAY_HALO;
  return {
    grid: {
      size: 13,
      weight: 600,
      ink,
      halo,
      haloWidth: 0,
      plate: night ? 'rgba(15, 27, 36, 0.86)' : 'rgba(255, 253, 248, 0.92)',
      plateLine: night ? 'rgba(233, 178, 106, 0.55)' : 'rgba(176, 110, 42, 0.5)',
      small: { size: 11, weight: 450, ink: night ? '#b9c6c8' : '#55686c' },
    },
    estate: { size: 14, weight: 600, ink, halo, haloWidth: 3.5, spacing: 1.5 },
    building: { size: 12, weight: 550, ink, halo, haloWidth: 3 },
    place: { size: 12, weight: 550, ink: night ? '#f1d8ab' : '#6b4517', halo, haloWidth: 3 },
    facility: { size: 12, weight: 600, ink: night ? '#f4e6cd' : '#3a2c18', halo, haloWidth: 3 },
    road: { size: 11.5, weight: 500, ink: night ? '#9fb0b8' : '#5d6a6c', halo, haloWidth: 3, spacing: 2.5 },
    floor: { size: 11, weight: 600, ink, halo, haloWidth: 3 },
    unit: { size: 12, weight: 600, ink, halo, haloWidth: 3 },
    room: {
      size: 10.5,
      weight: 600,
      ink: '#1c2d31',
      halo: 'rgba(255, 255, 255, 0.72)',
      haloWidth: 2.5,
    },
  };
};

const BY_MODE: Readonly<Record<Mode, Readonly<Record<LabelKind, LabelStyle>>>> = {
  day: styles(false),
  night: styles(true),
};
export const labelStyle = (kind: LabelKind, mode: Mode): LabelStyle => BY_MODE[mode][kind];
