import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cancelTask,
  changeActivity,
  completeTask,
  moveTask,
  reopenTask,
  startTask,
  tasksOfYear,
  tickStep,
} from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { day, the } from '../organisation/builders.ts';
import { anActivity, aWheel } from './builders.ts';

const steps = [{ id: 'list', title: 'Hent listen' }];
const world = () =>
  aWheel(
    anActivity('logs', { steps }),
    anActivity('risks', { role: 'coordinator', steps }, { scope: 'centres' }),
    anActivity('backup', { steps }, { basis: 'lastDone', rule: 'FREQ=MONTHLY', startsOn: day('2026-07-01') }),
  );
const keys = ['logs_2026-09-01', 'risks_2026-09-01_nord', 'risks_2026-09-01_syd', 'backup_r1'] as const;

/** What the wheel, the overviews and the reminders know of each task; its history tells of everything. */
const known = (context: Context) =>
  [2026, 2027]
    .flatMap((year) => tasksOfYear(context, year))
    .map(({ key, state, due, touched }) => ({ key, state, due, steps: touched?.stepsDone ?? [] }));
const reason = 'Det var en fejl';
const as = (context: Context) => the(context, 'ciso');
/** Who does the task. */
const doer = (context: Context, taskKey: string) => {
  const centreId = taskKey.split('_')[2];
  return the(context, centreId === undefined ? 'team' : `isk-${centreId}`);
};

const preparations = {
  start: (context: Context, taskKey: string) => startTask(context, doer(context, taskKey), { taskKey, note: '' }),
  tick: (context: Context, taskKey: string) =>
    tickStep(context, doer(context, taskKey), { taskKey, stepId: 'list', done: true }),
  untick: (context: Context, taskKey: string) =>
    tickStep(context, doer(context, taskKey), { taskKey, stepId: 'list', done: false }),
  move: (context: Context, taskKey: string) =>
    moveTask(context, as(context), { taskKey, to: day('2026-10-10'), reason }),
};
const prepared = fc.array(fc.constantFrom(...(Object.keys(preparations) as (keyof typeof preparations)[])), {
  maxLength: 3,
});

const reopened = (context: Context, taskKey: string) => reopenTask(context, as(context), { taskKey, reason });
/** Acts on a task, each with what takes it back. */
const pairs = {
  cancel: [(context: Context, taskKey: string) => cancelTask(context, as(context), { taskKey, reason }), reopened],
  complete: [
    (context: Context, taskKey: string) => completeTask(context, doer(context, taskKey), { taskKey, note: '' }),
    reopened,
  ],
} as const;

describe('a task of the wheel that is', () => {
  it('cancelled or completed and reopened is as before, but that completed work counts as begun, in any order with others', async () => {
    const one = fc.record({
      before: prepared,
      act: fc.constantFrom('cancel', 'complete', undefined),
      undoneAs: fc.integer({ min: 0, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(one, one, one, one), async (all) => {
        const { context } = await world();
        const tasks = all.map((what, place) => ({ ...what, key: keys[place] ?? keys[0] }));
        for (const { before, key } of tasks) for (const name of before) await preparations[name](context, key);
        const expected = known(context).map((task) => {
          const isDone = tasks.some(({ key, act }) => key === task.key && act === 'complete');
          return isDone ? { ...task, state: 'inProgress' } : task;
        });
        for (const { act, key } of tasks) if (act !== undefined) await pairs[act][0](context, key);
        for (const { act, key } of tasks.toSorted((first, then) => first.undoneAs - then.undoneAs))
          if (act !== undefined) await pairs[act][1](context, key);
        expect(known(context)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  it('moved and moved back is due as before', async () => {
    await fc.assert(
      fc.asyncProperty(prepared, fc.constantFrom(...keys), async (before, key) => {
        const { context } = await world();
        for (const name of before) await preparations[name](context, key);
        const expected = known(context);
        const due = expected.find((task) => task.key === key)?.due ?? day('2026-09-01');
        const move = (to: string) => moveTask(context, as(context), { taskKey: key, to: day(to), reason });
        await move('2026-12-24');
        await move(due);
        expect(known(context)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an activity whose rule is changed and changed back', () => {
  it('has the same tasks as before', async () => {
    const rule = fc.record({
      rule: fc.constantFrom('FREQ=YEARLY', 'FREQ=MONTHLY', 'FREQ=WEEKLY;INTERVAL=2'),
      basis: fc.constantFrom('calendar' as const, 'lastDone' as const),
      startsOn: fc.constantFrom('2026-03-02', '2026-06-22', '2026-09-01').map(day),
      scope: fc.constantFrom('organisation' as const, 'centres' as const),
    });
    await fc.assert(
      fc.asyncProperty(rule, rule, async (first, then) => {
        const activity = anActivity('logs', {}, first);
        const { context } = await aWheel(activity);
        const { title, why, source, role, evidence, leadDays } = activity;
        const save = (given: typeof first) =>
          changeActivity(context, as(context), 'logs', {
            ...given,
            title,
            why,
            source,
            role,
            steps: [],
            evidence,
            leadDays,
          });
        const expected = known(context);
        await save(then);
        await save(first);
        expect(known(context)).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });
});
