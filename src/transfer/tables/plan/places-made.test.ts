/** Buildings, facilities and organisations that a table places by coordinates. */
import { describe, expect, it } from 'vitest';
import type { RecordState } from '../../../domain/edit-apply.ts';
import type { LngLat } from '../../../domain/records/index.ts';
import { sampleOf } from '../../../domain/testing/samples.ts';
import { faultsOf, listOf } from '../../../domain/testing/small-community.ts';
import { createFrame } from '../../../geometry/frame.ts';
import { polygonArea } from '../../../geometry/polygon.ts';
import { wgs84ToGcj02 } from '../../crs/china-offsets.ts';
import { community, importRows } from '../testing/tables.ts';

const ANCHOR: LngLat = [107.6507, 35.7306];
const frame = createFrame(ANCHOR);
const at = (x: number, y: number): string[] => frame.toLngLat([x, y]).map((value) => value.toFixed(7));

/** The samples stand on one spot elsewhere; here they have places of their own. */
const start = (): RecordState => {
  const state = community();
  const buildings = listOf(state, 'buildings').map((building, i) => ({
    ...building,
    footprint: [
      [
        [i * 100, 0],
        [i * 100 + 40, 0],
        [i * 100 + 40, 12],
        [i * 100, 12],
      ].map((point) => frame.toLngLat(point as [number, number])),
    ],
  }));
  return { ...state, buildings: new Map(buildings.map((building) => [building.id, building])) };
};
const options = { kind: 'buildings', anchor: ANCHOR } as const;
const codesOf = ({ plan }: Awaited<ReturnType<typeof importRows>>): string[] =>
  plan.outcomes.map(({ outcome, reasons }) =>
    outcome === 'rejected' ? reasons.map(({ code }) => code).join() : outcome,
  );

const HEADERS = ['小区', '楼号', '层数', '单元数', '梯户比', '经度', '纬度', '占地面积'];

