import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import type { TestView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { InjectReach } from './TestReach.tsx';
import timeLineStyles from '../../shared/ui/TimeLine.module.css';
import styles from './Tests.module.css';

/** Injects as points along a timeline. */
export function InjectLine({ test }: { test: Pick<TestView, 'injects' | 'state' | 'cards'> }) {
  return (
    <ol className={`${timeLineStyles.timeLine} ${styles.testLine}`} data-part="time-line">
      {test.injects.map(({ key, minute, text, sent }) => (
        <li key={key}>
          <p className={styles.testMinute}>
            {t('contingencyTests.about.minute', { count: minute })}
            {test.state === 'running' && (
              <span className="quiet">
                {' '}
                {sent ? <CheckmarkCircleFilled aria-hidden /> : <ClockRegular aria-hidden />}{' '}
                {t(sent ? 'contingencyTests.running.sent' : 'contingencyTests.running.notSent')}
              </span>
            )}
          </p>
          <p className={styles.testText}>{text}</p>
          <InjectReach cards={test.cards?.injects[key]} />
        </li>
      ))}
    </ol>
  );
}
