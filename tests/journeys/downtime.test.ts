import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contingencyContract, downtimePreview, downtimeView, planView } from '../../api/contingency/contract.ts';
import { openTriggers } from '../../api/risks/index.ts';
import { addDays, localDate, todayOf } from '../../api/kernel/index.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { ChatLine, JourneyWorld, WorldPerson } from '../support/world.ts';

const assetKey = 'sys-omsorg';

describe('a downtime, from the first minute to the record', () => {
  let world: JourneyWorld;
  let isk: WorldPerson;
  let manager: WorldPerson;
  let anne: WorldPerson;
  let key: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const post = (person: WorldPerson, path: string, body?: unknown) => world.as(person, 'POST', path, body);
  const view = async () => downtimeView.parse((await world.as(isk, 'GET', `/api/contingency/downtimes/${key}`)).body);
  const now = async (person: WorldPerson) =>
    contingencyContract['GET /api/contingency/now'].answer.parse(
      (await world.as(person, 'GET', '/api/contingency/now')).body,
    ).downtimes;
  const later = (minutes: number) =>
    world.control('PUT', 'clock', { now: new Date(world.desk.clock.now().getTime() + minutes * 60_000).toISOString() });
  const textOf = (line: ChatLine | undefined) => JSON.stringify(line?.card ?? '');
  const cardOf = async (person: WorldPerson) =>
    (await world.chatOf(person)).findLast(
      (line) => line.from === 'bot' && textOf(line).includes('Nærcare') && textOf(line).includes('Meldt af'),
    );

  const alarmsOf = async (person: { id: string }) =>
    (await world.chatOf(person)).filter((line) => /Halvdelen|Tre fjerdedele|for længe/.test(line.summary ?? ''));

  beforeAll(async () => {
    world = await startSettledWorld();
    isk = await named('Mette Sørensen');
    manager = await named('Hanne Toft Lauridsen');
    anne = await named('Anne Jensen');
  });
  afterAll(() => world.close());

  it('says beforehand who is hit, how long they can wait, and who gets a card', async () => {
    const asked = await world.as(isk, 'GET', `/api/contingency/downtime-preview?assetKey=${assetKey}`);
    const preview = downtimePreview.parse(asked.body);
    expect(preview.services.map((service) => service.key)).toEqual(['ydelse-plejecentre', 'ydelse-hjemmepleje']);
    expect(preview.limit?.hours).toBe(1);
    expect(preview.dependants.map((asset) => asset.key)).toEqual(expect.arrayContaining(['arb-medicin']));
    expect(preview.told.leaders).toBeGreaterThan(1);
    expect((await post(anne, '/api/contingency/downtimes', { assetKey })).status).toBe(403);
  });

  it('starts a stopwatch, once, and tells those who are hit what to do and whom to call', async () => {
    const started = await post(isk, '/api/contingency/downtimes', { assetKey, note: 'Sort skærm' });
    expect(started.status).toBe(200);
    ({ key } = z.object({ key: z.string() }).parse(started.body));
    const again = await post(manager, '/api/contingency/downtimes', { assetKey });
    expect(again).toMatchObject({ status: 200, body: { key, existed: true } });
    await world.process();
    const card = textOf(await cardOf(manager));
    expect(card).toContain('43 57 10 11');
    expect(card).toContain('Ring til Servicedesk');
    expect(await cardOf(anne)).toBeUndefined();
    expect((await alarmsOf(manager)).length + (await alarmsOf(isk)).length).toBe(0);
    expect(await now(anne)).toMatchObject([{ title: expect.stringContaining('Nærcare') as string }]);
  });

  it('shows the time left to each limit, the procedure and the phones while the clock goes', async () => {
    await later(90);
    const running = await view();
    expect(running.procedures.find(({ centre }) => centre.id === 'voksne-og-velfaerd')?.plan?.key).toBe('plan-omsorg');
    expect(running.contacts.map(({ phone }) => phone)).toContain('43 57 10 11');
    expect(running.suppliers.map(({ name }) => name)).toContain('Nærcare A/S');
    const [first] = running.services;
    expect(first?.key).toBe('ydelse-plejecentre');
    expect(Date.parse(first?.limit?.until ?? '')).toBeLessThan(Date.parse(running.now));
  });

  it('tells the person named in the plan the own steps, and writes each press in the log', async () => {
    const omar = await named('Omar Hassan');
    const card = await cardOf(omar);
    expect(textOf(card)).toContain('Læs dagens kørelister op for grupperne');
    expect(textOf(card)).not.toContain('Tag den røde mappe frem');
    await world.press(omar, card?.id ?? '', 'Trin 1 er gjort');
    expect((await view()).log.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^Gjort: Læs dagens kørelister op/),
    );
  });

  it('alarms once past its accepted downtime, at any hour and Direktionen too, and not again after a restart of the job', async () => {
    await world.process();
    const board = await world.personWith('executiveBoard');
    const [alarm, ...others] = await alarmsOf(board);
    expect(textOf(alarm)).toContain('har været nede for længe');
    expect(others).toEqual([]);
    expect(await alarmsOf(isk)).toHaveLength(1);
    await later(3);
    await world.process();
    expect(await alarmsOf(board)).toHaveLength(1);
    expect(await alarmsOf(anne)).toEqual([]);
  });

  it('keeps what people write, from the card too', async () => {
    await post(isk, `/api/contingency/downtimes/${key}/log`, { kind: 'decision', text: 'Vi kører efter papir.' });
    const card = await cardOf(manager);
    await world.press(manager, card?.id ?? '', 'Skriv i loggen', { text: 'Ekstra sygeplejerske er kaldt ind.' });
    expect((await view()).log.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Vi kører efter papir.', 'Ekstra sygeplejerske er kaldt ind.']),
    );
  });

  it('becomes a record that says which limits were kept, counts as a test, and leaves an improvement', async () => {
    const closed = await post(isk, `/api/contingency/downtimes/${key}/close`, {
      ...{ endedAt: (await view()).now, dataLoss: 0.5, cause: 'Fejl hos leverandøren' },
      ...{ lessons: 'Mappen skal hænge i vagtrummet', testedPlanKeys: ['plan-omsorg'] },
      improvements: [{ title: 'Hæng mappen op', ownerId: isk.id, due: addDays(todayOf(world.desk.clock), 10) }],
    });
    expect(closed.status).toBe(200);
    const record = await view();
    expect(record).toMatchObject({ state: 'closed', kept: false });
    expect(record.services.map((service) => [service.key, service.kept])).toEqual([
      ['ydelse-plejecentre', false],
      ['ydelse-hjemmepleje', true],
    ]);
    expect(record.improvements).toHaveLength(1);
    const { body } = await world.as(isk, 'GET', '/api/contingency/plans/plan-omsorg');
    // It may have begun yesterday.
    expect(planView.parse(body).testing.lastOn).toBe(localDate(new Date(record.startedAt)));
    await world.process();
    // A breach is retested soon, and the owner is asked to reassess.
    const soon = addDays(localDate(new Date(record.startedAt)), 90);
    const testing = async () =>
      planView.parse((await world.as(isk, 'GET', '/api/contingency/plans/plan-omsorg')).body).testing;
    expect(await testing()).toMatchObject({ passed: false, nextOn: soon });
    const asked = () => openTriggers(world.program.context, assetKey).map(({ title }) => title);
    expect(asked()).toContainEqual(expect.stringMatching(/^Ny vurdering: .*Nærcare var nede længere/));
    const isRunning = async (person: WorldPerson) => (await cardOf(person)) !== undefined;
    expect([await isRunning(manager), await isRunning(await named('Omar Hassan'))]).toEqual([false, false]);
    const lines = (await world.chatOf(await world.personWith('executiveBoard'))).map((line) => textOf(line));
    expect(lines).toContainEqual(expect.stringContaining('kører igen. Det var nede i'));
    expect(await now(anne)).toEqual([]);
  });
});
