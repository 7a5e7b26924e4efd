/** The files that a small community office brings: made here, of invented people and places. */
import { Document, NodeIO } from '@gltf-transform/core';
import { write } from 'hucre';
import iconv from 'iconv-lite';
import { citizenIdCheckSign } from '../../src/domain/checks/citizen-id.ts';
import type { LngLat } from '../../src/domain/records/base.ts';
import { createFrame } from '../../src/geometry/frame.ts';
import { resolveCrs } from '../../src/transfer/crs/resolve.ts';

export const ANCHOR: LngLat = [107.65, 35.73];
const frame = createFrame(ANCHOR);
/** CGCS2000, three-degree strip of 108° E. */
const SYSTEM = 'EPSG:4545';

interface Box {
  readonly name: string;
  readonly west: number;
  readonly south: number;
  readonly storeys: number;
}
/** Slabs of 30 × 12 m, metres east and north of the anchor. */
export const BUILDINGS: readonly Box[] = [
  { name: '1号楼', west: -60, south: 0, storeys: 6 },
  { name: '2号楼', west: 0, south: 0, storeys: 6 },
  { name: '3号楼', west: 60, south: 0, storeys: 11 },
];
const LENGTH = 30;
const WIDTH = 12;
const STOREY_METRES = 3;
const GROUND_METRES = 1420;

/** CityJSON 2.0: solids of LoD 1 with semantics, as a surveyor's program writes them. */
export const cityjson = (): Buffer => {
  const crs = resolveCrs(SYSTEM);
  if (!crs) throw new Error(`${SYSTEM} is not known`);
  const vertices: number[][] = [];
  const CityObjects: Record<string, object> = {};
  for (const { name, west, south, storeys } of BUILDINGS) {
    const first = vertices.length;
    for (const z of [GROUND_METRES, GROUND_METRES + storeys * STOREY_METRES])
      for (const [x, y] of [
        [west, south],
        [west + LENGTH, south],
        [west + LENGTH, south + WIDTH],
        [west, south + WIDTH],
      ] as const) {
        const [east, north] = crs.fromWgs84(...frame.toLngLat([x, y]), z);
        vertices.push([Math.round(east * 1000), Math.round(north * 1000), Math.round(z * 1000)]);
      }
    const at = (ring: number[]): number[][] => [ring.map((i) => first + i)];
    CityObjects[name] = {
      type: 'Building',
      attributes: { name, storeysAboveGround: storeys, function: 'residential' },
      geometry: [
        {
          type: 'Solid',
          lod: '1',
          boundaries: [
            [
              [3, 2, 1, 0],
              [4, 5, 6, 7],
              [0, 1, 5, 4],
              [1, 2, 6, 5],
              [2, 3, 7, 6],
              [3, 0, 4, 7],
            ].map(at),
          ],
          semantics: {
            surfaces: [{ type: 'GroundSurface' }, { type: 'RoofSurface' }, { type: 'WallSurface' }],
            values: [[0, 1, 2, 2, 2, 2]],
          },
        },
      ],
    };
  }
  const name = ['https:', 'www.opengis.net/def/crs/EPSG/0', SYSTEM.slice(5)];
  return Buffer.from(
    JSON.stringify({
      type: 'CityJSON',
      version: '2.0',
      metadata: { referenceSystem: `${name[0]}//${name[1]}/${name[2]}` },
      transform: { scale: [0.001, 0.001, 0.001], translate: [0, 0, 0] },
      CityObjects,
      vertices,
    }),
  );
};

/** Stands for no building that anybody has. */
export const PAVILION = '凉亭';

/** A model of the first building with a step in its roof: a node of the building's name, y up, about its own corner; and a pavilion. */
export const glb = async (): Promise<Buffer> => {
  const document = new Document();
  const buffer = document.createBuffer();
  const corners: number[] = [];
  const indices: number[] = [];
  const box = (x0: number, x1: number, top: number): void => {
    const first = corners.length / 3;
    for (const y of [0, top]) corners.push(x0, y, 0, x1, y, 0, x1, y, -WIDTH, x0, y, -WIDTH);
    for (const [a, b, c, d] of [
      [0, 3, 2, 1],
      [4, 5, 6, 7],
      [0, 1, 5, 4],
      [1, 2, 6, 5],
      [2, 3, 7, 6],
      [3, 0, 4, 7],
    ] as const)
      indices.push(first + a, first + b, first + c, first + a, first + c, first + d);
  };
  box(0, LENGTH / 2, 18);
  box(LENGTH / 2, LENGTH, 21);
  const positions = document.createAccessor().setType('VEC3').setBuffer(buffer);
  positions.setArray(Float32Array.from(corners));
  const triangles = document.createAccessor().setType('SCALAR').setBuffer(buffer);
  triangles.setArray(Uint16Array.from(indices));
  const material = document.createMaterial().setBaseColorFactor([0.6, 0.3, 0.2, 1]);
  const mesh = document
    .createMesh()
    .addPrimitive(
      document
        .createPrimitive()
        .setAttribute('POSITION', positions)
        .setIndices(triangles)
        .setMaterial(material),
    );
  const scene = document.createScene().addChild(document.createNode('1号楼').setMesh(mesh));
  scene.addChild(
    document.createNode(PAVILION).setMesh(mesh).setTranslation([250, 0, 0]).setScale([0.2, 0.2, 0.2]),
  );
  return Buffer.from(await new NodeIO().writeBinary(document));
};

/** Where the model's corner stands. */
export const GLB_CORNER: LngLat = frame.toLngLat([BUILDINGS[0]?.west ?? 0, BUILDINGS[0]?.south ?? 0]);

const citizenId = (birth: string, sequence: number): string => {
  const body = `620999${birth}${String(sequence).padStart(3, '0')}`;
  return body + citizenIdCheckSign(body);
};
/** Invented, with an area code that nobody has. */
export const PERSON = { name: '云知秋', id: citizenId('19620412', 901) };
const SPOUSE = { name: '何若水', id: citizenId('19640903', 902) };

/** As an office keeps it: a title above, addresses as people write them, GBK. */
export const residentsCsv = (): Buffer =>
  iconv.encode(
    [
      '北街社区居民信息登记表,,,,,,',
      '户号,姓名,与户主关系,性别,公民身份号码,联系电话,现住址',
      `001,${PERSON.name},户主,男,${PERSON.id},18100001001,1号楼1单元101`,
      `001,${SPOUSE.name},妻,女,${SPOUSE.id},18100001002,1-1-101`,
      `002,柏明远,户主,男,${citizenId('19710120', 903)},18100001003,１号楼一单元２０１室`,
      `003,榆清和,户主,女,6.20999E+17,18100001004,2号楼1单元101`,
      `004,枫景行,户主,男,${citizenId('19880808', 905)},18100001005,9号楼1单元101`,
    ].join('\r\n'),
    'gb18030',
  );

export const membersXlsx = async (): Promise<Buffer> =>
  Buffer.from(
    await write({
      sheets: [
        {
          name: '党员花名册',
          rows: [
            ['北街社区党员花名册'],
            ['姓名', '公民身份号码', '管理方式', '党员类别', '入党时间', '转正时间'],
            [PERSON.name, PERSON.id, '直管', '正式党员', '1988.07.01', '1989.07.01'],
          ],
        },
      ],
    }),
  );
