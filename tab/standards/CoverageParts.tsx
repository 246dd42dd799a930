import { useId } from 'react';
import { Link } from 'wouter';
import type { Coverage } from '../../api/standards/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { StatusMark } from './StatusTag.tsx';
import styles from './Standards.module.css';

/** Best to worst; excluded ones are not in the bar. */
const parts = ['met', 'partly', 'planned', 'gap', 'undecided'] as const;
const named = [...parts, 'deselected'] as const;

/** Applicable requirements by status: a bar whose parts differ by pattern, each part in words with its number. */
export function CoverageParts({ coverage, to }: { coverage: Coverage; to: (status: string) => string }) {
  return (
    <div className={styles.coverageOf}>
      <PartsBar coverage={coverage} />
      <ul className={styles.coverageWords}>
        {named
          .filter((part) => coverage[part] > 0)
          .map((part) => (
            <li key={part}>
              <StatusMark status={part} />
              <Link href={to(part)}>
                {t(`standards.standing.${part}`)}: {asNumber(coverage[part])}
              </Link>
            </li>
          ))}
      </ul>
    </div>
  );
}

function PartsBar({ coverage }: { coverage: Coverage }) {
  const id = useId();
  const applies = coverage.total - coverage.deselected;
  const shareOf = (part: (typeof parts)[number]) => (applies === 0 ? 0 : (coverage[part] / applies) * 100);
  return (
    <svg className={styles.partsBar} aria-hidden>
      <defs>
        <pattern id={`${id}half`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.partsLight} width="6" height="6" />
          <rect className={styles.partsStrong} width="3" height="6" />
        </pattern>
        <pattern id={`${id}dots`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className={styles.partsLight} width="6" height="6" />
          <circle className={styles.partsStrong} cx="3" cy="3" r="1.2" />
        </pattern>
      </defs>
      {parts.map((part, position) => {
        const share = shareOf(part);
        const x = parts.slice(0, position).reduce((sum, before) => sum + shareOf(before), 0);
        if (share === 0) return null;
        return (
          <rect
            key={part}
            className={styles[`part-${part}`]}
            x={`${x}%`}
            width={`${share}%`}
            height="16"
            {...(part === 'partly' ? { fill: `url(#${id}half)` } : {})}
            {...(part === 'planned' ? { fill: `url(#${id}dots)` } : {})}
          />
        );
      })}
      <rect className={styles.partsFrame} x="0.5" y="0.5" width="calc(100% - 1px)" height="15" rx="3" />
    </svg>
  );
}
