import { Link, useLocation } from 'wouter';
import { t } from '../shared/texts/texts.ts';

/** The picture, and the list of who holds which role. */
export function OrganisationNav() {
  const [path] = useLocation();
  const parts = [
    { to: '/organisation', text: t('organisation.nav.picture') },
    { to: '/organisation/roles', text: t('organisation.nav.roles') },
  ];
  return (
    <nav className="subnav" aria-label={t('organisation.title')}>
      {parts.map(({ to, text }) => (
        <Link key={to} href={to} {...(path === to ? { 'aria-current': 'page' as const } : {})}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
