import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** The parts of the annual wheel. */
export function WheelNav() {
  const me = useMe();
  if (!me.data?.abilities.seeWheel) return null;
  return (
    <Subnav
      label={t('common.nav.wheel')}
      parts={[
        { to: '/wheel', text: t('wheel.nav.wheel') },
        { to: '/wheel/heat', text: t('wheel.nav.heat') },
        { to: '/wheel/activities', text: t('wheel.nav.activities') },
        { to: '/wheel/plans', text: t('wheel.nav.plans') },
        { to: '/wheel/meetings', text: t('wheel.nav.meetings') },
      ]}
    />
  );
}
