import { ArchiveRegular } from '@fluentui/react-icons/svg/archive';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half';
import type { ComponentType } from 'react';
import type { CoverageState, VersionState } from './states.ts';
import { t } from '../shared/texts/texts.ts';

export const stateIcons: Readonly<Record<VersionState | CoverageState, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  missing: CircleHintRegular,
  draft: EditRegular,
  waiting: HourglassHalfRegular,
  returned: ArrowUndoRegular,
  rejected: DismissCircleRegular,
  valid: CheckmarkCircleFilled,
  expired: ClockAlarmRegular,
  superseded: HistoryRegular,
  retired: ArchiveRegular,
};

/** Where something stands: a sign and a word, the colour only beside them. */
export function StateTag({ state, text }: { state: VersionState | CoverageState; text?: string }) {
  const Icon = stateIcons[state];
  return (
    <span className={`procedure-state procedure-${state}`}>
      <Icon aria-hidden /> {text ?? t(`procedures.state.${state}`)}
    </span>
  );
}
