import type { SourceFile } from '../source-file.ts';
import type { PlaceFormat } from './place-set.ts';

export const detectPlaceFormat = async (file: SourceFile): Promise<PlaceFormat | null> =>
  /\.city\.jsonl$/.test(file.name)
    ? 'cityjsonseq'
    : /\.city\.json$/.test(file.name)
      ? 'cityjson'
      : /json$/.test(file.name)
        ? 'geojson'
        : /\.glb$/.test(file.name)
          ? 'glb'
          : null;
