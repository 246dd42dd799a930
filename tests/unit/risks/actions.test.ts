import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { ActionBody } from '../../../api/risks/contract.ts';
import { RiskActions } from '../../../api/risks/index.ts';
import { actionState } from '../../../api/actions/index.ts';
import { riskView } from '../../../api/risks/register/risk-view.ts';
import { addAction, cancelAction, changeAction, reportProgress } from '../../../api/risks/treatment/save-action.ts';
import { handOver, HandOvers } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { day, person, refusal, the } from '../organisation/builders.ts';
import { at } from './register-world.ts';
import { aRiskyTown, owes, type RiskyTown } from './treatment-world.ts';

const body: ActionBody = {
  title: 'Slå to-faktor til',
  ownerId: 'bo',
  due: '2027-01-15',
  cost: 20_000,
  effect: 'Sikrere',
};
const add = ({ context, riskKey }: RiskyTown, changes: Partial<ActionBody> = {}, who = 'isk-nord') =>
  addAction(context, the(context, who), riskKey, { ...body, ...changes });
const report = ({ context, riskKey }: RiskyTown, key: string, progress: number, who = 'bo', note = '') =>
  reportProgress(context, the(context, who), riskKey, key, { progress, note });
const stored = ({ context }: RiskyTown, key: string) => context.list(RiskActions).get(key);

describe('an action against a risk', () => {
  it('is its owner’s to do, with a day and a cost', async () => {
    const town = await aRiskyTown();
    const { key } = await add(town);
    expect(riskView(town.context, the(town.context, 'ciso'), town.riskKey)).toMatchObject({
      actions: { open: 1, overdue: 0, done: 0, nextDue: '2027-01-15' },
      actionList: [{ key, title: 'Slå to-faktor til', owner: { id: 'bo' }, cost: 20_000, progress: 0, state: 'open' }],
    });
    expect(owes(town, 'bo')).toMatchObject([
      {
        kind: 'doRiskAction',
        subject: { key, title: 'Slå to-faktor til – Journalsystemet' },
        due: '2027-01-15',
        centreId: 'nord',
      },
    ]);
  });

  it('needs an owner who is employed, and a day that has not gone by', async () => {
    const town = await aRiskyTown();
    await town.context.list(People).update('bo', () => ({ leftOn: day('2026-11-01') }));
    for (const ownerId of ['bo', 'nobody'])
      await expect(add(town, { ownerId })).rejects.toMatchObject({
        code: 'risks.unknownOwner',
        details: { field: 'ownerId' },
      });
    await expect(add(town, { ownerId: 'anne', due: '2026-11-23' })).rejects.toMatchObject({
      code: 'risks.dueInThePast',
      details: { field: 'due' },
    });
    expect(await add(town, { ownerId: 'anne', due: '2026-11-24' })).toMatchObject({ due: '2026-11-24' });
  });

  it('keeps a day that has gone by and an owner who has left when something else is changed', async () => {
    const town = await aRiskyTown();
    const { key } = await add(town);
    town.setNow('2027-02-01T09:00:00.000Z');
    await town.context.list(People).update('bo', () => ({ leftOn: day('2027-01-31') }));
    const change = (changes: Partial<ActionBody>) =>
      changeAction(town.context, the(town.context, 'isk-nord'), town.riskKey, key, { ...body, ...changes });
    await change({ title: 'Slå to-faktor til for alle', cost: undefined });
    expect(stored(town, key)).toMatchObject({ title: 'Slå to-faktor til for alle', due: '2027-01-15', ownerId: 'bo' });
    expect(stored(town, key)?.cost).toBeUndefined();
    expect(await refusal(() => change({ due: '2027-01-20' }))).toBe('risks.dueInThePast');
  });

  it('is done at 100 per cent, by whom and when, and opens again below', async () => {
    const town = await aRiskyTown();
    const { key } = await add(town);
    await report(town, key, 60, 'bo', 'Halvdelen har fået det');
    expect(stored(town, key)).toMatchObject({ progress: 60, note: 'Halvdelen har fået det' });
    expect(owes(town, 'bo')).toHaveLength(1);
    await report(town, key, 100);
    expect(stored(town, key)).toMatchObject({ doneBy: 'bo', doneAt: '2026-11-24T09:00:00.000Z' });
    expect(owes(town, 'bo')).toEqual([]);
    town.setNow('2026-11-25T09:00:00.000Z');
    await report(town, key, 100, 'anne', 'Alle har det');
    expect(stored(town, key)).toMatchObject({ doneBy: 'bo', doneAt: '2026-11-24T09:00:00.000Z', note: 'Alle har det' });
    await report(town, key, 90);
    expect(stored(town, key)?.doneAt).toBeUndefined();
    expect(stored(town, key)?.doneBy).toBeUndefined();
    expect(owes(town, 'bo')).toHaveLength(1);
  });

  it('is reported once however often the same is said', async () => {
    const town = await aRiskyTown();
    const { key } = await add(town);
    await report(town, key, 50);
    town.setNow('2026-11-24T10:00:00.000Z');
    await report(town, key, 50);
    const reports = town.context
      .list(AuditEntries)
      .all()
      .filter(({ title }) => title === 'reportRiskAction');
    expect(reports).toMatchObject([
      { subjectKey: town.riskKey, actorId: 'bo', details: { actionKey: key, progress: 50 } },
    ]);
  });

  it('is given up with a reason, and then nobody owes, changes or reports it', async () => {
    const town = await aRiskyTown();
    const { context, riskKey } = town;
    const isk = the(context, 'isk-nord');
    const { key } = await add(town);
    await cancelAction(context, isk, riskKey, key, 'Systemet udfases i stedet');
    await cancelAction(context, isk, riskKey, key, 'Igen');
    expect(riskView(context, isk, riskKey).actionList).toMatchObject([
      { state: 'cancelled', cancelledReason: 'Systemet udfases i stedet', abilities: { edit: false, work: false } },
    ]);
    expect(owes(town, 'bo')).toEqual([]);
    expect(await refusal(() => report(town, key, 100))).toBe('risks.actionCancelled');
    expect(await refusal(() => changeAction(context, isk, riskKey, key, body))).toBe('risks.actionCancelled');
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toEqual(['addRiskAction', 'cancelRiskAction']);
  });

  it('is neither changed nor given up when it is done', async () => {
    const town = await aRiskyTown();
    const isk = the(town.context, 'isk-nord');
    const { key } = await add(town);
    await report(town, key, 100);
    expect(await refusal(() => changeAction(town.context, isk, town.riskKey, key, body))).toBe('risks.actionDone');
    expect(await refusal(() => cancelAction(town.context, isk, town.riskKey, key, 'Nej'))).toBe('risks.actionDone');
  });

  it('belongs to its own risk', async () => {
    const town = await aRiskyTown();
    expect(await refusal(() => report(town, 'action-of-another', 100))).toBe('risks.noSuchAction');
    expect(await refusal(() => add({ ...town, riskKey: 'nothing' }))).toBe('risks.noSuchRisk');
  });
});

