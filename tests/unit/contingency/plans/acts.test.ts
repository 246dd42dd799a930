import { describe, expect, it } from 'vitest';
import { continueApprovals, withdrawApproval } from '../../../../api/approvals/index.ts';
import { Assets } from '../../../../api/assets/index.ts';
import { AuditEntries } from '../../../../api/audit/index.ts';
import { ContingencyPlans, ContingencyPlanVersions, findPlan } from '../../../../api/contingency/index.ts';
import { continuePlanActs, plans, renewPlan, retirePlan, submitPlan } from '../../../../api/contingency/plans/plans.ts';
import { beginPlan } from '../../../../api/contingency/plans/begin-plan.ts';
import { planDocument, planFormFile } from '../../../../api/contingency/plan-pages/downloads.ts';
import { planRowOf } from '../../../../api/contingency/plan-pages/plan-rows.ts';
import { planView } from '../../../../api/contingency/plan-pages/plan-view.ts';
import { putForm, takeForm } from '../../../../api/contingency/plans/put-form.ts';
import { saveDraft } from '../../../../api/contingency/plans/save-draft.ts';
import { versionFor } from '../../../../api/contingency/plan-pages/version-view.ts';
import { unavailable } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { centre, day, refusal, the } from '../../organisation/builders.ts';
import { aContent } from '../builders.ts';
import { aDraft, aPlannedTown, decided, drafted, inForceNow, now, openRequest } from './planned-town.ts';

const ofNorth = { kind: 'emergencyProcedure', assetKey: 'journal', centreId: 'nord' } as const;
const pdf = { fileName: 'Medicinskema.pdf', bytes: new TextEncoder().encode('%PDF-1.7 skema') };

