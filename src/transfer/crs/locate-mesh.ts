/** A mesh of the file's system as float32 metres about an origin of its own: degrees and projected metres would tremble on a graphics card. */
import { createFrame } from '../../geometry/frame.ts';
import type { SourceMesh } from '../places/place-set.ts';
import type { Ground } from './ground.ts';
import type { LocatedMesh } from './located-set.ts';

/** Null where a vertex has no place. */
export const locateMesh = (mesh: SourceMesh, ground: Ground): LocatedMesh | null => {
  const { positions } = mesh;
  const count = positions.length / 3;
  // lng, lat and height of each vertex, at full precision: which origin they need is only known at the end.
  const located = new Float64Array(positions.length);
  let [west, south, east, north, low] = [Infinity, Infinity, -Infinity, -Infinity, Infinity];
  for (let i = 0; i < positions.length; i += 3) {
    const [lng, lat, z] = ground.toWgs84(
      positions[i] as number,
      positions[i + 1] as number,
      positions[i + 2] as number,
    );
    if (!Number.isFinite(lng) || !Number.isFinite(lat) || !Number.isFinite(z)) return null;
    located[i] = lng;
    located[i + 1] = lat;
    located[i + 2] = z;
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
    low = Math.min(low, z);
  }
  if (count === 0) return null;
  const frame = createFrame([(west + east) / 2, (south + north) / 2]);
  const [lng0, lat0] = frame.anchor;
  const { lng: perLng, lat: perLat } = frame.metresPerDegree;
  const local = new Float32Array(positions.length);
  for (let i = 0; i < located.length; i += 3) {
    local[i] = ((located[i] as number) - lng0) * perLng;
    local[i + 1] = ((located[i + 1] as number) - lat0) * perLat;
    local[i + 2] = (located[i + 2] as number) - low;
  }
  const indices = mesh.indices.slice();
  if (ground.mirrors)
    for (let i = 0; i < indices.length; i += 3) {
      const second = indices[i + 1] as number;
      indices[i + 1] = indices[i + 2] as number;
      indices[i + 2] = second;
    }
  return {
    origin: frame.anchor,
    baseMetres: low,
    positions: local,
    indices,
    surfaces: mesh.surfaces,
    colours: mesh.colours,
    textured: mesh.textured,
    ...(mesh.painted && { painted: mesh.painted }),
  };
};
