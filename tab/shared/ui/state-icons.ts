import { ArchiveRegular } from '@fluentui/react-icons/svg/archive';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';

/** Icons of the states of a procedure or plan, and of a centre's coverage. */
export const stateIcons = {
  missing: CircleHintRegular,
  draft: EditRegular,
  waiting: HourglassHalfRegular,
  returned: ArrowUndoRegular,
  rejected: DismissCircleRegular,
  valid: CheckmarkCircleFilled,
  expired: ClockAlarmRegular,
  superseded: HistoryRegular,
  retired: ArchiveRegular,
  notUsed: SubtractRegular,
};