describe('beginning a plan', () => {
  it('makes one, however often somebody presses', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const keys = await Promise.all([1, 2, 3].map(() => beginPlan(context, isk, ofNorth)));
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
    expect(context.list(ContingencyPlans).all()).toHaveLength(1);
    expect(context.list(ContingencyPlanVersions).all()).toMatchObject([
      { number: 1, title: 'Nødprocedure for Journalen', centreIds: ['nord'] },
    ]);
  });

  it.each([
    ['an employee', 'anne', {}, 'contingency.mayNotWritePlan'],
    ['another centre’s ISK', 'isk-syd', {}, 'contingency.mayNotWritePlan'],
    ['an auditor', 'auditor', {}, 'contingency.mayNotWritePlan'],
    ['an ISK for everybody', 'isk-nord', { centreId: undefined }, 'contingency.mayNotWritePlan'],
    ['for a system that is none', 'isk-nord', { assetKey: 'x' }, 'assets.noSuchAsset'],
    ['for a centre that is none', 'team', { centreId: 'vest' }, 'contingency.noSuchCentre'],
    ['from a plan that is none', 'isk-nord', { copyFrom: 'x' }, 'contingency.noSuchPlan'],
  ])('is refused: %s', async (_name, who, changes, code) => {
    const { context } = await aPlannedTown();
    expect(await refusal(() => beginPlan(context, the(context, who), { ...ofNorth, ...changes }))).toBe(code);
    expect(context.list(ContingencyPlans).all()).toEqual([]);
  });

  it('is refused for a system that is out of use', async () => {
    const { context } = await aPlannedTown({ asset: { state: 'retired' } });
    expect(await refusal(() => beginPlan(context, the(context, 'team'), ofNorth))).toBe('contingency.assetRetired');
  });

  it('lets the owner of a system write its restore plan, without any role', async () => {
    const { context } = await aPlannedTown();
    const { key } = await beginPlan(context, the(context, 'bo'), { kind: 'restorePlan', assetKey: 'journal' });
    expect(planView(context, the(context, 'bo'), key)).toMatchObject({
      kind: 'restorePlan',
      abilities: { edit: true },
    });
    expect(await refusal(() => planView(context, the(context, 'anne'), key))).toBe('contingency.noSuchPlan');
  });

  it('copies what another plan says, but neither its title nor its centres', async () => {
    const { context } = await aPlannedTown();
    const copyFrom = await inForceNow(context, { content: aContent({ about: 'Som hos os' }), reviewMonths: 6 });
    const given = { ...ofNorth, centreId: 'syd', copyFrom };
    const { key } = await beginPlan(context, the(context, 'isk-syd'), given);
    expect(planView(context, the(context, 'isk-syd'), key).coming).toMatchObject({
      ...{ title: 'Nødprocedure for Journalen', summary: '', reviewMonths: 6, content: { about: 'Som hos os' } },
    });
    expect(planView(context, the(context, 'isk-syd'), key).centres.map(({ id }) => id)).toEqual(['syd']);
  });

  it('makes one draft when two copy into it at the same moment, and a repeat of either press makes no other', async () => {
    const { context } = await aPlannedTown();
    const copyFrom = await inForceNow(context, { content: aContent({ about: 'Som hos os' }) });
    const begin = (who: string, from: string | undefined) =>
      beginPlan(
        context,
        { ...the(context, who), idempotencyKey: who },
        { ...ofNorth, centreId: 'syd', copyFrom: from },
      );
    const both = () =>
      Promise.all([begin('isk-syd', copyFrom), begin('manager-syd', undefined), begin('team', copyFrom)]);
    const [{ key }, ...others] = await both();
    expect(others.map((one) => one.key)).toEqual([key, key]);
    const versions = () =>
      context
        .list(ContingencyPlanVersions)
        .all()
        .filter(({ planKey }) => planKey === key);
    // Whoever is first has the plan and the draft.
    expect(context.list(ContingencyPlans).get(key)?.madeBy).toBe('isk-syd');
    expect(versions()).toMatchObject([{ number: 1, content: { about: 'Som hos os' }, madeBy: 'isk-syd' }]);
    await saveDraft(context, the(context, 'isk-syd'), key, aDraft({ title: 'Vores', centreIds: ['syd'] }));
    await both();
    expect(versions()).toMatchObject([{ number: 1, title: 'Vores' }]);
    // Also when all go on with a plan whose draft was discarded.
    await plans.discard(context, the(context, 'isk-syd'), key);
    await both();
    expect(
      versions()
        .map(({ number, discardedAt }) => [number, discardedAt === undefined])
        .sort(),
    ).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('goes on with the plan whose draft was discarded, and makes another after a retired one', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await plans.discard(context, isk, key);
    expect(findPlan(context, key)).toBeUndefined();
    expect((await beginPlan(context, isk, ofNorth)).key).toBe(key);
    expect(now(context, key).coming?.version.number).toBe(2);
    await saveDraft(context, isk, key, aDraft());
    await submitPlan(context, isk, key);
    await decided(context, key);
    await retirePlan(context, isk, key, 'Nyt system');
    expect((await beginPlan(context, isk, ofNorth)).key).not.toBe(key);
  });
});

describe('two who write at once', () => {
  const seenBy = async (context: Parameters<typeof planView>[0], key: string, who: string) =>
    planView(context, the(context, who), key).coming?.changedAt;

  it('are told, and the first text stands', async () => {
    const { context, setNow } = await aPlannedTown();
    const key = await drafted(context);
    const seen = await seenBy(context, key, 'manager-nord');
    setNow('2026-11-24T09:01:00.000Z');
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ title: 'Først' }));
    const late = saveDraft(context, the(context, 'manager-nord'), key, aDraft({ title: 'Sidst', expected: seen }));
    expect(await refusal(() => late)).toBe('contingency.changedMeanwhile');
    expect(now(context, key).coming?.version.title).toBe('Først');
    const blind = saveDraft(context, the(context, 'manager-nord'), key, aDraft({ title: 'Blindt' }));
    expect(await refusal(() => blind)).toBe('contingency.changedMeanwhile');
  });

  it('may both save the same, and a form does not stop the one who writes', async () => {
    const { context, setNow } = await aPlannedTown();
    const key = await drafted(context);
    const seen = await seenBy(context, key, 'isk-nord');
    setNow('2026-11-24T09:01:00.000Z');
    await putForm(context, the(context, 'manager-nord'), key, pdf);
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ title: 'Ny', expected: seen }));
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ title: 'Ny', expected: seen }));
    expect(now(context, key).coming?.version).toMatchObject({ title: 'Ny', forms: [{ title: 'Medicinskema' }] });
  });

  it('begin one next version between them', async () => {
    const { context, setNow } = await aPlannedTown();
    const key = await inForceNow(context);
    setNow('2026-11-25T09:00:00.000Z');
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ title: 'Ny' }));
    const other = saveDraft(context, the(context, 'manager-nord'), key, aDraft({ title: 'Anden' }));
    expect(await refusal(() => other)).toBe('contingency.changedMeanwhile');
    expect(now(context, key).versions.map(({ version }) => [version.number, version.title])).toEqual([
      [2, 'Ny'],
      [1, 'Når journalen er nede'],
    ]);
  });
});

