/**
 * Borders of a plan as files for others: GeoJSON by RFC 7946 and TopoJSON. Nine decimals, each vertex rounded once whatever it belongs
 * to, so that neighbours still share it and reading the file gives the same millimetres. No name of a person is in them.
 */
import type { Frame } from '../../geometry/frame.ts';
import {
  exportLngLat,
  exportTopology,
  type Face,
  type FaceId,
  type Fault,
  lngLatFromMm,
  type Tiling,
} from '../../geometry/tiling/index.ts';

/** Sums by grid, where they are known: households first. */
export type CountsOf = (id: FaceId) => Readonly<Record<string, number>>;

const propertiesOf = ({ id, code, kind, name, branchId, parents }: Face, counts: CountsOf | null) => ({
  id,
  code,
  kind,
  name,
  branchId,
  parents,
  ...counts?.(id),
});

const byCode = (a: Face, b: Face): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : a.id < b.id ? -1 : 1;

export const planGeojson = (
  name: string,
  tiling: Tiling,
  frame: Frame,
  counts: CountsOf | null = null,
): string => {
  const boundaries = exportLngLat(tiling, frame);
  const features = [...tiling.faces.values()].sort(byCode).map((face) => {
    const polygons = (boundaries.get(face.id) ?? []).map((rings) =>
      rings.map((ring) => [...ring, ...ring.slice(0, 1)]),
    );
    const [only] = polygons;
    return JSON.stringify({
      type: 'Feature',
      id: face.id,
      properties: propertiesOf(face, counts),
      geometry:
        polygons.length === 1 && only !== undefined
          ? { type: 'Polygon', coordinates: only }
          : { type: 'MultiPolygon', coordinates: polygons },
    });
  });
  const head = JSON.stringify({ type: 'FeatureCollection', name });
  return `${head.slice(0, -1)},"features":[\n${features.join(',\n')}\n]}\n`;
};

export const planTopojson = (tiling: Tiling, frame: Frame, counts: CountsOf | null = null): string => {
  const topology = exportTopology(tiling, frame);
  const geometries = topology.objects.grids.geometries.map((geometry) => ({
    ...geometry,
    properties: propertiesOf(tiling.face(geometry.id) as Face, counts),
  }));
  return `${JSON.stringify({ ...topology, objects: { grids: { type: 'GeometryCollection', geometries } } })}\n`;
};

/** What is wrong with grids as they came, as a layer: the outline of each gap and overlap where it has one, else its place. */
export const faultsGeojson = (name: string, faults: readonly Fault[], frame: Frame): string => {
  const features = faults.map(({ id, kind, level, at, parts, zh, en, faceIds, areaMm2, sizeMm }) => ({
    type: 'Feature',
    id,
    properties: {
      kind,
      level,
      zh,
      en,
      grids: faceIds,
      squareMetres: areaMm2 === null ? null : areaMm2 / 1e6,
      metres: sizeMm === null ? null : sizeMm / 1000,
    },
    geometry:
      parts.length === 0
        ? { type: 'Point', coordinates: lngLatFromMm(frame, at) }
        : {
            type: 'MultiPolygon',
            coordinates: parts.map((rings) =>
              rings.map((ring) => [...ring, ...ring.slice(0, 1)].map((p) => lngLatFromMm(frame, p))),
            ),
          },
  }));
  return `${JSON.stringify({ type: 'FeatureCollection', name, features })}\n`;
};
