import { beforeEach, describe, expect, it, vi } from 'vitest';
import { conflict, unavailable, type Clock, type Instant } from '../../../api/kernel/index.ts';
import { JobRuns } from '../../../api/operations/index.ts';
import { turnsAt } from '../../../teams-app/jobs/job-turns.ts';
import { createJobs, type Job } from '../../../teams-app/jobs/jobs.ts';
import { memoryContext } from '../../support/memory-context.ts';

let world: ReturnType<typeof memoryContext>;
let ran: string[];
beforeEach(() => {
  world = memoryContext('2026-11-24T09:00:00.000Z');
  ran = [];
});
const noted = (name: string) => world.context.list(JobRuns).get(name);
const daily = (name: string, run?: () => Promise<unknown>): Job => ({
  name,
  at: '06:00',
  run: async () => {
    ran.push(`${name} ${world.context.clock.now().toISOString()}`);
    await run?.();
  },
});
const jobs = (...table: Job[]) => createJobs(world.context, table);

describe('a daily job', () => {
  it('runs once a day, however often is asked, also by a program that was started again', async () => {
    const program = jobs(daily('plan'));
    await program.runAll();
    await program.runAll();
    await jobs(daily('plan')).runAll();
    expect(ran).toEqual(['plan 2026-11-24T09:00:00.000Z']);
    world.setNow('2026-11-25T04:59:59.000Z');
    await program.runAll();
    expect(ran).toHaveLength(1);
    world.setNow('2026-11-25T05:00:00.000Z');
    await program.runAll();
    expect(ran).toHaveLength(2);
  });

  it('that was missed for three days runs once when the program is there again', async () => {
    await jobs(daily('plan')).runAll();
    world.setNow('2026-11-27T22:00:00.000Z');
    const started = jobs(daily('plan'));
    started.start();
    await started.stop();
    expect(ran).toEqual(['plan 2026-11-24T09:00:00.000Z', 'plan 2026-11-27T22:00:00.000Z']);
    await jobs(daily('plan')).runAll();
    expect(ran).toHaveLength(2);
  });

  it('that was missed waits at the start for what it may be corrected by, also where that fails', async () => {
    const learnt = Promise.withResolvers<void>();
    const directory: Job = {
      ...{ name: 'directory', everySeconds: 900, beforeDaily: true },
      run: async () => {
        await learnt.promise;
        ran.push('directory');
        throw unavailable('directory.away');
      },
    };
    const done = Promise.withResolvers<void>();
    const started = jobs(
      directory,
      daily('plan', async () => done.resolve()),
    );
    started.start();
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(ran).toEqual([]);
    learnt.resolve();
    await done.promise;
    await started.stop();
    expect(ran).toEqual(['directory', 'plan 2026-11-24T09:00:00.000Z']);
  });

  it('is done by one of several instances that ask at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => jobs(daily('plan')).runAll()));
    expect(ran).toHaveLength(1);
    world.setNow('2026-11-25T09:00:00.000Z');
    await Promise.all([1, 2, 3].map(() => jobs(daily('plan')).runAll()));
    expect(ran).toHaveLength(2);
  });

  it('that fails is logged and shown, and tried again a quarter of an hour later until it succeeds', async () => {
    const warn = vi.spyOn(world.context.log, 'warn');
    let isAway = true;
    const program = jobs(
      daily('plan', async () => {
        if (isAway) throw unavailable('sharepoint.away');
      }),
    );
    await program.runAll();
    await program.runAll();
    expect(ran).toHaveLength(1);
    expect(warn).toHaveBeenCalledWith({ job: 'plan', code: 'sharepoint.away' }, 'job failed');
    expect(program.status()).toMatchObject([
      { name: 'plan', at: '06:00', problem: 'sharepoint.away', nextRunAt: '2026-11-24T09:15:00.000Z' },
    ]);
    expect(noted('plan')).toMatchObject({ problem: 'sharepoint.away' });
    expect(noted('plan')?.lastOkAt).toBeUndefined();

    isAway = false;
    world.setNow('2026-11-24T09:15:00.000Z');
    await program.runAll();
    expect(ran).toHaveLength(2);
    expect({ problem: undefined, ...noted('plan') }).toMatchObject({
      problem: undefined,
      lastOkAt: '2026-11-24T09:15:00.000Z',
    });
    expect(program.status()).toMatchObject([{ problem: undefined, nextRunAt: '2026-11-25T05:00:00.000Z' }]);
    world.setNow('2026-11-24T12:00:00.000Z');
    await program.runAll();
    expect(ran).toHaveLength(2);
  });

  it('whose program died in the middle is done by the next after a quarter of an hour, not before', async () => {
    await world.context.list(JobRuns).create({
      key: 'plan',
      title: 'plan',
      turn: '2026-11-24T05:00:00.000Z' as Instant,
      startedAt: '2026-11-24T08:50:00.000Z' as Instant,
      holder: 'dead',
    });
    await jobs(daily('plan')).runAll();
    expect(ran).toEqual([]);
    world.setNow('2026-11-24T09:05:00.000Z');
    await jobs(daily('plan')).runAll();
    expect(ran).toHaveLength(1);
  });

  it('goes on, once a day, while the item of its runs is damaged', async () => {
    const list = world.context.list(JobRuns);
    const create = list.create.bind(list);
    list.setAside = () => [{ list: 'JobRuns', itemId: '1', key: 'plan', problems: ['turn'] }];
    list.create = async (record) => {
      if (record.key === 'plan') throw conflict('sharepoint.itemSetAside');
      return create(record);
    };
    await jobs(daily('plan')).runAll();
    await jobs(daily('plan')).runAll();
    const again = jobs(daily('plan'));
    await again.runAll();
    expect(ran).toHaveLength(1);
    expect(again.status()).toMatchObject([{ lastOkAt: '2026-11-24T09:00:00.000Z', problem: undefined }]);
  });

  it('runs again on the days that come twice when the desk’s clock is set back', async () => {
    await jobs(daily('plan')).runAll();
    world.setNow('2026-11-20T09:00:00.000Z');
    await jobs(daily('plan')).runAll();
    await jobs(daily('plan')).runAll();
    expect(ran).toEqual(['plan 2026-11-24T09:00:00.000Z', 'plan 2026-11-20T09:00:00.000Z']);
  });

  it('runs once though the time service sets the clock back an hour past its turn, and once more each day after', async () => {
    const program = jobs(daily('plan'));
    for (const now of ['23T09:00', '24T05:10', '24T04:10', '24T05:00', '24T06:00', '25T05:00']) {
      world.setNow(`2026-11-${now}:00.000Z`);
      await program.runAll();
      await jobs(daily('plan')).runAll();
    }
    expect(ran.map((line) => line.slice(5, 21))).toEqual(['2026-11-23T09:00', '2026-11-24T05:10', '2026-11-25T05:00']);
  });

  it('runs once for the day that the clock is set forward to while it runs', async () => {
    const table = daily('plan', async () => void (ran.length === 1 && world.setNow('2026-11-25T09:00:00.000Z')));
    await jobs(table).runAll();
    await jobs(table).runAll();
    await jobs(table).runAll();
    expect(ran).toEqual(['plan 2026-11-24T09:00:00.000Z', 'plan 2026-11-25T09:00:00.000Z']);
  });
});

