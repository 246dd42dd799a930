import { describe, expect, it } from 'vitest';
import {
  completeTask,
  cancelTask,
  findTask,
  taskLook,
  moveTask,
  openTasksDueBy,
  reopenTask,
  startTask,
  tasksOfYear,
  WheelActivities,
  wheelSource,
} from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { aCentre, day, refusal, settle, the } from '../organisation/builders.ts';
import { anActivity, aRevision, aWheel, theTask, touchedTasks } from './builders.ts';

const due = (context: Context, year: number) => tasksOfYear(context, year).map((task) => task.due);
const keys = (context: Context, year: number) => tasksOfYear(context, year).map(({ key }) => key);
const done = (context: Context, who: string, taskKey: string, doneOn?: string) =>
  completeTask(context, the(context, who), { taskKey, note: '', ...(doneOn ? { doneOn: day(doneOn) } : {}) });
const quarterly = { rule: 'FREQ=MONTHLY;INTERVAL=3', startsOn: day('2026-02-01') };
const yearlyFromDone = { basis: 'lastDone' as const, rule: 'FREQ=YEARLY', startsOn: day('2026-09-01') };

describe('the tasks of a year', () => {
  it('are derived: nothing is stored until somebody touches one', async () => {
    const { context } = await aWheel(anActivity('logs', {}, quarterly));
    expect(keys(context, 2026)).toEqual(['logs_2026-02-01', 'logs_2026-05-01', 'logs_2026-08-01', 'logs_2026-11-01']);
    expect(touchedTasks(context)).toEqual([]);
  });

  it('are one for each centre in use when the activity says so', async () => {
    const { context } = await aWheel(anActivity('risks', { role: 'coordinator' }, { scope: 'centres' }));
    await settle(context, { centres: [aCentre('lukket', { closed: true })] });
    expect(keys(context, 2026)).toEqual(['risks_2026-09-01_nord', 'risks_2026-09-01_syd']);
  });

  it('owe nothing from before the activity was made', async () => {
    const { context } = await aWheel(anActivity('logs', {}, { ...quarterly, from: day('2026-06-10') }));
    expect(due(context, 2026)).toEqual(['2026-08-01', '2026-11-01']);
    expect(openTasksDueBy(context, day('2026-06-15'))).toEqual([]);
  });

  it('have a look that follows the day', async () => {
    const { context } = await aWheel(anActivity('policy'), anActivity('long', { leadDays: 60 }));
    const look = (key: string, date: string) => taskLook(theTask(context, key), day(date));
    expect(look('policy_2026-09-01', '2026-08-01')).toBe('planned');
    expect(look('policy_2026-09-01', '2026-08-02')).toBe('due');
    expect(look('policy_2026-09-01', '2026-09-01')).toBe('due');
    expect(look('policy_2026-09-01', '2026-09-02')).toBe('overdue');
    expect(look('long_2026-09-01', '2026-07-03')).toBe('due');
    await done(context, 'team', 'policy_2026-09-01');
    expect(look('policy_2026-09-01', '2026-10-01')).toBe('done');
  });

  it('stay overdue in the years after, until somebody does them', async () => {
    const { context, onDay } = await aWheel(anActivity('logs', {}, quarterly));
    onDay('2028-01-15');
    const overdue = openTasksDueBy(context, day('2028-01-15')).map((task) => task.due);
    expect(overdue).toEqual([
      ...['2026-02-01', '2026-05-01', '2026-08-01', '2026-11-01'],
      ...['2027-02-01', '2027-05-01', '2027-08-01', '2027-11-01'],
    ]);
    await done(context, 'team', 'logs_2026-05-01');
    expect(openTasksDueBy(context, day('2028-01-15'))).toHaveLength(7);
  });

  it('go with a centre that closes, but for what it has done; and come back with it', async () => {
    const { context } = await aWheel(anActivity('risks', { role: 'coordinator' }, { ...quarterly, scope: 'centres' }));
    await done(context, 'isk-nord', 'risks_2026-02-01_nord');
    await startTask(context, the(context, 'isk-nord'), { taskKey: 'risks_2026-05-01_nord', note: 'Næsten' });
    await context.list(Centres).update('nord', () => ({ closed: true }));
    expect(keys(context, 2026).filter((key) => key.endsWith('nord'))).toEqual(['risks_2026-02-01_nord']);
    expect(findTask(context, 'risks_2026-05-01_nord')).toBeUndefined();
    expect(
      await refusal(() =>
        reopenTask(context, the(context, 'isk-nord'), { taskKey: 'risks_2026-02-01_nord', reason: 'Forkert' }),
      ),
    ).toBe('wheel.comesNoMore');
    await context.list(Centres).update('nord', () => ({ closed: false }));
    expect(theTask(context, 'risks_2026-05-01_nord')).toMatchObject({ state: 'inProgress' });
  });

  it('owe nothing of what fell before a centre came into use', async () => {
    const everyCentre = { ...quarterly, scope: 'centres' as const };
    const { context } = await aWheel(
      anActivity('risks', { role: 'coordinator' }, everyCentre),
      anActivity('test', { role: 'coordinator' }, { ...everyCentre, basis: 'lastDone' }),
    );
    await settle(context, { centres: [aCentre('ny', { opensOn: day('2026-06-01') })] });
    expect(keys(context, 2026).filter((key) => key.endsWith('ny'))).toEqual([
      ...['test_r1_ny', 'risks_2026-08-01_ny', 'risks_2026-11-01_ny'],
    ]);
    expect(theTask(context, 'test_r1_ny').due).toBe('2026-06-01');
  });

  it('stand in the year they are moved to, and are found there by the same key', async () => {
    const { context, onDay } = await aWheel(anActivity('policy', {}, { startsOn: day('2026-12-10') }));
    onDay('2026-12-01');
    const to = day('2027-01-20');
    await moveTask(context, the(context, 'ciso'), { taskKey: 'policy_2026-12-10', to, reason: 'Mødet er aflyst' });
    expect(keys(context, 2026)).toEqual([]);
    expect(keys(context, 2027)).toEqual(['policy_2026-12-10', 'policy_2027-12-10']);
    expect(theTask(context, 'policy_2026-12-10')).toMatchObject({ due: '2027-01-20', occurrence: '2026-12-10' });
  });

  it('are not found by a key that no rule makes', async () => {
    const { context } = await aWheel(anActivity('risks', { role: 'coordinator' }, { scope: 'centres' }));
    for (const key of ['risks', 'risks_2026-09-02_nord', 'risks_2026-09-01', 'risks_2026-09-01_vest', 'x_r1', '_', ''])
      expect(findTask(context, key), key).toBeUndefined();
  });
});

