import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { AssetRecovery, CriticalServices } from '../../../api/critical-services/index.ts';
import { seenContinuity } from '../../../api/critical-services/continuity-view.ts';
import { reinstateService, retireService } from '../../../api/critical-services/retire-service.ts';
import { saveRecovery } from '../../../api/critical-services/save-recovery.ts';
import { reviewService } from '../../../api/critical-services/save-service.ts';
import { setVital, undoVital } from '../../../api/critical-services/set-vital.ts';
import { hearingLate } from '../../support/hearing-late.ts';
import { refused } from '../../support/refused.ts';
import { aRecovery, aService } from '../contingency/builders.ts';
import { aTown, centre, person, the } from '../organisation/builders.ts';
import { anAsset } from '../risks/register-world.ts';

/** A service of the north that Anne owns, with its system; and a system that is out of use. */
async function world() {
  const { context } = await aTown('2026-11-24T09:00:00.000Z');
  await context.list(Assets).create(anAsset('journal'));
  await context.list(Assets).create(anAsset('old', { state: 'retired' }));
  for (const key of ['journal', 'old']) {
    const vital = { is: true, reason: 'Nødvendigt', by: person('ciso'), at: '2026-06-01T10:00:00.000Z' };
    await context.list(AssetRecovery).create(aRecovery(key, { vital }));
  }
  await context.list(CriticalServices).create(aService('medicine', { needs: ['journal'] }));
  return context;
}
type Act = (context: Context, who: string, key: string) => unknown;
const reason = 'Opgaven er flyttet';
const seen = (context: Context) => context.list(CriticalServices).get('medicine')?.changedAt;
const retire: Act = (context, who) =>
  retireService(context, the(context, who), 'medicine', { reason, expected: seen(context) });
const reinstate: Act = (context, who) => reinstateService(context, the(context, who), 'medicine', seen(context));
const figuresSeen = (context: Context, key: string) => context.list(AssetRecovery).get(key)?.changedAt;
const stateOf = (context: Context) => context.list(CriticalServices).get('medicine')?.state;

describe('a service', () => {
  it.each([
    ['stopped by its owner alone', 'anne', retire, 'isk-nord'],
    ['stopped by another centre’s manager', 'manager-syd', retire, 'manager-nord'],
    ['stopped by the auditor', 'auditor', retire, 'team'],
    ['begun again by the committee', 'committee', reinstate, 'ciso'],
    ['begun again by its owner alone', 'anne', reinstate, 'isk-nord'],
  ] as const)('is not %s', async (_who, who, act, may) => {
    const context = await world();
    if (act === reinstate) await retire(context, 'ciso', '');
    const before = stateOf(context);
    const expected = 'forbidden services.mayNotRetire';
    expect(await refused(context, () => act(context, who, ''))).toBe(expected);
    await act(context, may, '');
    expect(stateOf(context)).not.toBe(before);
  });

  it('is not stopped by an ISK whose centre has just given it to another', async () => {
    const context = await world();
    const late = hearingLate(context, CriticalServices, { centreId: centre('syd') });
    const expected = 'forbidden services.mayNotRetire';
    expect(await refused(late, () => retire(late, 'isk-nord', ''))).toBe(expected);
    await retire(late, 'team', '');
    expect(stateOf(context)).toBe('retired');
  });

  it('is confirmed when it says how long it may be down', async () => {
    const context = await world();
    const review = () => reviewService(context, the(context, 'isk-nord'), 'medicine', seen(context));
    await context.list(CriticalServices).update('medicine', () => ({ mtd: undefined }));
    expect(await refused(context, review)).toBe('conflict services.nothingToReview');
    await context.list(CriticalServices).update('medicine', () => ({ mtd: 24 }));
    expect((await review()).reviewedAt).toBe('2026-11-24T09:00:00.000Z');
  });
});

describe('a system', () => {
  it.each<[string, Act]>([
    [
      'figures',
      (context, who, key) =>
        saveRecovery(context, the(context, who), key, {
          redundancy: 'none',
          note: 'Ny',
          expected: figuresSeen(context, key),
        }),
    ],
    ['being vital', (context, who, key) => setVital(context, the(context, who), key, { is: false, reason })],
    ['being vital, taken back', (context, who, key) => undoVital(context, the(context, who), key)],
  ])('that is out of use keeps its %s', async (_what, act) => {
    const context = await world();
    const expected = 'conflict services.assetOutOfUse';
    expect(await refused(context, () => act(context, 'ciso', 'old'))).toBe(expected);
    await act(context, 'ciso', 'journal');
    expect(context.list(AssetRecovery).get('journal')?.item.etag).not.toBe('1');
  });

  it.each([
    ['an employee', 'bo', 'anne'],
    ['the secretary of Byrådet', 'secretary', 'auditor'],
    ['Byrådet', 'council', 'isk-syd'],
  ])('does not tell %s its figures', async (_who, who, may) => {
    const context = await world();
    const expected = 'forbidden services.mayNotSeeAsset';
    expect(await refused(context, () => seenContinuity(context, the(context, who), 'journal'))).toBe(expected);
    expect(seenContinuity(context, the(context, may), 'journal').asset.key).toBe('journal');
  });
});
