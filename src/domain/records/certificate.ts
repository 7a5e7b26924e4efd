/**
 * The certificate of “no blank spot” as it was issued: what was checked, how much of it was right, what was left out. Figures, names of
 * grids and of buildings only; nobody is named, no home, no head.
 *
 * It is kept as a part of a `disclosures` record, in the register of what left the application on paper. Thought of and not taken:
 * a table of its own (a migration, an index and a place in every walk over tables, for a few rows a year that nothing looks up by
 * anything but their day); a list on the community's record (rewritten whole with each certificate, loaded by every page and wall,
 * and a new version of the community lays the whole scene out anew). In the register it has what a record has: commit, undo, history,
 * replication, backup.
 */
import * as z from 'zod';
import { dateSchema, idSchema, instantSchema, name, text } from './base.ts';

export const certificateSchema = z.object({
  /** Running number of the community: "2026-003". */
  number: text(20),
  communityName: name,
  communityCode: text(12),
  /** The desk or person that issued it, and when the check was made. */
  by: text(60),
  at: instantSchema,
  isWhole: z.boolean(),
  /** The grids that were checked, with a mark of each boundary. */
  grids: z.array(z.object({ id: idSchema, code: text(20), name, validFrom: dateSchema, mark: text(20) })),
  /** By theme: records checked (of the ground square metres), those in order, blank spots and remarks. */
  themes: z.array(
    z.object({
      theme: text(20),
      checked: z.int().nonnegative(),
      ok: z.int().nonnegative(),
      gaps: z.int().nonnegative(),
      remarks: z.int().nonnegative(),
    }),
  ),
  /** What was left out, by kind of fault, with how often and where: names of grids and buildings. */
  gaps: z.array(z.object({ rule: text(40), count: z.int().positive(), places: z.array(text(130)) })),
  /** SHA-256 over the records checked, without their personal values. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});

export type Certificate = z.infer<typeof certificateSchema>;
