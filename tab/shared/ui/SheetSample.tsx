import { t } from '../texts/texts.ts';
import styles from './ImportSteps.module.css';

/** The first rows of a list under its headings, with each column's mapping. */
export function SheetSample(props: {
  headings: readonly string[];
  rows: readonly (readonly string[])[];
  /** Labels of the mapped columns, by heading. */
  meaning: ReadonlyMap<string, string>;
}) {
  const { headings, meaning } = props;
  const look = (heading: string) => (meaning.has(heading) ? styles.meant : undefined);
  return (
    <div className={styles.importSample} role="region" aria-label={t('files.sheet.sample')} tabIndex={0}>
      <table>
        <caption>{t('files.sheet.sample')}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={look(heading)}>
                {heading}
                {meaning.has(heading) && <span className="tag tag-strong">{meaning.get(heading)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, line) => (
            <tr key={line}>
              {headings.map((heading, at) => (
                <td key={heading} className={look(heading)}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
