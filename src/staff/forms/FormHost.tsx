/** Where forms open: a drawer over the right panel, so that the scene and the card it is about stay in sight. */
import { Button, Drawer } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { Reason } from '../../domain/reasons.ts';
import { editStamp, save } from '../../state/save.ts';
import { Failed, Waiting } from '../../ui/parts/States.tsx';
import { useQuery } from '../../ui/parts/use-query.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import { formOf } from './definitions/index.ts';
import { FieldView } from './fields/FieldView.tsx';
import type { FormDef, Values } from './form-def.ts';
import { closeForm, type FormRequest, useForms } from './form-store.ts';
import styles from './forms.module.css';
import { useDraft } from './use-draft.ts';
import { useFollowed } from './use-followed.ts';
import { useReasons } from './use-reasons.ts';

type Def = FormDef<object, unknown>;

const Body = ({ def, args, context: loaded }: { def: Def; args: unknown; context: object }): ReactElement => {
  const words = useWords();
  const { t } = words;
  const initial = useMemo(() => def.initial(loaded), [def, loaded]);
  const draft = useDraft(def.draftKey(args), initial);
  const followed = useFollowed(def, draft.values);
  const context = useMemo(() => ({ ...loaded, followed }), [loaded, followed]);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Reason[] | null>(null);
  const [saving, setSaving] = useState(false);
  const live = useReasons(def, context, draft.values);
  if (!draft.values) return <Waiting />;
  const values: Values = draft.values;
  const groups = def.groups(context, values, words);
  const paths = new Set(groups.flatMap(({ fields }) => fields.map(({ path }) => path)));
  const reasons = refused ?? live.filter(({ field }) => field !== undefined && touched.has(field));
  const general = reasons.filter(({ field }) => field === undefined || !paths.has(field));
  const note = def.note?.(context, values, words);

  const submit = async (): Promise<void> => {
    setSaving(true);
    try {
      const result = await def.run(context, values, editStamp());
      const answer = result.ok ? await save(result.value) : result;
      if (!answer.ok) return setRefused(answer.reasons);
      await draft.drop();
      closeForm();
    } finally {
      setSaving(false);
    }
  };
  const change = (path: string, value: Values[string]): void => {
    setRefused(null);
    setTouched((before) => new Set(before).add(path));
    draft.change({ ...values, [path]: value });
  };

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.scroll}>
        {draft.resumed && (
          <p className={styles.resumed} role="status">
            {t('forms.resumed')}
            <Button type="link" size="small" onClick={draft.discard}>
              {t('forms.discard')}
            </Button>
          </p>
        )}
        {note && <p className={styles.note}>{note}</p>}
        {groups.map((group) => (
          <fieldset key={group.title} className={styles.group}>
            <legend className={styles.legend}>{group.title}</legend>
            {group.fields.map((field) => (
              <FieldView
                key={field.path}
                field={field}
                value={values[field.path]}
                words={words}
                reasons={reasons.filter((reason) => reason.field === field.path)}
                onChange={(value) => change(field.path, value)}
                onBlur={() => setTouched((before) => new Set(before).add(field.path))}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <footer className={styles.footer}>
        {general.length > 0 && (
          <div className={styles.general} role="alert">
            {general.map((reason) => (
              <p key={reason.code}>{reason[words.language]}</p>
            ))}
          </div>
        )}
        <div className={styles.buttons}>
          <span className={draft.kept ? styles.kept : styles.notKept} role={draft.kept ? undefined : 'alert'}>
            {t(draft.kept ? 'forms.kept' : 'forms.notKept')}
          </span>
          <Button onClick={closeForm}>{t('common.close')}</Button>
          <Button type="primary" htmlType="submit" loading={saving} danger={def.ends === true}>
            {t('common.save.label')}
          </Button>
        </div>
      </footer>
    </form>
  );
};

const OpenForm = ({ request }: { request: FormRequest }): ReactElement => {
  const words = useWords();
  const def = formOf(request.kind) as unknown as Def;
  const key = `form/${request.kind}/${request.seq}`;
  const query = useQuery(key, () => def.load(request.args));
  const context = query.data;
  return (
    <Drawer
      open
      size={560}
      mask={{ blur: false }}
      title={context ? def.title(context, words) : words.t('common.loading')}
      onClose={closeForm}
      keyboard
      styles={{ body: { padding: 0 } }}
      destroyOnHidden
    >
      {query.status === 'failed' ? (
        <Failed retry={query.retry} />
      ) : query.status === 'loading' ? (
        <Waiting />
      ) : context === null ? (
        <p className={styles.note}>{words.t('forms.gone')}</p>
      ) : (
        <Body def={def} args={request.args} context={context} />
      )}
    </Drawer>
  );
};

export const FormHost = (): ReactElement | null => {
  const request = useForms((s) => s.request);
  return request && <OpenForm key={request.seq} request={request} />;
};
