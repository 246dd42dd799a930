import { mergeClasses } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import type { ReactNode } from 'react';
import type { ApprovalSummary, WayView } from '../../../api/approvals/contract.ts';
import { useMe } from '../me.ts';
import { asCards, asDate, asDue, t, textOf } from '../texts/texts.ts';
import styles from './ApprovalWay.module.css';

type Stage = ApprovalSummary['stages'][number];
type Step = Pick<WayView[number], 'body' | 'centre' | 'person'>;

const isPlan = (way: ApprovalSummary | WayView): way is WayView => Array.isArray(way);
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * The stages of an approval, in order: completed, current and coming; before submission, who will decide. A page with
 * it loads the texts of roles.
 */
export function ApprovalWay({ way }: { way: ApprovalSummary | WayView }) {
  // A yearly approval or a renewal follows rounds about something else.
  const round = isPlan(way) || way.purpose !== undefined ? 1 : way.round;
  return (
    <div className={styles.wayFrame}>
      {round > 1 && <p className={styles.wayRound}>{t('common.way.round', { count: round })}</p>}
      <ol className={styles.way} aria-label={t('common.way.label')}>
        {isPlan(way)
          ? way.map((step, index) => <Planned key={index} step={step} />)
          : way.stages.map((stage) => <Asked key={stage.number} stage={stage} />)}
      </ol>
      {isPlan(way) && <CardsLater />}
    </div>
  );
}

/** Outside working hours: states beforehand when others are notified. */
export function CardsLater() {
  const at = useMe().data?.cardsAt;
  return at === undefined ? null : <p className={styles.wayMore}>{asCards(at)}</p>;
}

function Planned({ step }: { step: WayView[number] }) {
  return (
    <Place state="waiting" icon={<CircleRegular aria-hidden />} step={step}>
      {step.rule !== 'external' && <p>{peopleText(step)}</p>}
      <p>{ruleText(step)}</p>
      <p className={styles.wayMore}>{t('common.way.time', { count: step.days })}</p>
    </Place>
  );
}

const shown = 3;
function peopleText({ people, person }: WayView[number]): string {
  if (person) return '';
  if (people.length === 0) return t('common.way.nobody');
  const names = people.slice(0, shown).map(({ name }) => name);
  const more = people.length - names.length;
  return more > 0 ? `${names.join(', ')} ${t('common.way.more', { count: more })}` : names.join(', ');
}
const ruleText = ({ rule, people }: WayView[number]) =>
  people.length === 1 && rule !== 'external' ? '' : t(`common.way.rule.${rule}`);

function Asked({ stage }: { stage: Stage }) {
  const me = useMe();
  return (
    <Place state={stage.state} icon={iconOf(stage.state)} step={stage}>
      <p>{stateText(stage)}</p>
      {stage.state === 'open' && stage.rule !== 'external' && (
        <p>{t('common.way.voted', { voted: stage.voted, seats: stage.seats })}</p>
      )}
      {stage.cardsAt !== undefined && <p>{asCards(stage.cardsAt)}</p>}
      {stage.state === 'open' && stage.dueOn && me.data && (
        <p className={styles.wayMore}>{dueText(stage.dueOn, me.data.today)}</p>
      )}
    </Place>
  );
}

function dueText(dueOn: string, today: string): string {
  const daysLeft = day(dueOn) - day(today);
  const due = asDue(daysLeft, dueOn);
  return daysLeft < 0 ? due : t('common.way.due', { due });
}

function stateText({ state, decidedOn, days = 0 }: Stage): string {
  switch (state) {
    case 'waiting':
    case 'skipped':
      return t(`common.way.state.${state}`);
    case 'open':
      return days === 0 ? t('common.way.cameToday') : t('common.way.waited', { count: days });
    case 'approved':
    case 'rejected':
    case 'returned':
      return `${t(`common.way.state.${state}`)}${decidedOn ? ` ${asDate(decidedOn)}` : ''}`;
  }
}

function iconOf(state: Stage['state']): ReactNode {
  switch (state) {
    case 'waiting':
    case 'skipped':
      return <CircleRegular aria-hidden />;
    case 'open':
      return <ClockRegular aria-hidden />;
    case 'approved':
      return <CheckmarkCircleFilled aria-hidden />;
    case 'rejected':
      return <DismissCircleRegular aria-hidden />;
    case 'returned':
      return <ArrowUndoRegular aria-hidden />;
  }
}

function Place(props: { state: Stage['state']; icon: ReactNode; step: Step; children: ReactNode }) {
  const { body, centre, person } = props.step;
  const whose = person?.name ?? centre?.title;
  return (
    <li
      className={mergeClasses(styles.wayStage, styles[`way-${props.state}`])}
      {...(props.state === 'open' ? { 'aria-current': 'step' } : {})}
    >
      <span className={styles.wayMark}>{props.icon}</span>
      <div className={styles.wayText}>
        <p className={styles.wayBody}>{textOf(`roles.${body}`) ?? body}</p>
        {whose && <p>{whose}</p>}
        {props.children}
      </div>
    </li>
  );
}

/** Reasons for a rejection, return or withdrawal, as written. */
export function ApprovalReasons({ reasons }: { reasons: ApprovalSummary['reasons'] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.wayReasons}>
      {reasons.map(({ person, body, choice, text }, index) => (
        <li key={index}>
          <p className="quiet">
            {t(`common.way.choice.${choice}`)} ·{' '}
            {body ? t(`roles.${body}`) : [person.name, person.jobTitle].filter(Boolean).join(', ')}
          </p>
          <p className={styles.wayReason}>{text}</p>
        </li>
      ))}
    </ul>
  );
}
