/**
 * CityJSON 2.0. Buildings are solids of LoD 1.2 from footprint and height, and where a mesh is linked, that mesh as LoD 2 beside it. Grids
 * are groups of their buildings with their boundary as a surface.
 *
 * Coordinates are metres of the UTM zone in which the community lies, in whole millimetres, heights above sea level. Not EPSG:4979: its
 * degrees need nine decimals for a millimetre, viewers draw them as if they were metres, and its heights are above the ellipsoid, which
 * nobody here knows. The horizontal code is named; for UTM with heights above sea level EPSG has no compound code.
 */
import type { LngLat, MultiPolygon } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import { oriented, type Point } from '../../geometry/polygon.ts';
import type { LocatedMesh } from '../crs/located-set.ts';
import type { Crs } from '../crs/crs.ts';
import { resolveCrs } from '../crs/resolve.ts';
import { SURFACE } from '../places/place-set.ts';
import type { Problem } from '../problem.ts';
import { isClosed, prismSurfaces, type SurfaceIndices, Vertices } from './city-geometry.ts';
import { type Attributes, attributesOf, type OutPlaces } from './places.ts';

export interface CityjsonOptions {
  /** Height of the ground above sea level at a place, metres; the community's elevation where it is absent. */
  readonly groundAt?: (point: LngLat) => number;
  /** Linked meshes by building id. */
  readonly meshes?: ReadonlyMap<string, LocatedMesh>;
  /** `yyyy-MM-dd`, for the metadata. */
  readonly date?: string;
}