describe('who may work on an action', () => {
  it('is planned by the team, the centre’s manager and ISKs and the owner of the asset, and by nobody else', async () => {
    const town = await aRiskyTown();
    for (const who of ['team', 'ciso', 'manager-nord', 'isk-nord', 'anne']) await add(town, {}, who);
    for (const who of ['bo', 'isk-syd', 'manager-syd', 'committee', 'auditor', 'management', 'board'])
      expect(await refusal(() => add(town, {}, who)), who).toBe('risks.mayNotTreat');
    expect(town.context.list(RiskActions).all()).toHaveLength(5);
  });

  it('lets an owner without a role see the risk and report, and nothing else', async () => {
    const town = await aRiskyTown();
    const { context, riskKey } = town;
    const bo = the(context, 'bo');
    expect(await refusal(() => riskView(context, bo, riskKey))).toBe('risks.mayNotSee');
    const { key } = await add(town);
    const view = riskView(context, bo, riskKey);
    expect(view.abilities).toEqual({ treat: false, addAction: false, accept: false });
    expect(view.actionList[0]?.abilities).toEqual({ edit: false, work: true });
    await report(town, key, 30);
    expect(await refusal(() => changeAction(context, bo, riskKey, key, body))).toBe('risks.mayNotTreat');
    expect(await refusal(() => cancelAction(context, bo, riskKey, key, 'Nej tak'))).toBe('risks.mayNotTreat');
    const other = await add(town, { ownerId: 'anne' });
    expect(await refusal(() => report(town, other.key, 100))).toBe('risks.mayNotWorkOn');
    await cancelAction(context, the(context, 'isk-nord'), riskKey, key, 'Ikke mere');
    expect(await refusal(() => riskView(context, bo, riskKey))).toBe('risks.mayNotSee');
  });

  it('goes on to whoever it was handed over to, who sees the risk and reports it', async () => {
    const town = await aRiskyTown();
    const { context, riskKey } = town;
    const { key } = await add(town, { ownerId: 'bo' });
    const owed = owes(town, 'bo');
    await handOver(context, the(context, 'bo'), {
      ...{ fromPersonId: person('bo'), toPersonId: person('secretary'), note: '' },
      keys: owed.map((one) => one.key),
    });
    expect(context.list(HandOvers).all()).toHaveLength(1);
    expect(owes(town, 'bo')).toEqual([]);
    const receiver = the(context, 'secretary');
    expect(riskView(context, receiver, riskKey).actionList[0]?.abilities.work).toBe(true);
    await report(town, key, 100, 'secretary');
    expect(owes(town, 'secretary')).toEqual([]);
  });
});

describe('the state of an action', () => {
  it('is exactly one, by what has been said and by the day', () => {
    const date = fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25').map(day);
    const moment = fc.constantFrom(undefined, at('2026-11-20'));
    fc.assert(
      fc.property(date, moment, moment, (due, doneAt, cancelledAt) => {
        const state = actionState({ due, doneAt, cancelledAt }, day('2026-11-24'));
        if (cancelledAt !== undefined) expect(state).toBe('cancelled');
        else if (doneAt === undefined) expect(state).toBe(due < '2026-11-24' ? 'overdue' : 'open');
        else expect(state).toBe('done');
      }),
    );
  });
});
