/** What stands where a part of the screen has failed. */
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

export const FaultNotice = ({ details, onRetry }: { details: string; onRetry: () => void }) => {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={t('common.errors.title')}
      subTitle={t('common.errors.text')}
      extra={[
        <Button key="retry" type="primary" onClick={onRetry}>
          {t('common.retry')}
        </Button>,
        <Button key="reload" onClick={() => window.location.reload()}>
          {t('common.reload')}
        </Button>,
      ]}
    >
      <details>
        <summary>{t('common.errors.details')}</summary>
        <code>{details}</code>
      </details>
    </Result>
  );
};
