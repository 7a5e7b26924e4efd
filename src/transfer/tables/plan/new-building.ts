/**
 * A building that only a list tells of: a rectangle about its coordinates, as large as the list says or as such houses usually are, with
 * its long side to the south. It is marked as approximate, and gives way to a measured outline of the same house.
 */
import { parseAddress } from '../../../domain/address.ts';
import { checkHomesRule, planHomes, ruleOf } from '../../../domain/homes-plan.ts';
import type { Edit } from '../../../domain/edit.ts';
import { createDraft } from '../../../domain/operations/draft.ts';
import { type Reason, reasonOf, refuse, type Result } from '../../../domain/reasons.ts';
import type { Building, LngLat, Polygon } from '../../../domain/records/index.ts';
import { createFrame } from '../../../geometry/frame.ts';
import { facadeOf, gridFinder } from '../../places/new-building.ts';
import { namesOf } from '../../places/attributes.ts';
import { composedAddress } from '../places/columns.ts';
import { addressOf, type PlanContext } from './context.ts';
import type { Patch } from './patch.ts';
import type { RecordBooks } from './record-books.ts';
import { numberOf, type RowValues } from './row-reader.ts';

const STOREY_METRES = 3;
/** Where neither storeys nor height are told, as for buildings of a map. */
const UNKNOWN_STOREYS = 2;
/** Ground that one staircase of flats takes, and the shortest and longest houses in relation to their depth. */
const UNIT_SQUARE_METRES = 190;
const [LEAST_RATIO, MOST_RATIO] = [1.2, 5];

interface Size {
  readonly lengthMetres: number;
  readonly depthMetres: number;
}

const sizeOf = (row: RowValues, units: number, storeys: number): Size => {
  const [long, short] = [numberOf(row, 'lengthMetres'), numberOf(row, 'widthMetres')];
  if (long !== undefined && short !== undefined && long > 0 && short > 0)
    return { lengthMetres: long, depthMetres: short };
  const built = numberOf(row, 'builtArea');
  const told = numberOf(row, 'groundArea') ?? (built === undefined ? undefined : built / storeys);
  const area = told !== undefined && told > 0 ? told : Math.max(1, units) * UNIT_SQUARE_METRES;
  const ratio = Math.min(MOST_RATIO, Math.max(LEAST_RATIO, units * 1.2));
  const depthMetres = Math.sqrt(area / ratio);
  return { lengthMetres: depthMetres * ratio, depthMetres };
};

const rectangle = (point: LngLat, { lengthMetres, depthMetres }: Size): Polygon => {
  const frame = createFrame(point);
  const [x, y] = [lengthMetres / 2, depthMetres / 2];
  return [
    [frame.toLngLat([-x, -y]), frame.toLngLat([x, -y]), frame.toLngLat([x, y]), frame.toLngLat([-x, y])],
  ];
};

/** 小区, 楼号 and name, as the columns or the address tell them. */
export const namesInRow = (row: RowValues): Pick<Building, 'estate' | 'number' | 'name'> => {
  const { address = '', estate = '', building = '' } = addressOf(row);
  const written = building === '' ? address : composedAddress({ building });
  const parsed = parseAddress(written);
  const named = namesOf(written.trim(), estate === '' ? {} : { estate }, '');
  // An address before the building is a street or an estate: 北街12号院 + 3号楼.
  const before = estate === '' && building !== '' && parsed?.estate === undefined ? address : '';
  return { ...named, estate: (named.estate || before).slice(0, 60) };
};

export interface MadeBuilding {
  readonly result: Result<Edit>;
  readonly warnings: readonly Reason[];
}

/** `patch`: what the row says for fields of a building. */
export const makeBuilding = (
  row: RowValues,
  point: LngLat,
  patch: Patch,
  context: PlanContext,
  books: RecordBooks,
): MadeBuilding => {
  const names = namesInRow(row);
  const height = numberOf(row, 'heightMetres');
  const storeys =
    numberOf(row, 'storeys') ??
    (height === undefined ? UNKNOWN_STOREYS : Math.max(1, Math.round(height / STOREY_METRES)));
  const units = numberOf(row, 'units') ?? 0;
  const size = sizeOf(row, units, Math.max(1, storeys));
  const footprint = rectangle(point, size);
  const use = (patch['use'] ?? 'residential') as Building['use'];
  const fields = {
    gridId: gridFinder(books.grids.all(), createFrame(point))(footprint),
    ...names,
    aliases: [],
    use,
    footprint,
    heightMetres: Math.max(2, storeys * STOREY_METRES),
    minHeightMetres: 0,
    storeys,
    podiumStoreys: 0,
    roof: 'flat' as const,
    facade: facadeOf(use, `${names.estate}${names.name}`),
    units,
    doorsPerLanding: 0,
    yearBuilt: null,
    branchId: null,
    ...patch,
    approximate: true,
  };
  const draft = createDraft(context.stamp);
  const building = draft.create('buildings', fields);
  // 300 staircases of 300 doors would be a town in one building, and most likely a slip.
  const wrong = context.options.makeHomes === false ? [] : checkHomesRule(ruleOf(building));
  if (wrong.length > 0) return { result: refuse(...wrong), warnings: [] };
  const homes = context.options.makeHomes === false ? [] : homesOf(building);
  for (const home of homes)
    draft.create('dwellings', {
      buildingId: building.id,
      ...home,
      occupancy: 'vacant',
      areaSquareMetres: null,
      rooms: null,
      personal: {},
    });
  const [length, depth] = [size.lengthMetres, size.depthMetres].map((metres) => Math.round(metres));
  const warnings = [
    reasonOf(
      'building.approximate',
      `按坐标新建楼栋，轮廓为近似的 ${length} × ${depth} 米；以后导入真实轮廓时会替换。${homes.length > 0 ? `按层数、单元数和每层户数生成 ${homes.length} 套房屋。` : ''}`,
      `A new building at these coordinates; its outline of ${length} × ${depth} m is approximate, and gives way to a measured one. ${homes.length > 0 ? `${homes.length} homes follow from storeys, units and doors.` : ''}`.trim(),
    ),
    ...(numberOf(row, 'storeys') === undefined && height === undefined
      ? [
          reasonOf(
            'building.storeysUnknown',
            `没有填写层数和楼高，按 ${UNKNOWN_STOREYS} 层处理，请核对。`,
            `Neither storeys nor a height are given; ${UNKNOWN_STOREYS} storeys are assumed. Check them.`,
            'storeys',
          ),
        ]
      : []),
  ];
  return { result: draft.finish('importTable', { table: 'buildings' }), warnings };
};

/** Homes that the figures of a building make; none where they do not tell, or nobody lives in such a building. */
export const homesOf = (building: Building): ReturnType<typeof planHomes> =>
  building.units > 0 &&
  building.doorsPerLanding > 0 &&
  ['residential', 'mixed', 'courtyard'].includes(building.use)
    ? planHomes(ruleOf(building))
    : [];
