import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tasksOfGroup, WheelPlans } from '../../../api/annual-wheel/index.ts';
import { ApprovalRequests, latestRequest, type ApprovalRequest } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import type { MeasureBody } from '../../../api/measures/contract.ts';
import {
  changeMeasure,
  discardMeasure,
  measureApproval,
  measureSubject,
  proposeMeasure,
  submitMeasure,
} from '../../../api/measures/index.ts';
import { measureList, measureView } from '../../../api/measures/measure-views.ts';
import { isEditable, measurePlanKey, measureState } from '../../../api/measures/measure.ts';
import { measureOrThrow } from '../../../api/measures/measures.ts';
import { the, aTown } from '../organisation/builders.ts';

const aBody = (changes: Partial<MeasureBody> = {}): MeasureBody => ({
  title: 'Nøglekort i stedet for koder på Rådhuset',
  background: 'Koderne deles og skiftes sjældent.',
  costOnce: 450_000,
  costYearly: 60_000,
  risk: 'Uvedkommende kommer ind, hvor der ligger sager om borgere.',
  recommendation: 'Det indstilles, at nøglekort indføres i 2027.',
  steps: [
    { title: 'Køb nøglekort', role: 'securityTeam', due: '2027-02-01' },
    { title: 'Del dem ud', role: 'centreManager', due: '2027-04-01' },
  ],
  ...changes,
});

async function aProposal(changes: Partial<MeasureBody> = {}) {
  const { context, setNow } = await aTown('2026-11-24T09:00:00.000Z');
  const ciso = the(context, 'ciso');
  const { key } = await proposeMeasure(context, ciso, aBody(changes));
  return { context, setNow, ciso, key, state: () => measureOrThrow(context, key).state };
}

const end = (context: Context, key: string, state: ApprovalRequest['state']) =>
  context
    .list(ApprovalRequests)
    .update(latestRequest(context, measureSubject, key)?.key ?? '', () => ({ state, endedAt: nowOf(context.clock) }));

const carryOn = async (context: Context, key: string) => {
  const request = latestRequest(context, measureSubject, key);
  if (request) await measureApproval.ended(context, request);
};

