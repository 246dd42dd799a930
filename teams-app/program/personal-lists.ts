import { holds, type Actor } from '../../api/kernel/index.ts';
import type { PersonalList } from '../../api/person-data/index.ts';
import { personalData } from './personal-data.ts';
import { allLists } from './lists.ts';

/** Columns whose person a record is about; of all other lists a record names people by what they did with it. */
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

/** Every list that tells of people, in the order of all lists. */
export const personalLists: readonly PersonalList[] = allLists
  .filter(({ name }) => personalData[name] !== 'none')
  .map((definition) => ({
    definition,
    own: own[definition.name] ?? [],
    // What somebody wrote of an accident is read by nobody but those who carry it out.
    ...(definition.name === 'Incidents' ? { mayRead: (actor: Actor) => holds(actor, 'ciso', 'securityTeam') } : {}),
  }));
