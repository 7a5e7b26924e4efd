/** How to reach the person, and what the person does. */
import type { ReactElement } from 'react';
import type { Resident } from '../../../domain/records/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { PersonalFact } from '../PersonalFact.tsx';

export const ContactSection = ({ resident }: { readonly resident: Resident }): ReactElement => {
  const { t } = useWords();
  const { personal } = resident;
  return (
    <Section title={t('staff.resident.contact')}>
      <Facts>
        <PersonalFact
          table="residents"
          personal={personal}
          field="phone"
          label={t('records.resident.phone')}
        />
        <Fact label={t('records.resident.occupation')}>{personal.occupation}</Fact>
        <PersonalFact
          wide
          table="residents"
          personal={personal}
          field="workplace"
          label={t('records.resident.workplace')}
        />
      </Facts>
    </Section>
  );
};
