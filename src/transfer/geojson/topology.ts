/**
 * TopoJSON → features of GeoJSON: lines that are written once become the borders of both neighbours, point for point the same. Numbers
 * that are steps of a grid (`transform`) become coordinates. What is wrong with a shape is left for the reader of features to tell.
 */
type Position = readonly number[];
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.every((n) => typeof n === 'number');

type ToPlace = (position: Position) => Position;

/** Null for a transform that is none. */
const transformOf = (value: unknown): ToPlace | null => {
  if (value === undefined) return (position) => position;
  if (!isObject(value) || !isPosition(value['scale']) || !isPosition(value['translate'])) return null;
  const [scale, translate] = [value['scale'], value['translate']];
  return (position) => position.map((n, i) => n * (scale[i] ?? 1) + (translate[i] ?? 0));
};

const arcsOf = (value: unknown, toPlace: ToPlace, isStepped: boolean): readonly Position[][] | null => {
  if (!Array.isArray(value)) return null;
  const arcs: Position[][] = [];
  for (const arc of value as unknown[]) {
    if (!Array.isArray(arc) || !arc.every(isPosition)) return null;
    let [x, y] = [0, 0];
    arcs.push(
      arc.map((position: Position) => {
        if (!isStepped) return toPlace(position);
        // Each point is so many steps from the one before.
        const [dx = 0, dy = 0, ...rest] = position;
        [x, y] = [x + dx, y + dy];
        return toPlace([x, y, ...rest]);
      }),
    );
  }
  return arcs;
};

/** How deep lists of arcs stand in a shape. */
const DEPTH: Readonly<Record<string, number>> = {
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

const geometryOf = (shape: Json, arcs: readonly Position[][], toPlace: ToPlace): Json | null => {
  const type = String(shape['type']);
  const line = (indices: unknown): Position[] =>
    (Array.isArray(indices) ? (indices as unknown[]) : []).flatMap((index, i) => {
      if (typeof index !== 'number') return [];
      // ~i is arc i walked backwards; where one arc ends the next begins.
      const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index];
      return arc?.slice(i === 0 ? 0 : 1) ?? [];
    });
  const nested = (value: unknown, depth: number): unknown =>
    depth === 1
      ? line(value)
      : (Array.isArray(value) ? (value as unknown[]) : []).map((one) => nested(one, depth - 1));
  const depth = DEPTH[type];
  if (depth !== undefined) return { type, coordinates: nested(shape['arcs'], depth) };
  const { coordinates, geometries } = shape;
  if (type === 'Point' && isPosition(coordinates)) return { type, coordinates: toPlace(coordinates) };
  if (type === 'MultiPoint' && Array.isArray(coordinates))
    return { type, coordinates: coordinates.filter(isPosition).map(toPlace) };
  if (type !== 'GeometryCollection' || !Array.isArray(geometries)) return null;
  return { type, geometries: geometries.filter(isObject).map((one) => geometryOf(one, arcs, toPlace)) };
};

export interface TopologyFeatures {
  readonly features: readonly Json[];
  /** The name of the only object. */
  readonly layer: string;
}

/** Null where the file has no arcs or objects as TopoJSON has them. */
export const featuresOfTopology = (root: ReadonlyMap<string, unknown>): TopologyFeatures | null => {
  const toPlace = transformOf(root.get('transform'));
  const objects = root.get('objects');
  if (toPlace === null || !isObject(objects)) return null;
  const arcs = arcsOf(root.get('arcs'), toPlace, root.has('transform'));
  if (arcs === null) return null;
  const features = Object.values(objects)
    .filter(isObject)
    .flatMap((object) =>
      object['type'] === 'GeometryCollection' && Array.isArray(object['geometries'])
        ? object['geometries'].filter(isObject)
        : [object],
    )
    .map((shape) => ({
      type: 'Feature',
      ...(shape['id'] === undefined ? {} : { id: shape['id'] }),
      properties: shape['properties'] ?? null,
      geometry: geometryOf(shape, arcs, toPlace),
    }));
  const [name, ...others] = Object.keys(objects);
  return { features, layer: others.length === 0 ? (name ?? '') : '' };
};
