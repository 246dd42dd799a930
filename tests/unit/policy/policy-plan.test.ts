import { describe, expect, it } from 'vitest';
import { isOpen, tasksOfGroup, WheelPlans } from '../../../api/annual-wheel/index.ts';
import { planView } from '../../../api/annual-wheel/plans/plan-views.ts';
import { continueApprovals } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { continuePublications, draftPolicy, policyCampaignKey, publishPolicy } from '../../../api/policy/index.ts';
import { settingAside } from '../../support/setting-aside.ts';
import { the } from '../organisation/builders.ts';
import { aGoverningTown, approveAll, submitted } from './approval-builders.ts';
import { aDraft, publish, reason } from './builders.ts';

describe('the plan of a policy', () => {
  const open = (context: Context, planKey: string) =>
    tasksOfGroup(context, planKey)
      .filter(isOpen)
      .map(({ activity }) => activity.key.split('-').at(-1));

  it('does not ask for what has been done: that the policy was sent out', async () => {
    const { context, setNow } = await aGoverningTown();
    const { key } = await submitted(context);
    await approveAll(context);
    await continueApprovals(context);
    const plan = context.list(WheelPlans).all()[0]!;
    expect(open(context, plan.key)).toContain('communicate');
    await context.list(Campaigns).update(policyCampaignKey(key), () => ({ state: 'finished' }));
    await continuePublications(context);
    await continuePublications(context);
    expect(open(context, plan.key)).not.toContain('communicate');
    expect(open(context, plan.key)).toContain('guidelines');
    const [done] = tasksOfGroup(context, plan.key).filter(({ state }) => state === 'done');
    expect(done?.touched?.history.map(({ what }) => what)).toEqual(['completed']);
    expect(done?.touched?.note).toContain('wheelPlan.communicated');

    // A minor version continues it; a major one closes it.
    setNow('2027-01-10T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    await publish(context, ciso, { number: '1.1', changeKind: 'minor' });
    await continuePublications(context);
    expect(open(context, plan.key)).toContain('guidelines');
    expect(planView(context, ciso, plan.key).closed).toBeUndefined();
    await publish(context, ciso, { number: '2.0' });
    await continuePublications(context);
    expect(open(context, plan.key)).toEqual([]);
    expect(planView(context, ciso, plan.key)).toMatchObject({ done: 1, closed: { on: '2027-01-10' } });
  });

  it('is closed with its version, also while the campaign of the next one is set aside', async () => {
    const { context, setNow } = await aGoverningTown();
    await submitted(context);
    await approveAll(context);
    await continueApprovals(context);
    const plan = context.list(WheelPlans).all()[0]!;
    setNow('2027-01-10T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await draftPolicy(context, ciso, aDraft({ number: '2.0' }));
    const aside = settingAside(context, Campaigns.name, [policyCampaignKey(versionKey)]);
    await publishPolicy(aside, ciso, { versionKey, reason });
    await continuePublications(aside);
    expect(open(context, plan.key)).toEqual([]);
  });
});
