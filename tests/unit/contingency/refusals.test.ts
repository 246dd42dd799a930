import { describe, expect, it } from 'vitest';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  ContingencyPlanVersions,
  ContingencyTests,
  OfflinePacks,
  PackPlacements,
} from '../../../api/contingency/index.ts';
import { cancelTest, endTest, startTest } from '../../../api/contingency/exercises/move-test.ts';
import { planTest } from '../../../api/contingency/exercises/plan-test.ts';
import { packFile } from '../../../api/contingency/packs/pack-file.ts';
import { placePack, placePackOnce } from '../../../api/contingency/packs/place-pack.ts';
import { planDocument, planFormFile } from '../../../api/contingency/plan-pages/downloads.ts';
import { beginPlan } from '../../../api/contingency/plans/begin-plan.ts';
import { plans, renewPlan, retirePlan, submitPlan } from '../../../api/contingency/plans/plans.ts';
import { putForm } from '../../../api/contingency/plans/put-form.ts';
import { saveDraft, type DraftPlan } from '../../../api/contingency/plans/save-draft.ts';
import { instant } from '../../../api/kernel/index.ts';
import { hearingLate } from '../../support/hearing-late.ts';
import { refused } from '../../support/refused.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';
import { aContent } from './builders.ts';
import { aBody, aTestedTown, isk, testNow } from './exercises/tested-town.ts';
import { nord, theLatest } from './packs/pack-town.ts';
import { aDraft, aPlannedTown, decided, drafted, inForceNow, now, openRequest } from './plans/planned-town.ts';

const pdf = (fileName: string) => ({ fileName, bytes: new TextEncoder().encode(`%PDF-1.7 ${fileName}`) });

const discarded = { discardedAt: instant(new Date('2026-11-24T08:59:00.000Z')), discardedBy: person('manager-nord') };

/** The context of a library where every file was changed. */
const changedFiles = (context: Context): Context => ({
  ...context,
  documents: { ...context.documents, download: async () => new TextEncoder().encode('%PDF-1.7 another') },
});

