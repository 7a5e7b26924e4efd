/** What every record shares. Ids are made on the client and sort by time; `revision` counts changes from 1. */
import * as z from 'zod';
import { isRealDate } from '../dates.ts';
import { ID_PATTERN } from '../ids.ts';

// zod's compiled parsers need `new Function`, which the content policy forbids. Every schema of the product imports this file.
z.config({ jitless: true });

export const idSchema = z.string().regex(ID_PATTERN);

/** A calendar date in the community's own time, `yyyy-MM-dd`; a day that exists. */
export const dateSchema = z.string().refine(isRealDate, { params: { rule: 'date' } });
/** A calendar month, `yyyy-MM`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** An instant in epoch milliseconds. */
export const instantSchema = z.number().int().nonnegative();

/** WGS 84, degrees: `[longitude, latitude]`. */
export type LngLat = [lng: number, lat: number];
export const lngLatSchema: z.ZodType<LngLat> = z.tuple([
  z.number().min(-180).max(180),
  z.number().min(-90).max(90),
]);
/** A closed ring without the repeated last point; the first ring of a polygon is its outside, counter-clockwise. */
export const ringSchema = z.array(lngLatSchema).min(3);
export const polygonSchema = z.array(ringSchema).min(1);
/** Polygons of rings of `[lng, lat]`. */
export const multiPolygonSchema = z.array(polygonSchema).min(1);

export type Ring = z.infer<typeof ringSchema>;
export type Polygon = z.infer<typeof polygonSchema>;
export type MultiPolygon = z.infer<typeof multiPolygonSchema>;

/** Fields of every record. `createdAt` and `updatedAt` are epoch milliseconds. */
export const baseShape = {
  id: idSchema,
  communityId: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  revision: z.number().int().positive(),
};

/** A text a person writes: trimmed when it is stored, at most this many characters. */
export const text = (max: number) => z.string().max(max);
export const name = z.string().min(1).max(60);
