import type { Person } from './control-client.ts';
import type { Texts } from './texts.ts';

export interface Group {
  key: string;
  title: string;
  people: readonly Person[];
  /** Shown before the group is opened. */
  featured: readonly Person[];
}

/** Order of roles in the switcher. */
const order = [
  'ciso',
  'securityTeam',
  'coordinator',
  'centreManager',
  'securityCommittee',
  'corporateManagement',
  'executiveBoard',
  'councilSecretary',
  'auditor',
  'cityCouncil',
] as const;

const few = 2;
const fewEmployees = 4;

const reachable = (person: Person) => person.teams && person.installed;
const onlyEmployee = ({ roles }: Person) => roles.every((role) => role === 'employee');

/** A few people from different centres, to represent the whole organisation. */
function spread(people: readonly Person[], count: number): Person[] {
  const centres = new Set<string | null>();
  const first = people.filter(({ centre }) => !centres.has(centre) && centres.add(centre));
  return [...new Set([...first, ...people])].slice(0, count);
}

/** Employees first, then each role, unreachable people last. Empty groups are omitted. */
export function groupsOf(people: readonly Person[], texts: Texts): Group[] {
  const employees = people.filter((person) => onlyEmployee(person) && reachable(person));
  const unreachable = people.filter((person) => !reachable(person));
  const groups: Group[] = [
    { key: 'employee', title: texts.roles.employee, people: employees, featured: spread(employees, fewEmployees) },
    ...order.map((role) => {
      const holders = people.filter(({ roles }) => roles.includes(role));
      return { key: role, title: texts.roles[role], people: holders, featured: spread(holders, few) };
    }),
    { key: 'unreachable', title: texts.unreachable, people: unreachable, featured: unreachable.slice(0, few) },
  ];
  return groups.filter((group) => group.people.length > 0);
}

/** People matching every word of the search in name, user name, title, centre or role. */
export function matching(people: readonly Person[], search: string, texts: Texts): Person[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const names = new Map<string, string>(Object.entries(texts.roles));
  return people.filter((person) => {
    const roles = person.roles.map((role) => names.get(role) ?? role);
    const text = [person.name, person.upn, person.title, person.centre, ...roles]
      .join(' ')
      .replaceAll('\u00ad', '')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
