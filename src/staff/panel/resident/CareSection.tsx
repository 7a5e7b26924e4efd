/** A need for care. */
import type { ReactElement } from 'react';
import { CARE_KIND, CARE_LEVEL, DISABILITY } from '../../../domain/codes.ts';
import type { CareNeed } from '../../../domain/records/index.ts';
import type { ResidentCard } from '../../../storage/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag, Tags } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { PersonalFact } from '../PersonalFact.tsx';

interface Props {
  readonly card: ResidentCard;
  readonly record: CareNeed;
}

export const CareSection = ({ card, record }: Props): ReactElement => {
  const { t, code, date } = useWords();
  const personal = (field: keyof CareNeed['personal']): ReactElement => (
    <PersonalFact
      table="careNeeds"
      personal={record.personal}
      field={field}
      label={t(`records.careNeed.${field}`)}
    />
  );
  return (
    <Section
      title={t('records.kind.careNeed')}
      aside={
        <Tags>
          <Tag tone="violet">{code(CARE_KIND, record.kind)}</Tag>
          {record.state === 'ended' && <Tag>{t('staff.ended')}</Tag>}
        </Tags>
      }
    >
      <Facts>
        <Fact label={t('records.careNeed.level')}>{code(CARE_LEVEL, record.level)}</Fact>
        {record.kind === 'disabled' && (
          <>
            <Fact label={t('records.careNeed.disability')}>{code(DISABILITY, record.disability)}</Fact>
            <Fact label={t('records.careNeed.disabilityLevel')}>
              {record.disabilityLevel === null
                ? null
                : t('records.careNeed.disabilityLevelValue', { level: record.disabilityLevel })}
            </Fact>
          </>
        )}
        <Fact label={t('records.careNeed.from')}>{date(record.from)}</Fact>
        {record.until && <Fact label={t('records.careNeed.until')}>{date(record.until)}</Fact>}
        {(record.kind === 'disabled' || record.personal.certificateNo) && personal('certificateNo')}
        {personal('contactName')}
        {personal('contactPhone')}
        {personal('helperName')}
        {record.personal.notes && personal('notes')}
      </Facts>
      <ActionsSlot context={{ kind: 'careNeed', card, record }} />
    </Section>
  );
};
