import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testView, type TestBody } from '../../api/contingency/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const planKey = 'plan-omsorg';
const title = 'En nat uden journal';

describe('the cards of a test, from the invitation to the result', () => {
  let world: JourneyWorld;
  let isk: WorldPerson;
  let manager: WorldPerson;
  let anne: WorldPerson;
  let newcomer: WorldPerson;
  let key: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const body = (changes: Partial<TestBody> = {}): TestBody => ({
    ...{ kind: 'tableTop', title, on: addDays(todayOf(world.desk.clock), 7), time: '09:00', leaderId: isk.id },
    ...{ participantIds: [anne.id, manager.id], scenario: 'Nærcare svarer ikke.' },
    injects: [{ key: 'first', minute: 10, text: 'En pårørende ringer' }],
    criteria: [{ key: 'k1', text: 'Alle ved, hvem de skal ringe til' }],
    ...changes,
  });
  const post = async (path: string, sent?: unknown) => {
    const answer = await world.as(isk, 'POST', `/api/contingency/tests${path}`, sent);
    expect(answer.status).toBe(200);
    await world.process();
    return testView.parse(answer.body);
  };
  const view = async (person = isk) =>
    testView.parse((await world.as(person, 'GET', `/api/contingency/tests/${key}`)).body);
  const textOf = (line: ChatLine | undefined) => JSON.stringify(line?.card ?? '');
  const cardsOf = async (person: WorldPerson) =>
    (await world.chatOf(person)).filter((line) => line.from === 'bot' && textOf(line).includes(key));
  const invitationOf = async (person: WorldPerson) => (await cardsOf(person))[0];
  const messages = async (person: WorldPerson) => (await world.chatOf(person)).length;

  beforeAll(async () => {
    world = await startWorld();
    isk = await named('Mette Sørensen');
    manager = await named('Hanne Toft Lauridsen');
    anne = await named('Anne Jensen');
    const found = (await world.people()).find(
      ({ id, centre }) => centre === anne.centre && ![isk.id, manager.id, anne.id].includes(id),
    );
    if (!found) throw new Error('nobody else is in the centre');
    newcomer = found;
    await world.process();
  });
  afterAll(() => world.close());

  it('begins with one invitation each', async () => {
    ({ key } = await post('', { ...body(), planKey }));
    for (const person of [anne, manager, isk]) expect(await cardsOf(person)).toHaveLength(1);
    expect(textOf(await invitationOf(anne))).toContain('Du er med');
    expect((await view()).cards?.invitation.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect((await view(anne)).cards).toBeUndefined();
  });

  it('says the new time when the test is moved, and so does a new card; who is new is invited, who is taken off sees it', async () => {
    const [before, written] = [await invitationOf(anne), await messages(anne)];
    const hannes = await invitationOf(manager);
    const moved = await world.save(isk, `/api/contingency/tests/${key}`, {
      ...body({ on: addDays(todayOf(world.desk.clock), 9), participantIds: [anne.id, newcomer.id] }),
    });
    expect(moved.status).toBe(200);
    await world.process();
    const [after, news] = await cardsOf(anne);
    expect(after?.id).toBe(before?.id);
    for (const card of [after, news]) expect(textOf(card)).toContain('Flyttet: Den skulle have været');
    expect(await messages(anne)).toBe(written + 1);
    expect(textOf(await invitationOf(newcomer))).toContain('Du er med');
    expect(textOf(await invitationOf(newcomer))).not.toContain('Flyttet');
    const removed = (await world.chatOf(manager)).find(({ id }) => id === hannes?.id);
    expect(textOf(removed)).toContain('Du er ikke længere med i afprøvningen');
  });

  it('shows the way to the log when it begins, and what happens on a card of its own', async () => {
    await post(`/${key}/start`);
    expect(textOf(await invitationOf(anne))).toContain('Åbn loggen');
    await world.control('PUT', 'clock', { now: new Date(world.desk.clock.now().getTime() + 600_000).toISOString() });
    await world.process();
    const [, , inject] = await cardsOf(anne);
    expect(textOf(inject)).toContain('En pårørende ringer');
    await world.press(anne, inject?.id ?? '', 'Skriv i loggen', { text: 'Vi ringer tilbage' });
    expect((await view()).cards?.injects['first']?.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('answers a press that comes too late, and asks nothing more when it is over', async () => {
    const [, , inject] = await cardsOf(anne);
    expect((await world.as(isk, 'POST', `/api/contingency/tests/${key}/end`)).status).toBe(200);
    // The follower may already have rewritten the card: she presses the one that she still sees.
    await world.press(anne, inject?.id ?? '', 'Skriv i loggen', { text: 'Og kører derud' }, inject?.card);
    await world.process();
    const lines = await cardsOf(anne);
    expect(lines).toHaveLength(3);
    const over = textOf(lines[2]);
    expect(over).toContain('Afprøvningen er slut');
    expect(over).toContain('Vi ringer tilbage');
    expect(over).toContain('Og kører derud');
    expect(over).not.toMatch(/Input\.Text|Action\.Execute/);
    expect(textOf(lines[0])).toContain('Resultatet kommer på kortet');
  });

  it('ends with the result on the invitation', async () => {
    await world.as(isk, 'PUT', `/api/contingency/tests/${key}/evaluation`, {
      ...{ results: [{ key: 'k1', met: true, note: '' }], recovery: 0.5, wentWell: 'Roen', toImprove: 'Listen' },
    });
    await post(`/${key}/close`);
    const closed = textOf(await invitationOf(anne));
    expect(closed).toContain('Den blev bestået.');
    expect(closed).toContain('I var i gang igen efter 30 minutter.');
    expect(await cardsOf(anne)).toHaveLength(3);
  });

  it('says on the card, and on a new one, that a test is called off, and why', async () => {
    ({ key } = await post('', { ...body(), planKey }));
    const card = await invitationOf(anne);
    await post(`/${key}/cancel`, { reason: 'Snestorm' });
    const cards = await cardsOf(anne);
    expect(cards[0]?.id).toBe(card?.id);
    expect(cards).toHaveLength(2);
    for (const told of cards) {
      expect(textOf(told)).toContain('Afprøvningen er aflyst');
      expect(textOf(told)).toContain('Snestorm');
    }
  });
});
