import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import type { ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { PhoneLink } from '../shared/PhoneLink.tsx';

type Contact = ShownContent['contacts'][number];
type Supplier = ShownContent['suppliers'][number];

function Phone({ name, phone }: { name: string; phone: string }) {
  if (phone.trim() === '') return <p className="plan-warning">{t('contingencyPlans.read.noPhone')}</p>;
  return <PhoneLink look="plan-phone" phone={phone} label={t('contingencyPlans.read.call', { name, phone })} />;
}

/** Whom to call, in order. Whoever has left says so, and the number stands still: somebody else may answer it. */
export const CallList = ({ contacts }: { contacts: readonly Contact[] }) => (
  <ol className="plan-calls">
    {contacts.map((contact) => {
      const name = contact.person?.name ?? contact.name;
      return (
        <li key={contact.key}>
          <p className="plan-call-name">{contact.role || name}</p>
          {contact.role && name && <p>{name}</p>}
          {contact.phoneHidden ? (
            <p className="quiet">{t('contingencyPlans.read.phoneHidden')}</p>
          ) : (
            <Phone name={name || contact.role} phone={contact.phone} />
          )}
          {contact.fromDirectory && <p className="quiet">{t('contingencyPlans.read.fromDirectory')}</p>}
          {contact.note && <p className="quiet">{contact.note}</p>}
          {contact.left && (
            <p className="plan-warning">
              <PersonDeleteRegular aria-hidden /> {t('contingencyPlans.read.left')}
            </p>
          )}
        </li>
      );
    })}
  </ol>
);

export const SupplierList = ({ suppliers }: { suppliers: readonly Supplier[] }) => (
  <ul className="plan-calls plan-suppliers">
    {suppliers.map(({ key, name, phone, agreement, hours }) => (
      <li key={key}>
        <p className="plan-call-name">{name}</p>
        <Phone name={name} phone={phone} />
        {agreement && <p className="quiet">{t('contingencyPlans.read.agreement', { agreement })}</p>}
        {hours && <p className="quiet">{t('contingencyPlans.read.hours', { hours })}</p>}
      </li>
    ))}
  </ul>
);
