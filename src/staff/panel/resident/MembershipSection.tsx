/** The member's card: what every member has, then what the way of management asks to be kept. */
import type { ReactElement } from 'react';
import { MEMBER_GROUP, MEMBER_KIND, MEMBER_MODE, MEMBER_STANDING, POST } from '../../../domain/codes.ts';
import type { Membership } from '../../../domain/records/index.ts';
import { buildingById } from '../../../state/places.ts';
import type { ResidentCard } from '../../../storage/index.ts';
import { EntityLink } from '../../../ui/parts/EntityLink.tsx';
import { Fact, Facts } from '../../../ui/parts/Facts.tsx';
import { Section } from '../../../ui/parts/Section.tsx';
import { Tag, Tags } from '../../../ui/parts/Tag.tsx';
import { useWords } from '../../../ui/parts/use-words.ts';
import { ActionsSlot } from '../../actions.tsx';
import { PersonalFact } from '../PersonalFact.tsx';
import { DutiesList } from './DutiesList.tsx';
import { type MemberField, memberFieldsOf } from './member-fields.ts';
import { StateOfMind } from './StateOfMind.tsx';

interface Props {
  readonly card: ResidentCard;
  readonly record: Membership;
}

export const MembershipSection = ({ card, record }: Props): ReactElement => {
  const { t, code, date } = useWords();
  const personal = (field: MemberField): ReactElement => (
    <PersonalFact
      key={field}
      table="memberships"
      personal={record.personal}
      field={field}
      label={t(`records.membership.${field}`)}
    />
  );
  const heads = card.headships.filter((head) => head.membershipId === record.id && head.until === null);
  return (
    <Section
      title={t('records.kind.membership')}
      aside={
        <Tags>
          <Tag tone="red">{`${code(MEMBER_GROUP, record.mode)} · ${code(MEMBER_MODE, record.mode)}`}</Tag>
          {record.state === 'ended' && <Tag>{t('staff.ended')}</Tag>}
        </Tags>
      }
    >
      <Facts>
        <Fact label={t('records.membership.kind')}>{code(MEMBER_KIND, record.kind)}</Fact>
        <Fact label={t('records.membership.standing')}>{code(MEMBER_STANDING, record.standing)}</Fact>
        <Fact label={t('records.membership.branch')}>{card.branch?.name}</Fact>
        <Fact label={t('records.membership.partyPost')}>{record.personal.partyPost}</Fact>
        <Fact label={t('records.membership.joinedOn')}>{date(record.joinedOn)}</Fact>
        <Fact label={t('records.membership.fullOn')}>{date(record.fullOn)}</Fact>
        <Fact label={t('records.membership.duesPaidTo')}>{date(record.duesPaidTo)}</Fact>
        <Fact label={t('records.membership.lastContactOn')}>{date(record.lastContactOn)}</Fact>
        {record.outOfContactSince && (
          <Fact label={t('records.membership.outOfContactSince')}>
            <Tag tone="red">{date(record.outOfContactSince)}</Tag>
          </Fact>
        )}
        {memberFieldsOf(record).map(personal)}
        {(record.mode === 'adopted' || record.lastAppraisalOn) && (
          <Fact label={t('records.membership.lastAppraisalOn')}>{date(record.lastAppraisalOn)}</Fact>
        )}
        {(record.mode === 'adopted' || record.posts.length > 0) && (
          <Fact wide label={t('records.membership.posts')}>
            {record.posts.length > 0 && (
              <Tags>
                {record.posts.map((post) => (
                  <Tag key={post}>{code(POST, post)}</Tag>
                ))}
              </Tags>
            )}
          </Fact>
        )}
        {(record.mode === 'direct' || record.zoneBuildingIds.length > 0) && (
          <BuildingsFact label={t('records.membership.zone')} ids={record.zoneBuildingIds} />
        )}
        {heads.length > 0 && (
          <BuildingsFact label={t('records.building.head')} ids={heads.map((h) => h.buildingId)} />
        )}
      </Facts>
      {record.personal.stateOfMind && <StateOfMind text={record.personal.stateOfMind} />}
      <DutiesList duties={card.duties.filter((d) => d.membershipId === record.id)} />
      <ActionsSlot context={{ kind: 'membership', card, record }} />
    </Section>
  );
};

const BuildingName = ({ id }: { id: string }): ReactElement => {
  const { building: nameOf } = useWords();
  const building = buildingById(id);
  return <>{building ? nameOf(building) : id}</>;
};

const BuildingsFact = ({ label, ids }: { label: string; ids: readonly string[] }): ReactElement => (
  <Fact wide label={label}>
    {ids.length > 0 &&
      ids.map((id, at) => (
        <span key={id}>
          {at > 0 && '、'}
          <EntityLink to={{ kind: 'building', id }}>
            <BuildingName id={id} />
          </EntityLink>
        </span>
      ))}
  </Fact>
);
