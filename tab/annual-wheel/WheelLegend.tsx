import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { t } from '../shared/texts/texts.ts';
import { looks } from './useWheel.ts';
import { LookMark } from './WheelArc.tsx';
import wheelPageStyles from './WheelPage.module.css';
import styles from './Wheel.module.css';

const width = 34;

/** The arcs' legend. */
export function WheelLegend() {
  const id = useId();
  return (
    <ul className={wheelPageStyles.wheelLegend} aria-label={t('wheel.legend')}>
      {looks.map((look) => (
        <li key={look}>
          <svg
            width={width}
            height="16"
            viewBox={`0 0 ${width} 16`}
            aria-hidden
            className={mergeClasses(styles.wheelArc, styles[`look-${look}`])}
            data-part="wheel-arc"
            data-look={look}
          >
            {look === 'overdue' && (
              <defs>
                <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect className={styles.lateGround} width="6" height="6" />
                  <rect className={styles.lateLine} width="2.4" height="6" />
                </pattern>
              </defs>
            )}
            <rect className={styles.arcBody} data-part="arc-body" x="1" y="1" width={width - 2} height="14" rx="4" />
            {look === 'overdue' && <rect x="1" y="1" width={width - 2} height="14" rx="4" fill={`url(#${id})`} />}
            {look === 'due' && (
              <rect className={styles.arcFill} data-part="arc-fill" x="1" y="1" width="14" height="14" rx="4" />
            )}
            {look === 'done' && (
              <rect className={styles.arcFill} data-part="arc-fill" x="1" y="1" width={width - 2} height="14" rx="4" />
            )}
            <rect className={styles.arcEdge} data-part="arc-edge" x="1" y="1" width={width - 2} height="14" rx="4" />
            <LookMark look={look} x={width / 2} y={8} size={15} />
          </svg>
          {t(`wheel.legendOf.${look}`)}
        </li>
      ))}
      <li>
        <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden className={styles.wheelToday}>
          <line x1="6" x2="6" y1="5" y2="16" />
          <circle cx="6" cy="5" r="4" />
        </svg>
        {t('wheel.legendOf.today')}
      </li>
    </ul>
  );
}
