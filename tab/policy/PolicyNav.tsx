import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** The parts of the policy that the reader may see. */
export function PolicyNav() {
  const me = useMe();
  if (!me.data?.abilities.seeCoverage) return null;
  const parts = [
    { to: '/policy', text: t('policy.nav.current') },
    { to: '/policy/coverage', text: t('policy.nav.coverage') },
    { to: '/policy/unreachable', text: t('policy.nav.unreachable') },
  ];
  return <Subnav label={t('policy.title')} parts={parts} />;
}
