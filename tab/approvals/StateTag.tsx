import { mergeClasses } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ApprovalRow } from '../../api/approvals/contract.ts';
import { t } from '../shared/texts/texts.ts';
import type { Choice } from './tally.ts';
import styles from './Approvals.module.css';

const stateIcons = {
  open: ClockRegular,
  approved: CheckmarkCircleFilled,
  rejected: DismissCircleRegular,
  returned: ArrowUndoRegular,
  withdrawn: SubtractCircleRegular,
} as const;
const choiceIcons = {
  approve: CheckmarkCircleFilled,
  reject: DismissCircleRegular,
  askChanges: ArrowUndoRegular,
  abstain: SubtractCircleRegular,
  waits: ClockRegular,
} as const;

/** A request's outcome, or that it is open: an icon and word, and the day where one is given. */
export function StateTag({ state, on }: { state: ApprovalRow['state']; on?: string }) {
  const Icon = stateIcons[state];
  return (
    <span className={mergeClasses(styles.approvalTag, styles[`approval-${state}`])}>
      <Icon aria-hidden /> {[t(`approvals.state.${state}`), on].filter(Boolean).join(' ')}
    </span>
  );
}

/** The icon of a vote; a clock without one, a line for a seat that does not count. */
export function ChoiceIcon({ choice, barred = false }: { choice: Choice | undefined; barred?: boolean }) {
  const Icon = choiceIcons[choice ?? (barred ? 'abstain' : 'waits')];
  return (
    <span className={mergeClasses(styles.seatMark, styles[`approval-${choice ?? 'waits'}`])}>
      <Icon aria-hidden />
    </span>
  );
}
