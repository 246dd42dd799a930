import type { ShownContent } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { PhoneLink } from '../shared/PhoneLink.tsx';

const Phone = ({ phone }: { phone: string }) =>
  phone === '' ? <p className="quiet">{t('pocket.phone.none')}</p> : <PhoneLink look="own-phone" phone={phone} />;

/** Whom to call, each number one press. Whoever has left is said to have. */
export const Phones = ({ contacts }: { contacts: ShownContent['contacts'] }) => (
  <ul className="own-phones">
    {contacts.map(({ key, role, person, name, phone, fromDirectory, note, left }) => {
      const who = person?.name ?? name;
      return (
        <li key={key}>
          <p className="person-name">{role || who}</p>
          {role && who && !left && <p className="person-role">{who}</p>}
          {left && <p className="own-left">{t('pocket.phone.left', { name: who })}</p>}
          <Phone phone={phone} />
          {fromDirectory && <p className="quiet">{t('pocket.phone.fromDirectory')}</p>}
          {note && <p className="quiet">{note}</p>}
        </li>
      );
    })}
  </ul>
);

export const Suppliers = ({ suppliers }: { suppliers: ShownContent['suppliers'] }) => (
  <ul className="own-phones">
    {suppliers.map(({ key, name, phone, agreement, hours }) => (
      <li key={key}>
        <p className="person-name">{name}</p>
        <Phone phone={phone} />
        <p className="quiet">
          {[hours, agreement && t('pocket.phone.agreement', { agreement })].filter(Boolean).join(' · ')}
        </p>
      </li>
    ))}
  </ul>
);
