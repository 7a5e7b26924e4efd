/** Bare bodies on their way from whoever reads a file to the canvas that draws them: kept outside of React, for they come by the dozen. */
import type { MassingPiece } from '../../geometry/massing.ts';

export interface SketchFeed {
  /** Files of this format are drawn while they are read; of others nothing comes. */
  readonly isExpected: boolean;
  /** `isLast`: the file has been read. */
  readonly add: (piece: MassingPiece | null, isLast: boolean) => void;
  /** Tells the listener of every piece, those that came before too; the returned function ends that. */
  readonly listen: (listener: SketchListener) => () => void;
  /** Nobody will draw it any more. */
  readonly forget: () => void;
}
export type SketchListener = (piece: MassingPiece | null, isLast: boolean) => void;

export const createSketchFeed = (isExpected: boolean): SketchFeed => {
  const pieces: MassingPiece[] = [];
  let isWhole = false;
  let listener: SketchListener | null = null;
  return {
    isExpected,
    add: (piece, isLast) => {
      if (piece) pieces.push(piece);
      isWhole ||= isLast;
      listener?.(piece, isLast);
    },
    listen: (given) => {
      listener = given;
      for (const piece of pieces) given(piece, false);
      if (isWhole) given(null, true);
      return () => {
        if (listener === given) listener = null;
      };
    },
    forget: () => {
      pieces.length = 0;
    },
  };
};
