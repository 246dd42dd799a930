import { useMe } from '../me.ts';
import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** The visible parts of "Politik og procedurer". */
export function PolicyNav() {
  const me = useMe();
  const parts = [
    { to: '/policy', text: t('policy.nav.current') },
    { to: '/procedures', text: t('policy.nav.procedures') },
    ...(me.data?.abilities.seeCoverage
      ? [
          { to: '/policy/coverage', text: t('policy.nav.coverage') },
          { to: '/procedures/coverage', text: t('policy.nav.procedureCoverage') },
          { to: '/policy/unreachable', text: t('policy.nav.unreachable') },
          { to: '/sign-sheets', text: t('policy.nav.signSheets') },
        ]
      : []),
  ];
  return <Subnav label={t('common.nav.policy')} parts={parts} />;
}
