import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTask } from '../../api/annual-wheel/index.ts';
import { stageByKey } from '../../api/approvals/index.ts';
import { addDays, daysBetween, todayOf, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { obligationsOf } from '../../api/obligations/index.ts';
import { ProcedureVersions } from '../../api/procedures/index.ts';
import { isWorkingDay, workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { chatReader, type DigestInChat } from '../support/digest-chats.ts';
import { doContingencyWork } from '../support/contingency-work.ts';
import { doRiskWork } from '../support/risk-work.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';

const title = 'Tæl nøglerne til arkivet';
const mine = `Udført: ${title}`;

describe('a centre’s task that nobody does', () => {
  let world: JourneyWorld;
  let people: WorldPerson[];
  let reader: ReturnType<typeof chatReader>;
  let isk: WorldPerson;
  let manager: WorldPerson;
  let colleague: WorldPerson;
  let due: LocalDate;
  let taskKey: string;

  const owed = ({ id }: WorldPerson) =>
    obligationsOf(world.program.context, id as PersonId).filter(({ state }) => state === 'open');
  /** Everybody does all else, so that the cards are about this task. */
  async function restIsDone(): Promise<void> {
    for (const person of people)
      for (const { kind, subject, centreId } of owed(person)) {
        if (subject.key === taskKey) continue;
        if (kind === 'acknowledgePolicy')
          await world.as(person, 'POST', `/api/policy/versions/${subject.key}/acknowledge`);
        const procedure = world.program.context.list(ProcedureVersions).get(subject.key)?.procedureKey;
        if (kind === 'acknowledgeProcedure')
          await world.as(person, 'POST', `/api/procedures/${procedure}/acknowledge`, { versionKey: subject.key });
        if (kind === 'vote') {
          const { request, number: stage } = stageByKey(world.program.context, subject.key)!;
          const vote = { stage, contentHash: request.contentHash, choice: 'approve' };
          await world.as(person, 'POST', `/api/approvals/${request.key}/vote`, vote);
        }
        if (kind === 'takeCourse') await world.as(person, 'POST', `/api/learning/rounds/${subject.key}/declare`, {});
        const work = { kind, key: subject.key, centreId, today: todayOf(world.desk.clock) };
        await doContingencyWork(world, person, work);
        await doRiskWork(world, person, work);
        if (kind !== 'doWheelTask') continue;
        const body = { note: 'Det er gjort.', evidence: 'Sag 26/123' };
        await world.as(person, 'POST', `/api/wheel/tasks/${subject.key}/complete`, body);
      }
  }
  /** The first day from a day on when followers-up are told of others: a Monday, or the next working day. */
  const weekly = (day: LocalDate): LocalDate =>
    new Date(`${day}T00:00:00Z`).getUTCDay() === 1 ? workingDayFrom(day) : weekly(addDays(day, 1));
  const isAboutIt = ({ text, buttons }: DigestInChat) => text.includes(title) || buttons.includes(mine);
  /** Goes to the day, or the next working day; returns the cards that name the task. */
  const on = async (day: LocalDate): Promise<DigestInChat[]> => (await cardsOn(day)).filter(isAboutIt);
  async function cardsOn(day: LocalDate): Promise<DigestInChat[]> {
    world.desk.world!.clock.set(atDanishTime(workingDayFrom(day), '07:00'));
    await restIsDone();
    world.desk.world!.clock.set(atDanishTime(workingDayFrom(day), '09:00'));
    await world.program.process();
    return reader.news();
  }
  const to = (cards: readonly DigestInChat[], person: WorldPerson) =>
    cards.filter((card) => card.person.id === person.id);

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
    people = await world.people();
    reader = chatReader(world, () => people);
    const ciso = await world.personWith('ciso');
    isk = people.find(
      ({ roles, centre }) =>
        roles.includes('coordinator') &&
        people.some((one) => one.centre === centre && one.roles.includes('centreManager')),
    )!;
    manager = people.find(({ roles, centre }) => centre === isk.centre && roles.includes('centreManager'))!;
    colleague = people.find(({ roles, centre }) => centre === isk.centre && roles.length === 1)!;
    due = workingDayFrom(addDays(todayOf(world.desk.clock), 21));
    const { status } = await world.as(ciso, 'POST', '/api/wheel/activities', {
      title,
      why: 'Arkivet rummer sager om borgere.',
      source: 'R16',
      role: 'coordinator',
      scope: 'centres',
      steps: [],
      leadDays: 20,
      startsOn: due,
      basis: 'calendar',
    });
    expect(status).toBe(200);
    world.desk.world!.clock.set(atDanishTime(addDays(due, -15), '07:00'));
    taskKey = owed(isk).find(({ subject }) => subject.title === title)!.subject.key;
    const handOver = { fromPersonId: isk.id, toPersonId: colleague.id, keys: [taskKey], note: 'Hun har nøglerne' };
    expect(await world.as(isk, 'POST', '/api/obligations/hand-over', handOver)).toMatchObject({
      status: 200,
      body: { handedOver: 1 },
    });
    // Until no cards are pending about others' changes: plans to know, packs to print.
    for (let before = 10; before > 3; before -= 1)
      if (isWorkingDay(addDays(due, -before))) await on(addDays(due, -before));
  });
  afterAll(() => world.close());

  it('is told to whoever has taken it over, who sees from whom it came and can do it from the card', async () => {
    const cards = await on(addDays(due, -3));
    const [card, ...more] = to(cards, colleague);
    expect(more).toEqual([]);
    expect(card?.text).toContain(`${isk.name} har givet den videre til dig.`);
    expect(card?.acts.map((act) => act.verb)).toContain('digest.completeTask');
    expect(to(cards, isk)).toEqual([]);
    // Told three days ago: nothing is repeated within a week.
    expect(to(await on(due), colleague)).toEqual([]);
  });

  it('goes to the ISK when it is a week over, with who owes it and for how long', async () => {
    const day = weekly(addDays(due, 7));
    const cards = await on(day);
    const [card] = to(cards, isk);
    expect(card?.text).toContain(`${colleague.name}: ${title}`);
    expect(card?.text).toContain(`${daysBetween(due, day)} dage over tiden`);
    expect(card?.text).toContain('fordi du er ISK');
    expect(card?.buttons).toContain('Åbn mit center');
    expect(to(cards, manager)).toEqual([]);
  });

  it('goes to the centre’s manager after two weeks, and to no other centre’s', async () => {
    const cards = await on(weekly(addDays(due, 14)));
    const [card] = to(cards, manager);
    expect(card?.text).toContain(`${colleague.name}: ${title}`);
    expect(card?.text).toMatch(/har \d+ opgaver?, der er over tiden/);
    expect(card?.buttons).toContain('Åbn mit center');
    const others = cards.filter(({ person }) => person.roles.includes('centreManager') && person.id !== manager.id);
    expect(others.filter(({ text }) => text.includes(colleague.name))).toEqual([]);
  });

  it('goes to one who speaks for the committee after a month', async () => {
    await on(weekly(addDays(due, 21)));
    // A week after what was told before, which a holiday may have moved to a Tuesday.
    const monday = weekly(addDays(due, 30));
    const cards = [...(await cardsOn(monday)), ...(await cardsOn(addDays(monday, 1)))];
    const told = cards.filter(({ text }) => text.includes('på vegne af Informationssikkerhedsudvalget'));
    expect(told).toHaveLength(1);
    // A number for the centre, without names.
    expect(told[0]?.text).toMatch(/over tiden|: \d+/);
    expect(told[0]?.text).not.toContain(colleague.name);
    expect(told[0]?.person.roles.some((role) => ['securityCommittee', 'ciso', 'securityTeam'].includes(role))).toBe(
      true,
    );
  });

  it('ends by one press of the colleague: every card that named it lets go of it, and nobody hears of it again', async () => {
    const { teams } = world.desk.world!;
    const cards = people.flatMap((person) =>
      teams
        .chat(person.id)
        .messages.filter(({ card }) => card && JSON.stringify(card).includes(title))
        .map(({ id }) => ({ person, id })),
    );
    expect(cards.length).toBeGreaterThan(1);
    const last = cards.findLast(({ person }) => person.id === colleague.id)!;
    const button = reader.read(colleague, last.id).acts.find(({ verb }) => verb === 'digest.completeTask')!;
    const answer = await teams.press(colleague.id, {
      messageId: last.id,
      title: button.title,
      inputs: { note: 'Talt. Der mangler ingen.' },
    });
    expect(JSON.stringify(answer.card ?? answer.value)).toContain(`Opgaven ${title} er markeret som udført.`);
    expect(findTask(world.program.context, taskKey)).toMatchObject({
      state: 'done',
      touched: { doneBy: colleague.id, note: 'Talt. Der mangler ingen.' },
    });

    // Cards that count a centre's overdue tasks are recounted a few times an hour.
    world.desk.world!.clock.set(atDanishTime(todayOf(world.desk.clock), '10:00'));
    await world.program.process();
    for (const { person, id } of cards) {
      const { text, acts } = reader.read(person, id);
      const thanks = person.id === colleague.id && id === last.id;
      expect(thanks || !text.includes(`${colleague.name}: ${title}`), person.name).toBe(true);
      expect(
        acts.some(({ data }) => data['taskKey'] === taskKey),
        person.name,
      ).toBe(false);
    }
    const later = await on(weekly(addDays(due, 44)));
    expect(later.filter(({ text }) => text.includes(`${colleague.name}: ${title}`))).toEqual([]);
    expect(to(later, colleague)).toEqual([]);
  });
});
