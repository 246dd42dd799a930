import { t } from '../texts/texts.ts';

/** Grey shapes of what is to come, said as "Henter" to a screen reader. */
export function Skeleton({ rows = 3, title = false }: { rows?: number; title?: boolean }) {
  return (
    <div className="skeleton" role="status" data-loading>
      <span className="hidden">{t('common.loading')}</span>
      {title && <div className="skeleton-title" />}
      {Array.from({ length: rows }, (_, row) => (
        <div className="skeleton-row" key={row} />
      ))}
    </div>
  );
}
