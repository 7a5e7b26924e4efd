/** Buildings without a head: a Party member is chosen for each, of the building itself or else of its grid. */
import { Button, Input, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { MEMBER_MODE } from '../../domain/codes.ts';
import { today } from '../../domain/dates.ts';
import type { Reason } from '../../domain/reasons.ts';
import { usePlaces } from '../../state/places.ts';
import { Failed, Waiting } from '../../ui/parts/States.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { appointHead, type Candidate, candidatesFor } from '../model/heads.ts';
import { usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const useChoices = (candidates: readonly Candidate[], buildingId: string) => {
  const { t, code, building } = useWords();
  const nameOf = (id: string): string => {
    const found = usePlaces.getState().buildings.find((one) => one.id === id);
    return found === undefined ? '' : building(found);
  };
  const here = candidates.filter(({ membership }) => membership.buildingId === buildingId);
  const near = candidates.filter(({ membership }) => membership.buildingId !== buildingId);
  const choice = ({ membership, name }: Candidate, place: string): Choice => ({
    value: membership.id,
    label: [name, code(MEMBER_MODE, membership.mode), place].filter(Boolean).join(' · '),
  });
  return [
    { label: t('plannerTools.heads.here'), options: here.map((one) => choice(one, '')) },
    {
      label: t('plannerTools.heads.near'),
      options: near.map((one) => choice(one, nameOf(one.membership.buildingId))),
    },
  ].filter(({ options }) => options.length > 0);
};

const Row = ({
  buildingId,
  candidates,
}: {
  buildingId: string;
  candidates: readonly Candidate[];
}): ReactElement => {
  const { t, language, building } = useWords();
  const place = usePlaces((s) => s.buildings.find(({ id }) => id === buildingId));
  const choices = useChoices(candidates, buildingId);
  const [membershipId, setMembershipId] = useState<string | null>(null);
  const [from, setFrom] = useState(() => today());
  const [isDone, setDone] = useState(false);
  const [reasons, setReasons] = useState<readonly Reason[]>([]);
  const appoint = async (): Promise<void> => {
    const chosen = candidates.find(({ membership }) => membership.id === membershipId);
    if (chosen === undefined || place === undefined) return;
    const against = await appointHead(place, chosen.membership, from);
    setReasons(against);
    setDone(against.length === 0);
  };
  const name = place === undefined ? buildingId : building(place);
  return (
    <li className={styles.head} data-building={buildingId}>
      <strong>{name}</strong>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={`${t('plannerTools.heads.member')} ${name}`}
        placeholder={t(choices.length > 0 ? 'plannerTools.heads.choose' : 'plannerTools.heads.nobody')}
        disabled={isDone || choices.length === 0}
        value={membershipId}
        options={choices}
        onChange={(id: string | null) => setMembershipId(id)}
      />
      <Input
        type="date"
        aria-label={`${t('plannerTools.heads.from')} ${name}`}
        value={from}
        max={today()}
        disabled={isDone}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Button type="primary" disabled={isDone || membershipId === null} onClick={() => void appoint()}>
        {t(isDone ? 'plannerTools.heads.done' : 'plannerTools.heads.appoint')}
      </Button>
      {reasons.map((reason) => (
        <p key={reason.code} role="alert" className={styles.warn}>
          {reason[language]}
        </p>
      ))}
    </li>
  );
};

const Content = ({ rows }: { rows: readonly number[] }): ReactElement => {
  const { t } = useWords();
  const session = usePlanner((s) => s.session);
  const ids = rows.flatMap((row) => session?.town.buildings.ids[row] ?? []);
  // Buildings of the grid, as it is in the plan: its members may answer for any of them.
  const faceId = session?.assignment.faceOf[rows[0] ?? -1] ?? null;
  const around = [...(session?.assignment.rows(faceId) ?? [])].flatMap(
    (row) => session?.town.buildings.ids[row] ?? [],
  );
  const found = useQuery(`heads ${ids.join()}`, () => candidatesFor(new Set([...ids, ...around])));
  if (found.status === 'loading') return <Waiting lines={5} />;
  if (found.status === 'failed') return <Failed retry={found.retry} />;
  return (
    <>
      <p className={styles.soft}>{t('plannerTools.heads.lead')}</p>
      <ul className={styles.heads}>
        {ids.map((id) => (
          <Row key={id} buildingId={id} candidates={found.data} />
        ))}
      </ul>
    </>
  );
};

export const HeadsDialog = (): ReactElement | null => {
  const { t } = useWords();
  const rows = usePlanner((s) => s.headless);
  if (rows === null) return null;
  const close = (): void => usePlanner.setState({ headless: null });
  return (
    <Modal
      open
      width={760}
      title={t('plannerTools.heads.title')}
      onCancel={close}
      footer={<Button onClick={close}>{t('common.close')}</Button>}
    >
      <Content rows={rows} />
    </Modal>
  );
};
