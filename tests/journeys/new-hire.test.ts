import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CourseRounds, MissedCycles, type CourseRound } from '../../api/awareness/index.ts';
import { learningContract } from '../../api/awareness/contract.ts';
import { addDays, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { policyPageView } from '../../api/policy/contract.ts';
import { isWorkingDay, workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { chatReader, isDigest, type DigestInChat } from '../support/digest-chats.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const mineAnswer = learningContract['GET /api/learning'].answer;
const coverageAnswer = learningContract['GET /api/learning/rounds/:roundKey/coverage'].answer;

describe('a new employee, from the directory to a course that is taken', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let newcomer: WorldPerson;
  let round: CourseRound;
  let hiredOn: LocalDate;
  let today: LocalDate;
  let card: DigestInChat;

  const at = async (day: LocalDate, time: `${number}:${number}`) => {
    today = day;
    world.desk.world!.clock.set(atDanishTime(day, time));
    await world.program.process();
  };
  const coverage = async () =>
    coverageAnswer.parse((await world.as(ciso, 'GET', `/api/learning/rounds/${round.key}/coverage`)).body);
  const course = async () => {
    const mine = mineAnswer.parse((await world.as(newcomer, 'GET', '/api/learning')).body);
    return mine.courses.find(({ roundKey }) => roundKey === round.key);
  };

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600', SYNC_MINUTES: '1440' });
    ciso = await world.personWith('ciso');
    const rounds = world.program.context.list(CourseRounds).all();
    round = rounds.find(({ obliged, closedOn }) => obliged.everybody && closedOn === undefined)!;
    hiredOn = workingDayFrom(addDays(todayOf(world.desk.clock), 1));
    await world.program.process();
  });
  afterAll(() => world.close());

  it('begins in Entra, and owes the course from day one, some days after the hire date', async () => {
    // Others may begin on the days until then.
    await at(hiredOn, '06:00');
    const before = await coverage();
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
    newcomer = (await world.people()).find(({ id }) => id === user.id)!;
    const due = addDays(hiredOn, round.newWithinDays);
    expect(due < round.dueOn).toBe(true);
    expect(await course()).toMatchObject({ state: 'open', due, because: 'everybody', abilities: { declare: true } });
    const after = await coverage();
    expect([after.people, after.missing]).toEqual([before.people + 1, before.missing + 1]);
  });

  it('reads the policy, and is reminded of the course in time, on a working day', async () => {
    const page = policyPageView.parse((await world.as(newcomer, 'GET', '/api/policy')).body);
    await world.as(newcomer, 'POST', `/api/policy/versions/${page.current!.key}/acknowledge`);
    const reader = chatReader(world, () => [newcomer]);
    const digests: DigestInChat[] = [];
    for (let number = 1; digests.length === 0 && number <= round.newWithinDays; number += 1) {
      const day = addDays(hiredOn, number);
      if (!isWorkingDay(day)) continue;
      await at(day, '09:05');
      digests.push(...reader.news().filter((one) => isDigest(one, day)));
    }
    expect(digests).toHaveLength(1);
    card = digests[0]!;
    expect(card.text).toContain('GDPR i hverdagen');
    expect(card.acts.map(({ data }) => data['roundKey'])).toEqual([round.key]);
    expect(today <= addDays(hiredOn, round.newWithinDays)).toBe(true);
  });

  it('says on the card that it is taken: nothing is owed, and the coverage follows', async () => {
    const before = await coverage();
    const answer = await world.press(newcomer, card.messageId, card.acts[0]!.title);
    expect(answer.status).toBe(200);
    expect(await course()).toMatchObject({ state: 'done', completedOn: today, source: 'selfDeclared' });
    const after = await coverage();
    expect([after.people, after.done, after.selfDeclared]).toEqual([
      before.people,
      before.done + 1,
      before.selfDeclared + 1,
    ]);
    const again = await world.as(newcomer, 'POST', `/api/learning/rounds/${round.key}/declare`, {});
    expect(again.body).toMatchObject({ result: 'alreadyRecorded' });
  });

  it('is not reminded again, and misses no round when the last day passes', async () => {
    const reader = chatReader(world, () => [newcomer]);
    reader.news();
    const last = addDays(hiredOn, round.newWithinDays);
    for (const day of [addDays(last, -1), last, addDays(last, 7), addDays(last, 14)].map((one) => workingDayFrom(one)))
      await at(day, '09:05');
    expect(reader.news()).toEqual([]);
    const missed = world.program.context.list(MissedCycles).all();
    expect(missed.filter(({ personId }) => personId === newcomer.id)).toEqual([]);
  });
});
