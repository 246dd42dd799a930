import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { PhoneLink } from '../shared/parts/PhoneLink.tsx';
import styles from './Downtime.module.css';

function Number(props: { name: string; role: string; phone: string; lines: readonly string[]; left?: boolean }) {
  const { name, role, phone, lines, left } = props;
  return (
    <li className={styles.callLine}>
      <div className={styles.callWho}>
        <p className={styles.callRole}>{role || name}</p>
        {role && name && <p>{name}</p>}
        {left && <p className={styles.callLeft}>{t('downtime.live.left')}</p>}
        {lines
          .filter((line) => line !== '')
          .map((line) => (
            <p key={line} className="quiet">
              {line}
            </p>
          ))}
      </div>
      {phone ? (
        <PhoneLink
          look={styles.callNumber}
          phone={phone}
          label={`${t('downtime.live.call')} ${name || role}, ${phone}`}
        />
      ) : (
        <span className="quiet">{t('downtime.live.noPhone')}</span>
      )}
    </li>
  );
}

/** Contacts: people named in the plans, suppliers, and the system's owner. A number is a call link. */
export function WhomToCall({ downtime: { contacts, suppliers, owner } }: { downtime: DowntimeView }) {
  return (
    <section className="card" aria-labelledby="downtime-call">
      <h2 className="section-title" id="downtime-call">
        {t('downtime.live.call')}
      </h2>
      {contacts.length === 0 && <p>{t('downtime.live.noContacts')}</p>}
      <ul className={styles.callLines}>
        {contacts.map(({ name, role, phone, note, left, fromDirectory }) => (
          <Number
            key={`${phone} ${name}`}
            name={name}
            role={role}
            phone={phone}
            left={left}
            lines={[fromDirectory ? t('downtime.live.fromDirectory') : '', note]}
          />
        ))}
        {suppliers.map(({ name, phone, agreement, hours }) => (
          <Number
            key={`${phone} ${name}`}
            name={name}
            phone={phone}
            role={t('downtime.live.supplier')}
            lines={[agreement === '' ? '' : t('downtime.live.agreement', { agreement }), hours]}
          />
        ))}
      </ul>
      {owner && (
        <p className="quiet">
          {t('downtime.live.owner')}: {[owner.name, owner.jobTitle, owner.centre].filter(Boolean).join(', ')}
        </p>
      )}
    </section>
  );
}
