/** What storage refuses and why, in both languages; and the names of records that the sentences use. */
import type { TableName } from '../domain/records/index.ts';
import type { Reason } from '../domain/reasons.ts';

/** Thrown where there is no result to carry a reason: opening and installing. */
export class StoreError extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(reason.en);
    this.name = 'StoreError';
    this.reason = reason;
  }
}

export const NOUNS: Readonly<Record<TableName, readonly [zh: string, en: string]>> = {
  communities: ['社区', 'community'],
  landscapes: ['地形地物', 'landscape'],
  organisations: ['单位', 'organisation'],
  partyBodies: ['党组织', 'Party body'],
  grids: ['网格', 'grid'],
  gridWorkers: ['网格员', 'grid worker'],
  buildings: ['楼栋', 'building'],
  dwellings: ['房屋', 'home'],
  households: ['户', 'household'],
  residents: ['居民', 'resident'],
  memberships: ['党员', 'membership'],
  buildingHeads: ['楼长任职', 'building head'],
  duties: ['党员履职', 'duty'],
  floatingRegistrations: ['流动登记', 'floating registration'],
  assistances: ['救助', 'assistance'],
  careNeeds: ['关爱需求', 'care need'],
  facilities: ['设施', 'facility'],
  services: ['服务事项', 'service'],
  matters: ['办件', 'matter'],
  visits: ['走访', 'visit'],
  sources: ['空间数据文件', 'file of places'],
  sourceLinks: ['模型关联', 'link to a model'],
  disclosures: ['对外提供记录', 'record of disclosure'],
  addressAliases: ['地址别名', 'alias of an address'],
  gridPlans: ['网格规划方案', 'grid plan'],
};

const reason = (code: string, zh: string, en: string, field?: string): Reason =>
  field === undefined ? { code, zh, en } : { code, field, zh, en };

export const recordField = (table: TableName, id: string): string => `${table}/${id}`;

export const full = (): Reason =>
  reason(
    'storage.full',
    '磁盘空间不足，本次修改没有保存，原有数据未受影响。请清理磁盘后重试。',
    'The disk is full. Nothing of this change was saved and nothing that was there is harmed. Free some space and try again.',
  );
export const failed = (error: unknown): Reason => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return reason(
    'storage.failed',
    `数据库没有完成本次修改，原有数据未受影响（${text}）。`,
    `The database did not complete this change; nothing that was there is harmed (${text}).`,
  );
};
export const closed = (): Reason =>
  reason(
    'storage.closed',
    '数据库已关闭：另一个窗口打开了更新的版本。请刷新本页。',
    'The database was closed: another window has opened a newer version. Reload this page.',
  );
export const newerVersion = (found: number, known: number): Reason =>
  reason(
    'storage.newerVersion',
    `数据库由更新的版本（${found}）写入，本页面的版本为 ${known}，没有写入任何内容。请刷新或升级后再打开。`,
    `The database was written by a newer version (${found}); this page knows version ${known} and has written nothing. Reload or update, then open it again.`,
  );
export const unknownCommunity = (id: string): Reason =>
  reason('storage.unknownCommunity', `没有这个社区（${id}）。`, `There is no such community (${id}).`);
export const stillLoading = (): Reason =>
  reason(
    'storage.stillLoading',
    '这个社区的数据尚未导入完成，需要重新导入。',
    'This community has not been imported completely; import it again.',
  );
export const orphan = (table: TableName, id: string, missing: TableName, missingId: string): Reason => {
  const [zh, en] = NOUNS[table];
  const [missingZh, missingEn] = NOUNS[missing];
  return reason(
    `${missing}.missing`,
    `${zh}记录所指的${missingZh}不存在（${missingId}）。`,
    `The ${en} names a ${missingEn} that does not exist (${missingId}).`,
    recordField(table, id),
  );
};
export const otherBuilding = (table: TableName, id: string): Reason => {
  const [zh, en] = NOUNS[table];
  return reason(
    'edit.otherBuilding',
    `${zh}记录的楼栋与其房屋所在楼栋不一致。`,
    `The ${en} names a different building than its home lies in.`,
    recordField(table, id),
  );
};
export const notEmpty = (table: 'buildings' | 'dwellings', id: string): Reason =>
  table === 'buildings'
    ? reason(
        'buildings.notEmpty',
        '楼栋内仍有房屋、单位或未办结的办件，不能删除。',
        'The building still holds homes, organisations or open matters and cannot be deleted.',
        recordField(table, id),
      )
    : reason(
        'dwellings.notEmpty',
        '房屋内仍有户或居民的记录，不能删除。',
        'Households or residents are still recorded in this home; it cannot be deleted.',
        recordField(table, id),
      );
export const otherCommunity = (): Reason =>
  reason('edit.otherCommunity', '修改属于另一个社区。', 'The change belongs to another community.');
export const actInHand = (): Reason =>
  reason(
    'edit.actInHand',
    '正在导入或撤销一批数据，完成后才能修改。',
    'An import, or the undoing of one, is under way; nothing else can be changed until it is done.',
  );
export const emptyEdit = (): Reason => reason('edit.empty', '没有任何改动。', 'There is nothing to change.');
export const missing = (table: TableName, id: string): Reason =>
  reason(
    'edit.missing',
    `要删除的${NOUNS[table][0]}记录不存在。`,
    `The ${NOUNS[table][1]} to delete does not exist.`,
    recordField(table, id),
  );
export const unknownOriginal = (): Reason =>
  reason(
    'edit.unknownOriginal',
    '要撤销的修改不在记录中。',
    'The change to take back is not in the journal.',
  );

/** Someone changed the record between reading and saving. `last` is the change found, where the journal knows it. */
export const conflict = (
  table: TableName,
  id: string,
  kind: 'changed' | 'deleted' | 'exists',
  last: { by: string; at: number } | null,
): Reason => {
  const [zh, en] = NOUNS[table];
  const when = last ? new Date(last.at) : null;
  const whoZh =
    last && when ? `${last.by || '他人'}于${when.toLocaleString('zh-CN', { hour12: false })}` : '';
  const whoEn = last && when ? ` by ${last.by || 'someone else'} on ${when.toLocaleString('en-GB')}` : '';
  const sentences = {
    changed: [
      `${zh}记录已${whoZh ? `由${whoZh}` : '被'}修改，本次修改没有保存。请查看最新内容后再改。`,
      `The ${en} was changed${whoEn} in the meantime. Nothing was saved: look at it again, then change it.`,
    ],
    deleted: [
      `${zh}记录已${whoZh ? `由${whoZh}` : '被'}删除，本次修改没有保存。`,
      `The ${en} was deleted${whoEn} in the meantime. Nothing was saved.`,
    ],
    exists: [
      `${zh}记录已${whoZh ? `由${whoZh}` : ''}存在，本次修改没有保存。`,
      `The ${en} already exists${whoEn ? `, written${whoEn}` : ''}. Nothing was saved.`,
    ],
  } as const;
  const [textZh, textEn] = sentences[kind];
  return reason(`edit.conflict.${kind}`, textZh, textEn, recordField(table, id));
};

/** Dexie wraps what made a transaction abort: a full disk is looked for all the way in. */
export const isQuota = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { name, message, inner, failures } = error as {
    name?: string;
    message?: string;
    inner?: unknown;
    failures?: unknown;
  };
  if (name === 'QuotaExceededError' || /QuotaExceeded|FILE_ERROR_NO_SPACE/.test(message ?? '')) return true;
  if (Array.isArray(failures) && failures.some((failure) => isQuota(failure, depth + 1))) return true;
  return isQuota(inner, depth + 1);
};
