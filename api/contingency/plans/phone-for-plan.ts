import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { nowOf, type Actor, TooMany } from '../../kernel/index.ts';
import type { PlanContent } from '../contract.ts';
import { directoryPhone } from './phones.ts';
import type { PlanNow } from './plan-lists.ts';
import { plans } from './plans.ts';
import { contextPart } from '../../context-part.ts';

const contactsIn = ({ contacts }: Pick<PlanContent, 'contacts'>): string[] =>
  contacts.flatMap(({ personId }) => personId ?? []);

/** People on the call list of any version of a plan. */
const calledIn = ({ versions }: PlanNow): Set<string> =>
  new Set(versions.flatMap(({ version }) => contactsIn(version.content)));

/**
 * The directory's number of a person added to a plan. Only writers of the plan add people; each is counted
 * (`mostPhonesAnHour`) and audited before the number is returned. People already on the call list are neither. Throws
 * AppError: missing, forbidden, conflict, TooMany `contingency.tooManyPhones`.
 */
export async function phoneForPlan(
  context: Context,
  actor: Actor,
  { planKey, personId }: { planKey: string; personId: string },
): Promise<{ phone?: string }> {
  const now = plans.writable(context, actor, planKey);
  if (!calledIn(now).has(personId)) await chosen(context, actor, planKey, [personId]);
  const phone = directoryPhone(context, personId);
  return phone === undefined ? {} : { phone };
}

/**
 * The same for everybody a save adds to the call list: readers of the draft see their numbers. Throws AppError TooMany
 * `contingency.tooManyPhones`.
 */
export async function choosePeople(
  context: Context,
  actor: Actor,
  now: PlanNow,
  content: Pick<PlanContent, 'contacts'>,
): Promise<void> {
  const known = calledIn(now);
  const added = [...new Set(contactsIn(content))].filter((personId) => !known.has(personId));
  await chosen(context, actor, now.plan.key, added);
}

async function chosen(context: Context, actor: Actor, planKey: string, people: readonly string[]): Promise<void> {
  countPhones(context, actor, people);
  const at = nowOf(context.clock);
  for (const personId of people)
    await recordAct(context, {
      act: 'putIntoPlan',
      subjectKey: planKey,
      actorId: actor.personId,
      at,
      occasion: `${personId} ${at.slice(0, 10)}`,
      details: { personId },
    });
}

/** Numbers of colleagues not yet in a plan shown to one person per hour: the call lists of two large plans. */
export const mostPhonesAnHour = 60;
const hour = 3_600_000;

/** People whose numbers were shown, and when (milliseconds). */
type Told = Map<string, number>;
const told = contextPart<Map<string, Told>>('contingency/phonesTold');

/**
 * Counts the people added to a plan whose numbers the actor will see; the same person again within the hour counts
 * once. In memory, so each program counts for itself. Throws AppError TooMany `contingency.tooManyPhones`, and then
 * counts nobody.
 */
function countPhones(context: Context, { personId }: Actor, asked: readonly string[]): void {
  const now = context.clock.now().getTime();
  const all = told.get(context) ?? new Map<string, Told>();
  told.set(context, all);
  const own: Told = new Map([...(all.get(personId) ?? [])].filter(([, at]) => now - at < hour));
  const fresh = [...new Set(asked)].filter((one) => !own.has(one));
  const over = own.size + fresh.length - mostPhonesAnHour;
  if (over > 0) throw tooMany(own, over, now);
  for (const one of fresh) own.set(one, now);
  if (own.size === 0) all.delete(personId);
  else all.set(personId, own);
}

/** When enough of the oldest expire there is room again. */
function tooMany(own: Told, over: number, now: number): TooMany {
  const moments = [...own.values()].sort((one, other) => one - other);
  const free = (moments[Math.min(over, moments.length) - 1] ?? now) + hour;
  const seconds = Math.max(1, Math.ceil((free - now) / 1000));
  return new TooMany(seconds, {
    code: 'contingency.tooManyPhones',
    kind: 'conflict',
    most: mostPhonesAnHour,
    minutes: Math.ceil(seconds / 60),
  });
}
