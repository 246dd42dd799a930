import { mergeClasses } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { t } from '../shared/texts/texts.ts';
import type { Look } from './slots.ts';
import styles from './Wheel.module.css';

const icons = {
  planned: CircleRegular,
  due: CalendarLtrRegular,
  overdue: ClockAlarmRegular,
  done: CheckmarkRegular,
  cancelled: DismissRegular,
} as const;

/** A task's status, as an icon and a word. */
export function LookTag({ look }: { look: Look }) {
  const Icon = icons[look];
  return (
    <span className={mergeClasses(styles.lookTag, styles[`look-${look}`])} data-part="look-tag">
      <Icon aria-hidden />
      {t(`wheel.look.${look}`)}
    </span>
  );
}
