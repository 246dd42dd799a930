import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DocumentCheckmarkRegular } from '@fluentui/react-icons/svg/document-checkmark';
import { Link } from 'wouter';
import type { MeView, ObligationView } from '../../api/organisation/contract.ts';
import { oweText, pressText } from '../shared/kinds.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import styles from './HomePage.module.css';

/** The overview stays short; the rest is behind a link. */
const mostShown = 3;
const boards = {
  coordinator: '/figures/coordinator',
  centre: '/centre',
  team: '/figures/team',
  management: '/figures/management',
} as const;

/** One row per obligation: what, due, and the button that leads to it. Those of the reader's roles come first. */
export function Obligations({ me: { obligations, abilities } }: { me: MeView }) {
  const board = abilities.board && <Link href={boards[abilities.board]}>{t(`home.board.${abilities.board}`)}</Link>;
  if (obligations.length === 0)
    return (
      <div className={`${styles.obligation} ${styles.nothing}`}>
        <span className={styles.obligationIcon}>
          <CheckmarkCircleRegular aria-hidden />
        </span>
        <p className={styles.obligationText}>{t('home.oweNothingText')}</p>
        {board} <Link href="/tasks">{t('home.tasks')}</Link>
      </div>
    );
  const ofRole = obligations.filter(({ own }) => !own);
  const own = obligations.filter((one) => one.own);
  const isMixed = ofRole.length > 0 && own.length > 0;
  return (
    <div>
      {isMixed ? (
        <>
          <Group title={t('home.ofRole')} rows={ofRole} />
          <Group title={t('home.own')} rows={own} />
        </>
      ) : (
        <Rows label={t('home.obligations')} rows={obligations} />
      )}
      <p className={styles.obligationsAll}>
        {board}{' '}
        <Link href="/tasks">
          {obligations.length > mostShown ? t('home.allTasks', { count: obligations.length }) : t('home.tasks')}
        </Link>
      </p>
    </div>
  );
}

interface Shown {
  rows: readonly ObligationView[];
}
const Group = ({ title, rows }: Shown & { title: string }) => (
  <>
    <p className="card-text">{title}</p>
    <Rows label={title} rows={rows} />
  </>
);

const Rows = ({ label, rows }: Shown & { label: string }) => (
  <section aria-label={label}>
    <ul className={styles.obligations}>
      {rows.slice(0, mostShown).map((obligation) => (
        <Obligation key={obligation.key} obligation={obligation} />
      ))}
    </ul>
  </section>
);

function Obligation({ obligation }: { obligation: ObligationView }) {
  const overdue = obligation.daysLeft < 0;
  const Icon = overdue ? ClockAlarmRegular : DocumentCheckmarkRegular;
  const due = asDue(obligation.daysLeft, obligation.due);
  return (
    <li className={overdue ? `${styles.obligation} ${styles.overdue}` : styles.obligation}>
      <span className={styles.obligationIcon}>
        <Icon aria-hidden />
      </span>
      <div className={styles.obligationText}>
        <h2 className={styles.obligationTitle}>{oweText(obligation)}</h2>
        <p className={styles.obligationDue}>{overdue ? t('home.dueOver', { due }) : t('home.dueBy', { due })}</p>
      </div>
      <ButtonLink to={obligation.path} appearance="primary" size="large">
        {pressText(obligation.kind)}
      </ButtonLink>
    </li>
  );
}
