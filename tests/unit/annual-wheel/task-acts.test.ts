import { describe, expect, it } from 'vitest';
import {
  cancelTask,
  completeTask,
  continueWheelActs,
  moveTask,
  reopenTask,
  startTask,
  tickStep,
  WheelTasks,
} from '../../../api/annual-wheel/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf, type AssignableRole, type Instant } from '../../../api/kernel/index.ts';
import { handOver } from '../../../api/obligations/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { People, personRef } from '../../../api/organisation/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { day, named, person, refusal, the } from '../organisation/builders.ts';
import { anActivity, aWheel, theTask, touchedTasks } from './builders.ts';

const team = anActivity('logs', {
  steps: [
    { id: 'list', title: 'Hent listen' },
    { id: 'remove', title: 'Fjern' },
  ],
});
const logs = 'logs_2026-09-01';
const local = anActivity('risks', { role: 'coordinator' }, { scope: 'centres' });
const nord = 'risks_2026-09-01_nord';
const proven = anActivity('restore', { evidence: 'Notat om tiden' });
const reason = 'Mødet er aflyst';

const complete = (context: Context, who: string, taskKey: string, more: object = {}) =>
  completeTask(context, the(context, who), { taskKey, note: '', ...more });
const stored = (context: Context, key: string) => context.list(WheelTasks).get(key);
const trail = (context: Context) =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title);

describe('completeTask', () => {
  it('holds note, evidence, day and who, in one item', async () => {
    const { context } = await aWheel(proven);
    const more = { note: 'Gik godt', evidence: 'https://sag.example/7', doneOn: day('2026-06-10') };
    const { result } = await complete(context, 'team', 'restore_2026-09-01', more);
    expect(result).toBe('completed');
    expect(stored(context, 'restore_2026-09-01')).toMatchObject({
      state: 'done',
      doneOn: '2026-06-10',
      doneBy: 'team',
      note: 'Gik godt',
      evidence: 'https://sag.example/7',
      history: [{ at: '2026-06-15T08:00:00.000Z', by: 'team', what: 'completed', text: 'Gik godt' }],
    });
  });

  it('is a success when it is done already, and keeps who was first', async () => {
    const { context } = await aWheel(local);
    await complete(context, 'isk-nord', nord, { note: 'Først' });
    const again = await complete(context, 'manager-nord', nord, { note: 'Bagefter' });
    expect(again).toMatchObject({ result: 'alreadyDone', task: { touched: { doneBy: 'isk-nord', note: 'Først' } } });
    expect(stored(context, nord)?.history).toHaveLength(1);
  });

  it('is done once when two press at the same moment', async () => {
    const { context } = await aWheel(local);
    const both = await Promise.all(['isk-nord', 'manager-nord'].map((who) => complete(context, who, nord)));
    expect(both.map(({ result }) => result).sort()).toEqual(['alreadyDone', 'completed']);
    expect(touchedTasks(context)).toHaveLength(1);
    expect(stored(context, nord)?.history).toHaveLength(1);
  });

  it('wants the evidence that the activity names, on its field', async () => {
    const { context } = await aWheel(proven);
    for (const evidence of [undefined, '', '   '])
      await expect(complete(context, 'team', 'restore_2026-09-01', { evidence })).rejects.toMatchObject({
        kind: 'invalid',
        code: 'wheel.evidenceNeeded',
        details: { field: 'evidence', what: 'Notat om tiden' },
      });
    expect(touchedTasks(context)).toEqual([]);
  });

  it('refuses a day that has not come', async () => {
    const { context } = await aWheel(team);
    expect(await refusal(() => complete(context, 'team', logs, { doneOn: day('2026-06-16') }))).toBe(
      'wheel.doneInTheFuture',
    );
  });

  it('refuses what is cancelled, and what is not there', async () => {
    const { context } = await aWheel(team);
    await cancelTask(context, the(context, 'ciso'), { taskKey: logs, reason });
    expect(await refusal(() => complete(context, 'team', logs))).toBe('wheel.taskCancelled');
    expect(await refusal(() => complete(context, 'team', 'logs_2026-09-02'))).toBe('wheel.noSuchTask');
  });
});

