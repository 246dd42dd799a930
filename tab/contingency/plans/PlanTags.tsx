import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint';
import { ClockAlarmRegular } from '@fluentui/react-icons/svg/clock-alarm';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { HourglassHalfRegular } from '@fluentui/react-icons/svg/hourglass-half';
import type { ComponentType } from 'react';
import type { PlanRow } from '../../../api/contingency/contract.ts';
import { testingInWords, testingLook, type TestingLook } from '../../../api/contingency/exercises/testing-in-words.ts';
import { DocumentTag, StatusTag, type Tone } from '../../documents/parts/StatusTag.tsx';
import { t } from '../../shared/texts/texts.ts';
import type { CoverageState, PlanState } from './plan-states.ts';

const testIcons: Readonly<Record<TestingLook, ComponentType<{ 'aria-hidden'?: boolean }>>> = {
  never: CircleHintRegular,
  current: CheckmarkCircleFilled,
  due: HourglassHalfRegular,
  overdue: ClockAlarmRegular,
  failed: DismissCircleRegular,
};

const testTones: Readonly<Record<TestingLook, Tone | undefined>> = {
  never: undefined,
  current: 'good',
  due: 'underWay',
  overdue: 'warning',
  failed: 'bad',
};

/** A plan's state: an icon and a word, with colour. */
export const PlanStateTag = ({ state, text }: { state: PlanState | CoverageState; text?: string }) => (
  <DocumentTag
    state={state}
    text={text ?? (isCoverageOnly(state) ? t(`contingency.coverage.${state}`) : t(`contingencyPlans.state.${state}`))}
  />
);

const isCoverageOnly = (state: PlanState | CoverageState): state is 'missing' | 'notUsed' =>
  state === 'missing' || state === 'notUsed';

/** A plan's testing status, in the same way. */
export function TestTag({ testing }: { testing: PlanRow['testing'] }) {
  const look = testingLook(testing);
  return <StatusTag icon={testIcons[look]} tone={testTones[look]} text={testingInWords(t, testing)} />;
}
