/** Rules over the fields of one place, household, Party body or service record. */
import { fieldName } from '../field-names.ts';
import { reasonsAgainstBand } from '../household-target.ts';
import type {
  Building,
  Community,
  Grid,
  Household,
  Matter,
  Organisation,
  PartyBody,
  Visit,
} from '../records/index.ts';
import { type Reason, reasonOf, reasonsAt } from '../reasons.ts';
import { checkCreditCode, checkCreditCodeKind } from './credit-code.ts';
import { checkOrder } from './dates.ts';

export const checkHouseholdRecord = (h: Household): Reason[] => {
  if (h.size > 0 && h.headId === null)
    return [
      reasonOf(
        'household.noHead',
        `这户有 ${h.size} 人，但没有户主，请指定户主。`,
        `This household of ${h.size} has no head; name one.`,
        'headId',
      ),
    ];
  if (h.size === 0 && h.headId !== null)
    return [
      reasonOf(
        'household.emptyHead',
        '这户已无人，不应再有户主，请清空户主。',
        'Nobody is left in this household, so it has no head; clear the head.',
        'headId',
      ),
    ];
  return h.state === 'ended' && h.size > 0
    ? [
        reasonOf(
          'household.ended',
          `这户还有 ${h.size} 人，不能终止，请先迁出或注销。`,
          `${h.size} members are still in this household, so it cannot be ended; move or deregister them first.`,
          'state',
        ),
      ]
    : [];
};

export const checkOrganisation = (o: Organisation): Reason[] => {
  const name = (path: string) => fieldName('organisations', path);
  const reasons = checkOrder(o.since, name('since'), o.until, name('until'), 'until');
  if (o.creditCode !== null) {
    const code = checkCreditCode(o.creditCode);
    reasons.push(...reasonsAt('creditCode', code));
    if (code.ok)
      reasons.push(
        ...checkCreditCodeKind(code.value, o.kind).map((r) => ({ ...r, field: 'creditCode' as const })),
      );
  }
  if (o.buildingId === null && o.dwellingIds.length > 0)
    reasons.push(
      reasonOf(
        'organisation.building',
        `单位使用了 ${o.dwellingIds.length} 间房，请先选择所在楼栋。`,
        `The organisation uses ${o.dwellingIds.length} rooms; choose their building first.`,
        'buildingId',
      ),
    );
  return reasons;
};

export const checkPartyBody = (b: PartyBody): Reason[] => {
  if (b.level === 'workingCommittee' && b.parentId !== null)
    return [
      reasonOf(
        'partyBody.top',
        '街道党工委是最上级，请清空上级党组织。',
        'The working committee stands at the top; clear the body above it.',
        'parentId',
      ),
    ];
  return b.parentId === b.id
    ? [
        reasonOf(
          'partyBody.itself',
          '上级党组织不能是自己，请另选。',
          'A Party body cannot be above itself; choose another.',
          'parentId',
        ),
      ]
    : [];
};

export const checkGrid = (g: Grid): Reason[] => {
  const reasons = checkOrder(
    g.validFrom,
    fieldName('grids', 'validFrom'),
    g.validTo,
    fieldName('grids', 'validTo'),
    'validTo',
  );
  if (Number(g.code.slice(12)) !== g.sequence)
    reasons.push(
      reasonOf(
        'grid.sequence',
        `网格编码 ${g.code} 的末三位应为序号 ${String(g.sequence).padStart(3, '0')}，请改正。`,
        `The last three digits of the grid code ${g.code} must be its sequence ${String(g.sequence).padStart(3, '0')}; please correct it.`,
        'code',
      ),
    );
  if (g.target !== undefined && g.target.min > g.target.max)
    reasons.push(
      reasonOf(
        'grid.target',
        `目标户数的下限 ${g.target.min} 不能大于上限 ${g.target.max}，请改正。`,
        `The least households of the target, ${g.target.min}, must not be more than the most, ${g.target.max}; please correct it.`,
        'target',
      ),
    );
  return reasons;
};

export const checkCommunity = ({ settings }: Community): Reason[] => reasonsAgainstBand(settings.gridBand);

export const checkBuilding = (b: Building): Reason[] => {
  const reasons: Reason[] = [];
  if (b.minHeightMetres >= b.heightMetres)
    reasons.push(
      reasonOf(
        'building.height',
        `底部高度 ${b.minHeightMetres} 米应低于檐口高度 ${b.heightMetres} 米，请改正。`,
        `The base at ${b.minHeightMetres} m must lie below the eaves at ${b.heightMetres} m; please correct it.`,
        'minHeightMetres',
      ),
    );
  if (b.podiumStoreys > b.storeys)
    reasons.push(
      reasonOf(
        'building.podium',
        `裙房 ${b.podiumStoreys} 层多于总层数 ${b.storeys}，请改正。`,
        `The podium has ${b.podiumStoreys} storeys, more than the building's ${b.storeys}; please correct it.`,
        'podiumStoreys',
      ),
    );
  return reasons;
};

export const checkMatter = (m: Matter): Reason[] => {
  const shouldBeOpen = m.stage !== 'archived' && m.stage !== 'declined';
  const reasons: Reason[] = [];
  if (m.open !== shouldBeOpen)
    reasons.push(
      reasonOf(
        'matter.open',
        shouldBeOpen ? '此件尚未归档，应为在办。' : '此件已归档或不予受理，不应再为在办。',
        shouldBeOpen
          ? 'The matter is not archived, so it is open.'
          : 'The matter is archived or declined, so it is no longer open.',
        'open',
      ),
    );
  for (const field of ['dueAt', 'finishedAt'] as const) {
    const instant = m[field];
    if (instant === null || instant >= m.openedAt) continue;
    const name = fieldName('matters', field);
    reasons.push(
      reasonOf(
        'dates.order',
        `${name.zh}早于受理时间，请核对。`,
        `The ${name.en} lies before the time of opening; please check it.`,
        field,
      ),
    );
  }
  return reasons;
};

export const checkVisit = (v: Visit): Reason[] =>
  checkOrder(v.on, fieldName('visits', 'on'), v.nextOn, fieldName('visits', 'nextOn'), 'nextOn');
