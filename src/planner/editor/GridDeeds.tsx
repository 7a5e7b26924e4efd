/** What can be done with the chosen grid as a whole. */
import { Button, Popconfirm, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Face } from '../../geometry/tiling/index.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { merge, neighboursOf } from '../session/actions.ts';
import { dissolve, isChanged, restore, swapWith } from '../session/ground-actions.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { setTool } from '../session/planner-store.ts';
import styles from './editor.module.css';

export const GridDeeds = ({ session, face }: { session: PlanSession; face: Face }): ReactElement => {
  const { t } = useWords();
  const neighbours = neighboursOf(session, face.id);
  const options = neighbours.map((id) => ({ value: id, label: session.faceName(id) }));
  const free = options.filter(({ value }) => session.tiling.face(value)?.locked !== true);
  return (
    <>
      <label className={styles.field}>
        {t('planner.card.merge')}
        <Select
          value={null}
          placeholder={t('planner.card.mergeWith')}
          disabled={face.locked}
          options={options}
          onChange={(id: string | null) => id !== null && merge(face.id, id)}
        />
      </label>
      <label className={styles.field}>
        {t('plannerTools.card.swap')}
        <Select
          value={null}
          placeholder={t('plannerTools.card.swapWith')}
          disabled={face.locked}
          options={free}
          onChange={(id: string | null) => id !== null && swapWith(face.id, id)}
        />
      </label>
      <div className={styles.row}>
        <Button disabled={face.locked} onClick={() => setTool('split')}>
          {t('planner.tool.split.name')}
        </Button>
        <Button disabled={face.locked} onClick={() => setTool('reshape')}>
          {t('planner.tool.reshape.name')}
        </Button>
        <Button disabled={face.locked} onClick={() => setTool('paint')}>
          {t('planner.card.paint')}
        </Button>
        <Button disabled={face.locked} onClick={() => setTool('enclave')}>
          {t('plannerTools.card.enclave')}
        </Button>
        <Popconfirm
          title={t('plannerTools.card.dissolveTitle', { name: session.faceName(face.id) })}
          description={t('plannerTools.card.dissolveText')}
          okText={t('plannerTools.card.dissolve')}
          cancelText={t('common.cancel')}
          onConfirm={() => dissolve(face.id)}
        >
          <Button disabled={face.locked || neighbours.length === 0}>{t('plannerTools.card.dissolve')}</Button>
        </Popconfirm>
        {isChanged(session, face.id) && (
          <Button onClick={() => restore(face.id)}>{t('plannerTools.card.restore')}</Button>
        )}
      </div>
    </>
  );
};