describe('what a draft may say', () => {
  it('is for centres that its writer writes for, and those that it was for before', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    const save = (who: string, centreIds: string[]) =>
      saveDraft(context, the(context, who), key, aDraft({ centreIds }));
    expect(await refusal(() => save('isk-nord', ['nord', 'syd']))).toBe('contingency.centreNotYours');
    expect(await refusal(() => save('isk-nord', []))).toBe('contingency.centreNotYours');
    expect(await refusal(() => save('isk-nord', ['vest']))).toBe('contingency.noSuchCentre');
    const { changedAt: seen } = await save('isk-nord', ['nord']);
    const shared = aDraft({ centreIds: ['nord', 'syd'], expected: seen });
    const { changedAt } = await saveDraft(context, the(context, 'team'), key, shared);
    await saveDraft(context, the(context, 'isk-nord'), key, { ...shared, title: 'Vores', expected: changedAt });
    expect(now(context, key).coming?.version.centreIds).toEqual(['nord', 'syd']);
  });

  it('must fit in the list', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    const steps = Array.from({ length: 60 }, (_, n) => ({ key: `s${n}`, text: 'x'.repeat(1000), role: '' }));
    const save = () => saveDraft(context, the(context, 'isk-nord'), key, aDraft({ content: aContent({ steps }) }));
    expect(await refusal(save)).toBe('contingency.planTooLong');
  });
});

describe('forms', () => {
  it('take the place of one of the same name, come off once, and stay in the version that was approved', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await putForm(context, isk, key, pdf);
    const again = { ...pdf, bytes: new TextEncoder().encode('%PDF-1.7 nyere') };
    const { forms, key: versionKey } = await putForm(context, isk, key, again);
    expect(forms).toHaveLength(1);
    const formKey = forms[0]?.key ?? '';
    await submitPlan(context, isk, key);
    await decided(context, key);
    await takeForm(context, isk, { planKey: key, formKey });
    await takeForm(context, isk, { planKey: key, formKey });
    expect(now(context, key).coming?.version.forms).toEqual([]);
    const file = await planFormFile(context, the(context, 'anne'), { planKey: key, versionKey, formKey });
    expect(new TextDecoder().decode(file.bytes)).toBe('%PDF-1.7 nyere');
    await takeForm(context, isk, { planKey: key, formKey: 'x' });
    expect(now(context, key).coming?.version.forms).toEqual([]);
  });
});

