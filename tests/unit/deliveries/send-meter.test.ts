import { describe, expect, it } from 'vitest';
import { campaignProgress } from '../../../api/deliveries/index.ts';
import { noteSent, sendRate } from '../../../api/deliveries/send-meter.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aLedger, ciso, peopleNamed } from './a-ledger.ts';

describe('the rate of sending', () => {
  it('is that of the last half minute', () => {
    const { context } = memoryContext();
    noteSent(context, 'campaign', 1_000, 0);
    for (let second = 31; second <= 60; second += 1) noteSent(context, 'campaign', 40, second * 1000);
    expect(sendRate(context, 'campaign', 60_000)).toBeCloseTo(40, 5);
    expect(sendRate(context, 'campaign', 100_000)).toBeUndefined();
    expect(sendRate(context, 'another', 60_000)).toBeUndefined();
  });

  it('says nothing from a single count, and nothing when nobody is left', async () => {
    const { context } = memoryContext();
    noteSent(context, 'campaign', 40, 0);
    expect(sendRate(context, 'campaign', 1_000)).toBeUndefined();
    await aLedger(context, [{ person: 'a', state: 'sent' }]);
    noteSent(context, 'campaign', 40);
    expect(campaignProgress(context, ciso, 'campaign')).not.toHaveProperty('ratePerSecond');
  });

  it('tells how many seconds are left', async () => {
    const { context } = memoryContext();
    await aLedger(
      context,
      peopleNamed(100).map((person) => ({ person, state: 'waiting' })),
    );
    const now = performance.now();
    noteSent(context, 'campaign', 10, now - 10_000);
    noteSent(context, 'campaign', 100, now);
    const { ratePerSecond = 0, secondsLeft = 0 } = campaignProgress(context, ciso, 'campaign');
    expect(ratePerSecond).toBeCloseTo(10, 0);
    expect(secondsLeft).toBeGreaterThanOrEqual(10);
    expect(secondsLeft).toBeLessThanOrEqual(11);
  });
});
