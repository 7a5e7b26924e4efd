/** The community's four numbers of households a grid, checked while one types and kept as one edit. */
import { Button, InputNumber, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { type HouseholdBand, reasonsAgainstBand } from '../../domain/household-target.ts';
import { setGridBand } from '../../domain/operations/index.ts';
import type { Community } from '../../domain/records/index.ts';
import type { Reason } from '../../domain/reasons.ts';
import { editStamp, save } from '../../state/save.ts';
import { useWords } from '../../ui/parts/use-words.ts';
import styles from './BandDialog.module.css';

/** As they rise. */
const NUMBERS = ['warnBelow', 'min', 'max', 'warnAbove'] as const satisfies readonly (keyof HouseholdBand)[];
const MOST_HOUSEHOLDS = 100_000;

type Typed = Readonly<Record<keyof HouseholdBand, number | null>>;

const bandOf = ({ warnBelow, min, max, warnAbove }: Typed): HouseholdBand | null =>
  warnBelow === null || min === null || max === null || warnAbove === null
    ? null
    : { min, max, warnBelow, warnAbove };

export const BandDialog = ({
  community,
  onClose,
}: {
  community: Community;
  onClose: () => void;
}): ReactElement => {
  const { t, language } = useWords();
  const before = community.settings.gridBand;
  const [typed, setTyped] = useState<Typed>(before);
  const [refused, setRefused] = useState<readonly Reason[]>([]);
  const band = bandOf(typed);
  const against = band === null ? [] : reasonsAgainstBand(band);
  const isSame = NUMBERS.every((key) => typed[key] === before[key]);
  const keep = async (): Promise<void> => {
    if (band === null) return;
    const edit = setGridBand.run({ community }, band, editStamp());
    const result = edit.ok ? await save(edit.value) : edit;
    if (result.ok) onClose();
    else setRefused(result.reasons);
  };
  return (
    <Modal
      open
      width={520}
      title={t('plannerTools.band.title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button
          key="ok"
          type="primary"
          disabled={band === null || isSame || against.length > 0}
          onClick={() => void keep()}
        >
          {t('common.save.label')}
        </Button>,
      ]}
    >
      <p className={styles.lead}>{t('plannerTools.band.lead')}</p>
      <div className={styles.numbers}>
        {NUMBERS.map((key) => (
          <label key={key} className={styles.field}>
            {t(`plannerTools.band.${key}`)}
            <InputNumber
              min={0}
              max={MOST_HOUSEHOLDS}
              precision={0}
              value={typed[key]}
              status={
                typed[key] === null || against.some(({ field }) => field === `settings.gridBand.${key}`)
                  ? 'error'
                  : ''
              }
              onChange={(value) => {
                setTyped({ ...typed, [key]: value });
                setRefused([]);
              }}
            />
          </label>
        ))}
      </div>
      {band === null && (
        <p role="alert" className={styles.wrong}>
          {t('plannerTools.band.missing')}
        </p>
      )}
      {[...against, ...refused].map((reason) => (
        <p key={reason.code} role="alert" className={styles.wrong}>
          {reason[language]}
        </p>
      ))}
    </Modal>
  );
};
