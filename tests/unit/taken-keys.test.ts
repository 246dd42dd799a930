import { describe, expect, it } from 'vitest';
import { ApprovalRequests, submitForApproval, withdrawApproval } from '../../api/approvals/index.ts';
import { ContingencyPlans, ContingencyPlanVersions } from '../../api/contingency/index.ts';
import { beginPlan } from '../../api/contingency/plans/begin-plan.ts';
import { retirePlan, submitPlan } from '../../api/contingency/plans/plans.ts';
import { saveDraft } from '../../api/contingency/plans/save-draft.ts';
import { closeMonths, ClosedMonths } from '../../api/history/index.ts';
import { planDigests, ReminderPages } from '../../api/reminders/index.ts';
import { plannedOn } from '../../api/reminders/planned.ts';
import { nextFree, firstFree, wholeLimit } from '../../api/sharepoint/index.ts';
import { aBody, aStage } from './approvals/a-body.ts';
import { aDraft, aPlannedTown, decided, drafted } from './contingency/plans/planned-town.ts';
import { aHistory, keysOf, Notes } from './history/a-history.ts';
import { day, the } from './organisation/builders.ts';
import { aTownThatOwes } from './reminders/builders.ts';

/** An item whose other fields somebody changed in SharePoint: it counts elsewhere, and cannot be created again. */
describe('a key that an item still has', () => {
  it('is passed over, also where the item is set aside', () => {
    const list = {
      get: (key: string) => (key === 'page_2' ? ({ key } as never) : undefined),
      setAside: () => [{ list: 'Pages', itemId: '1', key: 'page_3', problems: [] }],
    };
    const keyOf = (number: number) => `page_${number}`;
    expect([1, 2, 3, 4].map((from) => firstFree(list, keyOf, from))).toEqual([1, 4, 4, 4]);
  });

  it.each([{ day: day('2026-11-03') }, { position: 7 }])(
    'of a page of reminders with %o is no reason to plan the day for ever',
    async (edit) => {
      const { context, owes } = await aTownThatOwes([
        { key: 'one', kind: 'doWheelTask', personId: 'anne', since: '2026-06-01', due: '2026-11-24' },
      ]);
      await planDigests(context);
      const [page] = context.list(ReminderPages).all();
      await context.list(ReminderPages).update(page?.key ?? '', () => edit);
      owes.push({ key: 'two', kind: 'doWheelTask', personId: 'bo', since: '2026-06-01', due: '2026-11-24' });
      await planDigests(context);
      expect([...plannedOn(context, day('2026-11-24')).keys()].toSorted()).toEqual(['anne', 'bo']);
      expect(context.list(ReminderPages).all()).toHaveLength(2);
    },
  );

  it('of a closed month does not keep the rest of the month open', async () => {
    const { context } = await aHistory();
    await closeMonths(context);
    const files = context.list(ClosedMonths);
    const of = (month: string) => files.all().filter((file) => file.month === month);
    const [august] = of('2026-08');
    await files.update(august?.key ?? '', () => ({ month: '2026-07' }));
    const late = { title: 'Note', day: day('2026-08-02'), lines: [] };
    await context.list(Notes).create({ key: '2026-08-02_9', ...late });
    await closeMonths(context);
    expect(of('2026-08')).toMatchObject([{ part: 2, items: 1, state: 'closed' }]);
    expect(keysOf(context)).not.toContain('2026-08-02_9');
  });

  it('of a round of approval lets the next one be sent', async () => {
    const { context } = await aBody();
    const submit = () =>
      submitForApproval(context, the(context, 'manager'), {
        ...{ subjectKind: 'thing', subjectKey: 'one', summary: 'Ny', stages: [aStage()] },
        content: { title: 'Adgang', text: 'Tekst' },
      });
    const requests = context.list(ApprovalRequests);
    for (const edit of [{ subjectKey: 'other' }, { round: 0 }]) {
      const { key } = await submit();
      await withdrawApproval(context, the(context, 'manager'), { requestKey: key });
      await requests.update(key, () => edit);
    }
    expect(await submit()).toMatchObject({ state: 'open', round: 3 });
  });

  it('of a version gives the next one another, and leaves what it belongs to by hand', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await submitPlan(context, isk, key);
    await decided(context, key);
    const list = context.list(ContingencyPlanVersions);
    await saveDraft(context, isk, key, aDraft());
    const second = list.all().find(({ number }) => number === 2);
    await list.update(second?.key ?? '', () => ({ planKey: 'another' }));
    const before = list.get(second?.key ?? '');
    await saveDraft(context, isk, key, aDraft());
    expect(list.all().flatMap(({ planKey, number }) => (planKey === key ? [number] : []))).toEqual([1, 3]);
    expect(list.get(second?.key ?? '')).toEqual(before);
  });

  it('of a retired plan begins another when an earlier one was deleted by hand', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const ofNorth = { kind: 'emergencyProcedure', assetKey: 'journal', centreId: 'nord' } as const;
    const list = context.list(ContingencyPlans);
    const keys: string[] = [];
    for (const _ of [1, 2]) {
      const key = await drafted(context);
      await submitPlan(context, isk, key);
      await decided(context, key);
      await retirePlan(context, isk, key, 'Nyt system');
      keys.push(key);
    }
    await list.remove(keys[0] ?? '');
    const { key } = await beginPlan(context, isk, ofNorth);
    expect(keys).not.toContain(key);
    expect(list.get(key)?.retiredAt).toBeUndefined();
  });
});

/** The largest number that a list takes, typed by hand: none follows it. */
describe('a number beyond any count', () => {
  it('is passed over', () => {
    const list = { get: () => undefined, setAside: () => [] };
    expect([[], [2, 1], [wholeLimit], [3, wholeLimit]].map((numbers) => nextFree(list, String, numbers))).toEqual([
      1, 3, 1, 4,
    ]);
  });

  it('of a closed month’s part does not keep the rest of the month open', async () => {
    const { context } = await aHistory();
    await closeMonths(context);
    const files = context.list(ClosedMonths);
    const of = (month: string) => files.all().filter((file) => file.month === month);
    await files.update(of('2026-08')[0]?.key ?? '', () => ({ part: wholeLimit }));
    await context.list(Notes).create({ key: '2026-08-02_9', title: 'Note', day: day('2026-08-02'), lines: [] });
    await closeMonths(context);
    expect(of('2026-08').map(({ part }) => part)).toEqual(expect.arrayContaining([wholeLimit, 2]));
    expect(keysOf(context)).not.toContain('2026-08-02_9');
  });

  it('of a round of approval, and of a version, lets the next one be made', async () => {
    const { context } = await aBody();
    const submit = () =>
      submitForApproval(context, the(context, 'manager'), {
        ...{ subjectKind: 'thing', subjectKey: 'one', summary: 'Ny', stages: [aStage()] },
        content: { title: 'Adgang', text: 'Tekst' },
      });
    const { key } = await submit();
    await withdrawApproval(context, the(context, 'manager'), { requestKey: key });
    await context.list(ApprovalRequests).update(key, () => ({ round: wholeLimit }));
    expect(await submit()).toMatchObject({ state: 'open', round: 2 });

    const { context: town } = await aPlannedTown();
    const isk = the(town, 'isk-nord');
    const plan = await drafted(town);
    await submitPlan(town, isk, plan);
    await decided(town, plan);
    const list = town.list(ContingencyPlanVersions);
    await list.update(list.all()[0]?.key ?? '', () => ({ number: wholeLimit }));
    await saveDraft(town, isk, plan, aDraft());
    expect(list.all().map(({ number }) => number)).toEqual([wholeLimit, 2]);
  });
});
