/** The borders of the open plan as a file, as they are now. */
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/parts/use-words.ts';
import { handOut, PLAN_FILES } from '../model/export-plan.ts';
import { usePlanner } from '../session/planner-store.ts';

export const ExportMenu = (): ReactElement => {
  const { t } = useWords();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: PLAN_FILES.map((key) => ({ key, label: t(`plannerTools.file.${key}`) })),
        onClick: ({ key }) => {
          const { session, stored } = usePlanner.getState();
          const kind = PLAN_FILES.find((one) => one === key);
          if (session !== null && stored !== null && kind !== undefined)
            handOut(kind, stored.name, session.tiling, session);
        },
      }}
    >
      <Button>{t('plannerTools.file.export')}</Button>
    </Dropdown>
  );
};
