/** Who the person is. */
import type { ReactElement } from 'react';
import { EDUCATION, MARITAL, RESIDENT_STATUS, SEX } from '../../../domain/codes.ts';
import type { Resident } from '../../../domain/records/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { PersonalFact } from '../PersonalFact.tsx';

export const IdentitySection = ({ resident }: { readonly resident: Resident }): ReactElement => {
  const { t, code, date } = useWords();
  const { personal } = resident;
  return (
    <Section title={t('staff.resident.identity')}>
      <Facts>
        <PersonalFact
          table="residents"
          personal={personal}
          field="citizenId"
          label={t('records.resident.citizenId')}
        />
        <PersonalFact
          table="residents"
          personal={personal}
          field="birthDate"
          label={t('records.resident.birthDate')}
          shown={date(personal.birthDate) || undefined}
        />
        {!personal.birthDate && <Fact label={t('records.resident.birthYear')}>{resident.birthYear}</Fact>}
        <Fact label={t('records.resident.sex')}>{code(SEX, resident.sex)}</Fact>
        <PersonalFact
          table="residents"
          personal={personal}
          field="formerName"
          label={t('records.resident.formerName')}
        />
        <Fact label={t('records.resident.marital')}>{code(MARITAL, personal.marital)}</Fact>
        <Fact label={t('records.resident.education')}>{code(EDUCATION, personal.education)}</Fact>
        <Fact label={t('records.resident.status')}>{code(RESIDENT_STATUS, resident.status)}</Fact>
        {resident.leftOn && <Fact label={t('records.resident.leftOn')}>{date(resident.leftOn)}</Fact>}
        {resident.status === 'movedAway' && (
          <PersonalFact
            wide
            table="residents"
            personal={personal}
            field="destination"
            label={t('records.resident.destination')}
          />
        )}
        {personal.notes && (
          <PersonalFact
            wide
            table="residents"
            personal={personal}
            field="notes"
            label={t('records.resident.notes')}
          />
        )}
      </Facts>
    </Section>
  );
};
