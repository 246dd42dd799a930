import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { CentreId } from '../../kernel/index.ts';
import { centreRef, hasLeft, personRef } from '../../organisation/index.ts';
import type { CentreProcedure, DowntimeContact, PlanContent } from '../contract.ts';
import { phoneToCall } from '../plans/phones.ts';
import { planForCentre } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import { shownVersion } from '../../documents/index.ts';

/** Steps of a procedure shown at once; the rest is in the plan. */
const firstSteps = 3;

export const planRefOf = (now: PlanNow) => ({
  key: now.plan.key,
  title: shownVersion(now)?.version.title ?? now.plan.title,
  inForce: now.current !== undefined,
});

/** A plan's content; a version in approval if none is in force. */
export const contentOf = (now: PlanNow | undefined): PlanContent | undefined =>
  now && shownVersion(now)?.version.content;

/** A plan's first steps. */
export const firstStepsOf = (now: PlanNow | undefined): CentreProcedure['steps'] => {
  const content = contentOf(now);
  const steps = [...(content?.firstHour ?? []), ...(content?.steps ?? [])].slice(0, firstSteps);
  return steps.map(({ key, text, role }) => ({ key, text, role }));
};

/** A centre's procedure during a downtime. From memory. */
export function procedureOf(context: Context, assetKey: string, centreId: CentreId): CentreProcedure {
  const now = planForCentre(context, assetKey, centreId);
  return {
    centre: centreRef(context, centreId) ?? { id: centreId, title: centreId },
    ...(now ? { plan: planRefOf(now) } : {}),
    steps: firstStepsOf(now),
  };
}

const digits = (phone: string): string => phone.replace(/[^\d+]/g, '');
const onceByPhone = <One extends { name: string; phone: string }>(all: readonly One[]): One[] =>
  [...new Map(all.toReversed().map((one) => [`${digits(one.phone)} ${one.name}`, one])).values()].reverse();

/** Contacts of the plans in order, distinct; only with a number, theirs or the directory's. From memory. */
export const contactsOf = (context: Context, plans: readonly PlanNow[]): DowntimeContact[] =>
  onceByPhone(
    plans
      .flatMap((now) => contentOf(now)?.contacts ?? [])
      .map((contact) => ({ contact, call: phoneToCall(context, contact) }))
      .filter(({ call }) => digits(call.phone) !== '')
      .map(({ contact: { role, personId, name, note }, call }) => ({
        name: personId === undefined ? name : personRef(context, personId).name,
        role,
        note,
        ...call,
        left: personId !== undefined && hasLeft(context, personId),
      })),
  );

/** The plans' suppliers, distinct; else the register's, without a number. From memory. */
export function suppliersOf(context: Context, assetKey: string, plans: readonly PlanNow[]) {
  const named = onceByPhone(
    plans
      .flatMap((now) => contentOf(now)?.suppliers ?? [])
      .filter(({ name, phone }) => name !== '' || digits(phone) !== '')
      .map(({ name, phone, agreement, hours }) => ({ name, phone, agreement, hours })),
  );
  const supplier = findAsset(context, assetKey)?.supplier?.trim() ?? '';
  return named.length > 0 || supplier === '' ? named : [{ name: supplier, phone: '', agreement: '', hours: '' }];
}