describe('sending and deciding', () => {
  it('says what is missing at its field, and that the system is out of use', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context, { content: aContent({ triggers: [] }) });
    expect(planView(context, isk, key)).toMatchObject({ lacks: ['trigger'], abilities: { submit: false } });
    expect(await refusal(() => submitPlan(context, isk, key))).toBe('contingency.lacksTrigger');
    await saveDraft(context, isk, key, aDraft());
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(planView(context, isk, key).lacks).toEqual(['assetRetired']);
    expect(await refusal(() => submitPlan(context, isk, key))).toBe('contingency.assetRetired');
  });

  it('comes into force with a document in the library, once, and a press too many changes nothing', async () => {
    const { context } = await aPlannedTown({ asset: { criticality: 'vital' } });
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await submitPlan(context, isk, key);
    await submitPlan(context, isk, key);
    expect(planView(context, isk, key).way?.map(({ body }) => body)).toEqual(['centreManager', 'securityCommittee']);
    expect(await refusal(() => saveDraft(context, isk, key, aDraft({ title: 'Ny' })))).toBe('contingency.planWaiting');
    expect(await refusal(() => plans.discard(context, isk, key))).toBe('contingency.planWaiting');
    await decided(context, key);
    const { current } = planView(context, the(context, 'anne'), key);
    expect(current).toMatchObject({ state: 'valid', document: { name: 'Når journalen er nede v1.pdf' } });
    const file = await planDocument(context, the(context, 'anne'), { planKey: key, versionKey: current?.key ?? '' });
    expect(file.fileName).toBe('Når journalen er nede v1.pdf');
    const acts = context.list(AuditEntries).all();
    expect(acts.filter(({ title }) => title === 'publishPlan')).toHaveLength(1);
  });

  it('stores the document later when the library does not answer, and publishes once all the same', async () => {
    let isDown = true;
    const { context } = await aPlannedTown({
      makeDocument: () =>
        isDown
          ? Promise.reject(unavailable('sharepoint.unavailable'))
          : Promise.resolve(new TextEncoder().encode('%PDF-1.7 plan')),
    });
    const key = await drafted(context);
    await submitPlan(context, the(context, 'isk-nord'), key);
    expect(await refusal(() => decided(context, key))).toBe('sharepoint.unavailable');
    expect(now(context, key).current?.version.document).toBeUndefined();
    isDown = false;
    await continueApprovals(context);
    await continueApprovals(context);
    expect(now(context, key).current?.version.document?.versionId).toBe('1.0');
    const acts = context.list(AuditEntries).all();
    expect(acts.filter(({ title }) => title === 'publishPlan')).toHaveLength(1);
  });

  it('is not stopped because somebody in it is called something else', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    await submitPlan(context, the(context, 'isk-nord'), key);
    await context.list(People).update('anne', () => ({ title: 'Anne Nygift' }));
    await decided(context, key);
    expect(now(context, key).current?.state).toBe('valid');
  });

  it('is stopped when somebody has changed the list itself', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    await submitPlan(context, the(context, 'isk-nord'), key);
    const versionKey = now(context, key).coming?.version.key ?? '';
    const [contact] = aContent().contacts;
    const contacts = contact ? [{ ...contact, personId: 'bo' }] : [];
    await context.list(ContingencyPlanVersions).update(versionKey, () => ({ content: aContent({ contacts }) }));
    expect(await refusal(() => decided(context, key))).toBe('approvals.contentChanged');
    expect(now(context, key).current).toBeUndefined();
  });

  it('comes back for changes, and is changed in place and sent again', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await submitPlan(context, isk, key);
    await decided(context, key, 'askChanges');
    expect(now(context, key).coming).toMatchObject({ state: 'returned', version: { number: 1 } });
    await saveDraft(context, isk, key, aDraft({ title: 'Rettet' }));
    await submitPlan(context, isk, key);
    await withdrawApproval(context, isk, { requestKey: openRequest(context, key).key, reason: 'Vent lidt' });
    expect(now(context, key).coming?.state).toBe('draft');
  });
});

