import type { ReportChart as Chart } from '../../api/reports/contract.ts';
import { t } from '../shared/texts/texts.ts';
import styles from './Reports.module.css';

interface Columns {
  now: string;
  before: string;
}

/**
 * Bars for each centre or figure, this year above the year before: announced as one picture, with a table of the
 * numbers.
 */
export function ReportChart({ chart, columns }: { chart: Chart; columns: Columns }) {
  const hasBefore = chart.bars.some(({ before }) => before);
  const share = (value: number) => `${Math.min(100, (value / chart.most) * 100)}%`;
  return (
    <figure className={styles.reportChart}>
      <figcaption className={styles.reportCaption}>{chart.title}</figcaption>
      <p className={styles.reportLegend} aria-hidden>
        <span className={styles.reportNow} /> {columns.now}
        {hasBefore && (
          <>
            <span className={styles.reportBefore} /> {columns.before}
          </>
        )}
      </p>
      <div role="img" aria-label={chart.alt} className={styles.reportBars}>
        {chart.bars.map(({ title, note, now, before }) => (
          <div key={title} className={styles.reportBar} aria-hidden>
            <span>
              {title}
              {note && <span className={styles.reportNote}> · {t(`figures.report.note.${note}`)}</span>}
            </span>
            <span className={styles.reportLines}>
              {now && (
                <span className={styles.reportLine}>
                  <span className={styles.reportNow} style={{ inlineSize: share(now.value) }} />
                  <span>{now.words}</span>
                </span>
              )}
              {before && (
                <span className={styles.reportLine}>
                  <span className={styles.reportBefore} style={{ inlineSize: share(before.value) }} />
                  <span>{before.words}</span>
                </span>
              )}
            </span>
          </div>
        ))}
      </div>
    </figure>
  );
}