describe('the turns of a day', () => {
  const clock = (moment: string): Clock => ({ now: () => new Date(moment) });

  it.each([
    ['06:00', 'the spring day with 23 hours', '2026-03-29T04:00:00.000Z', '2026-03-29T04:00:00.000Z'],
    ['06:00', 'a moment before it that day', '2026-03-29T03:59:59.999Z', '2026-03-28T05:00:00.000Z'],
    ['06:00', 'the autumn day with 25 hours', '2026-10-25T05:00:00.000Z', '2026-10-25T05:00:00.000Z'],
    ['06:00', 'a moment before it that day', '2026-10-25T04:59:59.999Z', '2026-10-24T04:00:00.000Z'],
    ['02:30', 'the night that has no such time', '2026-03-29T01:00:00.000Z', '2026-03-29T01:00:00.000Z'],
    ['02:30', 'the night that has it twice, the first time', '2026-10-25T00:30:00.000Z', '2026-10-25T00:30:00.000Z'],
    ['02:30', 'that night, the second time', '2026-10-25T01:30:00.000Z', '2026-10-25T00:30:00.000Z'],
  ] as const)('at %s on %s', (time, _, now, turn) => {
    expect(turnsAt(time).latest(clock(now))).toBe(turn);
  });

  it('are one a day all the year round', () => {
    const turns = turnsAt('02:30');
    let [now, seen] = [Date.parse('2026-01-01T00:00:00Z'), 0];
    for (let latest = ''; now < Date.parse('2027-01-01T00:00:00Z'); now += 3_600_000) {
      const turn = turns.latest(clock(new Date(now).toISOString()));
      if (latest !== '' && turn !== latest) seen += 1;
      latest = turn;
    }
    expect(seen).toBe(365);
    expect(turns.next(clock('2026-10-25T00:45:00Z'))).toBe('2026-10-26T01:30:00.000Z');
  });
});

