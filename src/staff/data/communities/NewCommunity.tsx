/** The form that begins a new community. */
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { Reason } from '../../../domain/reasons.ts';
import { duringWork } from '../../../state/busy.ts';
import { useWords } from '../../../ui/parts/use-words.ts';
import styles from '../data.module.css';
import { checkedCommunity, installEmpty } from './new-community.ts';
import { openOther } from './open-other.ts';

const EMPTY = { name: '', code: '', district: '', lng: '', lat: '', elevation: '0' };
type Field = keyof typeof EMPTY;

/** Which field of the form a reason about the record belongs to. */
const fieldOf = (reason: Reason): Field => {
  const path = reason.field ?? '';
  if (path.startsWith('anchor')) return path.endsWith('1') ? 'lat' : 'lng';
  if (path === 'elevationMetres') return 'elevation';
  return path === 'code' || path === 'district' ? path : 'name';
};

export const NewCommunity = (): ReactElement => {
  const { t, language } = useWords();
  const [values, setValues] = useState(EMPTY);
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({});
  const [busy, setBusy] = useState(false);

  const create = async (): Promise<void> => {
    const numbers = { lng: Number(values.lng), lat: Number(values.lat), elevation: Number(values.elevation) };
    const missing = (['lng', 'lat', 'elevation'] as const).filter(
      (field) => values[field].trim() === '' || !Number.isFinite(numbers[field]),
    );
    const made = checkedCommunity(
      {
        ...values,
        anchor: missing.length > 0 ? [0, 0] : [numbers.lng, numbers.lat],
        elevationMetres: numbers.elevation || 0,
      },
      Date.now(),
    );
    const found: Partial<Record<Field, string>> = {};
    if (!made.ok) for (const reason of made.reasons) found[fieldOf(reason)] ??= reason[language];
    for (const field of missing) found[field] = t('data.communities.notANumber');
    setWrong(found);
    if (!made.ok || missing.length > 0) return;
    setBusy(true);
    try {
      await duringWork('create community', () => installEmpty(made.value));
      await openOther(made.value.community.id);
    } finally {
      setBusy(false);
    }
  };

  const item = (field: Field, label: string, placeholder = ''): ReactElement => (
    <Form.Item
      label={label}
      htmlFor={`community-${field}`}
      validateStatus={wrong[field] ? 'error' : ''}
      help={wrong[field]}
      required={field !== 'district'}
    >
      <Input
        id={`community-${field}`}
        value={values[field]}
        placeholder={placeholder}
        onChange={(event) => setValues((before) => ({ ...before, [field]: event.target.value }))}
      />
    </Form.Item>
  );
  return (
    <section className={styles.card} aria-label={t('data.communities.create')}>
      <h2 className={styles.cardTitle}>{t('data.communities.create')}</h2>
      <p className={styles.lead}>{t('data.communities.createLead')}</p>
      <Form layout="vertical" onFinish={() => void create()}>
        <div className={styles.form}>
          {item('name', t('data.communities.name'), t('data.communities.namePlaceholder'))}
          {item('code', t('data.communities.code'), t('data.communities.codeHint'))}
          {item('district', t('data.communities.district'), t('data.communities.districtPlaceholder'))}
          {item('lng', t('data.communities.lng'), '107.6507')}
          {item('lat', t('data.communities.lat'), '35.7306')}
          {item('elevation', t('data.communities.elevation'), '1420')}
        </div>
        <p className={styles.soft}>{t('data.communities.placeHint')}</p>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('data.communities.create')}
        </Button>
      </Form>
    </section>
  );
};
