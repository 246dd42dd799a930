import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** All figures, and what management governs by, for those who see both. */
export const FiguresNav = () => (
  <Subnav
    label={t('figures.nav.label')}
    parts={[
      { to: '/figures', text: t('figures.nav.figures') },
      { to: '/figures/management', text: t('figures.nav.management') },
    ]}
  />
);
