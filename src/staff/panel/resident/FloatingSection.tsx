/** A registration of someone who came from elsewhere, or went. */
import type { ReactElement } from 'react';
import { FLOATING_DIRECTION, FLOATING_REASON, PERMIT } from '../../../domain/codes.ts';
import type { FloatingRegistration } from '../../../domain/records/index.ts';
import type { ResidentCard } from '../../../storage/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag, Tags } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { PersonalFact } from '../PersonalFact.tsx';

interface Props {
  readonly card: ResidentCard;
  readonly record: FloatingRegistration;
}

export const FloatingSection = ({ card, record }: Props): ReactElement => {
  const { t, code, date } = useWords();
  const way = record.direction === 'in' ? 'In' : 'Out';
  const personal = (field: keyof FloatingRegistration['personal'], label: string = field): ReactElement => (
    <PersonalFact
      table="floatingRegistrations"
      personal={record.personal}
      field={field}
      label={t(`records.floating.${label}`)}
    />
  );
  return (
    <Section
      title={t('records.kind.floating')}
      aside={
        <Tags>
          <Tag tone="blue">{code(FLOATING_DIRECTION, record.direction)}</Tag>
          {record.state === 'ended' && <Tag>{t('staff.ended')}</Tag>}
        </Tags>
      }
    >
      <Facts>
        <Fact label={t('records.floating.reason')}>{code(FLOATING_REASON, record.reason)}</Fact>
        {personal('place', `place${way}`)}
        <Fact label={t(`records.floating.from${way}`)}>{date(record.from)}</Fact>
        <Fact label={t('records.floating.until')}>{date(record.until)}</Fact>
        <Fact label={t('records.floating.permit')}>{code(PERMIT, record.permit)}</Fact>
        {personal('permitNo')}
        <Fact label={t('records.floating.permitFrom')}>{date(record.permitFrom)}</Fact>
        <Fact label={t('records.floating.endorsedOn')}>{date(record.endorsedOn)}</Fact>
        {personal('employer')}
        {personal('landlordName')}
        {personal('landlordPhone')}
        {record.personal.notes && personal('notes')}
      </Facts>
      <ActionsSlot context={{ kind: 'floating', card, record }} />
    </Section>
  );
};
