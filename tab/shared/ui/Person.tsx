import { Button } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import type { PersonRef } from '../../../api/http/contract.ts';
import { openLink } from '../teams/host.ts';
import { t } from '../texts/texts.ts';
import styles from './Person.module.css';

const initials = (name: string): string => {
  const parts = name.split(' ').filter(Boolean);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
};

/** A name with role and centre, never a bare name (or id). */
export function Person({ person, children }: { person: PersonRef; children?: React.ReactNode }) {
  const role = [person.jobTitle, person.centre].filter(Boolean).join(', ');
  return (
    <div className={styles.person}>
      <span className={styles.personMark} aria-hidden>
        {initials(person.name)}
      </span>
      <div className={styles.personText}>
        <p className={styles.personName}>{person.name}</p>
        {role && (
          <p className={styles.personRole} data-part="person-role">
            {role}
          </p>
        )}
        {children}
      </div>
    </div>
  );
}

/** A person in a table: name, job title below it. */
export const NameCell = ({ name, jobTitle }: { name: string; jobTitle?: string | undefined }) => (
  <div>
    <p className={styles.personName}>{name}</p>
    {jobTitle && (
      <p className={styles.personRole} data-part="person-role">
        {jobTitle}
      </p>
    )}
  </div>
);

/** Opens a chat with the person in Teams. */
export function ChatButton({ mail, name }: { mail: string; name: string }) {
  const url = `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(mail)}`;
  return (
    <Button icon={<ChatRegular />} aria-label={`${t('common.person.chat')}: ${name}`} onClick={() => openLink(url)}>
      {t('common.person.chat')}
    </Button>
  );
}
