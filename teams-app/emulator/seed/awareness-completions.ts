import {
  completionKey,
  type Completion,
  type CompletionSource,
  type CourseRound,
} from '../../../api/awareness/index.ts';
import type { LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { isoMoment } from './calendar.ts';
import { dice, guid } from './dice.ts';
import type { SeedPerson } from './people.ts';

/** Somebody took a course on a day, in a round. */
export interface Taking {
  person: SeedPerson;
  on: LocalDate;
  round: CourseRound;
}

const importer = guid('person signe') as PersonId;

/** Most is known from the learning system; the manager says it of those without Teams, and some say it themselves. */
function sourceOf({ person, round }: Taking, chance: number): CompletionSource {
  if (!person.teams) return 'manager';
  if (chance < 0.18 && round.selfDeclared) return 'selfDeclared';
  return chance > 0.95 && person.managerId !== undefined ? 'manager' : 'import';
}

export function completionOf(taking: Taking, now: Date): Completion {
  const { person, on, round } = taking;
  const chance = dice(`source ${round.key} ${person.id}`);
  const source = sourceOf(taking, chance.next());
  const personId = person.id as PersonId;
  const at = new Date(`${on}T${String(chance.whole(6, 15)).padStart(2, '0')}:30:00.000Z`);
  const recorders: Record<CompletionSource, PersonId> = {
    import: importer,
    viva: importer,
    manager: (person.managerId ?? importer) as PersonId,
    selfDeclared: personId,
  };
  return {
    key: completionKey(round.courseKey, personId, on),
    title: person.name,
    courseKey: round.courseKey,
    personId,
    completedOn: on,
    source,
    recordedBy: recorders[source],
    at: isoMoment(at < now ? at : now),
    ...(source === 'selfDeclared' ? { channel: chance.next() < 0.7 ? ('card' as const) : ('tab' as const) } : {}),
  };
}
