import { Link, useLocation } from 'wouter';
import styles from './Subnav.module.css';

/** The visible pages of one feature, side by side under its heading. */
export function Subnav({ label, parts }: { label: string; parts: readonly { to: string; text: string }[] }) {
  const [path] = useLocation();
  return (
    <nav className={styles.subnav} data-part="subnav" aria-label={label}>
      {parts.map(({ to, text }) => (
        <Link key={to} href={to} {...(path === to ? { 'aria-current': 'page' as const } : {})}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
