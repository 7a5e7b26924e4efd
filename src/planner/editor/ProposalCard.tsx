/** One plan by machine, in figures; looked at on the map while the pointer or the focus is on it, or for as long as it is pressed. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Proposal } from '../../geometry/proposals/index.ts';
import { Fact, Facts } from '../../ui/parts/Facts.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { usePlanner } from '../session/planner-store.ts';
import { previewDivision } from '../session/preview.ts';
import styles from './editor.module.css';

export const ProposalCard = ({
  proposal,
  busy,
  isOld,
  onAccept,
}: {
  proposal: Proposal;
  busy: boolean;
  isOld: boolean;
  onAccept: () => void;
}): ReactElement => {
  const { t, language, number, percent } = useWords();
  const isShown = usePlanner((s) => s.preview === proposal.faceOf);
  const { figures, grids, k } = proposal;
  const counts = grids.map(({ households }) => households);
  return (
    <section className={styles.proposal} data-shown={isShown} aria-label={t(`planner.wish.${proposal.wish}`)}>
      <h3 className={styles.proposalName}>
        {t(`planner.wish.${proposal.wish}`)}
        <span className={styles.soft}>{t('planner.proposals.grids', { count: k })}</span>
      </h3>
      <Facts dense>
        <Fact label={t('planner.proposals.inBand')}>
          {number(figures.inBand)} / {number(k)}
        </Fact>
        <Fact label={t('planner.proposals.range')}>
          {number(Math.min(...counts))}–{number(Math.max(...counts))}
        </Fact>
        <Fact label={t('planner.proposals.shape')}>{figures.medianCompactness.toFixed(2)}</Fact>
        <Fact label={t('planner.proposals.follow')}>{percent(figures.followShare)}</Fact>
        <Fact label={t('planner.proposals.moved')}>
          {number(figures.movedHouseholds)} ({percent(figures.movedShare)})
        </Fact>
        <Fact label={t('planner.proposals.movedBuildings')}>{number(figures.movedBuildings)}</Fact>
      </Facts>
      <p className={styles.soft}>{proposal[language]}</p>
      <div className={styles.row}>
        <Button
          size="small"
          aria-pressed={isShown}
          onClick={() => previewDivision(isShown ? null : proposal.faceOf)}
        >
          {t(isShown ? 'planner.proposals.hide' : 'planner.proposals.show')}
        </Button>
        <Button size="small" type="primary" loading={busy} disabled={isOld} onClick={onAccept}>
          {t('planner.proposals.accept')}
        </Button>
      </div>
    </section>
  );
};
