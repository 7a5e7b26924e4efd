/**
 * Where places come from: the files that were brought in, which object of a file stands for which building, and how people write
 * addresses that the parser alone cannot resolve.
 */
import * as z from 'zod';
import { codesOf, LINK_BY, SOURCE_KIND } from '../codes.ts';
import { baseShape, dateSchema, idSchema, lngLatSchema, name, text } from './base.ts';

/** Content address of an asset: SHA-256, hexadecimal. */
const assetIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** How a model's own metres lie on the earth. */
export const placementSchema = z.object({
  /** Where on earth the model's `pivot` stands. */
  anchor: lngLatSchema,
  /** A point of the model, in its own units. */
  pivot: z.tuple([z.number(), z.number()]),
  /** Height above sea level of the model's z = 0, metres. */
  groundMetres: z.number(),
  /** Clockwise from north: 90 turns the model's north side to the east. */
  rotationDegrees: z.number(),
  /** Metres of ground in one unit of the model. */
  scale: z.number().positive(),
  /** East and west of the model are exchanged before it is turned. */
  mirrored: z.boolean(),
});

/** A picture on the ground, as the scene lays it there: upper left, upper right, lower right, lower left. */
export const pictureSchema = z.object({
  /** PNG, JPEG or WebP. Another asset than the file where the file is a GeoTIFF. */
  assetId: assetIdSchema,
  corners: z.tuple([lngLatSchema, lngLatSchema, lngLatSchema, lngLatSchema]),
});

/** What the scene needs of a tileset besides its address or its files. */
export const backdropSchema = z.object({
  /** The list of its files, path → asset, as JSON; null where it is fetched from its address. */
  filesId: assetIdSchema.nullable(),
  /** Lifted by this, metres: what is measured above the ellipsoid is brought down to the community's ground. */
  raisedMetres: z.number(),
});

/** A file of places, with all that is needed to read it again: the file itself, its system, its placement. */
export const sourceSchema = z.object({
  ...baseShape,
  kind: z.enum(codesOf(SOURCE_KIND)),
  name,
  fileName: text(255),
  /** `cityjson`, `glb`, `3dtiles`, …: as the readers call it. */
  format: text(20),
  version: text(20).nullable(),
  /** The file as it came, with its original coordinates. */
  fileId: assetIdSchema.nullable(),
  /** Its meshes in local metres, as the scene draws them. */
  meshId: assetIdSchema.nullable(),
  /** Of a tileset: its address on the same server. */
  address: text(2000).nullable(),
  /** Coordinate system that it was read in, as text; null where it was placed by hand. */
  crs: text(4000).nullable(),
  placement: placementSchema.nullable(),
  /** Of imagery. */
  picture: pictureSchema.nullable(),
  /** Of a tileset. */
  backdrop: backdropSchema.nullable(),
  importedOn: dateSchema,
  shown: z.boolean(),
});

/** An object of a source stands for a building. What is not linked has no such record. */
export const sourceLinkSchema = z.object({
  ...baseShape,
  sourceId: idSchema,
  /** Id or name of the object in its file. */
  key: z.string().min(1).max(200),
  buildingId: idSchema,
  by: z.enum(codesOf(LINK_BY)),
  /** How much of the two outlines lies in both, 0–1; 1 where the link is not by outline. */
  share: z.number().min(0).max(1),
});

/** An address as somebody wrote it, and the place that a person said it means. */
export const addressAliasSchema = z.object({
  ...baseShape,
  /** As `normaliseText` leaves it. */
  text: z.string().min(1).max(200),
  buildingId: idSchema,
  dwellingId: idSchema.nullable(),
});

export type Placement = z.infer<typeof placementSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type SourceLink = z.infer<typeof sourceLinkSchema>;
export type AddressAlias = z.infer<typeof addressAliasSchema>;
