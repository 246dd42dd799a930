import { Link, useLocation } from 'wouter';

/** The pages of one feature that the reader may see, side by side under its heading. */
export function Subnav({ label, parts }: { label: string; parts: readonly { to: string; text: string }[] }) {
  const [path] = useLocation();
  return (
    <nav className="subnav" aria-label={label}>
      {parts.map(({ to, text }) => (
        <Link key={to} href={to} {...(path === to ? { 'aria-current': 'page' as const } : {})}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
