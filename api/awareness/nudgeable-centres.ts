import { latestNudges, Nudges } from '../obligations/index.ts';
import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';
import { todayOf, type Actor, type CentreId, type LocalDate } from '../kernel/index.ts';
import { nudgeAgainOn } from './nudge-people.ts';
import { mayNudgeIn } from './permissions.ts';
import type { CourseRound } from './round-list.ts';
import { roundRevision, roundStatuses } from './round-statuses.ts';
import { stateOfRound } from './rounds.ts';

export interface Nudgeable {
  /** Somebody may be nudged today; else from `next`. */
  now: boolean;
  next: LocalDate;
}
type ByCentre = ReadonlyMap<CentreId | undefined, Nudgeable>;

const kept = contextPart<Map<string, { mark: string; centres: ByCentre }>>('awareness/nudgeableCentres');

/** Centres where the actor may nudge a reachable person. */
export function nudgeableCentres(context: Context, actor: Actor, round: CourseRound): ByCentre {
  if (stateOfRound(context, round) !== 'open') return new Map();
  const known = kept.get(context) ?? new Map<string, { mark: string; centres: ByCentre }>();
  kept.set(context, known);
  const today = todayOf(context.clock);
  const mark = [today, roundRevision(context, round), context.list(Nudges).version].join(' ');
  const found = known.get(round.key);
  const centres = found?.mark === mark ? found.centres : reachable(context, round, today);
  known.set(round.key, { mark, centres });
  return new Map([...centres].filter(([centreId]) => mayNudgeIn(actor, centreId)));
}

function reachable(context: Context, round: CourseRound, today: LocalDate): ByCentre {
  const nudged = latestNudges(context, 'takeCourse');
  const found = new Map<CentreId | undefined, Nudgeable>();
  for (const { person, personId, centreId, status } of roundStatuses(context, round)) {
    if (!person.teams || (status.state !== 'open' && status.state !== 'overdue')) continue;
    const known = found.get(centreId);
    if (known?.now === true) continue;
    const at = nudged.get(personId);
    const next = at === undefined ? today : nudgeAgainOn(at);
    if (!known || next < known.next) found.set(centreId, { now: next <= today, next });
  }
  return found;
}
