import {
  Centres,
  People,
  RoleAssignments,
  type Centre,
  type Person,
  type RoleAssignment,
} from '../../../api/organisation/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  AppError,
  type Actor,
  type AssignableRole,
  type CentreId,
  type LocalDate,
  type PersonId,
} from '../../../api/kernel/index.ts';
import { actorOf } from '../../../api/organisation/index.ts';
import { memoryContext } from '../../support/memory-context.ts';

export const person = (id: string) => id as PersonId;
export const centre = (id: string) => id as CentreId;
export const day = (date: string) => date as LocalDate;

export const aCentre = (key: string, changes: Partial<Centre> = {}): Centre => ({
  key,
  title: `Center for ${key}`,
  departments: [key],
  position: 1,
  closed: false,
  ...changes,
});

export const aPerson = (key: string, changes: Partial<Person> = {}): Person => ({
  key,
  title: `Person ${key}`,
  upn: `${key}@proeve.example`,
  jobTitle: 'Pædagog',
  centreId: centre('nord'),
  hiredOn: day('2020-01-01'),
  teams: true,
  language: 'da',
  ...changes,
});

export const anAssignment = (
  personId: string,
  role: AssignableRole,
  changes: Partial<RoleAssignment> = {},
): RoleAssignment => ({
  key: `${role}_${personId}_${changes.centreId ?? 'all'}`,
  title: `${personId}: ${role}`,
  personId: person(personId),
  role,
  startsOn: day('2021-01-01'),
  chair: false,
  ...changes,
});

export interface Town {
  people?: Person[];
  centres?: Centre[];
  roles?: RoleAssignment[];
}

export async function settle(context: Context, { people = [], centres = [], roles = [] }: Town): Promise<void> {
  for (const one of centres) await context.list(Centres).create(one);
  for (const one of people) await context.list(People).create(one);
  for (const one of roles) await context.list(RoleAssignments).create(one);
}

/** Two centres, north and south, with one person in every role and a plain employee in each centre. */
export async function aTown(today?: string) {
  const world = memoryContext(today);
  await settle(world.context, {
    centres: [aCentre('nord'), aCentre('syd', { position: 2 })],
    people: [
      ...['council', 'board', 'management', 'committee', 'ciso', 'team', 'secretary', 'auditor'].map((key) =>
        aPerson(key),
      ),
      aPerson('manager-nord'),
      aPerson('isk-nord', { title: 'Mette Sørensen', mail: 'mette@proeve.example' }),
      aPerson('manager-syd', { centreId: centre('syd') }),
      aPerson('isk-syd', { centreId: centre('syd') }),
      aPerson('anne', { title: 'Anne Aagaard' }),
      aPerson('bo', { title: 'Bo Ærø', centreId: centre('syd') }),
    ],
    roles: [
      anAssignment('council', 'cityCouncil'),
      anAssignment('board', 'executiveBoard'),
      anAssignment('management', 'corporateManagement'),
      anAssignment('committee', 'securityCommittee', { chair: true }),
      anAssignment('ciso', 'ciso'),
      anAssignment('team', 'securityTeam'),
      anAssignment('secretary', 'councilSecretary'),
      anAssignment('auditor', 'auditor'),
      anAssignment('manager-nord', 'centreManager', { centreId: centre('nord') }),
      anAssignment('isk-nord', 'coordinator', { centreId: centre('nord') }),
      anAssignment('manager-syd', 'centreManager', { centreId: centre('syd') }),
      anAssignment('isk-syd', 'coordinator', { centreId: centre('syd') }),
    ],
  });
  return world;
}

export function the(context: Context, id: string): Actor {
  const actor = actorOf(context, person(id));
  if (!actor) throw new Error(`${id} does not act`);
  return actor;
}

/** The code of the act's AppError; fails when it does not throw. */
export async function refusal(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
  }
  throw new Error('was not refused');
}

/** Whom and which day a refusal names. */
export async function named(act: () => unknown): Promise<unknown[]> {
  try {
    await act();
  } catch (thrown) {
    return thrown instanceof AppError ? [thrown.details['name'], thrown.details['on']] : [thrown];
  }
  throw new Error('was not refused');
}