describe('a plan', () => {
  const north = async (
    context: Context,
    act: (context: Context, who: ReturnType<typeof the>, key: string) => unknown,
    key: string,
  ) => refused(context, () => act(context, the(context, 'isk-nord'), key));

  it.each([
    ['discarded', plans.discard],
    ['sent for approval', submitPlan],
  ] as const)('in force is not %s: its next draft is', async (_how, act) => {
    const { context } = await aPlannedTown();
    const key = await inForceNow(context);
    expect(await north(context, act, key)).toBe('conflict contingency.noDraft');
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ title: 'Ny' }));
    await act(context, the(context, 'isk-nord'), key);
    expect(now(context, key).coming?.state).toBe(act === submitPlan ? 'waiting' : undefined);
  });

  it('that was turned down is not sent as it is, but changed or discarded', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    await submitPlan(context, the(context, 'isk-nord'), key);
    await context.list(ApprovalRequests).update(openRequest(context, key).key, () => ({ state: 'rejected' }));
    expect(await north(context, submitPlan, key)).toBe('conflict contingency.noDraft');
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ title: 'Ny', expected: null }));
    expect(now(context, key).coming).toMatchObject({ state: 'draft', version: { number: 2 } });
  });

  it('is not sent for approval when another has just discarded the draft', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    expect(await north(hearingLate(context, ContingencyPlanVersions, discarded), submitPlan, key)).toBe(
      'conflict contingency.noDraft',
    );
    await submitPlan(hearingLate(context, ContingencyPlanVersions, {}), the(context, 'isk-nord'), key);
    expect(now(context, key).coming?.state).toBe('waiting');
  });

  it('is not written in when another has just discarded the draft; saved again, the text begins a new one', async () => {
    const { context } = await aPlannedTown();
    const key = await inForceNow(context);
    const actor = the(context, 'isk-nord');
    const { changedAt: seen } = await saveDraft(context, actor, key, aDraft({ title: 'Ny' }));
    const late = hearingLate(context, ContingencyPlanVersions, discarded);
    const save = (given: Context) => saveDraft(given, actor, key, aDraft({ title: 'Nyere', expected: seen }));
    expect(await refused(late, () => save(late))).toBe('conflict contingency.draftDiscarded');
    await plans.discard(context, the(context, 'manager-nord'), key);
    await save(context);
    expect(now(context, key).coming?.version).toMatchObject({ number: 3, title: 'Nyere' });
  });

  it('whose only draft another has discarded is begun again, with the text copied', async () => {
    const { context } = await aPlannedTown();
    const actor = the(context, 'isk-nord');
    const key = await drafted(context);
    await plans.discard(context, the(context, 'manager-nord'), key);
    const save = () => saveDraft(context, actor, key, aDraft({ title: 'Nyere' }));
    expect(await refused(context, save)).toBe('missing contingency.noSuchPlan');
    await beginPlan(context, actor, { kind: 'emergencyProcedure', assetKey: 'journal', centreId: 'nord' });
    await save();
    expect(now(context, key).coming?.version).toMatchObject({ number: 2, title: 'Nyere' });
  });

  it.each([
    ['renewed', (context, actor, key) => renewPlan(context, actor, key, 'Numrene virker')],
    ['taken out of use', (context, actor, key) => retirePlan(context, actor, key, 'Nyt system')],
  ] satisfies [string, Parameters<typeof north>[1]][])('is %s when it is in force', async (_how, act) => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    expect(await north(context, act, key)).toBe('conflict contingency.notInForce');
    await submitPlan(context, the(context, 'isk-nord'), key);
    expect(await north(context, act, key)).toBe('conflict contingency.notInForce');
    await decided(context, key);
    await act(context, the(context, 'isk-nord'), key);
    const { current, plan } = now(context, key);
    expect(current?.renewing !== undefined || plan.retiredAt !== undefined).toBe(true);
  });

  it.each([
    ['firstHour', 'contingency.lacksFirstHour', { content: aContent({ firstHour: [] }) }],
    [
      'firstHour',
      'contingency.lacksFirstHour',
      { content: aContent({ firstHour: [{ key: 's', text: ' ', role: 'A' }] }) },
    ],
    ['summary', 'contingency.lacksSummary', { summary: '' }],
    ['summary', 'contingency.lacksSummary', { summary: ' \n' }],
  ] satisfies [string, string, Partial<DraftPlan>][])('lacks %s: %s', async (field, code, changes) => {
    const { context } = await aPlannedTown();
    const key = await drafted(context, changes);
    expect(await north(context, submitPlan, key)).toBe(`invalid ${code} ${field}`);
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft());
    await submitPlan(context, the(context, 'isk-nord'), key);
    expect(now(context, key).coming?.state).toBe('waiting');
  });

  it('lacks the steps when it is to get a system running, and only then', async () => {
    const { context } = await aPlannedTown();
    const owner = the(context, 'bo');
    const { key } = await beginPlan(context, owner, { kind: 'restorePlan', assetKey: 'journal' });
    const step = (text: string) => [{ key: 's', text, role: 'Drift' }];
    const save = (steps: ReturnType<typeof step>) =>
      saveDraft(context, owner, key, aDraft({ centreIds: [], content: aContent({ steps }) }));
    for (const steps of [[], step(' ')]) {
      await save(steps);
      expect(await refused(context, () => submitPlan(context, owner, key))).toBe(
        'invalid contingency.lacksSteps steps',
      );
    }
    await save(step('Start serveren'));
    await submitPlan(context, owner, key);
    expect(now(context, key).coming?.state).toBe('waiting');
  });
});

