/** An address that leads nowhere. */
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

export const NotFound = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Result
      status="404"
      title={t('common.errors.notFoundTitle')}
      subTitle={t('common.errors.notFoundText')}
      extra={
        <Button type="primary" onClick={() => void navigate('/staff')}>
          {t('common.errors.notFoundBack')}
        </Button>
      }
    />
  );
};
