/** The list of a tileset's files that is kept beside them: which asset is which path. */
import * as z from 'zod';

const backdropFilesSchema = z.object({
  /** Path of the tileset itself. */
  root: z.string(),
  /** Path → id of the asset. */
  files: z.record(z.string(), z.string()),
});
export type BackdropFiles = z.infer<typeof backdropFilesSchema>;

export const writeBackdropFiles = (files: BackdropFiles): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(files));

/** Null where the bytes are no such list. */
export const readBackdropFiles = (bytes: Uint8Array): BackdropFiles | null => {
  try {
    const read = backdropFilesSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
};
