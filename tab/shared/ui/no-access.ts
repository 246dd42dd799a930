import type { MeView } from '../../../api/organisation/contract.ts';
import type { noAccess } from '../../../api/texts/da/no-access.ts';
import type { TextKey } from '../texts/catalogues.ts';

type Texts = typeof noAccess;
type Why = { [Name in keyof Texts]: Texts[Name] extends string ? Name : never }[keyof Texts];

export interface OwnPage {
  /** Path of pages without access, with all below it. */
  under: string;
  to: string;
  /** Title of the reader's own page. */
  page: TextKey;
  /** What the refused page is, and what the own one shows. */
  why: Why;
  /** Who has it; everybody when absent. */
  sees?: (me: MeView) => boolean;
}

const mine = { to: '/contingency/mine', page: 'noAccess.page.mine' } as const;
const tasks = { to: '/tasks', page: 'noAccess.page.tasks' } as const;
const seesRisks = (me: MeView) => me.abilities.seeRisks === true;

/**
 * Where a reader without access to a page is sent: the own page of that area. The first match counts; a feature joins
 * as one row.
 */
const ownPages: readonly OwnPage[] = [
  { under: '/contingency', to: '/contingency', page: 'common.nav.contingency', why: 'part', sees: seesRisks },
  { under: '/contingency', ...mine, why: 'contingency' },
  { under: '/risks', to: '/risks', page: 'common.nav.risks', why: 'part', sees: seesRisks },
  {
    under: '/risks',
    to: '/systems',
    page: 'common.nav.systems',
    why: 'risks',
    sees: (me) => me.abilities.ownAssets === true,
  },
  { under: '/risks', ...tasks, why: 'risks' },
  { under: '/standards', to: '/standards', page: 'common.nav.standards', why: 'part', sees: seesRisks },
  { under: '/standards', ...tasks, why: 'standards' },
  {
    under: '/approvals',
    to: '/approvals',
    page: 'common.nav.approvals',
    why: 'part',
    sees: (me) => me.abilities.seeApprovals === true,
  },
  { under: '/approvals', ...tasks, why: 'approvals' },
  {
    under: '/wheel',
    to: '/wheel',
    page: 'common.nav.wheel',
    why: 'part',
    sees: (me) => me.abilities.seeWheel === true,
  },
  { under: '/wheel', ...tasks, why: 'wheel' },
  {
    under: '/measures',
    to: '/measures',
    page: 'common.nav.management',
    why: 'part',
    sees: (me) => me.abilities.seeMeasures === true,
  },
  { under: '/measures', ...tasks, why: 'measures' },
  { under: '/figures', ...tasks, why: 'figures' },
  { under: '/operations/reminders', to: '/tasks/reminders', page: 'noAccess.page.wishes', why: 'reminders' },
  { under: '/operations', to: '/', page: 'common.nav.home', why: 'operations' },
  { under: '/hand-overs', ...tasks, why: 'handOvers' },
  { under: '/centre', to: '/organisation', page: 'common.nav.organisation', why: 'centre' },
  { under: '/inspections', to: '/inspections', page: 'common.nav.inspections', why: 'part', sees: seesRisks },
  { under: '/inspections', ...tasks, why: 'inspections' },
  { under: '/incidents', to: '/incidents', page: 'noAccess.page.incidents', why: 'incidents' },
  { under: '/policy', to: '/policy', page: 'common.nav.policy', why: 'policy' },
  { under: '/sign-sheets', to: '/policy', page: 'common.nav.policy', why: 'policy' },
  { under: '/procedures', to: '/procedures', page: 'noAccess.page.procedures', why: 'procedures' },
  { under: '/learning', to: '/learning', page: 'common.nav.learning', why: 'learning' },
  {
    under: '/appointments',
    to: '/appointments',
    page: 'noAccess.page.appointments',
    why: 'organisation',
    sees: (me) => me.abilities.seeRoles,
  },
  { under: '/appointments', to: '/organisation', page: 'common.nav.organisation', why: 'organisation' },
  { under: '/organisation', to: '/organisation', page: 'common.nav.organisation', why: 'organisation' },
];

/** The reader's own page in the area of a refused one; undefined when it is that page. */
export function ownPageOf(path: string, me: MeView): OwnPage | undefined {
  const found = ownPages.find(({ under, sees }) => `${path}/`.startsWith(`${under}/`) && (sees?.(me) ?? true));
  return found?.to === path ? undefined : found;
}
