import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import type { ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { PhoneLink } from '../shared/parts/PhoneLink.tsx';
import plansStyles from './Plans.module.css';
import styles from './ReadPlan.module.css';

type Contact = ShownContent['contacts'][number];
type Supplier = ShownContent['suppliers'][number];

function Phone({ name, phone }: { name: string; phone: string }) {
  if (phone.trim() === '') return <p className={plansStyles.planWarning}>{t('contingencyPlans.read.noPhone')}</p>;
  return <PhoneLink look={styles.planPhone} phone={phone} label={t('contingencyPlans.read.call', { name, phone })} />;
}

/** Contacts in order. A leaver is marked, and the number is text only: another person may answer it. */
export const CallList = ({ contacts }: { contacts: readonly Contact[] }) => (
  <ol className={styles.planCalls}>
    {contacts.map((contact) => {
      const name = contact.person?.name ?? contact.name;
      return (
        <li key={contact.key}>
          <p className={styles.planCallName}>{contact.role || name}</p>
          {contact.role && name && <p>{name}</p>}
          {contact.phoneHidden ? (
            <p className="quiet">{t('contingencyPlans.read.phoneHidden')}</p>
          ) : (
            <Phone name={name || contact.role} phone={contact.phone} />
          )}
          {contact.fromDirectory && <p className="quiet">{t('contingencyPlans.read.fromDirectory')}</p>}
          {contact.note && <p className="quiet">{contact.note}</p>}
          {contact.left && (
            <p className={plansStyles.planWarning}>
              <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.sheet.column.left')}
            </p>
          )}
        </li>
      );
    })}
  </ol>
);

export const SupplierList = ({ suppliers }: { suppliers: readonly Supplier[] }) => (
  <ul className={`${styles.planCalls} ${styles.planSuppliers}`}>
    {suppliers.map(({ key, name, phone, agreement, hours }) => (
      <li key={key}>
        <p className={styles.planCallName}>{name}</p>
        <Phone name={name} phone={phone} />
        {agreement && <p className="quiet">{t('contingencyPlans.read.agreement', { agreement })}</p>}
        {hours && <p className="quiet">{t('contingencyPlans.read.hours', { hours })}</p>}
      </li>
    ))}
  </ul>
);
