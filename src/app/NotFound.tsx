/** An address that leads nowhere. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MessagePage } from './MessagePage.tsx';

export const NotFound = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <MessagePage
      title={t('common.errors.notFoundTitle')}
      actions={
        <Button type="primary" onClick={() => void navigate('/staff')}>
          {t('common.errors.notFoundBack')}
        </Button>
      }
    >
      <p>{t('common.errors.notFoundText')}</p>
    </MessagePage>
  );
};
