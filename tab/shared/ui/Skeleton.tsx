import { t } from '../texts/texts.ts';
import styles from './Skeleton.module.css';

/** Grey placeholders while loading, announced as "Henter". */
export function Skeleton({ rows = 3, title = false }: { rows?: number; title?: boolean }) {
  return (
    <div className={styles.skeleton} role="status" data-loading>
      <span className="hidden">{t('common.loading')}</span>
      {title && <div className={styles.skeletonTitle} />}
      {Array.from({ length: rows }, (_, row) => (
        <div className={styles.skeletonRow} data-part="skeleton-row" key={row} />
      ))}
    </div>
  );
}
