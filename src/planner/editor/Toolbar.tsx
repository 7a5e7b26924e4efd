/** The plan's name, the tools, undo and redo, and publishing. */
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { PLAN_STATE } from '../../domain/codes.ts';
import { IconButton } from '../../ui/parts/IconButton.tsx';
import { Icon, type IconName } from '../../ui/parts/icons.tsx';
import { Tag } from '../../ui/parts/Tag.tsx';
import { useWords } from '../../ui/parts/use-words.ts';
import { CompareButton } from '../compare/CompareButton.tsx';
import { duplicatePlan } from '../home/use-plans.ts';
import { HeaderGap, PageHeader } from '../parts/PageHeader.tsx';
import { redoStep, undoStep } from '../session/actions.ts';
import { flyTo, setTool, type Tool, TOOLS, usePlanner } from '../session/planner-store.ts';
import styles from './editor.module.css';
import { TOOL_KEYS } from './editor-keys.ts';
import { ExportMenu } from './ExportMenu.tsx';

const ICONS: Readonly<Record<Tool, IconName>> = {
  select: 'pointer',
  edge: 'border',
  paint: 'brush',
  reshape: 'reshape',
  split: 'split',
  enclave: 'enclave',
  merge: 'merge',
};
const keyOf = (tool: Tool): string =>
  (Object.entries(TOOL_KEYS).find(([, of]) => of === tool)?.[0] ?? '').toUpperCase();

const Tools = (): ReactElement => {
  const { t } = useWords();
  const tool = usePlanner((s) => s.tool);
  const editable = usePlanner((s) => s.editable);
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('planner.tools')}>
      {TOOLS.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.tool}
          aria-pressed={tool === name}
          disabled={!editable && name !== 'select'}
          title={`${t(`planner.tool.${name}.hint`)} (${keyOf(name)})`}
          aria-keyshortcuts={keyOf(name)}
          onClick={() => setTool(name)}
        >
          <Icon name={ICONS[name]} size={18} />
          <span>{t(`planner.tool.${name}.name`)}</span>
        </button>
      ))}
    </div>
  );
};

const Steps = (): ReactElement => {
  const { t } = useWords();
  // The session changes in place: its version says when to look again.
  const version = usePlanner((s) => s.version);
  const { session, editable } = usePlanner.getState();
  const { steps = [], cursor = 0 } = session?.plan ?? {};
  const label = (at: number): string => {
    const step = steps[at];
    return step === undefined ? '' : t(`planner.step.${step.label}`);
  };
  return (
    <div className={styles.steps} data-version={version}>
      <IconButton
        icon="undo"
        label={cursor > 0 ? t('planner.undo', { step: label(cursor - 1) }) : t('planner.nothingToUndo')}
        disabled={!editable || cursor === 0}
        onClick={undoStep}
      />
      <IconButton
        icon="redo"
        label={
          cursor < steps.length ? t('planner.redo', { step: label(cursor) }) : t('planner.nothingToRedo')
        }
        disabled={!editable || cursor === steps.length}
        onClick={redoStep}
      />
      <IconButton icon="fit" label={t('planner.fit')} onClick={() => flyTo('all')} />
    </div>
  );
};

export const Toolbar = ({ onPublish }: { onPublish: () => void }): ReactElement => {
  const { t, code } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const stored = usePlanner((s) => s.stored);
  const editable = usePlanner((s) => s.editable);
  const copy = async (): Promise<void> => {
    if (stored === null) return;
    const id = await duplicatePlan(stored, t('planner.home.copyOf', { name: stored.name }).slice(0, 60));
    if (id !== null) void navigate({ pathname: `/planner/${id}`, search });
  };
  return (
    <PageHeader title={stored?.name ?? ''}>
      {stored && <Tag tone={editable ? 'blue' : 'plain'}>{code(PLAN_STATE, stored.state)}</Tag>}
      <Tools />
      <Steps />
      <CompareButton />
      <HeaderGap />
      <ExportMenu />
      {editable ? (
        <Button type="primary" onClick={onPublish}>
          {t('planner.publish.open')}
        </Button>
      ) : (
        <Button onClick={() => void copy()}>{t('planner.copyToChange')}</Button>
      )}
    </PageHeader>
  );
};
