/** The pictures of the ground that are shown: where each lies, and how its bytes are had. */
import type { LngLat, Source } from '../domain/records/index.ts';
import { asset } from '../storage/index.ts';

export interface GroundPicture {
  /** Changes when another picture is to be drawn. */
  readonly key: string;
  /** Upper left, upper right, lower right, lower left. */
  readonly corners: readonly LngLat[];
  readonly read: () => Promise<Blob | null>;
}

/** One reader an asset: whoever holds the picture need not fetch it again when only the list is new. */
const readers = new Map<string, GroundPicture['read']>();
const readerOf = (assetId: string): GroundPicture['read'] => {
  const known = readers.get(assetId);
  if (known) return known;
  const read = async (): Promise<Blob | null> => {
    const bytes = await asset(assetId);
    return bytes && new Blob([bytes as Uint8Array<ArrayBuffer>]);
  };
  readers.set(assetId, read);
  return read;
};

/** Those brought in first lie lowest. */
export const shownPictures = (sources: readonly Source[]): GroundPicture[] =>
  sources
    .filter(({ shown, picture }) => shown && picture !== null)
    .sort((a, b) => a.createdAt - b.createdAt)
    .flatMap(({ id, picture }) =>
      picture
        ? [{ key: `${id} ${picture.assetId}`, corners: picture.corners, read: readerOf(picture.assetId) }]
        : [],
    );
