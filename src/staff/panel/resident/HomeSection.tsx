/** Where the person lives against where the person is registered: two facts, set beside each other. */
import type { ReactElement } from 'react';
import { REGISTRATION } from '../../../domain/codes.ts';
import type { ResidentCard } from '../../../storage/index.ts';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { HomeLink } from '../HomeLink.tsx';
import { PersonalValue } from '../PersonalFact.tsx';

const TONES = { here: 'green', separated: 'amber', elsewhere: 'blue' } as const;

export const HomeSection = ({ card }: { readonly card: ResidentCard }): ReactElement => {
  const { t, code, date } = useWords();
  const { resident, registered } = card;
  return (
    <Section
      title={t('staff.resident.home')}
      aside={<Tag tone={TONES[resident.registration]}>{code(REGISTRATION, resident.registration)}</Tag>}
    >
      <Facts>
        <Fact wide label={t('records.resident.actualAddress')}>
          <HomeLink building={card.building} dwelling={card.dwelling} />
        </Fact>
        <Fact wide label={t('records.resident.registeredAddress')}>
          {registered ? (
            <HomeLink building={registered.building} dwelling={registered.dwelling} />
          ) : resident.registration === 'here' && !resident.personal.registeredAddress ? (
            t('staff.resident.sameAsHome')
          ) : (
            <PersonalValue
              table="residents"
              personal={resident.personal}
              field="registeredAddress"
              label={t('records.resident.registeredAddress')}
            />
          )}
        </Fact>
        <Fact label={t('records.resident.since')}>{date(resident.since)}</Fact>
      </Facts>
    </Section>
  );
};
