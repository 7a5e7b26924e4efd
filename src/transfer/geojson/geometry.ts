/** The polygons of a GeoJSON geometry, its shape checked to the last number: what a file says is anything until then. */
import type { SourcePoint } from '../places/place-set.ts';

/** Rings as given: with the repeated last point, any way round. */
export type GivenPolygon = readonly (readonly SourcePoint[])[];

export interface GeometryFault {
  /** The end of a code: `type`, `position`, `nesting`. */
  readonly kind: 'type' | 'position' | 'nesting';
  /** Below the feature: `geometry.coordinates[0][3]`. */
  readonly path: string;
}

export interface TakenGeometry {
  readonly polygons: readonly GivenPolygon[];
  /** The lowest third coordinate of the outsides; null where there is none. */
  readonly lowestZ: number | null;
  /** Closed lines that were taken for outsides. */
  readonly closedLines: number;
  readonly openLines: number;
  readonly points: number;
  /** Numbers that the file writes as texts: "107.65". */
  readonly texts: number;
  readonly fault: GeometryFault | null;
}

const MOST_COLLECTIONS = 8;

class Fault extends Error {
  readonly kind: GeometryFault['kind'];
  readonly path: string;
  constructor(kind: GeometryFault['kind'], path: string) {
    super(kind);
    this.kind = kind;
    this.path = path;
  }
}

/** Lowest z so far, in a field: one feature is read at a time. */
class Taker {
  readonly polygons: GivenPolygon[] = [];
  lowestZ = Infinity;
  closedLines = 0;
  openLines = 0;
  points = 0;
  texts = 0;

  /** Two numbers that are written as texts, as tables make them; null where they are none. */
  #written(x: unknown, y: unknown): SourcePoint | null {
    const [a, b] = [x, y].map((value) =>
      typeof value === 'string' && value.trim() !== '' ? Number(value) : value,
    );
    if (typeof a !== 'number' || typeof b !== 'number' || Number.isNaN(a) || Number.isNaN(b)) return null;
    this.texts++;
    return [a, b];
  }

  position(value: unknown, path: string, index: number): SourcePoint {
    if (Array.isArray(value) && value.length >= 2) {
      const [x, y, z] = value as unknown[];
      if (typeof x === 'number' && typeof y === 'number') {
        if (typeof z === 'number' && z < this.lowestZ) this.lowestZ = z;
        // The parsed pair itself where it is one.
        return value.length === 2 ? (value as unknown as SourcePoint) : [x, y];
      }
      const written = this.#written(x, y);
      if (written) return written;
    }
    throw new Fault('position', `${path}[${index}]`);
  }

  line(value: unknown, path: string): SourcePoint[] {
    if (!Array.isArray(value)) throw new Fault('nesting', path);
    const items = value as unknown[];
    const out: SourcePoint[] = new Array(items.length);
    for (let i = 0; i < items.length; i++) out[i] = this.position(items[i], path, i);
    return out;
  }

  polygon(value: unknown, path: string): void {
    if (!Array.isArray(value)) throw new Fault('nesting', path);
    if (value.length === 0) return;
    this.polygons.push((value as unknown[]).map((ring, i) => this.line(ring, `${path}[${i}]`)));
  }

  lineString(value: unknown, path: string, mayClose: boolean): void {
    const points = this.line(value, path);
    const first = points[0];
    const last = points[points.length - 1];
    const isClosed =
      points.length >= 4 &&
      first !== undefined &&
      last !== undefined &&
      first[0] === last[0] &&
      first[1] === last[1];
    if (isClosed && mayClose) {
      this.closedLines++;
      this.polygons.push([points]);
    } else this.openLines++;
  }

  each(value: unknown, path: string, take: (item: unknown, path: string) => void): void {
    if (!Array.isArray(value)) throw new Fault('nesting', path);
    (value as unknown[]).forEach((item, i) => {
      take(item, `${path}[${i}]`);
    });
  }

  geometry(value: unknown, path: string, mayClose: boolean, depth: number): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault('type', path);
    const { type, coordinates, geometries } = value as Record<string, unknown>;
    const at = `${path}.coordinates`;
    switch (type) {
      case 'Polygon':
        this.polygon(coordinates, at);
        return;
      case 'MultiPolygon':
        this.each(coordinates, at, (item, p) => this.polygon(item, p));
        return;
      case 'LineString':
        this.lineString(coordinates, at, mayClose);
        return;
      case 'MultiLineString':
        this.each(coordinates, at, (item, p) => this.lineString(item, p, mayClose));
        return;
      case 'Point':
        this.points++;
        return;
      case 'MultiPoint':
        this.points += Array.isArray(coordinates) ? coordinates.length : 1;
        return;
      case 'GeometryCollection':
        if (depth >= MOST_COLLECTIONS) throw new Fault('nesting', path);
        this.each(geometries, `${path}.geometries`, (item, p) => this.geometry(item, p, mayClose, depth + 1));
        return;
      default:
        throw new Fault('type', `${path}.type`);
    }
  }
}

/** `mayClose`: a line whose ends meet is the border of something, not a roundabout or a fence. */
export const takeGeometry = (geometry: unknown, path: string, mayClose: boolean): TakenGeometry => {
  const taker = new Taker();
  let fault: GeometryFault | null = null;
  try {
    taker.geometry(geometry, path, mayClose, 0);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    fault = { kind: error.kind, path: error.path };
  }
  const { closedLines, openLines, points, texts } = taker;
  return {
    polygons: fault === null ? taker.polygons : [],
    lowestZ: Number.isFinite(taker.lowestZ) ? taker.lowestZ : null,
    closedLines,
    openLines,
    points,
    texts,
    fault,
  };
};

export const GEOMETRY_TYPES: ReadonlySet<unknown> = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);
