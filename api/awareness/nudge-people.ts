import { latestNudges, nudgedByPress, recordNudge } from '../obligations/index.ts';
import type { Context } from '../context.ts';
import {
  addDays,
  conflict,
  forbidden,
  localDate,
  todayOf,
  type Actor,
  type CentreId,
  type Instant,
  type LocalDate,
  type PersonId,
} from '../kernel/index.ts';
import { findPerson } from '../organisation/index.ts';
import { hourInDenmark, workingDayFrom } from '../working-days.ts';
import type { NudgeView } from './contract.ts';
import { mayNudgeIn } from './permissions.ts';
import { roundJudge, roundStatuses } from './round-statuses.ts';
import { roundOrThrow, stateOfRound } from './rounds.ts';
import type { CourseRound } from './round-list.ts';
import type { Status } from './status.ts';

/** At most one nudge per person and week. */
const daysBetweenNudges = 7;
/** From this hour cards are sent on the next working day. */
const lastHour = 15;

export interface NudgePeople {
  roundKey: string;
  /** `none`: people without a centre. */
  centreId?: string | undefined;
  personIds?: readonly string[] | undefined;
}
type SkipReason = NudgeView['skipped'][number]['reason'];

/** First day a person may be nudged again. */
export const nudgeAgainOn = (nudgedAt: Instant): LocalDate => addDays(localDate(nudgedAt), daysBetweenNudges);

/** The day a nudge pressed now is sent. */
function nudgeDay(context: Context): LocalDate {
  const today = todayOf(context.clock);
  return workingDayFrom(hourInDenmark(context.clock.now()) < lastHour ? today : addDays(today, 1));
}

interface Candidate {
  personId: PersonId;
  centreId: CentreId | undefined;
  status: Status;
  teams: boolean;
}

function skipped(actor: Actor, candidate: Candidate, nudgedAt: Instant | undefined, today: LocalDate) {
  const { status, centreId, teams } = candidate;
  const skip = (reason: SkipReason) => reason;
  if (!mayNudgeIn(actor, centreId)) return skip('notYours');
  if (status.state === 'paused') return skip('onLeave');
  if (status.state !== 'open' && status.state !== 'overdue') return skip('done');
  if (!teams) return skip('noTeams');
  return nudgedAt !== undefined && today < nudgeAgainOn(nudgedAt) ? skip('justNudged') : undefined;
}

/** People missing the course in a centre (or all the actor’s), or those picked, in any state. */
function candidates(context: Context, actor: Actor, round: CourseRound, given: NudgePeople): Candidate[] {
  const { centreId } = given;
  const wanted = centreId === 'none' ? undefined : (centreId as CentreId | undefined);
  if (centreId !== undefined && !mayNudgeIn(actor, wanted)) throw forbidden('awareness.mayNotNudge');
  const inCentre = (own: CentreId | undefined) => centreId === undefined || own === wanted;
  if (given.personIds) {
    const judge = roundJudge(context, round, todayOf(context.clock));
    return [...new Set(given.personIds)].flatMap((personId) => {
      const person = findPerson(context, personId);
      if (!person || !inCentre(person.centreId)) return [];
      const about = { personId: person.key as PersonId, centreId: person.centreId, teams: person.teams };
      return [{ ...about, status: judge(person) }];
    });
  }
  return roundStatuses(context, round)
    .filter(({ centreId: own, status }) => inCentre(own) && mayNudgeIn(actor, own) && isMissing(status))
    .map(({ personId, centreId: own, status, person }) => ({
      personId,
      centreId: own,
      status,
      teams: person.teams,
    }));
}
const nobody: ReadonlySet<PersonId> = new Set();
const isMissing = ({ state }: Status) => state === 'open' || state === 'overdue' || state === 'paused';

/**
 * A nudge's recipients and day, and who is skipped and why. Throws AppError: missing `awareness.noSuchRound`, conflict
 * `awareness.roundNotOpen`, forbidden `awareness.mayNotNudge` for a centre outside the actor’s reach. `before`:
 * recipients of an earlier run of this press.
 */
export function planNudge(
  context: Context,
  actor: Actor,
  given: NudgePeople,
  before: ReadonlySet<PersonId> = nobody,
): { people: PersonId[]; view: NudgeView } {
  const round = roundOrThrow(context, given.roundKey);
  if (stateOfRound(context, round) !== 'open') throw conflict('awareness.roundNotOpen');
  const today = todayOf(context.clock);
  const nudged = latestNudges(context, 'takeCourse');
  const people: PersonId[] = [];
  const reasons = new Map<SkipReason, number>();
  for (const candidate of candidates(context, actor, round, given)) {
    const { personId } = candidate;
    const reason = before.has(personId) ? undefined : skipped(actor, candidate, nudged.get(personId), today);
    if (reason === undefined) people.push(personId);
    else reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const left = [...reasons].map(([reason, count]) => ({ reason, people: count }));
  return { people, view: { nudged: people.length, day: nudgeDay(context), skipped: left } };
}

/**
 * Nudges people missing the course, at most weekly each; the next digest has it on the answered day, or a week after
 * the person's last reminder. 2 resource units for each 500 people, and the audit trail’s. Throws as `planNudge` does.
 */
export async function nudgePeople(context: Context, actor: Actor, given: NudgePeople): Promise<NudgeView> {
  const { roundKey: subjectKey, centreId } = given;
  const where = centreId === undefined || centreId === 'none' ? {} : { centreId: centreId as CentreId };
  const about = { kind: 'takeCourse', subjectKey, ...where };
  const before = new Set(nudgedByPress(context, actor, about));
  const { people, view } = planNudge(context, actor, given, before);
  if (people.length === 0) return view;
  await recordNudge(context, actor, { ...about, people });
  return view;
}
