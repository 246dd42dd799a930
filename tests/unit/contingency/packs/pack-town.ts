import { ApprovalRequests } from '../../../../api/approvals/index.ts';
import type { Context } from '../../../../api/context.ts';
import { latestPackOf } from '../../../../api/contingency/packs/packs.ts';
import { ContingencyPlans, ContingencyPlanVersions, type OfflinePack } from '../../../../api/contingency/index.ts';
import { instant } from '../../../../api/kernel/index.ts';
import { centre, person } from '../../organisation/builders.ts';
import { approvalOf } from '../builders.ts';

export const nord = centre('nord');
export const syd = centre('syd');

/** A next version of a plan, in force. */
export async function aNewVersion(context: Context, planKey: string, on = '2026-11-20'): Promise<string> {
  const versions = context.list(ContingencyPlanVersions);
  const known = versions.all().filter((one) => one.planKey === planKey);
  const newest = known.toSorted((one, other) => other.number - one.number)[0];
  if (!newest) throw new Error('no such plan');
  const { item: _item, ...before } = newest;
  const next = { ...before, number: before.number + 1, key: `${planKey}-v${before.number + 1}` };
  await versions.create(next);
  await context.list(ApprovalRequests).create(approvalOf(next, on));
  return next.key;
}

/** Retires a plan. */
export const retire = (context: Context, planKey: string) =>
  context.list(ContingencyPlans).update(planKey, () => ({
    ...{ retiredAt: instant(new Date('2026-11-23T10:00:00.000Z')), retiredBy: person('anne'), retiredReason: 'Afløst' },
  }));

export function theLatest(context: Context, centreId = nord): OfflinePack {
  const pack = latestPackOf(context, centreId);
  if (!pack) throw new Error('no pack has been made');
  return pack;
}
