import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incidentsContract } from '../../api/incidents/contract.ts';
import { Incidents } from '../../api/incidents/index.ts';
import { actorOf, coordinatorsOf, People } from '../../api/organisation/index.ts';
import { trailContract } from '../../api/trail/contract.ts';
import { addDays, todayOf, type PersonId } from '../../api/kernel/index.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const list = incidentsContract['GET /api/incidents'].answer;
const trail = trailContract['GET /api/trail'].answer;
const row = incidentsContract['POST /api/incidents/:incidentKey/take'].answer;

describe('a lost phone at 22.41, from the words to the ISK and back', () => {
  let world: JourneyWorld;
  let anne: WorldPerson;
  let isk: WorldPerson;
  let ciso: WorldPerson;

  const textOf = (line: ChatLine | undefined) => JSON.stringify(line?.card ?? '');
  const lastWith = async (person: WorldPerson, words: string) =>
    (await world.chatOf(person)).findLast((line) => line.from === 'bot' && textOf(line).includes(words));
  const cardsWith = async (person: WorldPerson, words: string) =>
    (await world.chatOf(person)).filter((line) => line.from === 'bot' && textOf(line).includes(words)).length;
  const seenBy = async (person: WorldPerson, query = '') =>
    list.parse((await world.as(person, 'GET', `/api/incidents${query}`)).body);
  const records = () => world.program.context.list(Incidents).all();
  const away = (isAway: boolean) => world.control('PUT', 'faults', { graph: { away: isAway } });
  const asks = async (person: WorldPerson, text: string) => {
    const [answer] = await world.write(person, text);
    if (!answer) throw new Error('no answer');
    return answer;
  };

  beforeAll(async () => {
    world = await startWorld();
    const people = await world.people();
    const named = (name: string) => {
      const found = people.find((person) => person.name === name);
      if (!found) throw new Error(`nobody is called ${name}`);
      return found;
    };
    [anne, isk] = [named('Anne Jensen'), named('Mette Sørensen')];
    ciso = await world.personWith('ciso');
    await world.process();
    const day = todayOf(world.desk.clock);
    await world.control('PUT', 'clock', { now: atDanishTime(day, '22:41') });
    const words = { firstStep: '', firstStepEnglish: '', callName: 'Servicedesk' };
    const numbers = { of: 'all', ...words, callPhone: '43 57 10 11', nightPhone: '43 57 10 99' };
    expect((await world.save(isk, '/api/incident-guides', numbers)).status).toBe(403);
    expect((await world.save(ciso, '/api/incident-guides', numbers)).status).toBe(200);
  });
  afterAll(() => world.close());

  it('is answered at once with the first step and the number, and tells nobody by the words alone', async () => {
    const answer = textOf(await asks(anne, 'jeg har mistet min telfon'));
    expect(answer).toContain('Ring nu, så den kan spærres');
    expect(answer.indexOf('tel:43571099')).toBeLessThan(answer.indexOf('tel:43571011'));
    expect(answer).toContain('Der er lukket nu');
    await world.process();
    expect(records()).toEqual([]);
    expect(await cardsWith(isk, 'har brug for dig')).toBe(0);
  });

  it('reaches the ISK at night by one press, once however often it is pressed', async () => {
    const answer = await lastWith(anne, 'Giv besked til ISK');
    await world.press(anne, answer?.id ?? '', 'Giv besked til ISK', { text: 'I bussen. 010203-1234 stod på den' });
    expect(records()).toHaveLength(1);
    await world.process();
    await world.process();
    expect(await cardsWith(isk, 'har brug for dig')).toBe(1);
    const card = textOf(await lastWith(isk, 'har brug for dig'));
    expect(card).toContain('I bussen. xxxxxx-xxxx stod på den');
    const { body } = await world.as(ciso, 'GET', '/api/campaigns');
    expect(JSON.stringify(body)).not.toContain('"title":"lostDevice"');
    const receipt = (await world.chatOf(anne)).find(({ id }) => id === answer?.id);
    expect(textOf(receipt)).toMatch(/Mette Sørensen.* har fået besked .*kl. 22.4/);
    expect(textOf(receipt)).toContain('uden for arbejdstid');
    expect(textOf(receipt)).not.toContain('incident.report');
  });

  it('stands in the trail as what it is, and not as a key', async () => {
    const subject = async () => {
      const { body } = await world.as(ciso, 'GET', '/api/trail?act=reportIncident');
      return trail.parse(body).entries[0]?.subject;
    };
    await expect.poll(subject).toEqual({ key: records()[0]?.key, title: 'Mistet telefon, tablet eller computer' });
  });

  it('is seen by whoever needs to know, and by nobody else', async () => {
    const manager = (await world.people()).find(({ name }) => name === 'Hanne Toft Lauridsen') ?? anne;
    const other = (await world.people()).find(
      ({ roles, centre }) => roles.includes('coordinator') && centre !== isk.centre,
    );
    expect(other).toBeDefined();
    const [key = ''] = records().map((one) => one.key);
    for (const person of [isk, ciso, anne])
      expect((await seenBy(person)).incidents.map((one) => one.key)).toEqual([key]);
    for (const person of [manager, other ?? anne, await world.personWith('auditor')])
      expect((await seenBy(person, '?state=all')).incidents).toEqual([]);
    expect((await world.as(other ?? anne, 'POST', `/api/incidents/${key}/take`)).status).toBe(403);
    expect((await world.as(anne, 'POST', `/api/incidents/${key}/take`)).status).toBe(403);
    expect((await seenBy(isk, '?q=bussen')).total).toBe(1);
    expect((await seenBy(isk, '?q=toget')).total).toBe(0);
  });

  it('is taken by the ISK from the card, and the reporter is told', async () => {
    const card = await lastWith(isk, 'Jeg tager den');
    await world.press(isk, card?.id ?? '', 'Jeg tager den');
    await world.process();
    await world.process();
    expect(records()).toMatchObject([{ state: 'taken', takenBy: isk.id }]);
    expect(textOf(await lastWith(anne, 'Mette Sørensen tager den'))).toContain('går videre med det');
    expect(await cardsWith(anne, 'Mette Sørensen tager den')).toBe(2);
    expect(textOf(await lastWith(isk, 'har brug for dig'))).not.toContain('incident.take');
    const [key = ''] = records().map((one) => one.key);
    expect(row.parse((await world.as(isk, 'POST', `/api/incidents/${key}/close`)).body).state).toBe('closed');
    expect((await seenBy(isk)).counts).toEqual({ open: 0, untaken: 0, closed: 1 });
  });

  it('is promised while Microsoft 365 is away, with the number on the card, and told when it is back', async () => {
    const answer = await asks(anne, 'nogen har stjålet min computer');
    await away(true);
    await world.press(anne, answer.id, 'Giv besked til ISK', { text: 'Fra bilen' });
    const promised = textOf((await world.chatOf(anne)).find(({ id }) => id === answer.id));
    expect(promised).toContain('Vi har modtaget dit svar');
    expect(promised).toContain('tel:43571099');
    expect(promised).toContain('Meld tyveriet til politiet');
    expect(records()).toHaveLength(1);
    // The words are answered from memory too.
    expect(textOf(await asks(anne, 'mærkelig mail'))).toContain('Tryk ikke på noget i den');
    await away(false);
    await world.process();
    await world.process();
    expect(records()).toHaveLength(2);
    expect(textOf(await lastWith(isk, 'Fra bilen'))).toContain('Stjålet telefon');
    expect(textOf((await world.chatOf(anne)).find(({ id }) => id === answer.id))).toMatch(/har fået besked/);
  });

  it('goes to the stand-in while the ISKs are away', async () => {
    const { context } = world.program;
    const centreId = actorOf(context, anne.id as PersonId)?.centreId;
    const isks = coordinatorsOf(context, centreId).map(({ key }) => key);
    const standIn = context
      .list(People)
      .all()
      .find(
        (one) =>
          one.centreId === centreId && one.leftOn === undefined && one.teams && ![...isks, anne.id].includes(one.key),
      );
    if (!standIn) throw new Error('nobody stands in');
    const today = todayOf(world.desk.clock);
    for (const key of isks)
      await context.list(People).update(key, () => ({
        ...{ absentFrom: addDays(today, -1), absentTo: addDays(today, 5), standInId: standIn.key as PersonId },
      }));
    const answer = await asks(anne, 'I sent it to the wrong recipient');
    expect(textOf(answer)).toContain(`Your ISK is away. Press the button to tell ${standIn.title}`);
    await world.press(anne, answer.id, 'Report it', {});
    await world.process();
    const who = { id: standIn.key };
    const card = (await world.chatOf(who)).findLast((line) => textOf(line).includes('incident.take'));
    await world.press(who, card?.id ?? '', 'Jeg tager den');
    expect(records().filter(({ takenBy }) => takenBy === standIn.key)).toHaveLength(1);
  });
});
