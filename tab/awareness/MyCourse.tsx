import { courseReason } from '../../api/texts/course-reason.ts';
import { Button, mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { HatGraduationRegular } from '@fluentui/react-icons/svg/hat-graduation';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { PauseCircleRegular } from '@fluentui/react-icons/svg/pause-circle';
import { useState } from 'react';
import { asDate, asDue, t, textOf } from '../shared/texts/texts.ts';
import { openLink } from '../shared/teams/host.ts';
import type { Course } from './views.ts';
import styles from './LearningPage.module.css';
import { useAct } from '../shared/api/queries.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { useMe } from '../shared/me.ts';
import { InDanishLine } from '../shared/ui/WrittenText.tsx';
import { notAhead } from './not-ahead.ts';

const icons = {
  done: CheckmarkCircleRegular,
  open: HatGraduationRegular,
  overdue: ClockAlarmRegular,
  exempt: PauseCircleRegular,
  paused: PauseCircleRegular,
} as const;

/** One course of mine: status in words, reason, and link. */
export function MyCourse({ course }: { course: Course }) {
  const [asking, setAsking] = useState(false);
  const Icon = icons[course.state];
  const owed = course.state === 'open' || course.state === 'overdue';
  const { title, url, describe } = course.course;
  return (
    <li className={mergeClasses(styles.learningCourse, styles[`learning-${course.state}`])}>
      <span className={styles.learningIcon}>
        <Icon aria-hidden />
      </span>
      <div className={styles.learningText}>
        <h2 className="card-title">{title}</h2>
        <p className={styles.learningState}>{stateText(course)}</p>
        {owed && describe && <p className="card-text">{describe}</p>}
        {owed && <InDanishLine text={`${title}\n${describe ?? ''}`} />}
        {owed && <p className="quiet">{whyMe(course)}</p>}
        {owed && !course.abilities.declare && <p className="quiet">{t('awareness.mine.noDeclare')}</p>}
      </div>
      <div className={styles.learningActs}>
        {url && (
          <Button
            appearance={owed ? 'primary' : 'secondary'}
            icon={<OpenRegular />}
            aria-label={t('awareness.mine.openOf', { title })}
            onClick={() => openLink(url)}
          >
            {t('awareness.mine.open')}
          </Button>
        )}
        {course.abilities.fetch && <FetchMine />}
        {course.abilities.declare && <Button onClick={() => setAsking(true)}>{t('awareness.mine.declare')}</Button>}
      </div>
      {(course.abilities.declare || asking) && (
        <DeclareDialog course={course} open={asking} onClose={() => setAsking(false)} />
      )}
    </li>
  );
}

const whyMe = ({ course, because }: Course) =>
  [
    t('awareness.mine.length', { minutes: t('awareness.minutes', { count: course.minutes }) }),
    courseReason(textOf, because),
  ]
    .filter(Boolean)
    .join('. ');

function stateText(course: Course): string {
  switch (course.state) {
    case 'done':
      return [
        course.completedOn && t('awareness.mine.doneOn', { date: asDate(course.completedOn) }),
        course.source && `${t(`awareness.source.${course.source}`)}.`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'open':
    case 'overdue':
      return dueText(course);
    case 'exempt':
      return exemptText(course);
    case 'paused':
      return t('awareness.mine.paused');
  }
}

function dueText({ due, daysLeft }: Course): string {
  if (due === undefined || daysLeft === undefined) return t('awareness.state.open');
  if (daysLeft === 0) return t('awareness.mine.dueToday');
  const key = daysLeft < 0 ? 'awareness.mine.dueOver' : 'awareness.mine.due';
  return t(key, { date: asDate(due), due: asDue(daysLeft) });
}

function exemptText({ exemption }: Course): string {
  if (!exemption) return t('awareness.state.exempt');
  const { reason, until } = exemption;
  return until
    ? t('awareness.mine.exemptUntil', { reason, date: asDate(until) })
    : t('awareness.mine.exempt', { reason });
}

/** Queries Viva Learning now for my completion, and shows the result. */
function FetchMine() {
  const act = useAct('POST /api/learning/fetch-mine');
  const fetchNow = () =>
    notifyAfter(act.mutateAsync({}), ({ recorded }) =>
      t(recorded > 0 ? 'awareness.mine.fetched' : 'awareness.mine.fetchedNothing'),
    );
  return (
    <>
      <ActButton busy={act.isPending} busyText={t('awareness.mine.fetching')} onClick={fetchNow}>
        {t('awareness.mine.fetch')}
      </ActButton>
      <ActFailed error={act.error} />
    </>
  );
}

/** "Jeg har taget det": the day, and that it is self-declared. */
function DeclareDialog(props: { course: Course; open: boolean; onClose: () => void }) {
  const { course, onClose } = props;
  const today = useMe().data?.today ?? '';
  const { title } = course.course;
  const state = useForm({
    start: { takenOn: today },
    follows: true,
    checksAtOnce: true,
    send: (body, api) =>
      api('POST /api/learning/rounds/:roundKey/declare', { params: { roundKey: course.roundKey }, body }),
    saved: ({ result }) => t(result === 'recorded' ? 'awareness.declare.done' : 'awareness.declare.already', { title }),
    close: onClose,
  });
  return (
    <FormDialog
      open={props.open}
      title={t('awareness.declare.title', { title })}
      onClose={onClose}
      state={state}
      button={t('awareness.declare.button')}
    >
      <p>{t('awareness.declare.text')}</p>
      <FormField
        control={state.control}
        name="takenOn"
        label={t('awareness.declare.day')}
        type="date"
        max={today}
        rules={notAhead(today)}
      />
    </FormDialog>
  );
}
