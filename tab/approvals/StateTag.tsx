import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ApprovalRow } from '../../api/approvals/contract.ts';
import { t } from '../shared/texts/texts.ts';
import type { Choice } from './tally.ts';

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
} as const;

/** How a request ended, or that it goes on: a sign and a word. */
export function StateTag({ state }: { state: ApprovalRow['state'] }) {
  const Icon = stateIcons[state];
  return (
    <span className={`approval-tag approval-${state}`}>
      <Icon aria-hidden /> {t(`approvals.state.${state}`)}
    </span>
  );
}

/** What somebody voted: a sign and a word; who has not has a clock. */
export function ChoiceTag({ choice }: { choice: Choice | undefined }) {
  const Icon = choice ? choiceIcons[choice] : ClockRegular;
  return (
    <span className={`approval-tag approval-${choice ?? 'waits'}`}>
      <Icon aria-hidden /> {choice ? t(`approvals.choice.${choice}`) : t('approvals.stage.waits')}
    </span>
  );
}
