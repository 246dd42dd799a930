import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { nowOf, type Actor } from '../../kernel/index.ts';
import type { PlanContent } from '../contract.ts';
import { directoryPhone } from './phones.ts';
import { countPhones } from './phones-told.ts';
import type { PlanNow } from './plan-lists.ts';
import { plans } from './plans.ts';

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
