/** Places: the community, its grids and buildings, its landscape and the homes inside. None of them is a person. */
import * as z from 'zod';
import { BUILDING_USE, codesOf, DWELLING_USE, GRID_KIND, OCCUPANCY, ROOF, WORKER_ROLE } from '../codes.ts';
import {
  baseShape,
  dateSchema,
  idSchema,
  lngLatSchema,
  multiPolygonSchema,
  name,
  polygonSchema,
  text,
} from './base.ts';

export const communitySchema = z.object({
  ...baseShape,
  name,
  /** 12 digits: county 6, subdistrict 3, committee 3. */
  code: z.string().regex(/^\d{12}$/),
  district: text(60),
  /** Origin of the local metres. */
  anchor: lngLatSchema,
  elevationMetres: z.number(),
  outline: multiPolygonSchema,
  /** Everything in it is invented. Shown on screen. */
  synthetic: z.boolean(),
  settings: z.object({
    /** Households a grid should hold, and where a warning begins. */
    gridBand: z.object({ min: z.int(), max: z.int(), warnBelow: z.int(), warnAbove: z.int() }),
  }),
});

/** Households that one grid is to have, where it is not what its kind has. */
export const householdTargetSchema = z.object({ min: z.int().nonnegative(), max: z.int().positive() });

export const gridSchema = z.object({
  ...baseShape,
  /** 15 digits: community code and a sequence of 3. */
  code: z.string().regex(/^\d{15}$/),
  sequence: z.int().positive(),
  kind: z.enum(codesOf(GRID_KIND)),
  name,
  boundary: multiPolygonSchema,
  branchId: idSchema.nullable(),
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  /** Grids this one came from when borders were redrawn. */
  parents: z.array(idSchema),
  /** Absent: what its kind has. */
  target: householdTargetSchema.optional(),
});

export const gridWorkerSchema = z.object({
  ...baseShape,
  gridId: idSchema,
  role: z.enum(codesOf(WORKER_ROLE)),
  personal: z.object({ name, phone: text(20).optional() }),
});

export const buildingSchema = z.object({
  ...baseShape,
  gridId: idSchema.nullable(),
  name,
  /** 小区, the estate or compound; empty for a building that stands alone. */
  estate: text(60),
  /** 楼号 within the estate, as people say it ("3"); empty where there is none. */
  number: text(20),
  aliases: z.array(text(60)),
  use: z.enum(codesOf(BUILDING_USE)),
  /** Outside ring counter-clockwise, then holes. */
  footprint: polygonSchema,
  /** Height of the eaves above the ground, metres. */
  heightMetres: z.number().positive(),
  /** Height at which the volume begins above the ground (a bridge, a part on top of another), metres. */
  minHeightMetres: z.number().nonnegative(),
  storeys: z.int().positive(),
  /** Storeys from the ground that are shops or halls, higher than the homes above. */
  podiumStoreys: z.int().nonnegative(),
  roof: z.enum(codesOf(ROOF)),
  /** Which palette of wall and roof colours; see `scene/palette`. */
  facade: z.int().nonnegative(),
  /** 单元: staircases, numbered 1…n from the left when one stands before the doors. 0 where nobody lives. */
  units: z.int().nonnegative(),
  doorsPerLanding: z.int().nonnegative(),
  yearBuilt: z.int().nullable(),
  /** The outline was made about a point that a table named, and gives way to a measured one. */
  approximate: z.boolean().optional(),
  branchId: idSchema.nullable(),
});

/** What lies between the buildings. One record per community. */
export const landscapeSchema = z.object({
  ...baseShape,
  /** Regular heights, metres relative to the anchor's elevation; row 0 is the south, column 0 the west. */
  terrain: z
    .object({
      /** South-west corner in local metres. */
      origin: z.tuple([z.number(), z.number()]),
      cellMetres: z.number().positive(),
      columns: z.int().min(2),
      rows: z.int().min(2),
      heightsMetres: z.array(z.number()),
    })
    .nullable(),
  roads: z.array(
    z.object({
      name: text(60),
      kind: z.enum(['main', 'street', 'lane', 'path']),
      widthMetres: z.number().positive(),
      line: z.array(lngLatSchema).min(2),
    }),
  ),
  areas: z.array(
    z.object({
      kind: z.enum([
        'courtyard',
        'plaza',
        'park',
        'grass',
        'field',
        'orchard',
        'sports',
        'water',
        'parking',
        'bare',
      ]),
      name: text(60),
      rings: polygonSchema,
    }),
  ),
  walls: z.array(z.object({ line: z.array(lngLatSchema).min(2), heightMetres: z.number().positive() })),
  /** `[lng, lat, height in metres, kind 0 broadleaf 1 poplar 2 conifer 3 shrub]` each. */
  trees: z.array(z.tuple([z.number(), z.number(), z.number(), z.int()])),
  lamps: z.array(lngLatSchema),
  /**
   * Landmarks that stand in the landscape as models of `public/models`: a gateway (12 m wide, front to its heading) at an estate's
   * entrance, a pavilion in the park, a water tower, kiosks along the street, a flagpole in the school yard.
   */
  landmarks: z.array(
    z.object({
      model: z.enum(['pavilion', 'gateway', 'watertower', 'kiosk', 'flagpole']),
      point: lngLatSchema,
      /** Where the front looks: 0 north, 90 east, 180 south. */
      headingDegrees: z.number().min(0).max(360),
    }),
  ),
});

export const dwellingSchema = z.object({
  ...baseShape,
  buildingId: idSchema,
  unit: z.int().nonnegative(),
  floor: z.int(),
  /** 1…n on the landing. */
  door: z.int().positive(),
  /** 室 as written on the door: floor × 100 + door, e.g. "502". */
  room: z.string().min(1).max(12),
  use: z.enum(codesOf(DWELLING_USE)),
  occupancy: z.enum(codesOf(OCCUPANCY)),
  areaSquareMetres: z.number().positive().nullable(),
  rooms: z.int().positive().nullable(),
  personal: z.object({
    ownerName: text(60).optional(),
    ownerPhone: text(20).optional(),
    notes: text(500).optional(),
  }),
});

export type Community = z.infer<typeof communitySchema>;
export type Grid = z.infer<typeof gridSchema>;
export type GridWorker = z.infer<typeof gridWorkerSchema>;
export type Building = z.infer<typeof buildingSchema>;
export type Landscape = z.infer<typeof landscapeSchema>;
export type Terrain = NonNullable<Landscape['terrain']>;
export type Dwelling = z.infer<typeof dwellingSchema>;
