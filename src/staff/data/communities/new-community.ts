/** An empty community: its record, an outline of a kilometre about its centre until a real one comes, and bare ground. */
import { checkRecord } from '../../../domain/checks/records.ts';
import { newId } from '../../../domain/ids.ts';
import type { Community, Landscape, LngLat } from '../../../domain/records/index.ts';
import { type Reason, type Result, refuse, ok } from '../../../domain/reasons.ts';
import { createFrame } from '../../../geometry/frame.ts';
import { installCommunity } from '../../../storage/index.ts';

export interface NewCommunityInput {
  readonly name: string;
  readonly code: string;
  readonly district: string;
  readonly anchor: LngLat;
  readonly elevationMetres: number;
}

const HALF_METRES = 500;
/** Defaults of the domain: what a grid should hold. */
const GRID_BAND = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };

const outlineAbout = (anchor: LngLat): Community['outline'] => {
  const frame = createFrame(anchor);
  const corner = (x: number, y: number): LngLat => frame.toLngLat([x * HALF_METRES, y * HALF_METRES]);
  return [[[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]]];
};

export const communityOf = (input: NewCommunityInput, now: number): Result<Community> => {
  const id = newId();
  const community: Community = {
    id,
    communityId: id,
    createdAt: now,
    updatedAt: now,
    revision: 1,
    name: input.name.trim(),
    code: input.code.trim(),
    district: input.district.trim(),
    anchor: input.anchor,
    elevationMetres: input.elevationMetres,
    outline: outlineAbout(input.anchor),
    synthetic: false,
    settings: { gridBand: GRID_BAND },
  };
  const reasons: Reason[] = checkRecord('communities', community);
  return reasons.length > 0 ? refuse(...reasons) : ok(community);
};

/** Installs it in this browser; it is opened by `openOther`. */
export const createCommunity = async (community: Community): Promise<void> => {
  const { id, createdAt } = community;
  const landscape: Landscape = {
    id: newId(),
    communityId: id,
    createdAt,
    updatedAt: createdAt,
    revision: 1,
    terrain: null,
    roads: [],
    areas: [],
    walls: [],
    trees: [],
    lamps: [],
    landmarks: [],
  };
  const source = async function* () {
    yield { table: 'communities' as const, records: [community] };
    yield { table: 'landscapes' as const, records: [landscape] };
  };
  await installCommunity(source(), { communityId: id, name: community.name, total: 2 });
};
