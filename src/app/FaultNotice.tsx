/** What stands where a part of the screen has failed. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MessagePage } from './MessagePage.tsx';

export const FaultNotice = ({ details, onRetry }: { details: string; onRetry: () => void }) => {
  const { t } = useTranslation();
  return (
    <MessagePage
      role="alert"
      title={t('common.errors.title')}
      actions={
        <>
          <Button type="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
          <Button onClick={() => window.location.reload()}>{t('common.reload')}</Button>
        </>
      }
      details={{ label: t('common.errors.details'), text: details }}
    >
      <p>{t('common.errors.text')}</p>
    </MessagePage>
  );
};
