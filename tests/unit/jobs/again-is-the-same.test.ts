import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { readConfig } from '../../../teams-app/config/config.ts';
import { deskValues } from '../../../teams-app/config/desk-values.ts';
import { jobTable } from '../../../teams-app/jobs/job-table.ts';
import { createCardFollowers } from '../../../teams-app/program/card-followers.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { aSeededTown, seededAt } from '../../support/seeded-town.ts';

/** The table of the program, without what asks Microsoft 365 instead of lists. */
function jobsOf(context: Context) {
  const nothing = () => Promise.resolve();
  const config = readConfig({ DATA_DIR: ':memory:' }, deskValues);
  const followers = createCardFollowers(context, () => Promise.resolve('edited' as never));
  return jobTable(config, {
    context,
    lists: {
      loaded: () => allLists.map((one) => context.list(one)),
      refresh: nothing,
      lookAround: nothing,
      rememberCounts: nothing,
    } as never,
    directory: { sync: nothing, readGroups: nothing } as never,
    sending: { processAll: nothing, learnChats: nothing } as never,
    cardJobs: followers.jobs,
    bot: { sayWelcomes: nothing, saySorry: nothing, promises: { carryOut: nothing } } as never,
    keepPlans: nothing,
  });
}

/** How many writes each list has seen. */
const versions = (context: Context) => new Map(allLists.map((one) => [one.name, context.list(one).version]));
/** The lists that the work has written to. */
async function writtenBy(context: Context, work: () => Promise<unknown>): Promise<string[]> {
  const before = versions(context);
  // A failed run is tried again at the next turn.
  await work().catch(() => undefined);
  return [...versions(context)].flatMap(([name, version]) => (version === before.get(name) ? [] : [name]));
}

/** Goes on with other files or centres in each run, until all have had their turn. */
const takesTurns = ['history', 'offlinePacks'];

/** Somebody edits the lists by hand, or the program died between two writes. */
interface Edit {
  how: 'remove' | 'clear' | 'copy';
  list: number;
  item: number;
  other: number;
  column: number;
}
const aPlace = fc.nat({ max: 9_999 });
const anEdit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom('remove', 'clear', 'copy', 'copy'),
  list: aPlace,
  item: aPlace,
  other: aPlace,
  column: aPlace,
});
const at = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];

async function edited(context: Context, { how, ...place }: Edit): Promise<void> {
  const definition = at(
    allLists.filter((one) => context.list(one).all().length > 0),
    place.list,
  );
  const list = definition && context.list(definition);
  const [record, other] = [at(list?.all() ?? [], place.item), at(list?.all() ?? [], place.other)];
  const column = at(Object.keys(definition?.columns ?? {}), place.column);
  if (!list || !record || !other || column === undefined) return;
  if (how === 'remove') return list.remove(record.key);
  const value: unknown = how === 'copy' ? Reflect.get(other, column) : undefined;
  // What must be there cannot be cleared: the item would be set aside.
  await list.update(record.key, () => ({ [column]: value })).catch(() => undefined);
}

describe('a job of the table', () => {
  it('that runs twice in a row writes nothing the second time, whatever has been edited or left half done', async () => {
    const turn = fc.record({ edits: fc.array(anEdit, { maxLength: 6 }), days: fc.constantFrom(0, 0, 1, 3, 40) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 6, maxLength: 6 }), async (turns) => {
        const { context, setNow } = await aSeededTown();
        const jobs = jobsOf(context).filter(({ name }) => !takesTurns.includes(name));
        const [again, first] = [new Set<string>(), new Set<string>()];
        let moment = Date.parse(seededAt);
        for (const { edits, days } of [{ edits: [], days: 0 }, ...turns]) {
          moment += days * 86_400_000 + 60_000;
          setNow(new Date(moment).toISOString());
          for (const edit of edits) await edited(context, edit);
          for (const { name, run } of jobs) {
            for (const list of await writtenBy(context, run)) first.add(`${name} writes ${list}`);
            for (const list of await writtenBy(context, run)) again.add(`${name} writes ${list}`);
          }
        }
        expect([...again]).toEqual([]);
        expect(first.size).toBeGreaterThan(20);
      }),
      { numRuns: 1 },
    );
  });

  it('that closes history reads further files the second time, and writes when it did', async () => {
    const { context } = await aSeededTown();
    const job = jobsOf(context).find(({ name }) => name === 'history');
    const run = () => job?.run() ?? Promise.reject(new Error('no such job'));
    expect(await writtenBy(context, run)).not.toEqual([]);
    expect(await writtenBy(context, run)).toEqual(['ClosedMonths']);
  });
});
