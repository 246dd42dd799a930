import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import type { OrganisationView } from '../../api/organisation/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Person } from '../shared/ui/Person.tsx';
import { DeputyLine } from './DeputyLine.tsx';
import styles from './OrganisationPage.module.css';

type Body = OrganisationView['bodies'][number];
type Member = Body['members'][number];

function sinceText(member: Member): string {
  const { startsOn, endsOn, byGroup } = member;
  const period = [
    ...(startsOn ? [t('organisation.since', { date: asDate(startsOn) })] : []),
    ...(endsOn ? [t('organisation.until', { date: asDate(endsOn) })] : []),
  ].join(' ');
  return [period, ...(byGroup ? [t('organisation.byGroup')] : [])].filter(Boolean).join(' · ');
}

/** A body's purpose and members, opened from the picture; focused on opening. */
export function BodyDetail({ body, onClose }: { body: Body; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [body.role]);
  return (
    <section className="card" aria-labelledby="body-detail">
      <div className="section-head">
        <h2 className="card-title" id="body-detail" ref={heading} tabIndex={-1}>
          {t(`roles.${body.role}`)}
        </h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={t('common.close')} onClick={onClose} />
      </div>
      <p className="card-text">{t(`organisation.task.${body.role}`)}</p>
      {body.members.length === 0 && body.role !== 'cityCouncil' && <p>{t('organisation.nobody')}</p>}
      <ul className={styles.peopleGrid}>
        {body.members.map((member) => (
          <li key={member.assignmentKey ?? member.id}>
            <Person person={member}>
              <p className="quiet">
                {member.chair && <span className="tag">{t('organisation.chair')}</span>} {sinceText(member)}
              </p>
              {member.assignmentKey !== undefined && (
                <DeputyLine
                  labelled
                  mayName={member.nameDeputy === true}
                  about={{
                    assignmentKey: member.assignmentKey,
                    holder: member,
                    role: body.role,
                    deputy: member.deputy,
                  }}
                />
              )}
            </Person>
          </li>
        ))}
      </ul>
    </section>
  );
}
