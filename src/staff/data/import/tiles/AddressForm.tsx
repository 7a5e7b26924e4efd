/** A tileset that lies on this server is named by its address: it is drawn from there, and not copied. */
import { Alert, Button, Input, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { addressHere } from '../../../../transfer/address-file.ts';
import { type Problem, Refused } from '../../../../transfer/problem.ts';
import { useWords } from '../../../../ui/parts/use-words.ts';
import { useImport } from '../import-store.ts';
import styles from '../import.module.css';

const hereOf = (typed: string): { readonly path: string } | { readonly problem: Problem } => {
  try {
    return { path: addressHere(typed, window.location.href) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  }
};

export const AddressForm = (): ReactElement => {
  const { t, language } = useWords();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState(false);
  const { addAddress } = useImport();
  const find = async (): Promise<void> => {
    const here = hereOf(typed);
    if ('problem' in here) return setProblem(here.problem);
    setAsking(true);
    setProblem(await addAddress(here.path).finally(() => setAsking(false)));
  };
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <label className={styles.choice}>
        {t('data.tiles.address')}
        <Space.Compact block>
          <Input
            value={typed}
            placeholder="/tiles/tileset.json"
            maxLength={2000}
            status={problem ? 'error' : ''}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button htmlType="submit" loading={asking} disabled={typed.trim() === ''}>
            {t('data.tiles.find')}
          </Button>
        </Space.Compact>
      </label>
      <span className={styles.soft}>{t('data.tiles.addressHint')}</span>
      {problem && <Alert type="error" showIcon title={problem[language]} />}
    </form>
  );
};
