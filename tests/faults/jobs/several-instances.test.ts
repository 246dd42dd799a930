import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { JobRuns } from '../../../api/operations/index.ts';
import { createJobs } from '../../../teams-app/jobs/jobs.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { listsOnADesk, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';

let desk: ListsOnADesk;
beforeAll(async () => {
  desk = await listsOnADesk([JobRuns]);
});
afterAll(() => desk.close());

/** One instance of the program, with its own mirror. */
async function anInstance(ran: string[], name: string) {
  const lists = await desk.instance([JobRuns]);
  const { context: bare, setNow } = memoryContext('2026-11-24T09:00:00.000Z');
  const context: Context = { ...bare, list: (definition) => lists.handle(definition) };
  const jobs = createJobs(context, [{ name: 'plan', at: '06:00', run: async () => void ran.push(name) }]);
  return { jobs, setNow, lists };
}

it('does a daily job in one of three instances, though none has seen what the others wrote', async () => {
  const ran: string[] = [];
  const instances = await Promise.all(['a', 'b', 'c'].map((name) => anInstance(ran, name)));
  await Promise.all(instances.map(({ jobs }) => jobs.runAll()));
  expect(ran).toHaveLength(1);
  for (const { setNow } of instances) setNow('2026-11-25T09:00:00.000Z');
  await Promise.all(instances.map(({ jobs }) => jobs.runAll()));
  expect(ran).toHaveLength(2);
  const [first] = instances;
  await first?.lists.refresh();
  expect(first?.jobs.status()).toMatchObject([{ name: 'plan', lastOkAt: '2026-11-25T09:00:00.000Z' }]);
  await Promise.all(instances.map(({ lists }) => lists.stop()));
});
