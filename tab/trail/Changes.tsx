import type { TrailEntry } from '../../api/trail/contract.ts';
import { t } from '../shared/texts/texts.ts';
import styles from './Trail.module.css';

type Change = TrailEntry['changes'][number];
type Field = Change['fields'][number];

function valueText({ before, after }: Field): string {
  if (before === undefined) return t('trail.set', { after: after ?? t('trail.empty') });
  return after === undefined ? t('trail.unset', { before }) : t('trail.fromTo', { before, after });
}

/** Changes of an act, by record and field: collapsed at first. */
export function Changes({ changes, about }: { changes: readonly Change[]; about: string }) {
  // The act already states that the record was created.
  if (changes.every(({ key, fields }) => key === about && fields.length === 0)) return null;
  return (
    <details className={styles.changes}>
      <summary>{t('trail.show')}</summary>
      <ul>
        {changes.map((change) => (
          <li key={`${change.key} ${change.what}`}>
            {t('trail.changed', { what: t(`trail.what.${change.what}`), list: change.list })}
            {change.key !== about && ` (${change.title ?? change.key})`}
            {change.fields.length > 0 && (
              <ul>
                {change.fields.map((field) => (
                  <li key={field.name}>
                    <strong>{field.name}</strong> {valueText(field)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
