/** Another tab runs another version of Linli: what to do about it. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VersionTrouble } from '../storage/index.ts';
import { MessagePage } from './MessagePage.tsx';

export const VersionPage = ({ trouble }: { trouble: VersionTrouble }) => {
  const { t } = useTranslation();
  return (
    <MessagePage
      role="alert"
      title={t(`common.version.${trouble}.title`)}
      actions={
        trouble === 'newerElsewhere' && (
          <Button type="primary" size="large" onClick={() => window.location.reload()}>
            {t('common.reload')}
          </Button>
        )
      }
    >
      <p>{t(`common.version.${trouble}.text`)}</p>
    </MessagePage>
  );
};
