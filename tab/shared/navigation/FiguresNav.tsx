import type { FiguresView } from '../../../api/figures/contract.ts';
import { t } from '../texts/texts.ts';
import { Subnav } from '../ui/Subnav.tsx';

/** All figures, and the reader's governance pages; nothing if there is only one. */
export function FiguresNav({ sees }: { sees: FiguresView['abilities'] }) {
  const parts = [
    { to: '/figures', text: t('figures.worse.all') },
    ...(sees.management ? [{ to: '/figures/management', text: t('figures.management.title') }] : []),
    ...(sees.management ? [{ to: '/figures/reports', text: t('figures.nav.reports') }] : []),
    ...(sees.management ? [{ to: '/figures/keeping', text: t('figures.keeping.nav') }] : []),
    ...(sees.team ? [{ to: '/figures/team', text: t('figures.nav.team') }] : []),
    ...(sees.coordinator ? [{ to: '/figures/coordinator', text: t('common.word.isk') }] : []),
  ];
  return parts.length > 1 ? <Subnav label={t('figures.title')} parts={parts} /> : null;
}
