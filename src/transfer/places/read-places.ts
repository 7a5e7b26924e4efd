/** The reader of each format of places; a reader's code is fetched when a file of its format comes. */
import type { GeojsonOptions } from '../geojson/read-geojson.ts';
import type { GltfOptions } from '../gltf/read-gltf.ts';
import { type DecodePicture, defaultDecoder } from './picture-decoder.ts';
import { paintTextures } from './texture-colours.ts';
import { Refused } from '../problem.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import type { PlaceFormat, PlaceSet } from './place-set.ts';

/** `dracoWasm` hands over the decoder in the page; Node finds it by itself. */
export type ReadPlacesOptions = ReadOptions &
  Pick<GltfOptions, 'dracoWasm'> &
  Pick<GeojsonOptions, 'sketch'> & {
    /** How textures become pixels; by what there is where the code runs. */
    readonly decodePicture?: DecodePicture;
  };
type Reader = (file: SourceFile, options: ReadPlacesOptions) => Promise<PlaceSet>;

const geojson = async (): Promise<Reader> => (await import('../geojson/read-geojson.ts')).readGeojson;
const cityjson = async (): Promise<Reader> => (await import('../cityjson/read-cityjson.ts')).readCityjson;
const gltf = async (): Promise<Reader> => (await import('../gltf/read-gltf.ts')).readGltf;

const READERS: Readonly<Partial<Record<PlaceFormat, () => Promise<Reader>>>> = {
  geojson,
  geojsonseq: geojson,
  cityjson,
  cityjsonseq: cityjson,
  glb: gltf,
  gltf,
  geotiff: async () => (await import('../terrain/read-geotiff.ts')).readGeotiff,
  terrarium: async () => (await import('../terrain/read-terrarium.ts')).readTerrarium,
  asciigrid: async () => (await import('../terrain/read-ascii-grid.ts')).readAsciiGrid,
  imagery: async () => (await import('../imagery/read-imagery.ts')).readImagery,
};

/** Throws `Refused` where nothing of the file can be used. A tileset is no set of places: `tiles/read-tileset.ts` reads it. */
export const readPlaces = async (
  file: SourceFile,
  format: PlaceFormat,
  options: ReadPlacesOptions = {},
): Promise<PlaceSet> => {
  const reader = READERS[format];
  if (!reader)
    throw new Refused(
      'places.format',
      file.name,
      `不能把这种文件（${format}）读作楼栋或地形。`,
      `A file of this kind (${format}) cannot be read as buildings or ground.`,
    );
  const set = await (await reader())(file, options);
  options.sketch?.end();
  return paintTextures(set, options.decodePicture ?? defaultDecoder(), options.signal);
};
