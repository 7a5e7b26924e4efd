/** An allowance or relief, of the person or of the household. */
import type { ReactElement } from 'react';
import { ASSISTANCE_CATEGORY, ASSISTANCE_KIND } from '../../../domain/codes.ts';
import { today } from '../../../domain/dates.ts';
import type { Assistance } from '../../../domain/records/index.ts';
import type { ResidentCard } from '../../../storage/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag, Tags } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { PersonalFact } from '../PersonalFact.tsx';

interface Props {
  readonly card: ResidentCard;
  readonly record: Assistance;
}

export const AssistanceSection = ({ card, record }: Props): ReactElement => {
  const { t, code, date, number } = useWords();
  const personal = (field: keyof Assistance['personal']): ReactElement => (
    <PersonalFact
      table="assistances"
      personal={record.personal}
      field={field}
      label={t(`records.assistance.${field}`)}
    />
  );
  const { monthlyYuan, notes } = record.personal;
  const overdue = record.state === 'active' && record.nextReviewOn !== null && record.nextReviewOn < today();
  return (
    <Section
      title={t('records.kind.assistance')}
      aside={
        <Tags>
          <Tag tone="amber">{code(ASSISTANCE_KIND, record.kind)}</Tag>
          {record.residentId === null && <Tag>{t('staff.resident.wholeHousehold')}</Tag>}
          {record.state === 'ended' && <Tag>{t('staff.ended')}</Tag>}
        </Tags>
      }
    >
      <Facts>
        <Fact label={t('records.assistance.category')}>{code(ASSISTANCE_CATEGORY, record.category)}</Fact>
        <Fact label={t('records.assistance.personsCovered')}>
          {t('records.place.people', { count: record.personsCovered })}
        </Fact>
        <Fact label={t('records.assistance.monthlyYuan')}>
          {monthlyYuan === undefined ? null : t('records.place.yuanPerMonth', { yuan: number(monthlyYuan) })}
        </Fact>
        {personal('certificateNo')}
        <Fact label={t('records.assistance.approvedOn')}>{date(record.approvedOn)}</Fact>
        <Fact label={t('records.assistance.from')}>{date(record.from)}</Fact>
        <Fact label={t('records.assistance.until')}>{date(record.until)}</Fact>
        <Fact label={t('records.assistance.nextReviewOn')}>
          {overdue ? (
            <Tag tone="red">{t('staff.resident.overdue', { date: date(record.nextReviewOn) })}</Tag>
          ) : (
            date(record.nextReviewOn)
          )}
        </Fact>
        {personal('reason')}
        {personal('bankAccount')}
        {personal('helperName')}
        {personal('helperPhone')}
        {notes && personal('notes')}
      </Facts>
      <ActionsSlot context={{ kind: 'assistance', card, record }} />
    </Section>
  );
};
