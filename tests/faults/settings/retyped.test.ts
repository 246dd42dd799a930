import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsView } from '../../../api/operations/contract.ts';
import { Centres } from '../../../api/organisation/index.ts';
import { internalName } from '../../../api/sharepoint/define-list.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../../support/world.ts';

/** Every column of numbers: list and internal name. */
const numbers = allLists.flatMap(({ name, columns }) =>
  Object.entries(columns).flatMap(([field, column]) =>
    'number' in column.facet ? [{ list: name, column: internalName(field, column) }] : [],
  ),
);

describe('every column of numbers that somebody turns into text, which keeps its id and name', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let people: WorldPerson[];
  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
    ciso = await world.personWith('ciso');
    people = await world.people();
  });
  afterAll(() => world.close());

  const messages = () =>
    people.flatMap(({ id }) => world.desk.world?.teams.chat(id).messages.filter(({ from }) => from === 'bot') ?? [])
      .length;
  const told = async () => operationsView.parse((await world.as(ciso, 'GET', '/api/operations')).body);
  const turn = async (type: 'text' | 'number') => {
    for (const { list, column } of numbers) await world.control('PATCH', `lists/${list}/columns/${column}`, { type });
  };
  /** Somebody edits an item meanwhile, which the next look reads as it now is. */
  const edit = async () => {
    const { key = '' } = world.program.context.list(Centres).all()[0] ?? {};
    await world.control('PATCH', `lists/${Centres.name}/items/${key}`, { fields: {} });
    await world.program.lists.refresh();
  };

  it('is told of each, and sets aside what changes meanwhile, and sends nothing', async () => {
    const before = messages();
    await turn('text');
    await world.program.lists.check('Centres');
    const drift = (await told()).drift.map(({ list, column, problem }) => `${list}.${column} ${problem}`);
    expect(drift.toSorted()).toEqual(numbers.map(({ list, column }) => `${list}.${column} wrongType`).toSorted());
    await edit();
    expect((await told()).attention).toContainEqual({ kind: 'setAside', list: Centres.name, count: 1 });
    await world.process();
    expect(messages()).toBe(before);
  });

  it('is read again when it is put back, without a restart', async () => {
    const before = messages();
    await turn('number');
    await world.program.lists.check('Centres');
    await world.program.lists.lookAround();
    const { attention } = await told();
    expect(attention.filter(({ kind }) => kind === 'setAside' || kind === 'drift' || kind === 'listHeld')).toEqual([]);
    await world.process();
    expect(messages()).toBe(before);
  });
});
