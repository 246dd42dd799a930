import { aPerson, centre } from '../../unit/organisation/builders.ts';

/** Owner of a record: the actor's own centre, another, or the whole municipality. */
export const scopes = ['nord', 'syd', 'whole'] as const;
export type Scope = (typeof scopes)[number];
export const centreOf = (scope: Scope) => (scope === 'whole' ? {} : { centreId: centre(scope) });

/** Readers: one person in each role, all of Nord, and two of Nord without a role with a part in Nord's records. */
export const actors = {
  employee: 'anne',
  /** Owns the system and the service. */
  owner: 'owner-nord',
  /** Named in the plan, in the test, owner of the action and the improvement. */
  named: 'named-nord',
  coordinator: 'isk-nord',
  centreManager: 'manager-nord',
  securityTeam: 'team',
  ciso: 'ciso',
  securityCommittee: 'committee',
  auditor: 'auditor',
  corporateManagement: 'management',
  executiveBoard: 'board',
  cityCouncil: 'council',
  councilSecretary: 'secretary',
} as const;
export type ActorName = keyof typeof actors;
export const actorNames = Object.keys(actors) as ActorName[];

/** Municipality-wide roles in domain.md, and the auditor, who reads everything. */
export const wholeRoles: readonly ActorName[] = [
  ...(['securityTeam', 'ciso', 'securityCommittee', 'auditor'] as const),
  ...(['corporateManagement', 'executiveBoard'] as const),
];

/** The directory's numbers, one a person: seeing one proves it was told. */
export const phoneOf = (personId: string): string => `+45 ${90_000_000 + places.indexOf(personId)}`;
const owners = scopes.flatMap((scope) => [`owner-${scope}`, `named-${scope}`]);
const town = [
  ...['council', 'board', 'management', 'committee', 'ciso', 'team', 'secretary', 'auditor', 'manager-nord'],
  ...['isk-nord', 'manager-syd', 'isk-syd', 'anne', 'bo'],
];
export const places: readonly string[] = [...town, ...owners];

/** People named in the plans; those of the whole work in a separate centre. */
export const peopleOfRecords = owners.map((key) =>
  aPerson(key, {
    centreId: centre(key.endsWith('whole') ? 'it' : (key.split('-')[1] ?? '')),
    phone: phoneOf(key),
  }),
);
export { town };
