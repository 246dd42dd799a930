import { holds, type Actor } from '../../api/kernel/index.ts';
import type { PersonalList } from '../../api/person-data/index.ts';
import { personalData } from './personal-data.ts';
import { allLists } from './lists.ts';

/** Columns of the person a record is about; in other lists people are named by their acts. */
const own: Readonly<Record<string, readonly string[]>> = {
  People: ['key'],
  RoleAssignments: ['personId'],
  PolicyComments: ['personId'],
  Acknowledgements: ['personId'],
  Completions: ['personId'],
  MissedCycles: ['personId'],
  Exemptions: ['personId'],
  ReminderWishes: ['key'],
  CalendarFeeds: ['key'],
  SavedViews: ['personId'],
  Successions: ['from'],
  Incidents: ['reportedBy'],
  Advice: ['askedBy'],
};

/** Every list with personal data, in the order of all lists. */
export const personalLists: readonly PersonalList[] = allLists
  .filter(({ name }) => personalData[name] !== 'none')
  .map((definition) => ({
    definition,
    own: own[definition.name] ?? [],
    // The text of an accident report is only for those who handle it.
    ...(definition.name === 'Incidents' ? { mayRead: (actor: Actor) => holds(actor, 'ciso', 'securityTeam') } : {}),
  }));