describe('a rule that is changed in the middle of the year', () => {
  it('counts from that day on, while what was owed before stays', async () => {
    const changed = anActivity('logs', {
      revisions: [
        aRevision({ ...quarterly }),
        aRevision({ from: day('2026-06-10'), rule: 'FREQ=MONTHLY;INTERVAL=2', startsOn: day('2026-02-15') }),
      ],
    });
    const { context } = await aWheel(changed);
    expect(due(context, 2026)).toEqual([
      ...['2026-02-01', '2026-05-01'],
      ...['2026-06-15', '2026-08-15', '2026-10-15', '2026-12-15'],
    ]);
  });

  it('changed twice in a day counts as it was left', async () => {
    const from = day('2026-06-10');
    const changed = anActivity('logs', {
      revisions: [
        aRevision(quarterly),
        aRevision({ from, rule: 'FREQ=WEEKLY', startsOn: from }),
        aRevision({ from, startsOn: day('2026-10-01') }),
      ],
    });
    const { context } = await aWheel(changed);
    expect(due(context, 2026)).toEqual(['2026-02-01', '2026-05-01', '2026-10-01']);
  });

  it('keeps what was done by the old rule, also after the change', async () => {
    const { context } = await aWheel(anActivity('logs', {}, quarterly));
    await done(context, 'team', 'logs_2026-08-01');
    await startTask(context, the(context, 'team'), { taskKey: 'logs_2026-11-01', note: '' });
    await context.list(WheelActivities).update('logs', ({ revisions }) => ({
      revisions: [...revisions, aRevision({ from: day('2026-06-15'), startsOn: day('2026-12-01') })],
    }));
    expect(due(context, 2026)).toEqual(['2026-02-01', '2026-05-01', '2026-08-01', '2026-12-01']);
  });

  it('from once for the organisation to once a centre leaves no centre behind with the past', async () => {
    const changed = anActivity('logs', {
      scope: 'centres',
      role: 'coordinator',
      revisions: [aRevision(quarterly), aRevision({ ...quarterly, from: day('2026-06-10'), scope: 'centres' })],
    });
    const { context } = await aWheel(changed);
    expect(keys(context, 2026)).toEqual([
      ...['logs_2026-02-01', 'logs_2026-05-01', 'logs_2026-08-01_nord', 'logs_2026-08-01_syd'],
      ...['logs_2026-11-01_nord', 'logs_2026-11-01_syd'],
    ]);
  });
});

