import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, localDate, todayOf, type Instant, type LocalDate } from '../../api/kernel/index.ts';
import { policyPageView } from '../../api/policy/contract.ts';
import { isWorkingDay, workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { oddIn, textsIn } from '../support/odd-sentences.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const acknowledge = 'Jeg har læst og følger den';
const keyed = z.object({ key: z.string() });

describe('one living policy card a person', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let everybody: WorldPerson[];
  let monday: LocalDate;
  /** A person who answers, and one who never does. */
  let quick: WorldPerson;
  let slow: WorldPerson;

  const at = async (day: LocalDate, time: `${number}:${number}`) => {
    world.desk.world!.clock.set(atDanishTime(day, time));
    await world.program.process();
  };
  const chat = (person: WorldPerson) =>
    world.desk.world!.teams.chat(person.id).messages.filter(({ from }) => from === 'bot');
  const textOf = ({ card }: { card?: unknown }) => JSON.stringify(card ?? '');
  const cards = (person: WorldPerson, words: string) => chat(person).filter((line) => textOf(line).includes(words));
  const cardsOn = (person: WorldPerson, day: LocalDate) =>
    chat(person).filter((line) => line.card !== undefined && localDate(line.at as Instant) === day);
  const publish = async (number: string, changeKind: 'minor' | 'major', summary: string, when: 'now' | 'morning') => {
    const { versions } = policyPageView.parse((await world.as(ciso, 'GET', '/api/policy')).body);
    const body = `# Politik ${number}\n\n## Kort\n\n- Lås skærmen.\n- Spørg din ISK.\n- Sig det, når noget går galt.\n- Send sikkert.\n- Tag kurset.\n- Ryd op.`;
    const draft = await world.as(ciso, 'POST', '/api/policy/versions', {
      ...{ title: 'Informationssikkerhedspolitik', number, body, summary, changeKind },
      effectiveOn: todayOf(world.desk.clock),
    });
    const { key } = keyed.parse(draft.body);
    expect(versions.map((version) => version.key)).not.toContain(key);
    const answer = await world.as(ciso, 'POST', `/api/policy/versions/${key}/publish`, {
      reason: 'Det haster meget',
      when,
    });
    expect(answer.status).toBe(200);
    return key;
  };

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600', SYNC_MINUTES: '1440' });
    ciso = await world.personWith('ciso');
    monday = addDays(todayOf(world.desk.clock), 1);
    while (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1 || !isWorkingDay(monday)) monday = addDays(monday, 1);
    everybody = await world.people();
  });
  afterAll(() => world.close());

  it('published on a Saturday night, rings nobody before half past eight on Monday, and is the one card of that day', async () => {
    await at(addDays(monday, -2), '22:14');
    await publish('6.0', 'major', 'Nyt om kunstig intelligens.', 'morning');
    await world.program.process();
    expect(everybody.flatMap((person) => cards(person, 'Nyt om kunstig'))).toEqual([]);
    await at(monday, '08:05');
    expect(everybody.flatMap((person) => cards(person, 'Nyt om kunstig'))).toEqual([]);
    await at(monday, '08:31');
    const told = everybody.filter((person) => cards(person, 'Nyt om kunstig').length > 0);
    expect(told.length).toBeGreaterThan(20);
    // Except what others wait for, nobody gets another card that day: no digest, and nothing deferrable.
    const others = /^(Til godkendelse|Netværksmøde, |Du er med i afprøvningen|Du er nævnt i)/;
    for (const person of told)
      expect(
        cardsOn(person, monday)
          .map(({ summary }) => summary ?? '')
          .filter((summary) => !others.test(summary)),
        person.name,
      ).toEqual([expect.stringMatching(/olitik|policy/)]);
    // The card has the Danish date on which it came into force.
    const day = `${Number(addDays(monday, -2).slice(8))}.`;
    expect(textOf(cards(told[0]!, 'Nyt om kunstig')[0]!)).toContain(`gælder fra ${day}`);
    const plain = told.filter(({ roles, id }) => roles.length === 1 && id !== ciso.id);
    [quick, slow] = [plain[0]!, plain[1]!];
  });

  it('a minor change writes the news of both into the card that was not answered, and nothing to who has', async () => {
    const tuesday = addDays(monday, 1);
    await at(tuesday, '09:00');
    const card = cards(quick, 'Nyt om kunstig')[0]!;
    expect((await world.press(quick, card.id, acknowledge)).status).toBe(200);
    const before = [quick, slow].map((person) => chat(person).length);
    const key = await publish('6.1', 'minor', 'En stavefejl er rettet.', 'now');
    await world.program.process();
    await world.program.process();
    expect([quick, slow].map((person) => chat(person).length)).toEqual(before);
    const [mine] = cards(slow, 'Nyt om kunstig');
    expect(textOf(mine!)).toContain('En stavefejl er rettet');
    expect(textOf(mine!)).toContain(key);
    expect(cards(quick, 'stavefejl')).toEqual([]);
    const { current } = policyPageView.parse((await world.as(quick, 'GET', '/api/policy')).body);
    expect(current).toMatchObject({ number: '6.1', receipt: { outcome: 'carriedOver' } });
  });

  it('a press on the card as it was before the minor change is not for nothing', async () => {
    const late = everybody.filter((person) => person.id !== slow.id && cards(person, 'En stavefejl').length > 0)[0]!;
    const [card] = cards(late, 'En stavefejl');
    const six = policyPageView
      .parse((await world.as(ciso, 'GET', '/api/policy')).body)
      .versions.find(({ number }) => number === '6.0')!;
    const given = await world.as(late, 'POST', `/api/policy/versions/${six.key}/acknowledge`);
    expect(given.status).toBe(200);
    await world.program.process();
    expect(textOf(chat(late).find(({ id }) => id === card!.id)!)).toContain('Tak, ');
  });

  it('the next major version comes as a card of its own, and what was not answered becomes a line', async () => {
    const wednesday = addDays(monday, 2);
    await at(wednesday, '09:00');
    const old = cards(slow, 'En stavefejl')[0]!;
    await publish('7.0', 'major', 'Nyt om leverandører.', 'now');
    await world.program.process();
    await world.program.process();
    expect(cards(slow, 'Nyt om leverandører')).toHaveLength(1);
    const line = chat(slow).find(({ id }) => id === old.id)!;
    expect(textOf(line)).toContain('er afløst af version 7.0');
    expect(textOf(line)).not.toContain(acknowledge);
    // A receipt does not change.
    expect(cards(quick, 'Du bekræftede version 6.0')).toHaveLength(1);
  });

  it('somebody new gets one welcome with the policy in five lines, the course and the ISK, and one card a day that week', async () => {
    const hiredOn = workingDayFrom(addDays(monday, 3));
    const { directory } = world.desk.world!;
    const like = directory.users().find(({ department, accountEnabled }) => department && accountEnabled)!;
    const user = directory.addUser({
      displayName: 'Ny Kollega',
      userPrincipalName: 'ny.kollega@ishoj.example',
      mail: 'ny.kollega@ishoj.example',
      jobTitle: 'Pædagog',
      department: like.department!,
      employeeHireDate: `${hiredOn}T00:00:00Z`,
      accountEnabled: true,
      teamsLicence: true,
      appInstalled: true,
    });
    await at(hiredOn, '07:00');
    await at(hiredOn, '09:05');
    await at(hiredOn, '11:00');
    const newcomer = (await world.people()).find(({ id }) => id === user.id)!;
    const first = cardsOn(newcomer, hiredOn);
    expect(first).toHaveLength(1);
    const text = textOf(first[0]!);
    for (const words of [
      'Velkommen til',
      'Politikken kort fortalt',
      '• Lås skærmen.',
      '• Tag kurset.',
      'Tag også kurset',
      'ISK',
      acknowledge,
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/Ryd op|Nyt om|stavefejl|Det vigtigste nye/);
    for (let number = 1; number <= 7; number += 1) {
      const day = addDays(hiredOn, number);
      if (isWorkingDay(day)) await at(day, '09:05');
      expect(cardsOn(newcomer, day).length, day).toBeLessThanOrEqual(1);
    }
    expect(cards(newcomer, 'Velkommen')).toHaveLength(1);
  });

  it('no card of these weeks says what no person would write', async () => {
    const odd = (await world.people()).flatMap((person) =>
      chat(person).flatMap(({ card }) => textsIn(card).flatMap((text) => oddIn(text))),
    );
    expect([...new Set(odd)]).toEqual([]);
  });
});