describe('a task of a centre', () => {
  it.each([
    ['isk-nord', true],
    ['manager-nord', true],
    ['isk-syd', false],
    ['manager-syd', false],
    ['ciso', false],
    ['team', false],
    ['auditor', false],
    ['anne', false],
  ])('is done by its own ISK and manager: %s %s', async (who, may) => {
    const { context } = await aWheel(local);
    if (may) expect((await complete(context, who, nord)).result).toBe('completed');
    else expect(['wheel.mayNotDo', 'wheel.mayNotSee']).toContain(await refusal(() => complete(context, who, nord)));
  });

  it('is done by whom it was handed over to, also without a role', async () => {
    const { context, onDay } = await aWheel(local);
    declareObligationSources(context, obligationSources);
    onDay('2026-08-25');
    await handOver(context, the(context, 'isk-nord'), {
      fromPersonId: person('isk-nord'),
      toPersonId: person('anne'),
      keys: [nord],
      note: 'Jeg er på kursus',
    });
    expect((await complete(context, 'anne', nord)).result).toBe('completed');
  });

  it('is done by the one named, also without a role', async () => {
    const { context } = await aWheel({ ...local, personId: person('bo') });
    expect((await complete(context, 'bo', nord)).result).toBe('completed');
  });

  it('falls to the manager while the ISK is on leave, who may then move it', async () => {
    const { context } = await aWheel(local);
    const move = (who: string) =>
      moveTask(context, the(context, who), { taskKey: nord, to: day('2026-09-10'), reason });
    expect(await refusal(() => move('manager-nord'))).toBe('wheel.mayNotMove');
    await context.list(People).update('isk-nord', () => ({ absentFrom: day('2026-06-01') }));
    expect((await move('manager-nord')).changed).toBe(true);
  });
});

describe('a task of a body', () => {
  it.each<[AssignableRole, string]>([
    ['cityCouncil', 'secretary'],
    ['executiveBoard', 'board'],
    ['corporateManagement', 'management'],
    ['securityCommittee', 'committee'],
    ['ciso', 'ciso'],
    ['securityTeam', 'team'],
  ])('of %s is done by %s and not by the manager of a centre', async (role, who) => {
    const { context } = await aWheel(anActivity('a', { role }));
    expect(await refusal(() => complete(context, 'manager-nord', 'a_2026-09-01'))).toBe('wheel.mayNotDo');
    expect((await complete(context, who, 'a_2026-09-01')).result).toBe('completed');
  });
});

describe('startTask', () => {
  it('begins, then takes notes; begun already and nothing to note is a success', async () => {
    const { context } = await aWheel(team);
    const start = (note: string) => startTask(context, the(context, 'team'), { taskKey: logs, note });
    expect((await start('')).changed).toBe(true);
    expect((await start('')).changed).toBe(false);
    expect((await start('Mangler svar')).task).toMatchObject({
      state: 'inProgress',
      touched: { note: 'Mangler svar' },
    });
    expect(stored(context, logs)?.history.map(({ what }) => what)).toEqual(['started', 'noted']);
    await complete(context, 'team', logs);
    expect(await refusal(() => start('Mere'))).toBe('wheel.taskClosed');
    expect(await named(() => start('Mere'))).toEqual([personRef(context, 'team').name, todayOf(context.clock)]);
  });

  it('takes no more notes than there is room for, and can still be completed', async () => {
    const { context } = await aWheel(team);
    const start = (time: number) =>
      startTask(context, the(context, 'team'), { taskKey: logs, note: `${time} ${'x'.repeat(1000)}` });
    const fill = async (): Promise<string> => {
      for (let time = 0; time < 60; time += 1) await start(time);
      return 'never full';
    };
    expect(await refusal(fill)).toBe('wheel.historyFull');
    expect((await complete(context, 'team', logs, { note: 'x'.repeat(1000) })).result).toBe('completed');
    expect(JSON.stringify(stored(context, logs)?.history).length).toBeLessThan(60_000);
  });
});

describe('tickStep', () => {
  it('ticks and takes the tick away; so already is a success', async () => {
    const { context } = await aWheel(team);
    const tick = (stepId: string, done: boolean) =>
      tickStep(context, the(context, 'team'), { taskKey: logs, stepId, done });
    expect((await tick('list', true)).task).toMatchObject({ state: 'inProgress', touched: { stepsDone: ['list'] } });
    expect((await tick('list', true)).changed).toBe(false);
    expect((await tick('list', false)).task.touched?.stepsDone).toEqual([]);
    expect((await tick('remove', false)).changed).toBe(false);
    expect(await refusal(() => tick('nothing', true))).toBe('wheel.noSuchStep');
    expect(stored(context, logs)?.history.map(({ what, text }) => [what, text])).toEqual([
      ['step', 'Hent listen'],
      ['unstep', 'Hent listen'],
    ]);
  });
});

describe('moveTask', () => {
  const move = (context: Context, who: string, to: string) =>
    moveTask(context, the(context, who), { taskKey: logs, to: day(to), reason });

  it('gives another due date with the reason, and back again is not moved', async () => {
    const { context } = await aWheel(team);
    expect((await move(context, 'committee', '2026-10-01')).task.due).toBe('2026-10-01');
    expect((await move(context, 'ciso', '2026-10-01')).changed).toBe(false);
    expect((await move(context, 'team', '2026-09-01')).task).toMatchObject({ due: '2026-09-01' });
    expect(stored(context, logs)?.movedTo).toBeUndefined();
    expect(stored(context, logs)?.history).toMatchObject([
      { what: 'moved', text: reason, from: '2026-09-01', to: '2026-10-01' },
      { what: 'moved', from: '2026-10-01', to: '2026-09-01' },
    ]);
  });

  it.each([
    ['2026-06-14', 'wheel.movedIntoThePast'],
    ['2027-06-17', 'wheel.movedTooFar'],
  ])('refuses %s', async (to, code) => {
    const { context } = await aWheel(team);
    expect(await refusal(() => move(context, 'ciso', to))).toBe(code);
  });

  it('takes today and a year ahead', async () => {
    const { context } = await aWheel(team);
    expect((await move(context, 'ciso', '2026-06-15')).changed).toBe(true);
    expect((await move(context, 'ciso', '2027-06-16')).changed).toBe(true);
  });

  it.each(['auditor', 'management', 'manager-nord', 'isk-nord'])('is not for %s', async (who) => {
    const { context } = await aWheel(team);
    expect(await refusal(() => move(context, who, '2026-10-01'))).toBe('wheel.mayNotMove');
  });

  it('refuses what is done', async () => {
    const { context } = await aWheel(team);
    await complete(context, 'team', logs);
    expect(await refusal(() => move(context, 'ciso', '2026-10-01'))).toBe('wheel.taskClosed');
  });
});