describe('what is counted from the last time it was done', () => {
  it('is first due on the first date, and then an interval after it was done, early or late', async () => {
    const { context, onDay } = await aWheel(anActivity('restore', {}, yearlyFromDone));
    expect(due(context, 2026)).toEqual(['2026-09-01']);
    onDay('2026-12-24');
    await done(context, 'team', 'restore_r1', '2026-11-30');
    expect([due(context, 2026), due(context, 2027)]).toEqual([['2026-09-01'], ['2027-11-30']]);
  });

  it('does not jump a year when it is done twice early', async () => {
    const { context, onDay } = await aWheel(anActivity('restore', {}, yearlyFromDone));
    await done(context, 'team', 'restore_r1');
    onDay('2026-07-01');
    await done(context, 'team', 'restore_r2');
    expect(theTask(context, 'restore_r3')).toMatchObject({ due: '2027-07-01', state: 'planned' });
  });

  it('does not jump when it is done twice on the same day', async () => {
    const { context } = await aWheel(anActivity('restore', {}, yearlyFromDone));
    await done(context, 'team', 'restore_r1');
    await done(context, 'team', 'restore_r2');
    expect(theTask(context, 'restore_r3').due).toBe('2027-06-15');
  });

  it('has only one open task at a time, a centre', async () => {
    const rule = { ...yearlyFromDone, scope: 'centres' as const };
    const { context } = await aWheel(anActivity('test', { role: 'coordinator' }, rule));
    await done(context, 'isk-nord', 'test_r1_nord');
    expect(theTask(context, 'test_r2_nord').due).toBe('2027-06-15');
    expect(theTask(context, 'test_r1_syd').due).toBe('2026-09-01');
    expect(findTask(context, 'test_r2_syd')).toBeUndefined();
  });

  it('comes an interval after it was due when it is cancelled', async () => {
    const { context } = await aWheel(anActivity('restore', {}, yearlyFromDone));
    await cancelTask(context, the(context, 'ciso'), { taskKey: 'restore_r1', reason: 'Nyt anlæg' });
    expect(theTask(context, 'restore_r2').due).toBe('2027-09-01');
  });

  it('is open again when it is reopened, until the next one has been touched', async () => {
    const { context } = await aWheel(anActivity('restore', {}, yearlyFromDone));
    const reopen = () => reopenTask(context, the(context, 'team'), { taskKey: 'restore_r1', reason: 'Prøven fejlede' });
    await done(context, 'team', 'restore_r1');
    await reopen();
    expect(theTask(context, 'restore_r1')).toMatchObject({ state: 'inProgress', due: '2026-09-01' });
    expect(findTask(context, 'restore_r2')).toBeUndefined();
    await done(context, 'team', 'restore_r1');
    await startTask(context, the(context, 'team'), { taskKey: 'restore_r2', note: '' });
    expect(await refusal(reopen)).toBe('wheel.isFollowed');
  });

  it('keeps what was owed when it is changed to stand fast in the calendar', async () => {
    const overdue = { ...yearlyFromDone, startsOn: day('2026-03-01') };
    const { context } = await aWheel(anActivity('restore', {}, overdue));
    await context.list(WheelActivities).update('restore', ({ revisions }) => ({
      revisions: [...revisions, aRevision({ from: day('2026-06-15'), startsOn: day('2026-10-01') })],
    }));
    expect(due(context, 2026)).toEqual(['2026-03-01', '2026-10-01']);
  });

  it('lets go of what was begun early and is not owed yet when it is changed to the calendar', async () => {
    const { context } = await aWheel(anActivity('restore', {}, yearlyFromDone));
    await startTask(context, the(context, 'team'), { taskKey: 'restore_r1', note: 'Lidt tidligt' });
    await context.list(WheelActivities).update('restore', ({ revisions }) => ({
      revisions: [...revisions, aRevision({ from: day('2026-06-15'), startsOn: day('2026-10-01') })],
    }));
    expect(due(context, 2026)).toEqual(['2026-10-01']);
  });

  it('is first due the day it was made when the first date had passed', async () => {
    const rule = { ...yearlyFromDone, startsOn: day('2026-03-01'), from: day('2026-06-10') };
    const { context } = await aWheel(anActivity('restore', {}, rule));
    expect(due(context, 2026)).toEqual(['2026-06-10']);
  });

  it('counts from what was done by the calendar before it was changed', async () => {
    const { context } = await aWheel(anActivity('restore', {}, { startsOn: day('2026-05-01') }));
    await done(context, 'team', 'restore_2026-05-01', '2026-05-04');
    await context.list(WheelActivities).update('restore', ({ revisions }) => ({
      revisions: [...revisions, aRevision({ ...yearlyFromDone, from: day('2026-06-15') })],
    }));
    expect(due(context, 2027)).toEqual(['2027-05-04']);
  });

  it('comes no more after its last day', async () => {
    const rule = { ...yearlyFromDone, endsOn: day('2027-01-01') };
    const { context } = await aWheel(anActivity('restore', {}, rule));
    await done(context, 'team', 'restore_r1');
    expect(due(context, 2027)).toEqual([]);
  });
});

