/** Where the sun stands over the community, and what shines in its place at night. Directions in local axes: x east, y north, z up. */
import { getPosition } from 'suncalc';
import type { LngLat } from '../../domain/records/base.ts';

export type Direction = readonly [number, number, number];

export interface SunPosition {
  /** Towards the sun. */
  readonly direction: Direction;
  readonly altitudeDegrees: number;
}

/** The whole of China keeps the time of 120° E; elsewhere a community's clock goes by its own sun. */
const utcOffsetHours = (lng: number): number => (lng > 73 && lng < 136 ? 8 : Math.round(lng / 15));
const RADIAN = Math.PI / 180;

export const directionOf = (azimuthDegrees: number, altitudeDegrees: number): Direction => {
  const flat = Math.cos(altitudeDegrees * RADIAN);
  return [
    Math.sin(azimuthDegrees * RADIAN) * flat,
    Math.cos(azimuthDegrees * RADIAN) * flat,
    Math.sin(altitudeDegrees * RADIAN),
  ];
};

/** The sun on a date (`yyyy-MM-dd`) at an hour of the community's own clock. */
export const sunPosition = (date: string, hour: number, [lng, lat]: LngLat): SunPosition => {
  const [year = 2026, month = 1, day = 1] = date.split('-').map(Number);
  const instant = new Date(Date.UTC(year, month - 1, day) + (hour - utcOffsetHours(lng)) * 3_600_000);
  const { azimuth, altitude } = getPosition(instant, lat, lng);
  return { direction: directionOf(azimuth, altitude), altitudeDegrees: altitude };
};

/** A moon that models the houses: high in the south-east, whatever the calendar says. */
export const MOON: Direction = directionOf(140, 48);

/** The hour to show for night mode: the clock's when it is dark then, else an evening when people are at home. */
export const EVENING_HOUR = 20.5;
const DARK_DEGREES = -7;

export const shownHour = (mode: 'day' | 'night', date: string, hour: number, anchor: LngLat): number => {
  if (mode === 'day') return hour;
  return sunPosition(date, hour, anchor).altitudeDegrees < DARK_DEGREES ? hour : EVENING_HOUR;
};

/** Share of lit windows by hour: of homes and of offices. */
const HOME_LIGHTS = [
  0.1, 0.05, 0.035, 0.03, 0.03, 0.07, 0.22, 0.3, 0.2, 0.1, 0.08, 0.08, 0.08, 0.08, 0.08, 0.1, 0.15, 0.28,
  0.46, 0.6, 0.64, 0.56, 0.38, 0.2, 0.1,
];
const OFFICE_LIGHTS = [
  0.05, 0.04, 0.03, 0.03, 0.03, 0.04, 0.1, 0.3, 0.6, 0.7, 0.7, 0.7, 0.6, 0.6, 0.7, 0.7, 0.7, 0.66, 0.5, 0.36,
  0.26, 0.18, 0.1, 0.07, 0.05,
];

const atHour = (table: readonly number[], hour: number): number => {
  const i = Math.min(Math.floor(hour), 23);
  const a = table[i] as number;
  return a + ((table[i + 1] as number) - a) * (hour - i);
};

export const litShares = (hour: number): { homes: number; offices: number } => ({
  homes: atHour(HOME_LIGHTS, hour),
  offices: atHour(OFFICE_LIGHTS, hour),
});
