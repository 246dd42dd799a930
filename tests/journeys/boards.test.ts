import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { improvementRow } from '../../api/contingency/improvement-contract.ts';
import { initiativesView } from '../../api/initiatives/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { meView } from '../../api/organisation/contract.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

describe('what each governs by', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let isk: WorldPerson;
  let anne: WorldPerson;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const me = async (person: WorldPerson) => meView.parse((await world.as(person, 'GET', '/api/me')).body);

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60' });
    [ciso, isk, anne] = [await world.personWith('ciso'), await named('Mette Sørensen'), await named('Anne Jensen')];
    await world.process();
  });
  afterAll(() => world.close());

  it('a centre’s own initiative is a task of whoever has it, who says on its page that it is done', async () => {
    const centreId = (await me(isk)).roles.find(({ role }) => role === 'coordinator')?.centre?.id ?? '';
    const path = `/api/initiatives/${centreId}`;
    const of = async (person: WorldPerson) => initiativesView.parse((await world.as(person, 'GET', path)).body);
    expect((await world.as(anne, 'GET', path)).status).toBe(403);
    const { key, abilities } = await of(isk);
    expect(abilities).toEqual({ improve: true });
    const due = addDays(todayOf(world.desk.clock), 10);
    const body = { subjectKey: key, title: 'Lås til alle medicinskabe', ownerId: anne.id, due };
    expect((await world.as(anne, 'POST', '/api/contingency/improvements', body)).status).toBe(403);
    const made = improvementRow.parse((await world.as(isk, 'POST', '/api/contingency/improvements', body)).body);
    const task = (await me(anne)).obligations.find(({ kind }) => kind === 'doImprovement');
    expect(task).toMatchObject({ due, path: `/tasks/initiatives/${centreId}`, state: 'open' });
    expect((await of(anne)).improvementList).toHaveLength(1);
    const report = `/api/contingency/improvements/${made.key}/report`;
    expect((await world.as(anne, 'POST', report, { done: true, note: 'Sat op' })).status).toBe(200);
    expect((await of(isk)).improvementList).toMatchObject([{ state: 'done', doneBy: { id: anne.id } }]);
    expect((await of(ciso)).improvementList).toHaveLength(1);
  });
});
