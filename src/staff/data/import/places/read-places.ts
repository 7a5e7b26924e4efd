/** The reader of each format of places; a reader's code is fetched when a file of its format comes. */
import type { PlaceSet } from '../../../../transfer/places/place-set.ts';
import { Refused } from '../../../../transfer/problem.ts';
import type { ReadOptions, SourceFile } from '../../../../transfer/source-file.ts';

type Reader = (file: SourceFile, options: ReadOptions) => Promise<PlaceSet>;

const geojson = async (): Promise<Reader> =>
  (await import('../../../../transfer/geojson/read-geojson.ts')).readGeojson;
const gltf = async (): Promise<Reader> => {
  const [{ readGltf }, { dracoWasm }] = await Promise.all([
    import('../../../../transfer/gltf/read-gltf.ts'),
    import('../../../../transfer/gltf/draco-wasm.ts'),
  ]);
  return (file, options) => readGltf(file, { ...options, dracoWasm });
};
const cityjson = async (): Promise<Reader> =>
  (await import('../../../../transfer/cityjson/read-cityjson.ts')).readCityjson;
const geotiff = async (): Promise<Reader> =>
  (await import('../../../../transfer/terrain/read-geotiff.ts')).readGeotiff;
const terrarium = async (): Promise<Reader> =>
  (await import('../../../../transfer/terrain/read-terrarium.ts')).readTerrarium;
const asciigrid = async (): Promise<Reader> =>
  (await import('../../../../transfer/terrain/read-ascii-grid.ts')).readAsciiGrid;
const imagery = async (): Promise<Reader> =>
  (await import('../../../../transfer/imagery/read-imagery.ts')).readImagery;

const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  geojson,
  geojsonseq: geojson,
  cityjson,
  cityjsonseq: cityjson,
  glb: gltf,
  gltf,
  geotiff,
  terrarium,
  asciigrid,
  imagery,
};

export const readPlaces = async (
  file: SourceFile,
  format: string,
  options: ReadOptions,
): Promise<PlaceSet> => {
  const reader = READERS[format];
  if (!reader)
    throw new Refused(
      'places.format',
      file.name,
      `还不能读取这种格式（${format}）。`,
      `This format (${format}) cannot be read.`,
    );
  return (await reader())(file, options);
};