describe('a plan in force', () => {
  it('is renewed by the manager, unless somebody in it has left', async () => {
    const { context, setNow } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await inForceNow(context);
    setNow('2027-11-20T09:00:00.000Z');
    await renewPlan(context, isk, key, 'Numrene virker');
    await renewPlan(context, isk, key, 'Igen');
    expect(openRequest(context, key).stages.map(({ body }) => body)).toEqual(['centreManager']);
    await decided(context, key);
    expect(now(context, key).current).toMatchObject({ validFrom: '2026-11-24', reviewOn: '2028-11-20' });
    await context.list(People).update('anne', () => ({ leftOn: day('2027-11-19') }));
    const renew = renewPlan(context, isk, key, '');
    expect(await refusal(() => renew)).toBe('contingency.peopleHaveLeft');
    expect(planView(context, isk, key)).toMatchObject({ abilities: { renew: false }, parts: [{ left: true }] });
  });

  it('is superseded by the next, whose difference is shown to those who write it', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await inForceNow(context);
    await saveDraft(
      context,
      isk,
      key,
      aDraft({ content: aContent({ triggers: ['Intet virker'] }), summary: 'Kortere' }),
    );
    const changed = planView(context, isk, key).difference?.filter(({ kind }) => kind !== 'same');
    expect(changed?.map(({ kind, text }) => [kind, text])).toEqual([
      ['added', '- Intet virker'],
      ['removed', '- Journalen svarer ikke i 15 minutter'],
    ]);
    expect(planView(context, the(context, 'anne'), key)).toMatchObject({ versions: [], current: { number: 1 } });
    expect(planView(context, the(context, 'anne'), key).coming).toBeUndefined();
    const draftKey = now(context, key).coming?.version.key ?? '';
    const peek = () => versionFor(context, the(context, 'anne'), { planKey: key, versionKey: draftKey });
    expect(await refusal(peek)).toBe('contingency.noSuchVersion');
    await submitPlan(context, isk, key);
    await decided(context, key);
    expect(now(context, key).versions.map(({ state }) => state)).toEqual(['valid', 'superseded']);
  });

  it('is retired with a reason, and nobody can change it any more', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await inForceNow(context);
    await retirePlan(context, isk, key, 'Nyt system');
    await retirePlan(context, isk, key, 'Igen');
    expect(planView(context, isk, key)).toMatchObject({
      retired: { reason: 'Nyt system' },
      abilities: { edit: false },
    });
    // A review day is of what is in force.
    const versionKey = now(context, key).versions[0]?.version.key ?? '';
    expect(now(context, key).versions[0]?.reviewOn).toBeDefined();
    expect(versionFor(context, isk, { planKey: key, versionKey }).reviewOn).toBeUndefined();
    const row = planRowOf(context, findPlan(context, key)!);
    expect([row?.state, row?.reviewOn]).toEqual(['retired', undefined]);
    expect(await refusal(() => saveDraft(context, isk, key, aDraft()))).toBe('contingency.planRetired');
    expect(await refusal(() => planView(context, the(context, 'anne'), key))).toBe('contingency.noSuchPlan');
  });

  it('is read by its centre, the named and the auditor, and changed by none of them', async () => {
    const { context } = await aPlannedTown();
    const key = await inForceNow(context);
    for (const who of ['anne', 'auditor', 'bo', 'isk-syd'])
      expect(planView(context, the(context, who), key).abilities).toMatchObject({ edit: false, retire: false });
    const acts = [
      () => saveDraft(context, the(context, 'auditor'), key, aDraft()),
      () => submitPlan(context, the(context, 'auditor'), key),
      () => renewPlan(context, the(context, 'anne'), key, ''),
      () => retirePlan(context, the(context, 'isk-syd'), key, 'Mit'),
      () => putForm(context, the(context, 'bo'), key, pdf),
      () => plans.discard(context, the(context, 'auditor'), key),
    ];
    for (const act of acts) expect(await refusal(act)).toBe('contingency.mayNotWritePlan');
    await context.list(Assets).update('journal', () => ({ ownerId: the(context, 'anne').personId }));
    await context.list(People).update('bo', () => ({ centreId: centre('syd') }));
    expect(await refusal(() => planView(context, the(context, 'bo'), key))).toBe('contingency.noSuchPlan');
  });
});

it('writes to the audit trail what a crash left out, once', async () => {
  const { context } = await aPlannedTown();
  const key = await drafted(context);
  const versionKey = now(context, key).coming?.version.key ?? '';
  const { personId } = the(context, 'isk-nord');
  const at = now(context, key).plan.madeAt;
  await context.list(ContingencyPlanVersions).update(versionKey, () => ({ discardedAt: at, discardedBy: personId }));
  await continuePlanActs(context);
  await continuePlanActs(context);
  const acts = context.list(AuditEntries).all();
  expect(acts.map(({ title }) => title).sort()).toEqual(['beginPlan', 'discardPlan', 'putIntoPlan']);
});
