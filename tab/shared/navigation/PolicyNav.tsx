import { useMe } from '../me.ts';
import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** The visible parts of "Politik og procedurer". */
export function PolicyNav() {
  const abilities = useMe().data?.abilities;
  const parts = [
    { to: '/policy', text: t('policy.nav.current') },
    { to: '/procedures', text: t('policy.nav.procedures') },
    ...(abilities?.seeCoverage
      ? [
          { to: '/policy/coverage', text: t('policy.nav.coverage') },
          { to: '/procedures/coverage', text: t('policy.nav.procedureCoverage') },
        ]
      : []),
    ...(abilities?.seePeople
      ? [
          { to: '/policy/unreachable', text: t('policy.nav.unreachable') },
          { to: '/sign-sheets', text: t('policy.nav.signSheets') },
        ]
      : []),
  ];
  return <Subnav label={t('common.nav.policy')} parts={parts} />;
}
