import { describe, expect, it } from 'vitest';
import { Acknowledgements, ClosedReceipts } from '../../../api/acknowledgements/index.ts';
import type { Context } from '../../../api/context.ts';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import {
  confirmPart,
  ContingencyPlans,
  ContingencyPlanVersions,
  continuePlanParts,
} from '../../../api/contingency/index.ts';
import { Cursors } from '../../../api/deliveries/index.ts';
import { closeMonths, ClosedMonths, declareHistory } from '../../../api/history/index.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { obligationsOf } from '../../../api/obligations/index.ts';
import { acknowledgeProcedure, retireProcedure, saveDraft, submitProcedure } from '../../../api/procedures/index.ts';
import { viewProcedure } from '../../../api/procedures/procedure-view.ts';
import { historyTable } from '../../../teams-app/jobs/history-table.ts';
import { aContent, aPlanVersion, approvalOf } from '../contingency/builders.ts';
import { annesContent, aPocket, nextVersion } from '../contingency/pocket/a-pocket.ts';
import { person, refusal, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, approved, currentOf, inForce } from '../procedures/a-library.ts';

/** The row of receipts as in the program, without others. */
const receiptsAlone = (context: Context) =>
  declareHistory(
    context,
    historyTable.filter(({ list }) => list === Acknowledgements.name),
  );
const stored = (context: Context) =>
  context
    .list(Acknowledgements)
    .all()
    .map(({ versionKey, personId }) => `${versionKey} ${personId}`);

describe('receipts of a procedure', () => {
  /** Anne has acknowledged the first version; the second is in force. */
  async function twoVersions() {
    const { context, setNow } = await aLibrary();
    receiptsAlone(context);
    const key = await inForce(context, { mustAcknowledge: true });
    const first = currentOf(context, key).version.key;
    const acknowledge = (who: string, versionKey: string) =>
      acknowledgeProcedure(context, the(context, who), { versionKey, channel: 'card' });
    await acknowledge('anne', first);
    setNow('2026-12-01T09:00:00.000Z');
    const isk = the(context, 'isk-nord');
    await saveDraft(context, isk, key, aDraft({ mustAcknowledge: true }));
    await submitProcedure(context, isk, key);
    await approved(context, key);
    const second = currentOf(context, key).version.key;
    await acknowledge('anne', second);
    return { context, setNow, key, first, second, acknowledge };
  }

  it('leave when the version was superseded so long ago, and a press on its old card finds the first receipt', async () => {
    const { context, setNow, first, second, acknowledge } = await twoVersions();
    setNow('2027-01-15T09:00:00.000Z');
    expect(await closeMonths(context)).toBe(0);
    setNow('2027-06-15T09:00:00.000Z');
    expect(await closeMonths(context)).toBe(1);
    expect(stored(context)).toEqual([`${second} anne`]);
    expect(context.list(ClosedReceipts).all()).toMatchObject([{ key: first, month: '2026-12' }]);
    expect(await acknowledge('anne', first)).toMatchObject({
      result: 'alreadyAcknowledged',
      receipt: { at: '2026-11-24T09:00:00.000Z', channel: 'card' },
    });
    expect(await refusal(() => acknowledge('isk-nord', first))).toBe('procedures.superseded');
    expect(stored(context)).toEqual([`${second} anne`]);
  });

  it('are shown to their giver where the procedure was retired, and their files are the error when they are gone', async () => {
    const { context, setNow, key, second, acknowledge } = await twoVersions();
    const isk = the(context, 'isk-nord');
    await acknowledge('isk-nord', second);
    await retireProcedure(context, isk, key, 'Afløst af Teams');
    setNow('2027-06-15T09:00:00.000Z');
    expect(await closeMonths(context)).toBe(3);
    expect(stored(context)).toEqual([]);
    const again = { ...context };
    expect(await viewProcedure(again, isk, key)).toMatchObject({ receipt: { at: '2026-12-01T09:00:00.000Z' } });
    const [file] = context.list(ClosedMonths).all();
    if (!file) throw new Error('no file');
    await context.list(ClosedMonths).update(file.key, () => ({ fileId: 'deleted' }));
    expect(await refusal(() => viewProcedure({ ...context }, isk, key))).toBe('history.fileGone');
  });

  it('stay until those who follow the list have come to them', async () => {
    const { context, setNow } = await twoVersions();
    setNow('2027-06-15T09:00:00.000Z');
    await context.list(Cursors).create({ key: 'policy-receipts', title: '', position: 0 });
    expect(await closeMonths(context)).toBe(0);
    await context.list(Cursors).update('policy-receipts', () => ({ position: 1 }));
    expect(await closeMonths(context)).toBe(1);
  });
});

describe('receipts of parts in a plan', () => {
  const confirm = (context: Context, versionKey: string) =>
    confirmPart(context, the(context, 'anne'), { planKey: 'p1', versionKey, channel: 'tab' });
  const stateOf = (context: Context) => obligationsOf(context, person('anne')).map(({ state }) => state);

  it('stay as long as they are the latest of a person, so that nobody is asked again word for word', async () => {
    const { context, setNow } = await aPocket();
    receiptsAlone(context);
    await confirm(context, 'p1-v1');
    setNow('2027-01-10T09:00:00.000Z');
    await nextVersion(context, aContent(), '2027-01-10');
    setNow('2028-06-10T09:00:00.000Z');
    expect(await closeMonths(context)).toBe(0);
    const third = aPlanVersion('p1', { number: 3, content: annesContent() });
    await context.list(ContingencyPlanVersions).create(third);
    await context.list(ApprovalRequests).create(approvalOf(third, '2028-06-10'));
    await continuePlanParts(context);
    expect(stateOf(context)).toEqual(['done']);
    expect(stored(context)).toEqual(['p1-v1 anne', 'p1-v3 anne']);
  });

  it('leave when a later one was given or the plan was retired, and a press on the old card finds the first', async () => {
    const { context, setNow } = await aPocket();
    receiptsAlone(context);
    await confirm(context, 'p1-v1');
    setNow('2027-01-10T09:00:00.000Z');
    await nextVersion(context, annesContent({ catchingUp: 'Skriv det hele ind' }), '2027-01-10');
    await confirm(context, 'p1-v2');
    setNow('2027-06-10T09:00:00.000Z');
    expect(await closeMonths(context)).toBe(1);
    expect(stored(context)).toEqual(['p1-v2 anne']);
    expect(await confirm(context, 'p1-v1')).toMatchObject({
      result: 'alreadyConfirmed',
      receipt: { at: '2026-11-24T09:00:00.000Z' },
    });
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: nowOf(context.clock) }));
    setNow('2027-12-10T09:00:00.000Z');
    expect(await closeMonths(context)).toBe(1);
    expect(stored(context)).toEqual([]);
    expect((await confirm({ ...context }, 'p1-v2')).result).toBe('alreadyConfirmed');
  });
});
