import { describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import { systemGaps } from '../../../../api/contingency/contract.ts';
import { ContingencyPlans, ContingencyPlanVersions, gapsOfAsset } from '../../../../api/contingency/index.ts';
import { visibleVitalRow } from '../../../../api/contingency/overview/filter-entries.ts';
import { planRules } from '../../../../api/contingency/overview/gap-rules.ts';
import type { Actor } from '../../../../api/kernel/index.ts';
import { planGaps } from '../../../../api/contingency/vocabulary.ts';
import { Assessments } from '../../../../api/risks/index.ts';
import { centre, person } from '../../organisation/builders.ts';
import { aContent, aPlan, aPlanVersion, aTest, held, inForce } from '../builders.ts';
import { anOverviewWorld } from './overview-world.ts';

type World = Awaited<ReturnType<typeof anOverviewWorld>>;
/** A vital system of one centre, with a tested procedure and restore plan: only the assessment is missing. */
async function inOrder(): Promise<World> {
  const world = await anOverviewWorld();
  await world.system('journal');
  await world.service('care', { needs: ['journal'] });
  await inForce(world.context, aPlan('p1'));
  await inForce(world.context, aPlan('r1', { kind: 'restorePlan' }));
  await held(world.context, aTest('t1'), aTest('t2', { planKey: 'r1', versionKey: 'r1-v1' }));
  return world;
}
const gapsIn = ({ context }: World, key = 'journal') => gapsOfAsset(context, key).map(({ gap }) => gap);
const pathIn = ({ context }: World, wanted: string) =>
  gapsOfAsset(context, 'journal').find(({ gap }) => gap === wanted)?.path;

describe('the gaps of a vital system', () => {
  it('have a rule each, in the order in which they are told', () => {
    expect(planRules.map(({ gap }) => gap)).toEqual([...planGaps]);
    expect(systemGaps.slice(0, planGaps.length)).toEqual([...planGaps]);
  });

  it('are none but the assessment when plans are in force and tested', async () => {
    const world = await inOrder();
    expect(gapsIn(world)).toEqual(['noAssessment']);
    expect(pathIn(world, 'noAssessment')).toBe('/risks/assets/journal');
  });

  it('go when somebody has decided that it needs no assessment', async () => {
    const world = await inOrder();
    await world.context.list(Assets).update('journal', () => ({
      notNeeded: { reason: 'Vurderet andetsteds', by: person('ciso'), at: '2026-06-01T10:00:00.000Z' },
    }));
    expect(gapsIn(world)).toEqual([]);
    expect(world.context.list(Assessments).all()).toEqual([]);
  });

  it('name a centre without a procedure, with the page where one is begun or is on its way', async () => {
    const world = await inOrder();
    await world.context.list(Assets).update('journal', () => ({ usedBy: [centre('syd')] }));
    expect(gapsIn(world)[0]).toBe('noPlan');
    expect(pathIn(world, 'noPlan')).toBe('/contingency/plans?begin=emergencyProcedure&asset=journal&centre=syd');
    await world.context.list(ContingencyPlans).create(aPlan('p2', { centreId: centre('syd') }));
    await world.context.list(ContingencyPlanVersions).create(aPlanVersion('p2', { centreIds: [centre('syd')] }));
    expect(gapsIn(world)[0]).toBe('noPlan');
    expect(pathIn(world, 'noPlan')).toBe('/contingency/plans/p2');
  });

  it('ask for a restore plan of a system, not of a work process', async () => {
    const world = await anOverviewWorld();
    await world.system('journal');
    await world.system('visit', { kind: 'workProcess' });
    await world.service('care', { needs: ['journal', 'visit'] });
    expect(gapsIn(world)).toContain('noRestorePlan');
    expect(pathIn(world, 'noRestorePlan')).toBe('/contingency/plans?begin=restorePlan&asset=journal');
    expect(gapsIn(world, 'visit')).not.toContain('noRestorePlan');
  });

  it('lead whoever may not begin the plan to the system, and say that it is only to be seen there', async () => {
    const world = await anOverviewWorld();
    await world.system('journal', { ownerId: person('anne') });
    await world.service('care', { needs: ['journal'] });
    const stepOf = (who: string) =>
      visibleVitalRow(world.context, world.actor(who), 'journal')?.gaps.find(({ gap }) => gap === 'noRestorePlan');
    const begin = { gap: 'noRestorePlan', path: '/contingency/plans?begin=restorePlan&asset=journal' };
    expect(stepOf('anne')).toEqual(begin);
    expect(stepOf('ciso')).toEqual(begin);
    expect(stepOf('isk')).toEqual({ ...begin, path: '/contingency/systems/journal', onlySees: true });
  });

  it('tell of a plan that should have been looked at again, and of one that nobody has ever tested', async () => {
    const world = await inOrder();
    const [isk, anne] = [world.actor('isk'), world.actor('anne')];
    world.setNow('2027-05-20T09:00:00.000Z');
    expect(gapsIn(world)).toContain('planExpired');
    await inForce(world.context, aPlan('p3'), aPlanVersion('p3'), '2027-05-01');
    expect(gapsIn(world)).toContain('neverTested');
    expect(pathIn(world, 'neverTested')).toBe('/contingency/tests/new?plan=p3');
    // Whoever may not plan the test is led to the plan.
    const ledTo = (reader: Actor) =>
      visibleVitalRow(world.context, reader, 'journal')?.gaps.find(({ gap }) => gap === 'neverTested');
    expect(ledTo(isk)).toEqual({ gap: 'neverTested', path: '/contingency/tests/new?plan=p3' });
    expect(ledTo(anne)).toEqual({ gap: 'neverTested', path: '/contingency/plans/p3', onlySees: true });
    await held(world.context, aTest('t9', { planKey: 'p3', state: 'planned' }));
    expect(pathIn(world, 'neverTested')).toBe('/contingency/tests/t9');
  });

  it('tell of a test that is late, by the interval of the plan', async () => {
    const world = await inOrder();
    world.setNow('2027-06-01T09:00:00.000Z');
    expect(gapsIn(world)).not.toContain('testOverdue');
    world.setNow('2027-06-02T09:00:00.000Z');
    expect(gapsIn(world)).toContain('testOverdue');
  });

  it('tell of a test that was not passed and of a recovery that took too long, until a later one is better', async () => {
    const world = await inOrder();
    const late = { startedAt: '2026-09-01T10:00:00.000Z' as never };
    await held(world.context, aTest('t3', { ...late, passed: false, recovery: 24.5 }));
    expect(gapsIn(world)).toEqual(['measuredAboveMtd', 'testFailed', 'noAssessment']);
    expect(pathIn(world, 'measuredAboveMtd')).toBe('/contingency/tests/t3');
    await held(world.context, aTest('t4', { startedAt: '2026-10-01T10:00:00.000Z' as never, recovery: 24 }));
    expect(gapsIn(world)).toEqual(['noAssessment']);
  });

  it('tell of somebody named in a plan who has left', async () => {
    const world = await inOrder();
    const gone = { key: 'c1', role: 'Vagt', personId: 'gone', name: '', phone: '', note: '' };
    await inForce(
      world.context,
      aPlan('p4', { kind: 'restorePlan' }),
      aPlanVersion('p4', { content: aContent({ contacts: [gone] }) }),
    );
    expect(gapsIn(world)).toContain('contactLeft');
    expect(pathIn(world, 'contactLeft')).toBe('/contingency/plans/p4');
  });

  it('are those of the figures alone for what is not vital, and none for what is out of use', async () => {
    const world = await anOverviewWorld();
    await world.system('archive', {}, { promise: 400 });
    await world.service('history', { mtd: 336, rto: 168, needs: ['archive'] });
    expect(gapsIn(world, 'archive')).toEqual(['supplierAboveRto']);
    await world.context.list(Assets).update('archive', () => ({ state: 'retired' }));
    expect(gapsIn(world, 'archive')).toEqual([]);
    expect(gapsIn(world, 'nothing')).toEqual([]);
  });

  it('lead to the service that decides an objective, else to the page of the system', async () => {
    const world = await inOrder();
    await world.service('fast', { needs: ['journal'], mtd: 4, rto: 4 });
    expect(pathIn(world, 'rtoNotBelowMtd')).toBe('/contingency/services/fast');
    await world.system('network', {}, { redundancy: 'none' });
    await world.service('net', { needs: ['network'] });
    expect(gapsOfAsset(world.context, 'network').find(({ gap }) => gap === 'singlePoint')?.path).toBe(
      '/contingency/systems/network',
    );
  });
});
