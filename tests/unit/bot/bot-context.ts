import type { Context } from '../../../api/context.ts';
import {
  instant,
  type AssignableRole,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { Centres, People, RoleAssignments, type Person } from '../../../api/organisation/index.ts';
import { contentHash, PolicyVersions, type PolicyVersion } from '../../../api/policy/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { memoryContext } from '../../support/memory-context.ts';

/** An in-memory context with the bot's texts and every feature's derivations. */
export function botContext(today?: string) {
  const { context: bare, setNow } = memoryContext(today);
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  return { context, setNow };
}

export const voksne = 'voksne' as CentreId;
export const born = 'born' as CentreId;
export const anne = '11111111-0000-4000-8000-00000000000a' as PersonId;
export const mette = '11111111-0000-4000-8000-00000000000b' as PersonId;

export const aCentre = (context: Context, key: CentreId, title: string) =>
  context.list(Centres).create({ key, title, departments: [title], position: 1, closed: false });

export const aPerson = (context: Context, key: PersonId, given: Partial<Person> = {}) =>
  context.list(People).create({
    key,
    title: 'Anne Holm',
    upn: `${key}@ishoj.example`,
    centreId: voksne,
    hiredOn: '2020-01-01' as LocalDate,
    teams: true,
    language: 'da',
    ...given,
  });

export const aRole = (context: Context, personId: PersonId, role: AssignableRole, centreId?: CentreId) =>
  context.list(RoleAssignments).create({
    key: `${personId}-${role}-${centreId ?? 'whole'}`,
    title: role,
    personId,
    role,
    ...(centreId ? { centreId } : {}),
    startsOn: '2020-01-01' as LocalDate,
    chair: false,
  });

export async function aPolicy(context: Context, given: Partial<PolicyVersion> = {}): Promise<PolicyVersion> {
  const version: PolicyVersion = {
    key: 'policy-4.0',
    title: 'Informationssikkerhedspolitik',
    number: '4.0',
    body: 'Vi passer på data.',
    summary: 'To trin ved login.\nMeld hændelser samme dag.\nTyngre krav til leverandører.',
    changeKind: 'major',
    state: 'published',
    effectiveOn: '2026-11-01' as LocalDate,
    acknowledgeBy: '2026-12-12' as LocalDate,
    publishedAt: instant(new Date('2026-11-24T08:00:00Z')),
    ...given,
  };
  const stored = { ...version, contentHash: version.contentHash ?? contentHash(version) };
  await context.list(PolicyVersions).create(stored);
  return stored;
}
