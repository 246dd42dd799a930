import type { ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { PhoneLink } from '../shared/parts/PhoneLink.tsx';
import styles from './MinePage.module.css';
import personStyles from '../../shared/ui/Person.module.css';

const Phone = ({ phone }: { phone: string }) =>
  phone === '' ? <p className="quiet">{t('pocket.phone.none')}</p> : <PhoneLink look={styles.ownPhone} phone={phone} />;

/** Contacts, each number a call link. Leavers are marked. */
export const Phones = ({ contacts }: { contacts: ShownContent['contacts'] }) => (
  <ul className={styles.ownPhones}>
    {contacts.map(({ key, role, person, name, phone, fromDirectory, note, left }) => {
      const who = person?.name ?? name;
      return (
        <li key={key}>
          <p className={personStyles.personName}>{role || who}</p>
          {role && who && !left && (
            <p className={personStyles.personRole} data-part="person-role">
              {who}
            </p>
          )}
          {left && <p className={styles.ownLeft}>{t('pocket.phone.left', { name: who })}</p>}
          <Phone phone={phone} />
          {fromDirectory && <p className="quiet">{t('pocket.phone.fromDirectory')}</p>}
          {note && <p className="quiet">{note}</p>}
        </li>
      );
    })}
  </ul>
);

export const Suppliers = ({ suppliers }: { suppliers: ShownContent['suppliers'] }) => (
  <ul className={styles.ownPhones}>
    {suppliers.map(({ key, name, phone, agreement, hours }) => (
      <li key={key}>
        <p className={personStyles.personName}>{name}</p>
        <Phone phone={phone} />
        <p className="quiet">
          {[hours, agreement && t('pocket.phone.agreement', { agreement })].filter(Boolean).join(' · ')}
        </p>
      </li>
    ))}
  </ul>
);
