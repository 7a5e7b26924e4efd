/**
 * What to say of a file that no reader takes: what it is by its first bytes or its name, and how one gets something of it that can be read.
 */
import { Refused } from './problem.ts';
import type { SourceFile } from './source-file.ts';

type Words = readonly [zh: string, en: string];

const asGeojson = (zh: string, en: string): Words => [
  `${zh}请在制图软件（如 QGIS）里另存为 GeoJSON 再导入。`,
  `${en} Save it as GeoJSON with a mapping program (such as QGIS) and bring that.`,
];
const asGlb = (zh: string, en: string): Words => [
  `${zh}请在建模软件里导出为 glTF 2.0（.glb）再导入。`,
  `${en} Export it as glTF 2.0 (.glb) from the modelling program and bring that.`,
];

const BY_NAME: readonly (readonly [RegExp, Words])[] = [
  [
    /\.(?:shp|shx|dbf|sbn|sbx|cpg)$/i,
    asGeojson('这是 Shapefile 的一部分。', 'This is a part of a Shapefile.'),
  ],
  [/\.(?:kml|kmz|gpx)$/i, asGeojson('这是 KML/GPX 文件。', 'This is a KML or GPX file.')],
  [
    /\.(?:gdb|mdb|tab|mif|gml|osm|pbf|mbtiles|fgb|parquet)$/i,
    asGeojson(
      '这是地图数据，但不是这里能读的格式。',
      'This is map data, but of a format that is not read here.',
    ),
  ],
  [
    /\.(?:skp|blend|max|3ds|fbx|obj|dae|stl|ply|c4d|osgb|rvt|rfa|ifc|3dm|usdz?)$/i,
    asGlb('这是模型文件，但不是这里能读的格式。', 'This is a model, but of a format that is not read here.'),
  ],
  [
    /\.(?:dwg|dxf|dgn)$/i,
    [
      '这是 CAD 图纸。请在 CAD 或制图软件里把楼栋轮廓导出为 GeoJSON，或把模型导出为 .glb。',
      'This is a CAD drawing. Export the outlines of buildings as GeoJSON, or the model as .glb.',
    ],
  ],
  [
    /\.(?:xls|et|ods|numbers|xlsb)$/i,
    [
      '这是表格文件，但不是这里能读的格式。请用 WPS 或 Excel 另存为 .xlsx 或 CSV。',
      'This is a spreadsheet of a format that is not read here. Save it as .xlsx or CSV.',
    ],
  ],
  [
    /\.(?:docx?|wps|pdf|pptx?|rtf|odt)$/i,
    [
      '这是文档，不是表格。请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx。',
      'This is a document, not a table. Copy its table into a spreadsheet and save it as .xlsx.',
    ],
  ],
  [
    /\.(?:zip|rar|7z|gz|tgz|tar|bz2|xz)$/i,
    [
      '这是压缩包。请先解压，再把里面的文件拖进来。',
      'This is an archive. Unpack it first, and bring the files in it.',
    ],
  ],
  [
    /\.(?:mp4|mov|avi|mp3|heic|gif|bmp|svg|psd)$/i,
    [
      '这是图片或影音，不是社区的数据。正射影像请存为 PNG、JPEG、WebP 或 GeoTIFF。',
      'This is a picture, sound or film, not data of a community. Pictures of the ground are read as PNG, JPEG, WebP or GeoTIFF.',
    ],
  ],
];

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte);

/** JSON of other makers, by words that stand near its beginning. */
const BY_WORDS: readonly (readonly [RegExp, Words])[] = [
  [
    /"geometryType"\s*:\s*"esriGeometry|"spatialReference"\s*:/,
    asGeojson('这是 Esri JSON。', 'This is Esri JSON.'),
  ],
  [
    /"elements"\s*:\s*\[|"osm3s"\s*:/,
    asGeojson('这是 Overpass 的 OSM JSON，不是 GeoJSON。', 'This is OSM JSON of Overpass, not GeoJSON.'),
  ],
  [
    /^\s*<(?:!doctype html|html|head|body)/i,
    [
      '这是网页，不是数据文件：下载时可能没有登录，或地址不对。请重新下载。',
      'This is a web page, not a data file: the download may have needed a login or another address. Download it again.',
    ],
  ],
  [/^\s*<\?xml|^\s*<(?:osm|kml|gml)/i, asGeojson('这是 XML 文件。', 'This is an XML file.')],
];

const byBytes = (head: Uint8Array): Words | null => {
  if (head.length === 0)
    return [
      '文件是空的（0 字节）。请重新复制或下载。',
      'The file is empty (0 bytes). Copy or download it again.',
    ];
  if (
    startsWith(head, 0x1f, 0x8b) ||
    startsWith(head, 0x37, 0x7a, 0xbc, 0xaf) ||
    startsWith(head, 0x52, 0x61, 0x72, 0x21) ||
    startsWith(head, 0x50, 0x4b, 3, 4)
  )
    return [
      '文件是压缩过的。请先解压，再导入里面的文件。',
      'The file is compressed. Unpack it first, and bring what is in it.',
    ];
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46))
    return ['这是 PDF 文档，不是数据文件。', 'This is a PDF document, not a data file.'];
  if (startsWith(head, 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65))
    return asGeojson(
      '这是 SQLite 数据库（如 GeoPackage）。',
      'This is an SQLite database (such as a GeoPackage).',
    );
  if (startsWith(head, 0x00, 0x00, 0x27, 0x0a)) return asGeojson('这是 Shapefile。', 'This is a Shapefile.');
  return null;
};

const anything = (name: string): Words => [
  `不认识这种文件：${name}。能读的有：GeoJSON、CityJSON、glTF（.glb）、3D Tiles、GeoTIFF、CSV、XLSX 和社区备份（.linli）。`,
  `This kind of file is not known: ${name}. What can be read: GeoJSON, CityJSON, glTF (.glb), 3D Tiles, GeoTIFF, CSV, XLSX, and backups of communities (.linli).`,
];

const HEAD_BYTES = 2_000;

export const refusalOf = async (file: SourceFile): Promise<Refused> => {
  const head = await file.read(0, Math.min(HEAD_BYTES, file.size));
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '');
  const [zh, en] =
    (head.length === 0 ? byBytes(head) : null) ??
    BY_NAME.find(([pattern]) => pattern.test(file.name))?.[1] ??
    byBytes(head) ??
    BY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ??
    anything(file.name);
  return new Refused('file.unknown', file.name, zh, en);
};
