import { mergeClasses } from '@fluentui/react-components';
import type { LadderItem } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import styles from './TimeLadder.module.css';

type Mark = NonNullable<LadderItem['plan']>;

/** A sheet of paper: written, half written, or a dashed outline. Told by shape, not only by colour. */
export function PlanMark({ mark }: { mark: Mark }) {
  return (
    <svg className={mergeClasses(styles.mark, styles[`mark-${mark}`])} viewBox="0 0 16 16" aria-hidden>
      <path className={styles.markEdge} d="M3.5 1.5h6l3 3v10h-9z" />
      {mark !== 'missing' && <path d="M5.5 7h5" />}
      {mark === 'valid' && <path d="M5.5 9.5h5M5.5 12h5" />}
    </svg>
  );
}

/** A stopwatch: with a tick, with a hand, or dashed and empty. */
export function TestMark({ mark }: { mark: Mark }) {
  return (
    <svg className={mergeClasses(styles.mark, styles[`mark-${mark}`])} viewBox="0 0 16 16" aria-hidden>
      <circle className={styles.markEdge} cx="8" cy="9" r="5.5" />
      <path d="M6.5 1.5h3" />
      {mark === 'valid' && <path d="M5.5 9l2 2 3.2-4" />}
      {mark === 'partly' && <path d="M8 6v3h2.5" />}
    </svg>
  );
}

/** A warning triangle. */
export const GapSign = () => (
  <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden>
    <path className={styles.markGap} d="M8 2l6.5 12h-13z" />
    <path className={styles.markBang} d="M8 6.5v3.5M8 12v.5" />
  </svg>
);

/** The same with the number of gaps. */
export const GapMark = ({ count }: { count: number }) => (
  <span className={styles.gapMark} aria-hidden>
    <GapSign />
    {count}
  </span>
);

const marks = ['valid', 'partly', 'missing'] as const;
/** The marks' legend. */
export const MarkLegend = () => (
  <ul className={styles.markLegend} aria-label={t('contingencyOverview.ladder.legend')}>
    {marks.map((mark) => (
      <li key={`plan ${mark}`}>
        <PlanMark mark={mark} /> {t(`contingencyOverview.planMark.${mark}`)}
      </li>
    ))}
    {marks.map((mark) => (
      <li key={`test ${mark}`}>
        <TestMark mark={mark} /> {t(`contingencyOverview.testMark.${mark}`)}
      </li>
    ))}
    <li>
      <GapMark count={2} /> {t('contingencyOverview.sheet.gaps')}
    </li>
  </ul>
);