export interface WrittenCityjson {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The name of a coordinate system in CityJSON looks like an address; nobody fetches it. */
const CRS_NAME = ['https:', 'www.opengis.net/def/crs/EPSG/0'].join('//');
const FLAT_SEMANTICS = [{ type: 'GroundSurface' }, { type: 'RoofSurface' }, { type: 'WallSurface' }] as const;
const MESH_SEMANTICS = [{ type: 'WallSurface' }, { type: 'RoofSurface' }, { type: 'GroundSurface' }] as const;
const MESH_KIND: Readonly<Record<number, number>> = {
  [SURFACE.wall]: 0,
  [SURFACE.roof]: 1,
  [SURFACE.ground]: 2,
};

/** EPSG code of the UTM zone of a place. */
export const utmCode = ([lng, lat]: LngLat): number =>
  (lat < 0 ? 32700 : 32600) + Math.min(Math.max(Math.floor((lng + 180) / 6) + 1, 1), 60);

interface Geometry {
  readonly type: 'Solid' | 'MultiSurface';
  readonly lod: string;
  readonly boundaries: readonly unknown[];
  readonly semantics?: { readonly surfaces: readonly object[]; readonly values: readonly unknown[] };
}

const meshGeometry = (mesh: LocatedMesh, crs: Crs, vertices: Vertices): Geometry => {
  const frame = createFrame(mesh.origin);
  const numbers = Array.from({ length: mesh.positions.length / 3 }, (_, i) => {
    const [x, y, z] = [0, 1, 2].map((k) => mesh.positions[i * 3 + k] as number) as [number, number, number];
    const [east, north] = crs.fromWgs84(...frame.toLngLat([x, y]), 0);
    return vertices.add(east, north, z + mesh.baseMetres);
  });
  const triangles: SurfaceIndices[] = [];
  const values: (number | null)[] = [];
  for (let i = 0; i < mesh.indices.length; i += 3) {
    const ring = [0, 1, 2].map((k) => numbers[mesh.indices[i + k] as number] as number);
    // A triangle of which two corners are one in millimetres has no surface.
    if (new Set(ring).size < 3) continue;
    triangles.push([ring]);
    values.push(MESH_KIND[mesh.surfaces[i / 3] ?? SURFACE.other] ?? null);
  }
  const closed = isClosed(triangles);
  return {
    type: closed ? 'Solid' : 'MultiSurface',
    lod: '2',
    boundaries: closed ? [triangles] : triangles,
    semantics: { surfaces: MESH_SEMANTICS, values: closed ? [values] : values },
  };
};

/** CityGML's names for what other programs look for, beside our own. */
const cityAttributes = (attributes: Attributes, more: Attributes): Attributes =>
  Object.fromEntries(Object.entries({ ...more, ...attributes }).filter(([, value]) => value !== null));

const extentOf = (vertices: Vertices, translate: readonly number[]): number[] | null => {
  if (vertices.list.length === 0) return null;
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (const vertex of vertices.list)
    vertex.forEach((value, k) => {
      low[k] = Math.min(low[k] as number, value);
      high[k] = Math.max(high[k] as number, value);
    });
  return [...low, ...high].map((value, k) => Math.round(value + (translate[k % 3] as number) * 1000) / 1000);
};

/** The text of the file, and buildings that have no volume and are written without a geometry. */
export const writeCityjson = (places: OutPlaces, options: CityjsonOptions = {}): WrittenCityjson => {
  const { community, buildings, grids } = places;
  const { groundAt = () => community.elevationMetres, meshes, date } = options;
  const code = utmCode(community.anchor);
  // Every zone of UTM is in the table.
  const crs = resolveCrs(`EPSG:${code}`) as Crs;
  const [anchorEast, anchorNorth] = crs.fromWgs84(...community.anchor, 0);
  const translate = [
    Math.round(anchorEast),
    Math.round(anchorNorth),
    Math.floor(community.elevationMetres),
  ] as const;
  const vertices = new Vertices(translate);
  const attributes = attributesOf(places);
  const problems: Problem[] = [];
  const toUtm = ([lng, lat]: LngLat): Point => {
    const [east, north] = crs.fromWgs84(lng, lat, 0);
    return [east, north];
  };
  const gridIds = new Set(grids.map((grid) => grid.id));
  const objects: Record<string, object> = {};
  for (const building of buildings) {
    const corner = building.footprint[0]?.[0] ?? community.anchor;
    const ground = groundAt(corner);
    const prism = prismSurfaces(
      building.footprint.map((ring) => ring.map(toUtm)),
      ground + building.minHeightMetres,
      ground + building.heightMetres,
      vertices,
    );
    const mesh = meshes?.get(building.id);
    if (!prism)
      problems.push({
        code: 'cityjson.noVolume',
        severity: 'warning',
        where: building.name,
        zh: `楼栋“${building.name}”没有体积（轮廓退化，或顶不高于底），只写出属性。`,
        en: `Building "${building.name}" has no volume (a degenerate footprint, or a top not above its base); only its attributes are written.`,
      });
    const solid: Geometry[] = prism
      ? [
          {
            type: 'Solid',
            lod: '1.2',
            boundaries: [prism.surfaces],
            semantics: { surfaces: FLAT_SEMANTICS, values: [prism.kinds] },
          },
        ]
      : [];
    objects[building.id] = {
      type: 'Building',
      attributes: cityAttributes(attributes.building(building), {
        measuredHeight: building.heightMetres,
        storeysAboveGround: building.storeys,
        yearOfConstruction: building.yearBuilt,
        function: building.use,
      }),
      ...(building.gridId !== null && gridIds.has(building.gridId) ? { parents: [building.gridId] } : {}),
      geometry: [...solid, ...(mesh ? [meshGeometry(mesh, crs, vertices)] : [])],
    };
  }
  const surfaceOf = (polygons: MultiPolygon): SurfaceIndices[] =>
    polygons.flatMap((polygon) => {
      const rings = polygon.map((ring, i) =>
        // Degrees and metres of UTM turn the same way round.
        oriented(ring, i === 0).map(([lng, lat]) => {
          const [east, north] = toUtm([lng, lat]);
          return vertices.add(east, north, groundAt([lng, lat]));
        }),
      );
      return (rings[0]?.length ?? 0) >= 3 ? [rings] : [];
    });
  for (const grid of grids) {
    objects[grid.id] = {
      type: 'CityObjectGroup',
      attributes: cityAttributes(attributes.grid(grid), {}),
      children: buildings.filter((building) => building.gridId === grid.id).map((building) => building.id),
      geometry: [{ type: 'MultiSurface', lod: '0', boundaries: surfaceOf(grid.boundary) }],
    };
  }
  const extent = extentOf(vertices, translate);
  const city = {
    type: 'CityJSON',
    version: '2.0',
    transform: { scale: [0.001, 0.001, 0.001], translate },
    metadata: {
      title: community.name,
      identifier: community.id,
      referenceSystem: `${CRS_NAME}/${code}`,
      ...(date === undefined ? {} : { referenceDate: date }),
      ...(extent ? { geographicalExtent: extent } : {}),
    },
    CityObjects: objects,
    vertices: vertices.list,
  };
  return { text: `${JSON.stringify(city)}\n`, problems };
};
