import { MailRegular } from '@fluentui/react-icons/svg/mail';
import type { PocketView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { Person } from '../../shared/ui/Person.tsx';
import { PhoneLink } from '../shared/parts/PhoneLink.tsx';
import styles from './MinePage.module.css';
import personStyles from '../../shared/ui/Person.module.css';

/** ISK and manager, by phone or mail: works without Teams. */
export function CallList({ call: { coordinators, managers } }: { call: PocketView['call'] }) {
  const people = [
    ...coordinators.map((person) => ({ person, role: t('pocket.call.isk') })),
    ...managers.map((person) => ({ person, role: t('pocket.call.manager') })),
  ];
  return (
    <section className="section" aria-labelledby="call-title">
      <h2 className="section-title" id="call-title">
        {t('pocket.call.title')}
      </h2>
      {people.length === 0 && <p>{t('pocket.call.nobody')}</p>}
      <ul className={styles.ownPeople} data-part="own-people">
        {people.map(({ person, role }) => (
          <li key={role + person.id}>
            <Person person={person}>
              <p className={personStyles.personRole} data-part="person-role">
                {role}
              </p>
              {person.phone && <PhoneLink look={styles.ownPhone} phone={person.phone} />}
              {person.mail && (
                <a className={styles.ownMail} href={`mailto:${person.mail}`}>
                  <MailRegular aria-hidden />
                  <span>{person.mail}</span>
                </a>
              )}
            </Person>
          </li>
        ))}
      </ul>
    </section>
  );
}
