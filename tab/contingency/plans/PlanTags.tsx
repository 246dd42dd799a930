import { mergeClasses } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half';
import type { ComponentType } from 'react';
import type { PlanRow } from '../../../api/contingency/contract.ts';
import { testingInWords, testingLook, type TestingLook } from '../../../api/contingency/exercises/testing-in-words.ts';
import { t } from '../../shared/texts/texts.ts';
import { stateIcons } from '../../shared/ui/state-icons.ts';
import type { CoverageState, PlanState } from './plan-states.ts';
import styles from './Plans.module.css';

const testIcons: Readonly<Record<TestingLook, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  never: CircleHintRegular,
  current: CheckmarkCircleFilled,
  due: HourglassHalfRegular,
  overdue: ClockAlarmRegular,
  failed: DismissCircleRegular,
};

/** Where a plan stands: a sign and a word, the colour only beside them. */
export function PlanStateTag({ state, text }: { state: PlanState | CoverageState; text?: string }) {
  const Icon = stateIcons[state];
  const words =
    text ?? (isCoverageOnly(state) ? t(`contingency.coverage.${state}`) : t(`contingencyPlans.state.${state}`));
  return (
    <span className={mergeClasses(styles.planState, styles[`plan-${state}`])}>
      <Icon aria-hidden /> {words}
    </span>
  );
}

const isCoverageOnly = (state: PlanState | CoverageState): state is 'missing' | 'notUsed' =>
  state === 'missing' || state === 'notUsed';

/** How the tests of a plan stand, in the same way. */
export function TestTag({ testing }: { testing: PlanRow['testing'] }) {
  const look = testingLook(testing);
  const Icon = testIcons[look];
  return (
    <span className={mergeClasses(styles.planState, styles[`plan-test-${look}`])}>
      <Icon aria-hidden /> {testingInWords(t, testing)}
    </span>
  );
}
