/** The settings as one file, out and in, and as an address. What is wrong in a file is said; the rest of it holds. */
import { Button } from 'antd';
import { type ChangeEvent, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../domain/reasons.ts';
import { useLanguage } from '../../ui/i18n/use-language.ts';
import { DEFAULT_SETTINGS, formatSettings, parseSettings } from '../settings/settings.ts';
import { addressOf, useSettings } from '../settings/settings-store.ts';
import styles from './Editor.module.css';

const FILE_NAME = 'linli-wall.json';
const LARGEST_BYTES = 64 * 1024;

const download = (text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

interface Message {
  readonly text: string;
  readonly problems: readonly Reason[];
}

export const SettingsFile = (): ReactElement => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, replace } = useSettings();
  const [message, setMessage] = useState<Message | null>(null);
  const input = useRef<HTMLInputElement | null>(null);

  const read = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    target.value = '';
    if (!file) return;
    if (file.size > LARGEST_BYTES) return setMessage({ text: t('wall.editor.tooLarge'), problems: [] });
    const { settings: found, problems } = parseSettings(await file.text());
    replace(found);
    setMessage({
      text: t(problems.length > 0 ? 'wall.editor.importedWith' : 'wall.editor.imported'),
      problems,
    });
  };
  /** Over plain http there is no clipboard: then the address can be copied from the field. */
  const copy = async (): Promise<void> => {
    const address = addressOf(settings);
    try {
      await navigator.clipboard.writeText(address);
      setMessage({ text: t('wall.editor.copied'), problems: [] });
    } catch {
      setMessage({ text: address, problems: [] });
    }
  };
  return (
    <div className={styles['file']}>
      <div className={styles['actions']}>
        <Button onClick={() => download(formatSettings(settings))}>{t('wall.editor.exportFile')}</Button>
        <Button onClick={() => input.current?.click()}>{t('wall.editor.importFile')}</Button>
        <Button onClick={() => void copy()}>{t('wall.editor.copyAddress')}</Button>
        <Button onClick={() => replace(DEFAULT_SETTINGS)}>{t('wall.editor.reset')}</Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label={t('wall.editor.importFile')}
        onChange={(event) => void read(event)}
      />
      {message && (
        <div role="status" className={styles['message']}>
          {message.text}
          <ul>
            {message.problems.map((problem) => (
              <li key={`${problem.field} ${problem.en}`}>{problem[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
