import { completionKey, type Completion, type CompletionSource, type CourseRound } from '../../api/awareness/index.ts';
import type { LocalDate, PersonId } from '../../api/kernel/index.ts';
import { isoMoment } from './calendar.ts';
import { dice, guid } from './dice.ts';
import type { SeedPerson } from './people.ts';

/** Random values of one person in the course rounds; drawn once, since there may be 50,000. */
export interface Luck {
  /** Low is willing. */
  rank: number;
  when: number;
  late: number;
  lateBy: number;
  source: number;
  hour: number;
}
/** A person's luck in so many rounds, stable. */
export function courseLuck(person: SeedPerson, rounds: number): Luck[] {
  const chance = dice(`learning ${person.id}`);
  return Array.from({ length: rounds }, () => ({
    rank: chance.next(),
    when: chance.next(),
    late: chance.next(),
    lateBy: chance.next(),
    source: chance.next(),
    hour: chance.next(),
  }));
}

/** One completion of a course in a round. */
export interface Taking {
  person: SeedPerson;
  on: LocalDate;
  round: CourseRound;
  luck: Luck;
}

const importer = guid('person signe') as PersonId;

/** Most come from the learning system; managers record people without Teams, and some self-declare. */
function sourceOf({ person, round, luck }: Taking): CompletionSource {
  if (!person.teams) return 'manager';
  if (luck.source < 0.18 && round.selfDeclared) return 'selfDeclared';
  return luck.source > 0.95 && person.managerId !== undefined ? 'manager' : 'import';
}

export function completionOf(taking: Taking, now: Date): Completion {
  const { person, on, round, luck } = taking;
  const source = sourceOf(taking);
  const personId = person.id as PersonId;
  const at = new Date(`${on}T${String(6 + Math.floor(luck.hour * 10)).padStart(2, '0')}:30:00.000Z`);
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
    ...(source === 'selfDeclared' ? { channel: luck.source < 0.13 ? ('card' as const) : ('tab' as const) } : {}),
  };
}