describe('wheelSource', () => {
  it('tells what is owed: from the lead days on, with where it is done and who is named', async () => {
    const { context } = await aWheel(
      anActivity('risks', { role: 'coordinator', leadDays: 30 }, { scope: 'centres', startsOn: day('2026-07-15') }),
    );
    expect(wheelSource.work(context, day('2026-06-14'))).toEqual([]);
    expect(wheelSource.work(context, day('2026-06-15'))[0]).toEqual({
      key: 'risks_2026-07-15_nord',
      kind: 'doWheelTask',
      subject: { key: 'risks_2026-07-15_nord', title: 'Aktivitet risks' },
      due: '2026-07-15',
      since: '2026-06-15',
      path: '/wheel/tasks/risks_2026-07-15_nord',
      centreId: 'nord',
      state: 'open',
      responsible: { role: 'coordinator', centreId: 'nord' },
    });
  });

  it('is owed by the date it was moved to', async () => {
    const { context } = await aWheel(anActivity('policy', {}, { startsOn: day('2026-06-20') }));
    const to = day('2026-08-20');
    await moveTask(context, the(context, 'ciso'), { taskKey: 'policy_2026-06-20', to, reason: 'Ferie' });
    expect(wheelSource.work(context, day('2026-06-30'))).toEqual([]);
    expect(wheelSource.work(context, day('2026-08-06'))).toMatchObject([{ due: '2026-08-20', since: '2026-08-06' }]);
  });

  it('is owed since the day it was made when there was less time than the lead days', async () => {
    const rule = { startsOn: day('2026-06-16'), from: day('2026-06-10') };
    const { context } = await aWheel(anActivity('policy', { leadDays: 60 }, rule));
    expect(wheelSource.work(context, day('2026-06-15'))).toMatchObject([{ since: '2026-06-10' }]);
  });

  it('is done by whoever did it, and no cancelled task is owed', async () => {
    const { context } = await aWheel(anActivity('logs', {}, quarterly));
    await done(context, 'team', 'logs_2026-02-01');
    await cancelTask(context, the(context, 'ciso'), { taskKey: 'logs_2026-05-01', reason: 'Ingen logs' });
    expect(wheelSource.work(context, day('2026-06-15'))).toMatchObject([
      { key: 'logs_2026-02-01', state: 'done', responsible: { personId: 'team' } },
    ]);
  });

  it('derives 50 activities for 100 centres once, and again what an act changes', async () => {
    const activities = Array.from({ length: 50 }, (_, index) =>
      anActivity(`a${index}`, { role: 'coordinator' }, { ...quarterly, scope: 'centres' }),
    );
    const { context } = await aWheel(...activities);
    await settle(context, { centres: Array.from({ length: 98 }, (_, index) => aCentre(`c${index}`)) });
    const first = tasksOfYear(context, 2026);
    expect(first).toHaveLength(50 * 100 * 4);
    expect(tasksOfYear(context, 2026)).toBe(first);
    await startTask(context, the(context, 'isk-nord'), { taskKey: 'a0_2026-02-01_nord', note: '' });
    const again = tasksOfYear(context, 2026);
    expect(again).toHaveLength(first.length);
    expect(again.filter(({ state }) => state === 'inProgress')).toHaveLength(1);
    expect(wheelSource.work(context, day('2026-06-15'))).toHaveLength(10_000);
  });
});

describe('a day that somebody mistyped by thousands of years', () => {
  it('is not looked for: what is owed is asked two years ahead at most, and plans reach ten', async () => {
    const { context } = await aWheel(anActivity('logs', {}, quarterly));
    const until = (text: string) => openTasksDueBy(context, day(text)).map(({ key }) => key);
    expect(until('9999-12-31')).toEqual(until('2028-11-25'));
    expect(until('0001-01-01')).toEqual([]);
    expect(due(context, 2036)).toHaveLength(4);
    expect([due(context, 2037), due(context, 9999), due(context, 1)]).toEqual([[], [], []]);
    expect(findTask(context, 'logs_9999-11-01')).toBeUndefined();
  });
});
