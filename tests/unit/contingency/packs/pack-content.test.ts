import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { contentHashFor, packContentOf } from '../../../../api/contingency/packs/pack-content.ts';
import { ContingencyPlanVersions } from '../../../../api/contingency/index.ts';
import { aPlan, aPlanVersion, inForce } from '../builders.ts';
import { People } from '../../../../api/organisation/index.ts';
import { day } from '../../organisation/builders.ts';
import { aFullContent, aPaperTown, aVitalSystem } from '../documents/papers.ts';
import { aNewVersion, nord, retire, syd } from './pack-town.ts';

const keys = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 8 });

describe('the hash of a pack', () => {
  it('is the same for the same versions in any order', () => {
    fc.assert(
      fc.property(keys, fc.integer(), (some, seed) => {
        const mixed = some.toSorted((one, other) => ((one.length * seed) % 7) - ((other.length * seed) % 7));
        expect(contentHashFor(nord, { versionKeys: mixed })).toBe(contentHashFor(nord, { versionKeys: some }));
      }),
    );
  });

  it('is another for other versions and other centres', () => {
    fc.assert(
      fc.property(keys, keys, (some, others) => {
        const isSame = JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());
        expect(contentHashFor(nord, { versionKeys: some }) === contentHashFor(nord, { versionKeys: others })).toBe(
          isSame,
        );
        expect(contentHashFor(nord, { versionKeys: some })).not.toBe(contentHashFor(syd, { versionKeys: some }));
      }),
    );
  });

  it('changes exactly when a version in force changes, whatever else happens to plans', async () => {
    const act = fc.constantFrom('renew', 'draft', 'rename', 'retitle');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const { context } = await aPaperTown();
        await aVitalSystem(context, 'journal');
        await aVitalSystem(context, 'medicin');
        for (const [place, one] of acts.entries()) {
          const before = packContentOf(context, nord)?.contentHash;
          const versions = context.list(ContingencyPlanVersions);
          if (one === 'renew') await aNewVersion(context, 'plan-journal');
          if (one === 'draft')
            await versions.create(aPlanVersion('plan-medicin', { key: `draft-${place}`, number: 50 + place }));
          if (one === 'rename') await context.list(Assets).update('journal', () => ({ title: `Navn ${place}` }));
          if (one === 'retitle') await versions.update('plan-medicin-v1', () => ({ summary: `Nyt ${place}` }));
          expect(packContentOf(context, nord)?.contentHash === before).toBe(one !== 'renew');
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('the numbers of the directory in a pack', () => {
  const contact = { key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '', note: '' };
  const hash = (context: Context, centreId = nord) => packContentOf(context, centreId)?.contentHash;
  const called = (context: Context, phone: string, who = 'anne') => context.list(People).update(who, () => ({ phone }));

  it('change its hash only where a plan in it names the person without a number', async () => {
    const { context } = await aPaperTown();
    await aVitalSystem(context, 'journal', { content: aFullContent({ contacts: [contact] }) });
    await aVitalSystem(context, 'loen', { centreKey: 'syd' });
    const [bare, south] = [hash(context), hash(context, syd)];
    await called(context, '20 11 22 33', 'bo');
    expect(hash(context)).toBe(bare);
    await called(context, '20 11 22 33');
    const first = hash(context);
    expect(first).not.toBe(bare);
    await context.list(People).update('anne', () => ({ title: 'Anne Ny', jobTitle: 'Leder' }));
    expect(hash(context)).toBe(first);
    await called(context, '20 99 88 77');
    expect([hash(context) === first, hash(context) === bare]).toEqual([false, false]);
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect([hash(context), hash(context, syd)]).toEqual([bare, south]);
  });

  it('leave the hash of packs without them as it was before there were any', () => {
    expect(contentHashFor(nord, { versionKeys: ['a', 'b'], numbers: [], forms: [], withoutPlan: [] })).toBe(
      contentHashFor(nord, { versionKeys: ['b', 'a'] }),
    );
    const one: readonly [string, string] = ['anne', '1'];
    const other: readonly [string, string] = ['bo', '2'];
    const of = (...numbers: (typeof one)[]) => contentHashFor(nord, { versionKeys: ['a'], numbers });
    expect(of(one, other)).toBe(of(other, one));
    expect(of(one)).not.toBe(of(other));
    const kinds = [{ versionKeys: ['a'] }, { versionKeys: [], forms: ['a'] }, { versionKeys: [], withoutPlan: ['a'] }];
    expect(new Set(kinds.map((kind) => contentHashFor(nord, kind))).size).toBe(3);
  });
});

describe('what a pack holds', () => {
  it('is the plan in force of each vital system that the centre uses', async () => {
    const { context } = await aPaperTown();
    await aVitalSystem(context, 'journal');
    await aVitalSystem(context, 'loen', { centreKey: 'syd' });
    await aVitalSystem(context, 'kaffe', { mtd: 2_000 });
    const held = packContentOf(context, nord)?.plans.map(({ now }) => now.plan.assetKey);
    expect(held).toContain('journal');
    expect(held).not.toContain('loen');
  });

  it('is what has no plan when the last one is retired, and nothing at all when that is out of use', async () => {
    const { context } = await aPaperTown();
    await aVitalSystem(context, 'journal');
    expect(packContentOf(context, nord)).toMatchObject({ plans: [{}], withoutPlan: [] });
    await retire(context, 'plan-journal');
    expect(packContentOf(context, nord)).toMatchObject({ plans: [], withoutPlan: ['journal'] });
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(packContentOf(context, nord)).toBeUndefined();
    expect(packContentOf(context, syd)).toBeUndefined();
  });

  it('leaves restore plans to IT', async () => {
    const { context } = await aPaperTown();
    await aVitalSystem(context, 'journal');
    await inForce(context, aPlan('genetabling', { kind: 'restorePlan' }), aPlanVersion('genetabling'));
    expect(packContentOf(context, nord)?.plans.map(({ now }) => now.plan.key)).toEqual(['plan-journal']);
  });
});