describe('a job with a rhythm in seconds', () => {
  const steady = (run = async () => void ran.push('look')): Job => ({ name: 'look', everySeconds: 2, run });
  const writes = () => world.context.list(JobRuns).version;

  it('runs each time all is run, and is written down every hour only', async () => {
    const program = jobs(steady());
    for (const second of ['00:00', '00:02', '59:58']) {
      world.setNow(`2026-11-24T09:${second}.000Z`);
      await program.runAll();
    }
    expect(ran).toHaveLength(3);
    expect(noted('look')?.lastRunAt).toBe('2026-11-24T09:00:00.000Z');
    const before = writes();
    world.setNow('2026-11-24T10:00:00.000Z');
    await program.runAll();
    expect(writes()).toBe(before + 1);
    expect(noted('look')?.lastRunAt).toBe('2026-11-24T10:00:00.000Z');
  });

  it('is written down at once when it begins to fail and when it is well again', async () => {
    let problem: string | undefined;
    const program = jobs(
      steady(async () => {
        if (problem) throw unavailable(problem);
      }),
    );
    await program.runAll();
    problem = 'sharepoint.away';
    world.setNow('2026-11-24T09:00:02.000Z');
    await program.runAll();
    expect(noted('look')).toMatchObject({ problem, lastOkAt: '2026-11-24T09:00:00.000Z' });
    const before = writes();
    await program.runAll();
    expect(writes()).toBe(before);
    problem = undefined;
    world.setNow('2026-11-24T09:00:04.000Z');
    await program.runAll();
    expect({ problem: undefined, ...noted('look') }).toMatchObject({
      problem: undefined,
      lastOkAt: '2026-11-24T09:00:04.000Z',
    });
  });

  it('tells after a restart how it went before, until it has run', async () => {
    await jobs(steady()).runAll();
    expect(jobs(steady()).status()).toMatchObject([
      { name: 'look', everySeconds: 2, lastRunAt: '2026-11-24T09:00:00.000Z', nextRunAt: '2026-11-24T09:00:02.000Z' },
    ]);
  });

  it('goes on when its run cannot be written down', async () => {
    const list = world.context.list(JobRuns);
    list.create = async () => {
      throw unavailable('sharepoint.away');
    };
    const program = jobs(steady());
    await program.runAll();
    expect(program.status()).toMatchObject([{ lastRunAt: '2026-11-24T09:00:00.000Z', problem: undefined }]);
  });

  it('does not believe a note of a day to come that somebody wrote into the list', async () => {
    const program = jobs(steady());
    await program.runAll();
    const [lastRunAt, problem] = ['2099-01-01T00:00:00.000Z' as Instant, 'W'.repeat(255)];
    await world.context.list(JobRuns).update('look', () => ({ lastRunAt, problem }));
    world.setNow('2026-11-24T09:00:02.000Z');
    await program.runAll();
    expect(program.status()).toMatchObject([{ lastRunAt: '2026-11-24T09:00:02.000Z', problem: undefined }]);
  });
});
