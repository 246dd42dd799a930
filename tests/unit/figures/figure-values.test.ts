import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import {
  figuresAsOf,
  figureValues,
  figureValuesNow,
  valueFor,
  warmFigures,
} from '../../../api/figures/figure-values.ts';
import { Centres, People, type Person } from '../../../api/organisation/index.ts';
import type { ListDefinition, ListHandle, Stored } from '../../../api/sharepoint/index.ts';
import { unreachablePeople } from '../../../api/deliveries/index.ts';
import { aCentre, aPerson, aTown, day, the } from '../organisation/builders.ts';

/** Number of reads of a list's records. */
type Walked = Map<string, number>;

/** The context with a long list of people, optionally changed, that counts all reads. */
function watched(context: Context, more: number) {
  const walked: Walked = new Map();
  let crowd: Stored<Person>[] = [];
  let version = 2_000_000_000;
  const say = (people: readonly Person[]) => {
    const [first] = context.list(People).all();
    if (!first) throw new Error('nobody is there');
    const gone = Array.from({ length: more }, (_, place) => aPerson(`gone-${place}`, { leftOn: day('2020-01-01') }));
    crowd = [...context.list(People).all(), ...[...people, ...gone].map((one) => ({ ...one, item: first.item }))];
    version += 1;
  };
  say([]);
  const list = <R extends { key: string }>(definition: ListDefinition<R>): ListHandle<R> => {
    const handle = context.list(definition);
    // Only People differs, with its own type.
    const isPeople = definition.name === People.name;
    const own = () => (isPeople ? crowd : undefined) as unknown as Stored<R>[] | undefined;
    const look = () => void walked.set(definition.name, (walked.get(definition.name) ?? 0) + 1);
    const counted = (all: readonly Stored<R>[]) =>
      new Proxy(all, {
        get: (target, name, receiver) => {
          if (typeof name === 'string' && /^\d+$/.test(name)) look();
          return Reflect.get(target, name, receiver) as unknown;
        },
      });
    return {
      ...handle,
      definition,
      get version() {
        return isPeople ? version : handle.version;
      },
      all: () => counted(own() ?? handle.all()),
      get: (key) => {
        look();
        return own()?.find((one) => one.key === key) ?? (isPeople ? undefined : handle.get(key));
      },
      changesSince: () => undefined,
    };
  };
  const taken = () => {
    const all = [...walked.values()].reduce((sum, one) => sum + one, 0);
    walked.clear();
    return all;
  };
  return { context: { ...context, list }, say, taken, walked };
}

/** Most records a query may read here. */
const few = 300;
const strays = (values: Awaited<ReturnType<typeof figureValues>>) =>
  valueFor(values, { key: 'peopleWithoutCentre' }, 'whole')?.value;
const stray = (key: string): Person => {
  const { centreId: _nowhere, ...person } = aPerson(key);
  return person;
};

describe('figures that are asked for', () => {
  it('are walked for once, and not again while nothing has changed', async () => {
    const { context, taken } = watched((await aTown()).context, 100);
    await figureValues(context);
    expect(taken()).toBeGreaterThan(100);
    await figureValues(context);
    expect(taken()).toBe(0);
    expect(figuresAsOf(context)).toBeUndefined();
  });

  it('are counted again by the question where few records make them up', async () => {
    const { context, say } = watched((await aTown()).context, 100);
    await figureValues(context);
    say([stray('new')]);
    expect(strays(await figureValues(context))).toBe(1);
  });

  it('of everybody are told as they were, with as of when, and no question walks over everybody', async () => {
    const { context, say, walked } = watched((await aTown()).context, few);
    await figureValues(context);
    say([stray('new')]);
    walked.clear();
    const told = figureValues(context, few);
    expect(walked.get(People.name) ?? 0).toBe(0);
    expect(strays(await told)).toBe(0);
    expect(figuresAsOf(context)).toBeDefined();
    expect(strays(await figureValuesNow(context))).toBe(1);
    expect(figuresAsOf(context)).toBeUndefined();
  });

  it('that change while others of everybody rest are counted alone', async () => {
    const town = await aTown();
    const { context, say } = watched(town.context, few);
    await figureValues(context);
    say([stray('new')]);
    await town.context.list(Centres).create(aCentre('oest', { position: 3 }));
    const values = await figureValues(context, few);
    expect(valueFor(values, { key: 'incidentsOpen' }, 'whole')?.value).toBe(0);
    expect([...(values.get('improvementsLate') ?? [])].map(([owner]) => owner)).toContain('oest');
    expect([...(values.get('policyCoverage') ?? [])].map(([owner]) => owner)).not.toContain('oest');
  });

  it('are counted by the job, and by one at a time who needs the same', async () => {
    const { context, taken } = watched((await aTown()).context, 300);
    await figureValues(context);
    const once = taken();
    const again = watched((await aTown()).context, 300);
    await Promise.all([warmFigures(again.context), figureValues(again.context), figureValues(again.context)]);
    expect(again.taken()).toBeLessThan(once * 1.5);
  });
});

describe('the list of whom the bot does not reach', () => {
  it('lets others in while it walks over everybody, and walks once', async () => {
    const { context, walked } = watched((await aTown()).context, 300);
    await unreachablePeople(context, the(context, 'ciso'), {});
    const first = walked.get(People.name) ?? 0;
    expect(first).toBeLessThan(4 * 330);
  });
});
