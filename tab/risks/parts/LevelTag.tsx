import { mergeClasses } from '@fluentui/react-components';
import type { LevelMark } from '../../../api/assets/contract.ts';
import styles from '../../shared/ui/Tones.module.css';

const [middle, radius] = [8, 7];

/** A disc sector of `share` (0 to 1), clockwise from the top, as an SVG path. */
export function slice(share: number): string {
  if (share <= 0) return '';
  // A full turn would draw nothing.
  const angle = Math.min(share, 0.999) * 2 * Math.PI;
  const [x, y] = [middle + radius * Math.sin(angle), middle - radius * Math.cos(angle)];
  return `M${middle} ${middle}V${middle - radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(3)} ${y.toFixed(3)}Z`;
}

/** A disc in the level's colour, fuller when worse, so that levels differ without colours too. */
export const LevelSign = ({ level: { tone, severity } }: { level: Pick<LevelMark, 'tone' | 'severity'> }) => (
  <svg
    className={mergeClasses(styles.levelSign, styles[`tone-${tone}`])}
    data-part="level-sign"
    viewBox="0 0 16 16"
    aria-hidden
  >
    <circle className={styles.levelDisc} data-part="level-disc" cx={middle} cy={middle} r={radius} />
    <path className={styles.levelShare} data-part="level-share" d={slice(severity)} />
  </svg>
);

/** A level of risk: word, colour, and a sign that is fuller when worse. */
export const LevelTag = ({ level }: { level: LevelMark }) => (
  <span className={styles.levelTag} data-part="level-tag">
    <LevelSign level={level} />
    <span>{level.word}</span>
  </span>
);
