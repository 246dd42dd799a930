import type { OthersOverdue } from '../../api/reminders/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import styles from './RemindersPage.module.css';

/** A card's overview of followed-up centres: the overdue count of each, and the largest groups. */
export const OthersLines = ({ others }: { others: readonly OthersOverdue[] }) =>
  others.length === 0 ? null : (
    <ul className={styles.reminderLines}>
      {others.map(({ centre, overdue, groups }) => (
        <li key={centre?.id ?? ''}>
          <p>
            {t('reminders.others.overdue', {
              count: overdue,
              number: asNumber(overdue),
              centre: centre?.title ?? t('reminders.others.whole'),
            })}
          </p>
          {groups.slice(0, mostGroups).map(({ kind, title, count }) => (
            <p className="quiet" key={`${kind} ${title}`}>
              {t('reminders.others.group', { number: asNumber(count), title })}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );

/** The card's limit. */
const mostGroups = 5;
