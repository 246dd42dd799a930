import { mergeClasses } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClipboardTaskRegular } from '@fluentui/react-icons/svg/clipboard-task';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { PlayCircleRegular } from '@fluentui/react-icons/svg/play-circle';
import { SubtractCircleRegular } from '@fluentui/react-icons/svg/subtract-circle';
import type { TestRow } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { resultWord } from './test-words.ts';
import styles from './Tests.module.css';

const icons = {
  planned: CalendarLtrRegular,
  running: PlayCircleRegular,
  ended: ClipboardTaskRegular,
  closed: CheckmarkCircleFilled,
  cancelled: SubtractCircleRegular,
} as const;

/** A test's state, and for a held one the result: an icon and a word. */
export function TestTag({ test }: { test: Pick<TestRow, 'state' | 'passed'> }) {
  const failed = test.state === 'closed' && test.passed === false;
  const Icon = failed ? DismissCircleRegular : icons[test.state];
  const word = test.state === 'closed' ? resultWord(test) : undefined;
  return (
    <span className={mergeClasses('tag', styles.testTag, styles[`test-tag-${failed ? 'failed' : test.state}`])}>
      <Icon aria-hidden /> {word ?? t(`contingencyTests.state.${test.state}`)}
    </span>
  );
}
