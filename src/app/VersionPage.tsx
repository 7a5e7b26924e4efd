/** Another tab runs another version of Linli: what to do about it. */
import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VersionTrouble } from '../storage/index.ts';

export const VersionPage = ({ trouble }: { trouble: VersionTrouble }) => {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Result
        status="info"
        title={t(`common.version.${trouble}.title`)}
        subTitle={t(`common.version.${trouble}.text`)}
        extra={
          trouble === 'newerElsewhere' && (
            <Button type="primary" size="large" onClick={() => window.location.reload()}>
              {t('common.reload')}
            </Button>
          )
        }
      />
    </div>
  );
};
