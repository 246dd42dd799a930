import { Link } from 'wouter';
import type { AssetRef } from '../../../api/assets/contract.ts';
import { continuityPath } from '../shared/contingency-paths.ts';
import styles from './Downtime.module.css';

const mostShown = 12;

/** Systems and processes that depend on it, nearest first. */
export function Dependants(props: { title: string; text?: string; dependants: readonly AssetRef[] }) {
  const { title, text, dependants } = props;
  if (dependants.length === 0) return null;
  return (
    <details className={styles.downtimeMore}>
      <summary>
        {title} ({dependants.length})
      </summary>
      {text && <p className="section-text">{text}</p>}
      <ul className={styles.downtimePlain}>
        {dependants.slice(0, mostShown).map(({ key, title: name }) => (
          <li key={key}>
            <Link href={continuityPath(key)}>{name}</Link>
          </li>
        ))}
        {dependants.length > mostShown && <li className="quiet">+ {dependants.length - mostShown}</li>}
      </ul>
    </details>
  );
}
