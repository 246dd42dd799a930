import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Subnav } from '../shared/ui/Subnav.tsx';

/** The parts of e-learning visible to the reader; an employee sees only their own courses and needs no links. */
export function LearningNav() {
  const mine = useView('GET /api/learning', {});
  const abilities = mine.data?.abilities;
  if (!abilities?.seeCoverage && !abilities?.manage && !abilities?.register) return null;
  const parts = [
    { to: '/learning', text: t('awareness.nav.mine'), sees: true },
    { to: '/learning/coverage', text: t('awareness.nav.coverage'), sees: abilities.seeCoverage },
    { to: '/learning/rounds', text: t('awareness.nav.rounds'), sees: abilities.manage },
    { to: '/learning/exemptions', text: t('awareness.nav.exemptions'), sees: abilities.register || abilities.manage },
    { to: '/learning/import', text: t('awareness.nav.import'), sees: abilities.manage },
  ];
  return <Subnav label={t('common.nav.learning')} parts={parts.filter(({ sees }) => sees)} />;
}
