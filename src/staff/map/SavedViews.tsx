/** Views of the scene to come back to: name the present one, fly to one, forget one. */
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../state/view.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { Icon } from '../../ui/parts/icons.tsx';
import { Section } from '../../ui/parts/Section.tsx';
import { Empty } from '../../ui/parts/States.tsx';
import styles from './SavedViews.module.css';

const LONGEST_NAME = 40;

export const SavedViews = (): ReactElement => {
  const { t } = useTranslation();
  const { savedViews, pose, saveView, deleteView, requestCamera } = useView();
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saveView(name.trim() || t('staff.views.unnamed', { number: savedViews.length + 1 }));
    setName('');
  };
  return (
    <Section title={t('staff.views.title')} count={savedViews.length || undefined}>
      {savedViews.length === 0 && <Empty>{t('staff.views.none')}</Empty>}
      <ul className={styles['views']}>
        {savedViews.map((view) => (
          <li key={view.id} className={styles['view']}>
            <button
              type="button"
              className={styles['fly']}
              onClick={() => requestCamera({ kind: 'view', view })}
            >
              <Icon name="bookmark" size={14} />
              <span>{view.name}</span>
            </button>
            <IconButton
              size="small"
              icon="trash"
              label={t('staff.views.delete', { name: view.name })}
              onClick={() => deleteView(view.id)}
            />
          </li>
        ))}
      </ul>
      <form className={styles['form']} onSubmit={submit}>
        <input
          className={styles['input']}
          value={name}
          maxLength={LONGEST_NAME}
          aria-label={t('staff.views.name')}
          placeholder={t('staff.views.name')}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className={styles['save']} disabled={pose === null}>
          {t('staff.views.save')}
        </button>
      </form>
    </Section>
  );
};
