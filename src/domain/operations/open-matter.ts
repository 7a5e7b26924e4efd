/** Matters: opened with a running number and a deadline, then taken through the four procedures, stage by stage. */
import { dueAtOf } from '../matter-clock.ts';
import { MATTER_STAGE } from '../codes.ts';
import type { Matter } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import type { Operation } from './operation.ts';

export interface OpenMatterContext {
  /** The community's last number, "2026-0412"; null when there is none. */
  readonly lastNumber: string | null;
}

export type OpenMatterInput = Pick<Fields<'matters'>, 'kind' | 'channel' | 'personal'> &
  Partial<
    Pick<Fields<'matters'>, 'gridId' | 'buildingId' | 'dwellingId' | 'residentId' | 'serviceId' | 'dueAt'>
  >;

/** The number after the last; every year begins at 1. */
export const nextMatterNumber = (lastNumber: string | null, year: string): string => {
  const [lastYear, sequence] = (lastNumber ?? '').split('-');
  const next = lastYear === year ? Number(sequence) + 1 : 1;
  return `${year}-${String(next).padStart(4, '0')}`;
};

const promisedReasons = (input: OpenMatterInput, at: number): Reason[] => {
  const latest = dueAtOf('promised', at) ?? at;
  if (input.kind !== 'promised') return [];
  if (input.dueAt === undefined || input.dueAt === null)
    return [
      reasonOf(
        'matter.promise',
        '承诺件请填写承诺的办结期限。',
        'A promised matter needs the date promised.',
        'dueAt',
      ),
    ];
  return input.dueAt > latest
    ? [
        reasonOf(
          'matter.promiseTooLate',
          '承诺期限不能超过 15 个工作日，请提前。',
          'The date promised lies beyond 15 working days; choose an earlier one.',
          'dueAt',
        ),
      ]
    : [];
};

export const openMatter: Operation<OpenMatterContext, OpenMatterInput> = {
  key: 'openMatter',
  title: { zh: '受理民情', en: 'Open a matter' },
  available: () => true,
  run: ({ lastNumber }, input, stamp) => {
    const reasons = promisedReasons(input, stamp.at);
    if (reasons.length > 0) return refuse(...reasons);
    const draft = createDraft(stamp);
    const { number } = draft.create('matters', {
      number: nextMatterNumber(lastNumber, draft.today.slice(0, 4)),
      kind: input.kind,
      channel: input.channel,
      stage: 'accept',
      open: true,
      gridId: input.gridId ?? null,
      buildingId: input.buildingId ?? null,
      dwellingId: input.dwellingId ?? null,
      residentId: input.residentId ?? null,
      serviceId: input.serviceId ?? null,
      openedAt: stamp.at,
      dueAt: input.dueAt ?? dueAtOf(input.kind, stamp.at),
      finishedAt: null,
      satisfaction: null,
      publicSummary: null,
      personal: input.personal,
    });
    return draft.finish('openMatter', { number });
  },
};

type Stage = Matter['stage'];
/** Where a matter can go from each stage. */
export const NEXT_STAGES: Readonly<Record<Stage, readonly Stage[]>> = {
  accept: ['handle', 'declined'],
  handle: ['publish'],
  publish: ['followUp'],
  followUp: ['archived', 'handle'],
  archived: [],
  declined: [],
};

export interface AdvanceMatterInput {
  readonly to: Stage;
  /** What was done, or why it is declined. */
  readonly outcome?: string | undefined;
  readonly publicSummary?: string | undefined;
  readonly satisfaction?: Matter['satisfaction'] | undefined;
}

const closed = reasonOf(
  'matter.closed',
  '此件已办结，不能再推进。',
  'This matter is closed and goes no further.',
);

const stageReasons = (matter: Matter, input: AdvanceMatterInput): Reason[] => {
  if (!NEXT_STAGES[matter.stage].includes(input.to)) {
    const [from, to] = [MATTER_STAGE[matter.stage], MATTER_STAGE[input.to]];
    return [
      reasonOf(
        'matter.stage',
        `“${from.zh}”之后不能直接到“${to.zh}”，请按环节办理。`,
        `A matter does not go from “${from.en}” to “${to.en}”; follow the procedures.`,
        'stage',
      ),
    ];
  }
  const outcome = input.outcome?.trim() ?? matter.personal.outcome ?? '';
  if ((input.to === 'declined' || input.to === 'publish') && outcome === '')
    return [
      reasonOf(
        'matter.outcome',
        input.to === 'declined' ? '请写明不予受理的理由。' : '请写明办理结果。',
        input.to === 'declined' ? 'Say why the matter is declined.' : 'Say what was done.',
        'personal.outcome',
      ),
    ];
  const summary = input.publicSummary?.trim() ?? matter.publicSummary ?? '';
  return input.to === 'followUp' && summary === ''
    ? [
        reasonOf(
          'matter.summary',
          '请填写可以公示的结果（不含个人信息）。',
          'Write the outcome that may be published, without personal data.',
          'publicSummary',
        ),
      ]
    : [];
};

export const advanceMatter: Operation<{ readonly matter: Matter }, AdvanceMatterInput> = {
  key: 'advanceMatter',
  title: { zh: '推进办件', en: 'Advance a matter' },
  available: ({ matter }) => (matter.open ? true : closed),
  run: ({ matter }, input, stamp) => {
    const reasons = matter.open ? stageReasons(matter, input) : [closed];
    if (reasons.length > 0) return refuse(...reasons);
    const finishes = input.to === 'publish' || input.to === 'declined';
    const draft = createDraft(stamp);
    draft.update('matters', matter, {
      stage: input.to,
      open: input.to !== 'archived' && input.to !== 'declined',
      finishedAt: finishes ? stamp.at : input.to === 'handle' ? null : matter.finishedAt,
      satisfaction: input.satisfaction ?? matter.satisfaction,
      publicSummary: input.publicSummary?.trim() ?? matter.publicSummary,
      ...(input.outcome?.trim() ? { personal: { ...matter.personal, outcome: input.outcome.trim() } } : {}),
    });
    return draft.finish('advanceMatter', { number: matter.number, stage: input.to });
  },
};
