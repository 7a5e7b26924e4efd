/** Messages at the foot of the page: read out, gone after some seconds, held while the pointer or the focus is on them. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Notice, useNotices } from '../../state/notices.ts';
import { useUndo } from '../../state/undo.ts';
import { editText } from '../../ui/i18n/edit-text.ts';
import { useLanguage } from '../../ui/i18n/use-language.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { Icon } from '../../ui/parts/icons.tsx';
import styles from './Notices.module.css';

const SHOWN_MS = { success: 7000, info: 4500, warning: 9000, error: 12000 } as const;
const ICONS = {
  success: 'done',
  info: 'info',
  warning: 'warning',
  error: 'warning',
} as const;

const NoticeCard = ({ notice, latest }: { notice: Notice; latest: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const dismiss = useNotices((s) => s.dismiss);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(notice.id), SHOWN_MS[notice.kind]);
    return () => clearTimeout(timer);
  }, [held, dismiss, notice]);

  const label = notice.label && editText(t, notice.label);
  const undo = (): void => {
    dismiss(notice.id);
    void useUndo.getState().undo();
  };
  return (
    <div
      className={styles['card']}
      data-kind={notice.kind}
      role={notice.kind === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles['icon']}>
        <Icon name={ICONS[notice.kind]} size={20} />
      </span>
      <div className={styles['text']}>
        {t(notice.key, { ...notice.params, ...(label === undefined ? {} : { label }) })}
        {notice.reasons?.map((reason) => (
          <div key={reason.code + (reason.field ?? '')} className={styles['reason']}>
            {reason[language]}
          </div>
        ))}
      </div>
      {notice.undoSeq !== undefined && latest && (
        <Button size="small" type="link" onClick={undo}>
          {t('common.undo.undo')}
        </Button>
      )}
      {notice.way && (
        <Button size="small" type="link" href={notice.way.hash} onClick={() => dismiss(notice.id)}>
          {t(notice.way.key)}
        </Button>
      )}
      <IconButton size="small" icon="close" label={t('common.close')} onClick={() => dismiss(notice.id)} />
    </div>
  );
};

export const Notices = () => {
  const notices = useNotices((s) => s.notices);
  return (
    <div className={styles['stack']}>
      {notices.map((notice, at) => (
        <NoticeCard key={notice.id} notice={notice} latest={at === notices.length - 1} />
      ))}
    </div>
  );
};