describe('cancelTask and reopenTask', () => {
  it('cancel with the reason, and the next year comes as always', async () => {
    const { context } = await aWheel(team);
    const cancel = () => cancelTask(context, the(context, 'ciso'), { taskKey: logs, reason });
    expect((await cancel()).task.state).toBe('cancelled');
    expect((await cancel()).changed).toBe(false);
    expect(theTask(context, 'logs_2027-09-01').state).toBe('planned');
    expect(stored(context, logs)?.history).toHaveLength(1);
  });

  it('refuse to cancel what is done', async () => {
    const { context } = await aWheel(team);
    await complete(context, 'team', logs);
    expect(await refusal(() => cancelTask(context, the(context, 'ciso'), { taskKey: logs, reason }))).toBe(
      'wheel.taskDone',
    );
  });

  it('reopen takes the day away and keeps the history', async () => {
    const { context } = await aWheel(team);
    await complete(context, 'team', logs);
    const reopen = () => reopenTask(context, the(context, 'ciso'), { taskKey: logs, reason: 'Forkert måned' });
    expect((await reopen()).task.state).toBe('inProgress');
    expect((await reopen()).changed).toBe(false);
    expect(stored(context, logs)).not.toMatchObject({ doneOn: expect.anything() as unknown });
    expect(stored(context, logs)?.history.map(({ what }) => what)).toEqual(['completed', 'reopened']);
    await complete(context, 'team', logs);
    expect(stored(context, logs)?.history).toHaveLength(3);
  });

  it('are undone by another for good: the repeated press of the first does not do it anew, and a new press does', async () => {
    const { context } = await aWheel(team);
    const by = (who: string, idempotencyKey: string) => ({ ...the(context, who), idempotencyKey });
    const done = (press: string) => completeTask(context, by('team', press), { taskKey: logs, note: '' });
    const cancelled = (press: string) => cancelTask(context, by('ciso', press), { taskKey: logs, reason });
    const reopened = (press: string) => reopenTask(context, by('ciso', press), { taskKey: logs, reason });
    for (const [act, undo] of [
      [done, reopened],
      [cancelled, reopened],
    ] as const) {
      const [first, second] = [`${act.name} first`, `${act.name} second`];
      expect((await act(first)).task.state).not.toBe('inProgress');
      await undo(`${act.name} undone`);
      const before = stored(context, logs);
      await act(first);
      expect(stored(context, logs)).toEqual(before);
      await act(second);
      expect(stored(context, logs)?.history.length).toBe((before?.history.length ?? 0) + 1);
      await undo(`${act.name} undone again`);
    }
  });
});

describe('the audit trail', () => {
  it('holds every act once, with its place in the history', async () => {
    const { context } = await aWheel(team);
    await complete(context, 'team', logs);
    await reopenTask(context, the(context, 'team'), { taskKey: logs, reason });
    await complete(context, 'team', logs);
    expect(trail(context).sort()).toEqual(['completeTask', 'completeTask', 'reopenTask']);
    await continueWheelActs(context);
    expect(trail(context)).toHaveLength(4);
    expect(trail(context)).toContain('makeActivity');
  });

  it('gets from the job what a crash left out, and nothing twice', async () => {
    const { context } = await aWheel(team);
    await complete(context, 'team', logs);
    for (const { key } of context.list(AuditEntries).all()) await context.list(AuditEntries).remove(key);
    await continueWheelActs(context);
    await continueWheelActs(context);
    expect(trail(context).sort()).toEqual(['completeTask', 'makeActivity']);
    await moveTask(context, the(context, 'ciso'), { taskKey: 'logs_2027-09-01', to: day('2026-12-01'), reason });
    await context.list(WheelTasks).update(logs, ({ history }) => ({
      history: [...history, { at: '2026-06-16T08:00:00.000Z' as Instant, by: 'team', what: 'noted', text: 'Ekstra' }],
    }));
    await continueWheelActs(context);
    expect(trail(context).sort()).toEqual(['completeTask', 'makeActivity', 'moveTask', 'noteTask']);
  });
});
