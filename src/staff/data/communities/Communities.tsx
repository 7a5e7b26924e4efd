/** The communities of this browser: open another one, begin a new one, remove one for good. */
import { Button, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { duringWork } from '../../../state/busy.ts';
import { notify } from '../../../state/notices.ts';
import { usePlaces } from '../../../state/places.ts';
import { type CommunityEntry, closeStore, listCommunities, removeCommunity } from '../../../storage/index.ts';
import { Failed, Waiting } from '../../../ui/parts/States.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useQuery } from '../../../ui/parts/use-query.ts';
import { useWords, type Words } from '../../../ui/parts/use-words.ts';
import styles from '../data.module.css';
import { NewCommunity } from './NewCommunity.tsx';
import { SampleCard } from './SampleCard.tsx';
import { openOther } from './open-other.ts';

const whenOf = ({ openedAt }: CommunityEntry, { t, language }: Words): string =>
  openedAt === 0
    ? t('data.communities.never')
    : t('data.communities.openedAt', {
        when: new Date(openedAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
          dateStyle: 'medium',
          timeStyle: 'short',
        }),
      });

/** Its name must be typed: nothing brings a removed community back. */
const RemoveDialog = ({
  entry,
  onClose,
  onRemoved,
}: {
  entry: CommunityEntry;
  onClose: () => void;
  onRemoved: () => void;
}): ReactElement => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const current = usePlaces((s) => s.community?.id === entry.id);
  const remove = async (): Promise<void> => {
    if (current) closeStore();
    await duringWork('remove community', () => removeCommunity(entry.id));
    if (current) return window.location.reload();
    notify({ kind: 'success', key: 'data.communities.removeDone', params: { name: entry.name } });
    onRemoved();
  };
  return (
    <Modal
      open
      title={t('data.communities.removeTitle', { name: entry.name })}
      okText={t('data.communities.remove')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: true, disabled: typed.trim() !== entry.name }}
      onOk={remove}
      onCancel={onClose}
    >
      <p>{t('data.communities.removeText')}</p>
      <Input
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t('data.communities.removeTyped')}
        placeholder={entry.name}
      />
    </Modal>
  );
};

const CommunityCard = ({
  entry,
  onRemove,
}: {
  entry: CommunityEntry;
  onRemove: () => void;
}): ReactElement => {
  const words = useWords();
  const { t } = words;
  const current = usePlaces((s) => s.community?.id === entry.id);
  const ready = entry.state === 'ready';
  return (
    <li className={styles.card} data-current={current}>
      <h2 className={styles.cardTitle}>
        {entry.name}
        {entry.synthetic && <Tag>{t('data.communities.synthetic')}</Tag>}
        {current && <Tag tone="green">{t('data.communities.current')}</Tag>}
      </h2>
      <span className={styles.soft}>{ready ? whenOf(entry, words) : t('data.communities.loading')}</span>
      <div className={styles.row}>
        {!current && ready && (
          <Button type="primary" onClick={() => void openOther(entry.id)}>
            {t('data.communities.open')}
          </Button>
        )}
        <Button danger type="text" onClick={onRemove}>
          {t('data.communities.remove')}
        </Button>
      </div>
    </li>
  );
};

export const Communities = (): ReactElement => {
  const { t } = useWords();
  const [turn, setTurn] = useState(0);
  const [removing, setRemoving] = useState<CommunityEntry | null>(null);
  const query = useQuery(`communities/${turn}`, listCommunities);
  return (
    <div className={styles.inner}>
      <header>
        <h1 className={styles.heading}>{t('data.communities.title')}</h1>
        <p className={styles.lead}>{t('data.communities.lead')}</p>
      </header>
      {query.status === 'failed' ? (
        <Failed retry={query.retry} />
      ) : query.data === null ? (
        <Waiting lines={4} />
      ) : (
        <ul className={styles.cards}>
          {query.data.map((entry) => (
            <CommunityCard key={entry.id} entry={entry} onRemove={() => setRemoving(entry)} />
          ))}
          {!query.data.some(({ synthetic }) => synthetic) && <SampleCard />}
        </ul>
      )}
      <NewCommunity />
      {removing && (
        <RemoveDialog
          entry={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            setTurn((n) => n + 1);
          }}
        />
      )}
    </div>
  );
};
