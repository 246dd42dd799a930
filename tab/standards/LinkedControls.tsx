import { useId } from 'react';
import { Link } from 'wouter';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ControlTag } from './ControlTag.tsx';
import { controlPath } from './paths.ts';
import styles from './Standards.module.css';

/** The controls that a procedure describes or a wheel activity performs; nothing without any. */
export function LinkedControls({ kind, itemKey }: { kind: 'procedure' | 'wheelActivity'; itemKey: string }) {
  const id = useId();
  const { data } = useView('GET /api/control-links', { query: { kind, key: itemKey } });
  if (!data || data.controls.length === 0) return null;
  return (
    <section className="card" aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {t('standards.backToControls')}
      </h2>
      <p>{t(`standards.linked.${kind}`)}</p>
      <ul className={styles.requirementControls}>
        {data.controls.map((control) => (
          <li key={control.key}>
            <Link href={controlPath(control.key)}>{control.title}</Link> <ControlTag control={control} />
          </li>
        ))}
      </ul>
    </section>
  );
}