describe('buildings of a list', () => {
  const rows = [
    HEADERS,
    ['和顺家园', '7', '6层', '3个单元', '一梯两户', ...at(0, 200), '620'],
    ['和顺家园', '银杏大厦', '18', '', '', ...at(100, 200), ''],
    ['云和家园', '3', '6', '2', '2', ...at(10, 5), ''],
  ];

  it('are not made where their figures are those of a town, or of no house on earth', async () => {
    const { plan } = await importRows(
      start(),
      [
        HEADERS,
        ['和顺家园', '7', '6', '300', '300', ...at(0, 200), ''],
        ['和顺家园', '8', '9999', '3', '2', ...at(200, 200), ''],
      ],
      options,
    );
    expect(plan.counts).toMatchObject({ imported: 0, rejected: 2 });
    expect(plan.changes).toEqual([]);
    expect(plan.outcomes.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['homes.units', 'homes.doorsPerLanding'],
      ['storeys.tooMany'],
    ]);
  });

  it('are made about their coordinates, with their homes, and found again', async () => {
    const first = await importRows(start(), rows, options);
    expect(codesOf(first)).toEqual(['imported', 'imported', 'unchanged']);
    expect(faultsOf(first.state)).toEqual([]);
    const made = listOf(first.state, 'buildings').filter(({ approximate }) => approximate);
    expect(
      made.map(({ estate, number, name, storeys, units, doorsPerLanding }) => [
        estate,
        number,
        name,
        storeys,
        units,
        doorsPerLanding,
      ]),
    ).toEqual([
      ['和顺家园', '7', '7号楼', 6, 3, 2],
      ['和顺家园', '', '银杏大厦', 18, 0, 0],
    ]);
    const [seven, tower] = made;
    const area = polygonArea((seven?.footprint ?? []).map((ring) => ring.map((p) => frame.toLocal(p))));
    expect(area).toBeCloseTo(620, 0);
    expect(tower?.heightMetres).toBe(54);
    const homes = listOf(first.state, 'dwellings').filter(({ buildingId }) => buildingId === seven?.id);
    expect(homes).toHaveLength(36);
    expect(homes[0]).toMatchObject({ unit: 1, floor: 1, room: '101', occupancy: 'vacant' });
    expect(first.plan.outcomes[0]?.warnings.map(({ code }) => code)).toEqual([
      'place.crsGuessed',
      'building.approximate',
    ]);
    const second = await importRows(first.state, rows, options);
    expect(second.plan.counts).toMatchObject({ unchanged: 3, rejected: 0 });
    expect(second.plan.changes).toEqual([]);
  });

  it('are refused with what is missing, far away, twice on one spot, or of an unknown system', async () => {
    const told = await importRows(
      start(),
      [
        HEADERS,
        ['和顺家园', '8', '6', '', '', '', '', ''],
        ['和顺家园', '9', '6', '', '', at(0, 300)[0] ?? '', '', ''],
        ['和顺家园', '10', '6', '', '', '117.65', '35.73', ''],
        ['和顺家园', '11', '6', '', '', ...at(105, 6), ''],
        ['和顺家园', '12', '6', '', '', ...at(0, 400), ''],
        ['和顺家园', '13', '6', '', '', ...at(2, 401), ''],
        ['', '3', '6', '', '', ...at(0, 500), ''],
        ['和顺家园', '14', '好多层', '', '', ...at(0, 600), ''],
      ],
      options,
    );
    expect(codesOf(told)).toEqual([
      'building.noFootprint',
      'place.half',
      'place.far',
      'building.occupied',
      'imported',
      'building.occupied',
      'address.several',
      'storeys.form',
    ]);
    expect(told.plan.outcomes[0]?.reasons[0]?.zh).toContain('经度');
    const unknown = await importRows(start(), [HEADERS, ['和顺家园', '8', '6', '', '', ...at(0, 200), '']], {
      ...options,
      crs: 'EPSG:999999',
    });
    expect(codesOf(unknown)).toEqual(['place.crs']);
  });

  it('lie where GCJ-02 says when the header or a person says so', async () => {
    const wanted = frame.toLngLat([0, 200]);
    const [lng, lat] = wgs84ToGcj02(wanted[0], wanted[1]);
    const row = ['和顺家园', '7', '6', '', '', String(lng), String(lat), ''];
    const centre = async (headers: string[], more = {}) => {
      const { state } = await importRows(start(), [headers, row], { ...options, ...more });
      const [building] = listOf(state, 'buildings').filter(({ approximate }) => approximate);
      const ring = building?.footprint[0] ?? [];
      return frame.toLocal([
        ring.reduce((sum, [x]) => sum + x, 0) / ring.length,
        ring.reduce((sum, [, y]) => sum + y, 0) / ring.length,
      ]);
    };
    const named = HEADERS.map((header) => (header === '经度' ? '高德经度' : header));
    for (const [x, y] of [await centre(named), await centre(HEADERS, { crs: 'GCJ-02' })]) {
      expect(x).toBeCloseTo(0, 0);
      expect(y).toBeCloseTo(200, 0);
    }
    const [x, y] = await centre(HEADERS);
    expect(Math.hypot(x, y - 200)).toBeGreaterThan(300);
  });

  it('take metres of a Chinese strip, and coordinates in one cell', async () => {
    const metres = await importRows(
      start(),
      [
        ['小区', '楼号', '层数', 'X', 'Y'],
        // About the community in the strip of 108°E, without a zone's number.
        ['和顺家园', '7', '6', '468404.7', '3955459.8'],
      ],
      { ...options, crs: 'EPSG:4545' },
    );
    expect(codesOf(metres)).toEqual(['imported']);
    const one = await importRows(
      start(),
      [
        ['小区', '楼号', '层数', '坐标'],
        ['和顺家园', '7', '6', `(${at(0, 300).join('，')})`],
        ['和顺家园', '8', '6', at(0, 400).reverse().join(' ')],
        ['和顺家园', '9', '6', '不详'],
      ],
      options,
    );
    expect(codesOf(one)).toEqual(['imported', 'imported', 'building.noFootprint']);
  });

  it('that are there and have no homes get them from their figures', async () => {
    const empty = sampleOf('buildings', {
      ...listOf(start(), 'buildings')[0],
      id: '01J0000000000000000000EMPT',
      number: '20',
      name: '20号楼',
      units: 0,
      doorsPerLanding: 0,
    });
    const state = { ...start(), buildings: new Map([[empty.id, empty]]), dwellings: new Map() };
    const rows = [
      ['小区', '楼号', '层数', '单元数', '每层户数'],
      ['云和家园', '20', '5', '2', '2'],
    ];
    const first = await importRows(state, rows, options);
    expect(codesOf(first)).toEqual(['updated']);
    expect(listOf(first.state, 'dwellings')).toHaveLength(20);
    expect((await importRows(first.state, rows, options)).plan.changes).toEqual([]);
    const without = await importRows(state, rows, { ...options, makeHomes: false });
    expect(listOf(without.state, 'dwellings')).toHaveLength(0);
  });
});

describe('other places', () => {
  it('facilities stand at their coordinates, in the building that is there', async () => {
    const rows = [
      ['设施名称', '设施类别', '经度', '纬度'],
      ['云和警务室', '警务室', ...at(120, 6)],
      ['云和健身室', '健身室', ...at(20, 300)],
    ];
    const first = await importRows(start(), rows, { kind: 'facilities', anchor: ANCHOR });
    expect(codesOf(first)).toEqual(['imported', 'imported']);
    const [police, gym] = listOf(first.state, 'facilities');
    expect(police?.buildingId).toBe(listOf(first.state, 'buildings')[1]?.id);
    expect(gym?.buildingId).toBeNull();
    expect(
      (await importRows(first.state, rows, { kind: 'facilities', anchor: ANCHOR })).plan.changes,
    ).toEqual([]);
  });

  it('organisations belong to the building at or beside their coordinates', async () => {
    const rows = [
      ['单位名称', '单位类型', '经营地址', '经度', '纬度'],
      ['云和超市', '个体', '', ...at(120, -8)],
      ['云和书店', '个体', '北街无名路', ...at(220, 6)],
      ['云和摊位', '个体', '', ...at(120, 300)],
      ['云和不明', '个体', '北街无名路', '', ''],
    ];
    const first = await importRows(start(), rows, { kind: 'organisations', anchor: ANCHOR });
    expect(codesOf(first)).toEqual(['imported', 'imported', 'imported', 'address.unknown']);
    const buildings = listOf(first.state, 'buildings');
    expect(listOf(first.state, 'organisations').map(({ buildingId }) => buildingId)).toEqual([
      buildings[1]?.id,
      buildings[2]?.id,
      null,
    ]);
    expect(first.plan.outcomes[2]?.warnings.map(({ code }) => code)).toContain('organisation.beside');
  });
});
