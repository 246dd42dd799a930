import { describe, expect, it } from 'vitest';
import { Assets, type Asset } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import {
  ContingencyPlans,
  ContingencyPlanVersions,
  reviewPlanSource,
  writePlanSource,
} from '../../../../api/contingency/index.ts';
import { submitPlan } from '../../../../api/contingency/plans/plans.ts';
import { CriticalServices } from '../../../../api/critical-services/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { centre, day, person, the } from '../../organisation/builders.ts';
import { at } from '../../risks/register-world.ts';
import { aContent, aPlan, aPlanVersion, aService, inForce } from '../builders.ts';
import { aPlannedTown, drafted } from './planned-town.ts';

const work = (context: Context, today: string) =>
  [...writePlanSource.work(context, day(today)), ...reviewPlanSource.work(context, day(today))].map(
    ({ kind, due, since, path, responsible }) => ({ kind, due, since, path, ...responsible }),
  );
const kinds = (context: Context, today: string) => work(context, today).map(({ kind }) => kind);
const restore = { kind: 'restorePlan', centreId: undefined } as const;

describe('a review of a plan', () => {
  it('is owed by the centre’s ISK from 30 days before it is due', async () => {
    const { context } = await aPlannedTown();
    await inForce(context, aPlan('p'));
    expect(kinds(context, '2027-04-14')).toEqual([]);
    expect(work(context, '2027-04-15')).toEqual([
      {
        ...{ kind: 'reviewPlan', since: '2027-04-15', due: '2027-05-15', path: '/contingency/plans/p' },
        ...{ role: 'coordinator', centreId: 'nord' },
      },
    ]);
  });

  it('is owed within 14 days of the day on which somebody in it left, and no more when the system is out of use', async () => {
    const { context } = await aPlannedTown();
    await inForce(context, aPlan('p'));
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-20') }));
    expect(work(context, '2026-11-24')).toMatchObject([{ kind: 'reviewPlan', since: '2026-11-20', due: '2026-12-04' }]);
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(work(context, '2026-11-24')).toEqual([]);
  });

  it('counts somebody whom nobody knows from the day the plan came into force', async () => {
    const { context } = await aPlannedTown();
    const steps = [{ key: 's', text: 'Ring', role: '', personId: 'ghost' }];
    await inForce(context, aPlan('p'), aPlanVersion('p', { content: aContent({ steps }) }));
    expect(work(context, '2026-11-24')).toMatchObject([{ since: '2026-05-15', due: '2026-05-29' }]);
  });

  it('of a restore plan is its system’s owner’s, and of the whole organisation’s the team’s', async () => {
    const { context } = await aPlannedTown();
    await inForce(context, aPlan('r', restore));
    await inForce(context, aPlan('whole', { centreId: undefined }));
    expect(work(context, '2027-05-01').map(({ personId, role }) => [personId, role])).toEqual([
      ['bo', 'securityTeam'],
      [undefined, 'securityTeam'],
    ]);
  });
});

describe('a plan that nobody has written', () => {
  const vital: Partial<Asset> = { criticality: 'vital', usedBy: [centre('syd')], changedAt: at('2026-10-01') };

  it('is owed by the ISK of each centre that uses a vital system, and its restore plan by the owner, within 60 days', async () => {
    const { context } = await aPlannedTown({ asset: vital });
    const owed = work(context, '2026-11-24');
    expect(owed.map(({ kind, due, centreId, personId }) => [kind, due, centreId, personId])).toEqual([
      ['writePlan', '2026-11-30', 'nord', undefined],
      ['writePlan', '2026-11-30', 'syd', undefined],
      ['writeRestorePlan', '2026-11-30', undefined, 'bo'],
    ]);
    expect(owed.map(({ path }) => path)).toEqual([
      '/contingency/plans?begin=emergencyProcedure&asset=journal&centre=nord',
      '/contingency/plans?begin=emergencyProcedure&asset=journal&centre=syd',
      '/contingency/plans?begin=restorePlan&asset=journal',
    ]);
  });

  it('counts from the day a service made the system vital, when that came later', async () => {
    const { context } = await aPlannedTown({ asset: { ...vital, criticality: 'low', usedBy: [] } });
    expect(work(context, '2026-11-24')).toEqual([]);
    const service = aService('s', { needs: ['journal'], mtd: 1, changedAt: at('2026-11-01') });
    await context.list(CriticalServices).create(service);
    expect(work(context, '2026-11-24').map(({ since }) => since)).toEqual(['2026-11-01', '2026-11-01']);
  });

  it('is owed while it is a draft, and no more once it is sent', async () => {
    const { context } = await aPlannedTown({ asset: { ...vital, usedBy: [] } });
    await inForce(context, aPlan('r', restore));
    const key = await drafted(context);
    expect(work(context, '2026-11-24')).toMatchObject([{ kind: 'writePlan', path: `/contingency/plans/${key}` }]);
    await submitPlan(context, the(context, 'isk-nord'), key);
    expect(kinds(context, '2026-11-24')).toEqual([]);
  });

  it('is owed for nothing that is not in use yet', async () => {
    const { context } = await aPlannedTown({ asset: { ...vital, state: 'planned' } });
    expect(work(context, '2026-11-24')).toEqual([]);
  });

  it('has one key a place, whatever day it is', async () => {
    const { context } = await aPlannedTown({ asset: { ...vital, ownerId: person('anne') } });
    const keys = (today: string) => writePlanSource.work(context, day(today)).map(({ key }) => key);
    expect(new Set(keys('2026-11-24')).size).toBe(3);
    expect(keys('2027-11-24')).toEqual(keys('2026-11-24'));
  });
});

it('survives a plan whose system somebody has deleted in the list', async () => {
  const { context } = await aPlannedTown();
  await context.list(ContingencyPlans).create(aPlan('lost', { assetKey: 'gone' }));
  await context.list(ContingencyPlanVersions).create(aPlanVersion('lost'));
  await inForce(context, aPlan('lost2', { assetKey: 'gone' }));
  expect(work(context, '2027-11-24')).toEqual([]);
});