describe('a measure', () => {
  it('that somebody else has changed meanwhile is not written over, and says who it was', async () => {
    const { context, setNow, ciso, key } = await aProposal();
    const seen = measureOrThrow(context, key).measure.changedAt;
    setNow('2026-11-24T10:00:00.000Z');
    const theirs = aBody({ title: 'Anden tekst', expected: seen });
    await changeMeasure(context, the(context, 'team'), key, theirs);
    // The answer was lost with the program, and the press came again.
    await changeMeasure(context, the(context, 'team'), key, theirs);
    await expect(changeMeasure(context, ciso, key, aBody({ expected: seen }))).rejects.toMatchObject({
      ...{ code: 'measures.changedMeanwhile', details: { name: 'Person team' } },
    });
    const view = measureView(context, ciso, measureOrThrow(context, key));
    expect(view).toMatchObject({ title: 'Anden tekst', changedBy: { id: 'team' } });
    await changeMeasure(context, ciso, key, aBody({ expected: view.changedAt }));
  });

  it('is sent through the committee to Koncernledelsen', async () => {
    const { context, ciso, key, state } = await aProposal();
    expect(state()).toBe('draft');
    await submitMeasure(context, ciso, key);
    await submitMeasure(context, ciso, key);
    expect(state()).toBe('waiting');
    const request = latestRequest(context, measureSubject, key);
    expect(request?.stages.map(({ body, rule }) => [body, rule])).toEqual([
      ['securityCommittee', 'quorum'],
      ['corporateManagement', 'quorum'],
    ]);
    expect(request?.round).toBe(1);
    expect(request?.content).toContain('Det indstilles, at nøglekort indføres i 2027.');
  });

  it('cannot be changed, discarded or sent while it is decided, and can when it has been sent back', async () => {
    const { context, ciso, key, state } = await aProposal();
    await submitMeasure(context, ciso, key);
    await expect(changeMeasure(context, ciso, key, aBody())).rejects.toMatchObject({
      code: 'measures.notEditable',
    });
    await expect(discardMeasure(context, ciso, key)).rejects.toMatchObject({ code: 'measures.notEditable' });
    await end(context, key, 'returned');
    expect(state()).toBe('returned');
    await changeMeasure(context, ciso, key, aBody({ costOnce: 300_000 }));
    await submitMeasure(context, ciso, key);
    expect(latestRequest(context, measureSubject, key)).toMatchObject({ round: 2, state: 'open' });
  });

  it('becomes tasks of the wheel when it is approved, once, however often that is carried on', async () => {
    const { context, ciso, key, state } = await aProposal();
    await submitMeasure(context, ciso, key);
    await end(context, key, 'approved');
    expect(state()).toBe('approved');
    await carryOn(context, key);
    await carryOn(context, key);
    expect(context.list(WheelPlans).all()).toHaveLength(1);
    const tasks = tasksOfGroup(context, measurePlanKey(key));
    expect(tasks.map(({ activity, centreId, due }) => [activity.title, centreId, due])).toEqual([
      ['Køb nøglekort', undefined, '2027-02-01'],
      ['Del dem ud', 'nord', '2027-04-01'],
      ['Del dem ud', 'syd', '2027-04-01'],
    ]);
    expect(state()).toBe('underWay');
    const view = measureView(context, ciso, measureOrThrow(context, key));
    expect(view.plan?.map(({ title, centre }) => [title, centre?.title])).toEqual([
      ['Køb nøglekort', undefined],
      ['Del dem ud', 'Center for nord'],
      ['Del dem ud', 'Center for syd'],
    ]);
    expect(view.tasks).toEqual({
      total: 3,
      done: 0,
      overdue: 0,
    });
  });

  it('brings nothing on the wheel when it is rejected', async () => {
    const { context, ciso, key, state } = await aProposal();
    await submitMeasure(context, ciso, key);
    await end(context, key, 'rejected');
    await carryOn(context, key);
    expect(state()).toBe('rejected');
    expect(context.list(WheelPlans).all()).toHaveLength(0);
  });

  it('is for the committee, the CISO and the team to write, and for nobody else', async () => {
    const { context, key } = await aProposal();
    for (const who of ['management', 'board', 'auditor', 'isk-nord', 'manager-nord', 'anne'])
      for (const act of [
        proposeMeasure(context, the(context, who), aBody()),
        changeMeasure(context, the(context, who), key, aBody()),
        submitMeasure(context, the(context, who), key),
        discardMeasure(context, the(context, who), key),
      ])
        await expect(act, who).rejects.toMatchObject({ code: 'measures.mayNotPropose' });
  });

  it('gives the auditor no task', async () => {
    const wrong = aProposal({ steps: [{ title: 'Se til', role: 'auditor', due: '2027-02-01' }] });
    await expect(wrong).rejects.toMatchObject({ code: 'wheel.auditorDoesNothing', details: { field: 'steps.0.role' } });
  });

  it('says what is bound while it is carried out, and finds å as aa', async () => {
    const { context, ciso, key } = await aProposal();
    const look = (q?: string) => measureList(context, ciso, { q, sort: 'title', descending: false });
    expect(look().committed).toEqual({ once: 0, yearly: 0 });
    await submitMeasure(context, ciso, key);
    await end(context, key, 'approved');
    expect(look().committed).toEqual({ once: 450_000, yearly: 60_000 });
    expect(look('raadhus').measures).toHaveLength(1);
    expect(look('nøgle').measures).toHaveLength(1);
    expect(look('cykel').measures).toHaveLength(0);
  });

  it('hashes to something else when anything that is decided changes', async () => {
    const { context, ciso, key } = await aProposal();
    const text = () => JSON.stringify(measureApproval.contentNow(context, key));
    const before = text();
    await changeMeasure(context, ciso, key, aBody({ costYearly: 60_001 }));
    expect(text()).not.toBe(before);
  });
});

describe('the state of a measure', () => {
  const request = fc.constantFrom(undefined, 'open', 'approved', 'rejected', 'returned', 'withdrawn');
  const progress = fc
    .nat(20)
    .chain((total) => fc.record({ total: fc.constant(total), done: fc.nat(total), overdue: fc.nat(total) }));
  it('may be changed exactly while nobody decides and nobody has decided for good', () => {
    fc.assert(
      fc.property(request, progress, (state, tasks) => {
        const found = measureState(state === undefined ? undefined : { state }, tasks);
        expect(isEditable(found)).toBe(state === undefined || state === 'withdrawn' || state === 'returned');
        if (state === 'approved') expect(found === 'done').toBe(tasks.total > 0 && tasks.done === tasks.total);
      }),
    );
  });
});
