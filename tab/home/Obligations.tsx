import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DocumentCheckmarkRegular } from '@fluentui/react-icons/svg/document-checkmark';
import type { ObligationView } from '../../api/organisation/contract.ts';
import { asDue, t, textOf } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';

/** One row a debt: what, by when, and the one button that leads to it. */
export function Obligations({ obligations }: { obligations: readonly ObligationView[] }) {
  if (obligations.length === 0)
    return (
      <div className="obligation nothing">
        <span className="obligation-icon">
          <CheckmarkCircleRegular aria-hidden />
        </span>
        <p className="obligation-text">{t('home.oweNothingText')}</p>
      </div>
    );
  return (
    <section aria-label={t('home.obligations')}>
      <ul className="obligations">
        {obligations.map((obligation) => (
          <Obligation key={obligation.key} obligation={obligation} />
        ))}
      </ul>
    </section>
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
        <h2 className="obligation-title">{textOf(`home.obligation.${obligation.kind}`) ?? obligation.title}</h2>
        <p className="obligation-about">{obligation.title}</p>
        <p className="obligation-due">{overdue ? t('home.dueOver', { due }) : t('home.dueBy', { due })}</p>
      </div>
      <ButtonLink to={obligation.path} appearance="primary" size="large">
        {textOf(`home.act.${obligation.kind}`) ?? t('common.open')}
      </ButtonLink>
    </li>
  );
}
