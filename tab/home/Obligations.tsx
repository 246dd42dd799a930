import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DocumentCheckmarkRegular } from '@fluentui/react-icons/svg/document-checkmark';
import { Link } from 'wouter';
import type { ObligationView } from '../../api/organisation/contract.ts';
import { oweText, pressText } from '../shared/kinds.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';

/** The overview stays short; the rest is one press away. */
const mostShown = 3;

/** One row a debt: what, by when, and the one button that leads to it. */
export function Obligations({ obligations }: { obligations: readonly ObligationView[] }) {
  if (obligations.length === 0)
    return (
      <div className="obligation nothing">
        <span className="obligation-icon">
          <CheckmarkCircleRegular aria-hidden />
        </span>
        <p className="obligation-text">{t('home.oweNothingText')}</p>
        <Link href="/tasks">{t('home.tasks')}</Link>
      </div>
    );
  return (
    <div>
      <section aria-label={t('home.obligations')}>
        <ul className="obligations">
          {obligations.slice(0, mostShown).map((obligation) => (
            <Obligation key={obligation.key} obligation={obligation} />
          ))}
        </ul>
      </section>
      <p className="obligations-all">
        <Link href="/tasks">
          {obligations.length > mostShown ? t('home.allTasks', { count: obligations.length }) : t('home.tasks')}
        </Link>
      </p>
    </div>
  );
}

function Obligation({ obligation }: { obligation: ObligationView }) {
  const overdue = obligation.daysLeft < 0;
  const Icon = overdue ? ClockAlarmRegular : DocumentCheckmarkRegular;
  const due = asDue(obligation.daysLeft, obligation.due);
  return (
    <li className={overdue ? 'obligation overdue' : 'obligation'}>
      <span className="obligation-icon">
        <Icon aria-hidden />
      </span>
      <div className="obligation-text">
        <h2 className="obligation-title">{oweText(obligation)}</h2>
        <p className="obligation-due">{overdue ? t('home.dueOver', { due }) : t('home.dueBy', { due })}</p>
      </div>
      <ButtonLink to={obligation.path} appearance="primary" size="large">
        {pressText(obligation.kind)}
      </ButtonLink>
    </li>
  );
}
