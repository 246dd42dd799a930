import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { Advice } from '../../../api/advice/index.ts';
import { operationsView } from '../../../api/operations/contract.ts';
import { policyPageView } from '../../../api/policy/contract.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { ChatLine, JourneyWorld, WorldPerson } from '../../support/world.ts';

const acknowledgeTitle = 'Jeg har læst og følger den';
const promised = 'Vi har modtaget dit svar';
const rule = { formula: '=LEN([Note])>3' };

describe('an administrator changes settings in SharePoint while the program runs', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let versionKey: string;
  let askedPeople: WorldPerson[];

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
    ciso = await world.personWith('ciso');
    const { versions } = policyPageView.parse((await world.as(ciso, 'GET', '/api/policy')).body);
    versionKey = versions.find(({ state }) => state === 'draft')?.key ?? '';
    await world.as(ciso, 'POST', `/api/policy/versions/${versionKey}/publish`, { reason: 'Vedtaget af udvalget' });
    await world.process();
    askedPeople = [];
    for (const person of await world.people())
      if ((await world.chatOf(person)).some(isAsking)) askedPeople.push(person);
  });
  afterAll(() => world.close());

  const isAsking = (line: ChatLine) => line.from === 'bot' && JSON.stringify(line.card ?? '').includes(versionKey);
  const press = async (person: WorldPerson) => {
    const card = (await world.chatOf(person)).find(isAsking);
    return JSON.stringify((await world.press(person, card?.id ?? '', acknowledgeTitle)).body);
  };
  const receiptsOf = (person: WorldPerson) =>
    world.program.context
      .list(Acknowledgements)
      .all()
      .filter((one) => one.personId === person.id && JSON.stringify(one).includes(versionKey));
  const messages = async () => {
    const { body } = await world.control('GET', 'stats');
    return z.object({ chats: z.object({ messagesFromBot: z.number() }) }).parse(body).chats.messagesFromBot;
  };
  const page = async () => operationsView.parse((await world.as(ciso, 'GET', '/api/operations')).body);
  const told = async () =>
    (await page()).attention.map((one) => ('code' in one ? `${one.kind} ${one.code}` : one.kind));
  const advise = (answer: string) => world.as(ciso, 'POST', '/api/advice', { askedById: ciso.id, answer });
  const look = () => world.program.lists.check(Acknowledgements.name);
  const ofReceipts = (column: string, body: object) =>
    world.control('PATCH', `lists/${Acknowledgements.name}/columns/${column}`, body);

  it('a formula of a column: a press is kept, the page says which column, the rest goes on, and nothing needs a restart', async () => {
    const [person, other] = askedPeople;
    if (!person || !other) throw new Error('nobody was asked');
    await ofReceipts('PersonId', { validation: rule });
    expect(await press(person)).toContain(promised);
    expect(receiptsOf(person)).toEqual([]);
    const inTab = await world.as(other, 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
    expect(inTab).toMatchObject({ status: 500, body: { error: { code: 'sharepoint.listChanged' } } });
    expect(JSON.stringify(inTab.body)).toContain('er lavet om (PersonId)');
    expect((await page()).attention).toMatchObject([
      { kind: 'failing', code: 'sharepoint.listChanged', lists: [Acknowledgements.name] },
      {
        kind: 'drift',
        list: Acknowledgements.name,
        differences: [{ column: 'PersonId', problem: 'validated', details: rule.formula }],
      },
    ]);
    expect((await advise('Andre lister går videre')).status).toBeLessThan(300);
    const before = await messages();
    await world.process();
    expect(await messages()).toBe(before);

    await ofReceipts('PersonId', { validation: null });
    await look();
    await world.process();
    expect(receiptsOf(person)).toHaveLength(1);
    expect(JSON.stringify(await world.chatOf(person))).toContain('Du bekræftede version');
    expect(await told()).toEqual([]);
    expect((await world.as(other, 'POST', `/api/policy/versions/${versionKey}/acknowledge`)).status).toBe(200);
  });

  it('a formula of the list, which Graph does not show: whoever presses is told, and may press again', async () => {
    const [, , person] = askedPeople;
    if (!person) throw new Error('nobody was asked');
    await world.control('PATCH', `lists/${Acknowledgements.name}`, { validation: rule });
    const answer = await world.as(person, 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
    expect(answer).toMatchObject({ status: 500, body: { error: { code: 'sharepoint.listRefuses' } } });
    expect(await told()).toEqual(['failing sharepoint.listRefuses']);
    await world.control('PATCH', `lists/${Acknowledgements.name}`, { validation: null });
    expect((await world.as(person, 'POST', `/api/policy/versions/${versionKey}/acknowledge`)).status).toBe(200);
    expect(await told()).toEqual([]);
  });

  it('a locked site: all is read as it was, presses are kept, and all goes on by itself when it is unlocked', async () => {
    const [, , , person] = askedPeople;
    if (!person) throw new Error('nobody was asked');
    await world.control('PUT', 'faults', { graph: { siteLocked: true } });
    expect(await press(person)).toContain(promised);
    const answer = await advise('Stedet er låst');
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'sharepoint.siteLocked' } } });
    expect(JSON.stringify(answer.body)).toContain('låst');
    await world.program.lists.refresh();
    expect((await told())[0]).toBe('failing sharepoint.siteLocked');
    expect((await world.as(ciso, 'GET', '/api/organisation')).status).toBe(200);
    const before = await messages();
    await world.control('PUT', 'faults', { graph: { siteLocked: false } });
    await world.program.lists.refresh();
    await world.process();
    expect(receiptsOf(person)).toHaveLength(1);
    expect(await messages()).toBe(before);
    expect(await told()).toEqual([]);
  });

  it('a list that is hidden is used as ever', async () => {
    await world.control('PATCH', `lists/${Advice.name}`, { hidden: true });
    await world.program.lists.check(Advice.name);
    expect(await told()).toEqual([]);
    expect((await advise('Listen er skjult')).status).toBeLessThan(300);
    await world.control('PATCH', `lists/${Advice.name}`, { hidden: false });
  });
});
