/** Opens one of the registers, or leads back to the scene. */
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { pathOf } from '../../state/selection.ts';
import { useSelection } from '../../state/selection-store.ts';
import { Icon } from '../../ui/parts/icons.tsx';
import { REGISTERS, type Register, registerPath } from './registers.ts';
import styles from './TopBar.module.css';

const MAP = 'map';
const DATA = 'data';
const PLANNER = 'planner';

export const RegistersMenu = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const open = REGISTERS.find((register) => pathname.startsWith(registerPath(register)));
  const isPlanner = pathname.startsWith('/planner');
  const go = (key: string): void => {
    const target =
      key === MAP
        ? `/staff${pathOf(useSelection.getState().selection)}`
        : key === DATA
          ? '/staff/data'
          : key === PLANNER
            ? '/planner'
            : registerPath(key as Register);
    void navigate({ pathname: target, search });
  };
  const items = [
    ...REGISTERS.map((register) => ({ key: register as string, label: t(`common.lists.${register}`) })),
    { type: 'divider' as const },
    { key: PLANNER, label: t('common.lists.planner') },
    { key: DATA, label: t('common.lists.data') },
    ...(open || isPlanner ? [{ type: 'divider' as const }, { key: MAP, label: t('common.lists.map') }] : []),
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: open ? [open] : isPlanner ? [PLANNER] : [],
        onClick: ({ key }) => go(key),
      }}
    >
      <button type="button" className={styles['text']} aria-haspopup="menu">
        <Icon name="list" size={18} />
        {open ? t(`common.lists.${open}`) : t(isPlanner ? 'common.lists.planner' : 'common.bar.lists')}
        <Icon name="chevronDown" size={12} />
      </button>
    </Dropdown>
  );
};
