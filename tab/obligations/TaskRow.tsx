import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { PauseCircleRegular } from '@fluentui/react-icons/svg/pause-circle';
import type { ObligationRow } from '../../api/obligations/contract.ts';
import { kindName, oweText, pressText } from '../shared/kinds.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { passedText } from './passed-text.ts';
import styles from './TasksPage.module.css';

type Tone = 'overdue' | 'open' | 'paused' | 'done';
const icons = {
  overdue: ClockAlarmRegular,
  open: CircleRegular,
  paused: PauseCircleRegular,
  done: CheckmarkCircleRegular,
} as const;

function toneOf({ state, daysLeft }: ObligationRow): Tone {
  if (state === 'open') return daysLeft < 0 ? 'overdue' : 'open';
  return state;
}

function dueText(row: ObligationRow): string {
  switch (toneOf(row)) {
    case 'overdue':
      return asDue(row.daysLeft, row.due);
    case 'open':
      return t('obligations.tasks.by', { due: asDue(row.daysLeft, row.due) });
    case 'paused':
      return t('obligations.tasks.paused');
    case 'done':
      return t('obligations.tasks.doneDue', { date: asDate(row.due) });
  }
}

/** One task: what, due, why mine, and the button that leads to it. */
export function TaskRow({ row }: { row: ObligationRow }) {
  const tone = toneOf(row);
  const Icon = icons[tone];
  const passed = passedText(row);
  const elsewhere = !row.personal && row.centre?.title !== row.person.centre ? row.centre?.title : undefined;
  return (
    <li className={mergeClasses(styles.task, styles[`task-${tone}`])} data-part="task">
      <Icon className={styles.taskIcon ?? ''} aria-hidden />
      <div className={styles.taskText}>
        <h3 className={styles.taskTitle} data-part="task-title">
          {oweText(row)}
        </h3>
        <p className={styles.taskDue}>{dueText(row)}</p>
        <p className={styles.taskAbout}>
          {kindName(row.kind)}
          {elsewhere && <> · {elsewhere}</>}
          {passed && <> · {passed}</>}
        </p>
        {row.passed?.note && (
          <p className={styles.taskNote}>{t('obligations.passed.note', { note: row.passed.note })}</p>
        )}
      </div>
      <ButtonLink to={row.path} {...(tone === 'overdue' || tone === 'open' ? { appearance: 'primary' as const } : {})}>
        {tone === 'done' ? t('obligations.tasks.see') : pressText(row.kind)}
      </ButtonLink>
    </li>
  );
}
