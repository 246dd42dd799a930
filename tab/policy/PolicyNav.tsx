import { Link, useLocation } from 'wouter';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';

/** The parts of the policy that the reader may see. */
export function PolicyNav() {
  const [path] = useLocation();
  const me = useMe();
  if (!me.data?.abilities.seeCoverage) return null;
  const parts = [
    { to: '/policy', text: t('policy.nav.current') },
    { to: '/policy/coverage', text: t('policy.nav.coverage') },
    { to: '/policy/unreachable', text: t('policy.nav.unreachable') },
  ];
  return (
    <nav className="subnav" aria-label={t('policy.title')}>
      {parts.map(({ to, text }) => (
        <Link key={to} href={to} {...(path === to ? { 'aria-current': 'page' as const } : {})}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