describe('the forms of a plan', () => {
  const full = async (forms: number) => {
    const { context } = await aPlannedTown();
    const key = await drafted(context);
    const put = (name: string, given = context) => putForm(given, the(context, 'isk-nord'), key, pdf(name));
    for (let form = 1; form <= forms; form += 1) await put(`Skema ${form}.pdf`);
    return { context, put, names: () => now(context, key).coming?.version.forms.map(({ title }) => title) ?? [] };
  };
  const expected = 'invalid contingency.tooManyForms file';

  it('are twenty at most, and one of the same name still takes the place of its former', async () => {
    const { context, put, names } = await full(19);
    await put('Det tyvende.pdf');
    expect(await refused(context, () => put('For mange.pdf'))).toBe(expected);
    await put('Skema 7.PDF');
    await put('Det tyvende.pdf');
    expect([names().length, new Set(names()).size]).toEqual([20, 20]);
  });

  it('are twenty at most when two are added at once', async () => {
    const { put, names } = await full(19);
    const both = await Promise.allSettled([put('Den ene.pdf'), put('Den anden.pdf')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(names()).toHaveLength(20);
  });
});

describe('a file that was changed in SharePoint', () => {
  it('is not handed out as what was approved', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const planKey = await drafted(context);
    const { forms, key: versionKey } = await putForm(context, isk, planKey, pdf('Skema.pdf'));
    const form = { planKey, versionKey, formKey: forms[0]?.key ?? '' };
    const other = changedFiles(context);
    expect(await refused(other, () => planFormFile(other, isk, form))).toBe('conflict contingency.fileChanged');
    expect((await planFormFile(context, isk, form)).fileName).toBe('Skema.pdf');
  });

  it('is not handed out as the document of the plan in force', async () => {
    const { context } = await aPlannedTown();
    const planKey = await inForceNow(context);
    const which = { planKey, versionKey: now(context, planKey).current?.version.key ?? '' };
    const [anne, other] = [the(context, 'anne'), changedFiles(context)];
    expect(await refused(other, () => planDocument(other, anne, which))).toBe('conflict contingency.fileChanged');
    expect((await planDocument(context, anne, which)).fileName).toBe('Når journalen er nede v1.pdf');
  });

  it.each(['pdf', 'html'] as const)('is not handed out as a pack (%s)', async (kind) => {
    const { context } = await aTownWithPack();
    const [anne, other, { key }] = [the(context, 'anne'), changedFiles(context), theLatest(context)];
    expect(await refused(other, () => packFile(other, anne, key, kind))).toBe('conflict contingency.packChanged');
    expect((await packFile(context, anne, key, kind)).fileName).toBe(`Nord.${kind}`);
  });
});

/** The north has a pack that was put nowhere yet. */
async function aTownWithPack() {
  const { context, setNow } = await aTown();
  const stored = async (name: string, type: string) => {
    const bytes = new TextEncoder().encode('pakke');
    const { id, versionId, hash } = await context.documents.upload(name, bytes);
    return { id, versionId, hash, name, size: bytes.length, type };
  };
  await context.list(OfflinePacks).create({
    key: 'pack',
    title: 'Center for nord',
    centreId: nord,
    number: 1,
    contentHash: 'hash',
    versionKeys: [],
    changes: [],
    pdf: await stored('Nord.pdf', 'application/pdf'),
    html: await stored('Nord.html', 'text/html'),
    madeAt: instant(context.clock.now()),
  });
  return { context, setNow };
}

describe('a pack', () => {
  it.each([
    ['without a place', 'contingency.placeMissing', 'place', '', '2026-11-24'],
    ['with a place of spaces', 'contingency.placeMissing', 'place', ' \t ', '2026-11-24'],
    ['tomorrow', 'contingency.placedLater', 'placedOn', 'Skabet', '2026-11-25'],
  ])('is not put %s; today, somewhere, it is', async (_how, code, field, place, placedOn) => {
    const { context } = await aTownWithPack();
    const { key: packKey } = theLatest(context);
    const isk = the(context, 'isk-nord');
    const expected = `invalid ${code} ${field}`;
    expect(await refused(context, () => placePack(context, isk, { packKey, place, placedOn: day(placedOn) }))).toBe(
      expected,
    );
    if (field === 'place')
      expect(await refused(context, () => placePackOnce(context, isk, { packKey, place }))).toBe(expected);
    await placePack(context, isk, { packKey, place: 'Skabet', placedOn: day('2026-11-24') });
    expect(context.list(PackPlacements).all()).toHaveLength(1);
  });

  it('counts the day of the press, not the day when it arrives', async () => {
    const { context, setNow } = await aTownWithPack();
    const pressed = { ...the(context, 'isk-nord'), pressedAt: instant(new Date('2026-11-24T20:00:00.000Z')) };
    setNow('2026-11-25T09:00:00.000Z');
    const place = (on: string) =>
      placePack(context, pressed, { packKey: theLatest(context).key, place: 'Skabet', placedOn: day(on) });
    expect(await refused(context, () => place('2026-11-25'))).toBe('invalid contingency.placedLater placedOn');
    expect((await place('2026-11-24')).placedOn).toBe('2026-11-24');
  });
});

describe('a test', () => {
  it('is of a plan in force: not of a draft, one in approval, or one out of use', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    const plan = () => planTest(context, isk, key, aBody());
    const expected = 'conflict contingency.planNotInForce';
    expect(await refused(context, plan)).toBe(expected);
    await submitPlan(context, isk, key);
    expect(await refused(context, plan)).toBe(expected);
    await decided(context, key);
    await plan();
    expect(context.list(ContingencyTests).all()).toHaveLength(1);
    await retirePlan(context, isk, key, 'Nyt system');
    expect(await refused(context, plan)).toBe('conflict contingency.planRetired');
  });

  it('ends when it runs: not before it begins, and not when it is cancelled', async () => {
    const town = await aTestedTown();
    const { context } = town;
    const [{ key }, other] = [await town.plan(), await town.plan({ title: 'En anden' })];
    const expected = 'conflict contingency.testNotRunning';
    expect(await refused(context, () => endTest(context, isk(town), key))).toBe(expected);
    await cancelTest(context, isk(town), other.key, 'Sygdom');
    expect(await refused(context, () => endTest(context, isk(town), other.key))).toBe(expected);
    await startTest(context, isk(town), key);
    await endTest(context, isk(town), key);
    expect([testNow(town, key).state, testNow(town, other.key).state]).toEqual(['ended', 'cancelled']);
  });
});
