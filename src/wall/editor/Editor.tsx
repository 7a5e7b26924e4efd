/** Sets up the wall while it goes on behind: every change is on the screen at once and kept. */
import { Checkbox, ConfigProvider, Drawer, Form, Input, InputNumber, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { antdTheme } from '../../ui/theme/tokens.ts';
import { LIGHTS, LIMITS, TOUR_PARTS, type WallSettings } from '../settings/settings.ts';
import { useSettings } from '../settings/settings-store.ts';
import { useLight } from '../use-light.ts';
import { PanelLists } from './PanelLists.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import styles from './Editor.module.css';

const THEMES = { day: antdTheme('day', true), night: antdTheme('night', true) };
const SECONDS = ['stopSeconds', 'pageSeconds', 'idleSeconds'] as const;
const SCREENS = ['columns', 'rows', 'bezelPx'] as const;

const Fields = (): ReactElement => {
  const { t } = useTranslation();
  const { settings, set } = useSettings();
  const setScreens = (change: Partial<WallSettings['screens']>): void =>
    set({ screens: { ...settings.screens, ...change } });
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('wall.editor.name')} extra={t('wall.editor.nameHint')}>
        <Input
          value={settings.title}
          maxLength={40}
          onChange={({ target }) => set({ title: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('wall.editor.weather')} extra={t('wall.editor.weatherHint')}>
        <Input
          value={settings.weather}
          maxLength={40}
          data-field="weather"
          onChange={({ target }) => set({ weather: target.value })}
        />
      </Form.Item>
      <Form.Item label={t('wall.editor.light')}>
        <Segmented
          value={settings.light}
          options={LIGHTS.map((light) => ({ value: light, label: t(`wall.editor.lights.${light}`) }))}
          onChange={(light) => set({ light })}
        />
      </Form.Item>
      <PanelLists sides={settings} onChange={({ left, right }) => set({ left, right })} />
      <Form.Item label={t('wall.editor.tour')}>
        <Checkbox.Group
          value={[...settings.tour]}
          options={TOUR_PARTS.map((part) => ({ value: part, label: t(`wall.editor.parts.${part}`) }))}
          onChange={(chosen) => set({ tour: TOUR_PARTS.filter((part) => chosen.includes(part)) })}
        />
      </Form.Item>
      <div className={styles['numbers']}>
        {SECONDS.map((key) => (
          <Form.Item key={key} label={t(`wall.editor.${key}`)}>
            <InputNumber
              value={settings[key]}
              min={LIMITS[key][0]}
              max={LIMITS[key][1]}
              onChange={(value) => value !== null && set({ [key]: value })}
            />
          </Form.Item>
        ))}
        {SCREENS.map((key) => (
          <Form.Item key={key} label={t(`wall.editor.${key}`)}>
            <InputNumber
              value={settings.screens[key]}
              min={LIMITS[key][0]}
              max={LIMITS[key][1]}
              onChange={(value) => value !== null && setScreens({ [key]: value })}
            />
          </Form.Item>
        ))}
      </div>
      <SettingsFile />
    </Form>
  );
};

const Editor = ({ onClose }: { readonly onClose: () => void }): ReactElement => {
  const { t } = useTranslation();
  const mode = useLight((s) => s.mode);
  return (
    <ConfigProvider theme={THEMES[mode]}>
      <Drawer open title={t('wall.editor.title')} size={520} mask={false} onClose={onClose}>
        <Fields />
      </Drawer>
    </ConfigProvider>
  );
};

export default Editor;
