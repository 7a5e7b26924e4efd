/** What this desk prefers: its name in the history, the language, how finely it draws. */
import { Form, Input, Modal, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../state/preferences.ts';

const Fields = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const id = useId();
  const { language, deskName, drawing, setLanguage, setDeskName, setDrawing } = usePreferences();
  const [name, setName] = useState(deskName);
  const keep = (): void => setDeskName(name);
  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label={t('common.preferences.deskName')}
        htmlFor={id}
        extra={t('common.preferences.deskNameHint')}
      >
        <Input
          id={id}
          value={name}
          maxLength={30}
          placeholder={t('common.preferences.deskNamePlaceholder')}
          onChange={(event) => setName(event.target.value)}
          onBlur={keep}
          onPressEnter={() => {
            keep();
            onClose();
          }}
        />
      </Form.Item>
      <Form.Item label={t('common.preferences.language')}>
        <Segmented
          aria-label={t('common.preferences.language')}
          value={language}
          options={[
            { value: 'zh' as const, label: '中文' },
            { value: 'en' as const, label: 'English' },
          ]}
          onChange={setLanguage}
        />
      </Form.Item>
      <Form.Item label={t('common.preferences.drawing')} extra={t('common.preferences.drawingHint')}>
        <Segmented
          aria-label={t('common.preferences.drawing')}
          value={drawing}
          options={[
            { value: 'auto' as const, label: t('common.preferences.drawingAuto') },
            { value: 'low' as const, label: t('common.preferences.drawingLow') },
            { value: 'high' as const, label: t('common.preferences.drawingHigh') },
          ]}
          onChange={setDrawing}
        />
      </Form.Item>
    </Form>
  );
};

export const PreferencesDialog = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      title={t('common.preferences.title')}
      width={440}
      destroyOnHidden
    >
      <Fields onClose={onClose} />
    </Modal>
  );
};
