import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTask } from '../../api/annual-wheel/index.ts';
import { ApprovalRequests, stageByKey } from '../../api/approvals/index.ts';
import { campaignCounts, Campaigns } from '../../api/deliveries/index.ts';
import {
  addDays,
  daysBetween,
  localDate,
  todayOf,
  type LocalDate,
  type Obligation,
  type PersonId,
} from '../../api/kernel/index.ts';
import { allObligations, obligationsOf } from '../../api/obligations/index.ts';
import { findPerson, isAway } from '../../api/organisation/index.ts';
import { unreachableView } from '../../api/deliveries/contract.ts';
import { policyPageView } from '../../api/policy/contract.ts';
import { ProcedureVersions } from '../../api/procedures/index.ts';
import { remindersContract } from '../../api/reminders/contract.ts';
import { holidayName, isWorkingDay } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { chatReader, isAboutDecision, isDigest, type DigestInChat } from '../support/digest-chats.ts';
import { doContingencyWork } from '../support/contingency-work.ts';
import { doRiskWork } from '../support/risk-work.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

/** A person's response to reminders; by list position, so that every kind of role has every habit. */
const habits = ['at once', 'in the tab', 'a week late', 'at once', 'twice', 'in the tab', 'never'] as const;
/** Weekly, the first repeat waits for its weekday, and Easter is closed for five days. */
const longestSilence = 18;
/** Four rows with a button each, one to remind others, and three below. */
const mostButtons = 8;

/** Enough working days for everything below; `npm run walk` runs longer. */
const lengthInDays = 77;

describe('eleven weeks of the municipality, a working day at a time', () => {
  let world: JourneyWorld;
  let people: WorldPerson[];
  let reader: ReturnType<typeof chatReader>;
  let ciso: WorldPerson;
  let today: LocalDate;

  const wrong: string[] = [];
  const say = (isWrong: boolean, what: string) => void (isWrong && wrong.push(`${today}: ${what}`));
  const latest = new Map<string, LocalDate>();
  const waiting: { from: LocalDate; card: DigestInChat }[] = [];
  const counted = { days: 0, closed: 0, cards: 0, presses: 0, tab: 0, edits: 0, checked: 0 };

  const owed = (person: WorldPerson): Obligation[] =>
    obligationsOf(world.program.context, person.id as PersonId, today).filter(({ state }) => state === 'open');
  const habitOf = ({ id }: WorldPerson) => habits[people.findIndex((one) => one.id === id) % habits.length];
  const go = async (time: `${number}:${number}`) => {
    world.desk.world!.clock.set(atDanishTime(today, time));
    await world.program.process();
  };

  /** A press on a task not open, or not this person's. */
  const asksInVain = (card: DigestInChat): string[] => {
    const open = new Set(owed(card.person).map(({ subject }) => subject.key));
    return (
      card.acts
        // A pack's card goes to the manager too, without a task.
        .flatMap(({ data }) => data['taskKey'] ?? data['roundKey'] ?? data['versionKey'] ?? [])
        .filter((key) => !open.has(key))
    );
  };

  const isDone = ({ id }: WorldPerson, key: string): boolean =>
    findTask(world.program.context, key)?.state === 'done' ||
    obligationsOf(world.program.context, id as PersonId, today).some(
      ({ subject, state }) => subject.key === key && state === 'done',
    );

  /** Nothing is sent on a closed day. */
  const checkMoment = ({ person, at, summary }: DigestInChat) =>
    say(!isWorkingDay(localDate(new Date(at))), `${person.name} got a card on a closed day: ${summary}`);

  /** A new policy, and what happens in a test, are told at once, whatever else was sent that day. */
  const isToldAtOnce = ({ summary }: DigestInChat) =>
    /^Ny informationssikkerhedspolitik|^New information security policy|^Tak, .* Du bekræftede version|^Thank you, .* You acknowledged version|^Afprøvningen er/.test(
      summary,
    );

  /** Every rule about a received card. */
  function check(card: DigestInChat): void {
    const { person, bold, text } = card;
    counted.cards += 1;
    checkMoment(card);
    // Sent after yesterday's check, read today.
    const cameOn = localDate(new Date(card.at));
    if (!isToldAtOnce(card)) {
      say(latest.get(person.id) === cameOn, `${person.name} got two cards: ${card.summary}`);
      latest.set(person.id, cameOn);
    }
    say(asksInVain(card).length > 0, `${person.name} is asked for what is done: ${asksInVain(card).join(', ')}`);
    const titles = owed(person).map(({ subject }) => subject.title.slice(0, 100));
    const named = bold.filter((row) => !/opgaver?, der er over tiden|overdue tasks?/.test(row));
    for (const row of isDigest(card, today) ? named : [])
      say(!titles.some((title) => row.includes(title)), `${person.name} is told of ${row}`);
    say(/\{\{|undefined|reminderCards\./.test(text), `an unfilled text: ${text}`);
    say(card.buttons.length > mostButtons, `${card.buttons.length} buttons`);
  }

  async function press(card: DigestInChat): Promise<void> {
    const [act] = reader.read(card.person, card.messageId).acts;
    if (!act) return;
    const inputs = { note: 'Det er gjort.', evidence: 'Sag 26/123' };
    const answer = await world.desk.world!.teams.press(card.person.id, {
      messageId: card.messageId,
      title: act.title,
      inputs,
    });
    counted.presses += 1;
    say(answer.status !== 200, `${act.title} was answered ${answer.status}`);
    const words = JSON.stringify(answer.card ?? answer.value);
    say(/Noget gik galt|passer ikke mere|Something went wrong/.test(words), `${act.title} was answered with an error`);
  }

  async function doInTab({ person }: DigestInChat): Promise<void> {
    for (const { kind, subject, centreId } of owed(person)) {
      const work = { kind, key: subject.key, centreId, today };
      const answer =
        (await doContingencyWork(world, person, work)) ??
        (await doRiskWork(world, person, work)) ??
        (await inTab(person, kind, subject.key));
      counted.tab += 1;
      say(
        answer.status !== 200 && answer.status !== 403,
        `${kind} of ${subject.title} in the tab was answered ${answer.status} ${JSON.stringify(answer.body)}`,
      );
    }
  }
  function inTab(person: WorldPerson, kind: string, key: string) {
    const { context } = world.program;
    const procedure = `/api/procedures/${context.list(ProcedureVersions).get(key)?.procedureKey ?? key}`;
    switch (kind) {
      case 'acknowledgePolicy':
        return world.as(person, 'POST', `/api/policy/versions/${key}/acknowledge`);
      case 'takeCourse':
        return world.as(person, 'POST', `/api/learning/rounds/${key}/declare`, {});
      case 'acknowledgeProcedure':
        return world.as(person, 'POST', `${procedure}/acknowledge`, { versionKey: key });
      case 'reviewProcedure':
        return world.as(person, 'POST', `${procedure}/renew`, {});
      case 'resubmit':
        return world.as(person, 'POST', `/api/procedures/${latestOf(key)}/submit`);
      case 'reapprovePolicy':
        return world.as(person, 'POST', '/api/policy/reapprove', {});
      case 'vote':
        return voteInTab(person, key);
      case 'recordDecision':
        return recordInTab(person, key);
      case 'recheckFinding':
        return world.as(person, 'POST', `/api/inspection-findings/${key}/recheck`, { effect: 'works', note: 'Set.' });
    }
    const evidence = findTask(context, key)?.activity.evidence === '' ? {} : { evidence: 'Sag 26/123' };
    return world.as(person, 'POST', `/api/wheel/tasks/${key}/complete`, { note: 'Det er gjort.', ...evidence });
  }
  /** The procedure of a returned request. */
  const latestOf = (requestKey: string) => {
    const { context } = world.program;
    const versionKey = context.list(ApprovalRequests).get(requestKey)?.subjectKey ?? '';
    return context.list(ProcedureVersions).get(versionKey)?.procedureKey;
  };
  function voteInTab(person: WorldPerson, key: string) {
    const { request, number } = stageByKey(world.program.context, key)!;
    const { contentHash } = request;
    return world.as(person, 'POST', `/api/approvals/${request.key}/vote`, {
      ...{ stage: number, contentHash, choice: 'approve' },
    });
  }
  function recordInTab(person: WorldPerson, key: string) {
    const { request, number } = stageByKey(world.program.context, key)!;
    const decision = { stage: number, meetingOn: today, itemNumber: '7', outcome: 'approved' };
    return world.as(person, 'POST', `/api/approvals/${request.key}/record`, decision);
  }

  async function react(card: DigestInChat): Promise<void> {
    switch (habitOf(card.person)) {
      case 'at once':
        return press(card);
      case 'twice':
        await press(card);
        return press(card);
      case 'in the tab':
        return doInTab(card);
      case 'a week late':
        return void waiting.push({ from: addDays(today, 7), card });
      case 'never':
      case undefined:
        return undefined;
    }
  }

  /** Every task overdue for a while was told to its owner, unless unreachable. */
  async function checkEverybodyReminded(): Promise<void> {
    const { body } = await world.as(ciso, 'GET', '/api/unreachable');
    const outOfReach = new Set(unreachableView.parse(body).people.map(({ id }) => id));
    for (const { personId, due, since, state, subject } of allObligations(world.program.context, today)) {
      const days = daysBetween(due > since ? due : since, today);
      const person = findPerson(world.program.context, personId);
      if (state !== 'open' || days <= longestSilence || outOfReach.has(personId) || !person) continue;
      if (isAway(person, addDays(today, -longestSilence))) continue;
      counted.checked += 1;
      const told = latest.get(personId);
      const quiet = told === undefined ? undefined : daysBetween(told, today);
      say(
        quiet === undefined || quiet > longestSilence,
        `${person.title} heard nothing of ${subject.title} for ${quiet}`,
      );
    }
  }

  /** Cards of the last month, in their current state. */
  function checkOldCards(cards: readonly DigestInChat[]): void {
    for (const card of cards) {
      const now = reader.read(card.person, card.messageId);
      const done = asksInVain(now).filter((key) => isDone(card.person, key));
      say(done.length > 0, `an old card of ${card.person.name} asks for ${done.join(', ')}, which is done`);
      counted.edits += Number(now.text !== card.text);
    }
  }

  function checkNumbers(cards: readonly DigestInChat[]): void {
    const campaign = world.program.context.list(Campaigns).get(`digest-${today}`);
    const counts = campaign ? campaignCounts(world.program.context, campaign) : {};
    const sent = counts.sent ?? 0;
    const got = cards.filter((card) => localDate(new Date(card.at)) === today && isDigest(card, today)).length;
    say(sent !== got, `${sent} are said to be sent, ${got} came`);
    say((counts.waiting ?? 0) + (counts.reserved ?? 0) > 0, 'somebody still waits');
  }

  const events: Record<number, () => Promise<unknown>> = {
    8: async () => {
      const isk = await world.personWith('coordinator');
      const leave = { from: today, to: addDays(today, 24) };
      say((await world.save(isk, `/api/absences/${isk.id}`, leave)).status !== 200, 'leave was refused');
    },
    18: async () => {
      const { versions } = policyPageView.parse((await world.as(ciso, 'GET', '/api/policy')).body);
      const draft = versions.find(({ state }) => state === 'draft');
      const path = `/api/policy/versions/${draft?.key}/publish`;
      const { status } = await world.as(ciso, 'POST', path, { reason: 'Vedtaget af Byrådet' });
      say(status !== 200, `the policy was not published: ${status}`);
      // Sent on its own day, on any machine.
      await world.program.process();
    },
    27: async () => {
      const { directory } = world.desk.world!;
      const like = directory.users().find(({ department, accountEnabled }) => department && accountEnabled)!;
      directory.addUser({
        displayName: 'Ny Medarbejder',
        userPrincipalName: 'ny.medarbejder@ishoj.example',
        mail: 'ny.medarbejder@ishoj.example',
        jobTitle: 'Pædagog',
        department: like.department!,
        employeeHireDate: atDanishTime(today, '08:00'),
        accountEnabled: true,
        teamsLicence: true,
        appInstalled: true,
      });
      await world.program.process();
      people = await world.people();
    },
    36: async () => {
      const employee = people.find(({ roles }) => roles.length === 1)!;
      world.desk.world!.directory.updateUser(employee.id, { accountEnabled: false });
    },
  };

  async function workingDay(number: number, recent: { day: LocalDate; card: DigestInChat }[]): Promise<void> {
    counted.days += 1;
    await go('09:00');
    const news = reader.news();
    // Approvers, and those notified of decisions, get a separate card at once.
    const cards = news.filter((card) => !isAboutDecision(card));
    for (const card of cards) check(card);
    for (const card of news.filter(isAboutDecision)) await react(card);
    checkNumbers(cards);
    for (const card of cards) recent.push({ day: today, card });
    await events[number]?.();
    for (const card of cards) await react(card);
    for (const { card } of waiting.filter(({ from }) => from <= today)) await press(card);
    waiting.splice(0, waiting.length, ...waiting.filter(({ from }) => from > today));
    if (number % 20 !== 7) return;
    await checkEverybodyReminded();
    await go('17:30');
    say(
      reader.news().some((card) => isDigest(card, today)),
      'a reminder came after hours',
    );
    checkOldCards(recent.filter(({ day }) => daysBetween(day, today) < 30).map(({ card }) => card));
  }

  async function closedDay(): Promise<void> {
    counted.closed += 1;
    await go('10:00');
    for (const card of reader.news()) if (!isAboutDecision(card)) checkMoment(card);
  }

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600', SYNC_MINUTES: '1440' });
    people = await world.people();
    ciso = await world.personWith('ciso');
    reader = chatReader(world, () => people);
    const [blocked, without] = people.filter(({ roles }) => roles.length === 1).slice(-2);
    world.desk.world!.teams.block(blocked!.id, true);
    await world.desk.world!.teams.uninstall(without!.id);
    // What the seeded municipality began is sent whatever the first day.
    await world.program.process();
    reader.news();
    const start = todayOf(world.desk.clock);
    const recent: { day: LocalDate; card: DigestInChat }[] = [];
    for (let number = 1; number <= lengthInDays; number += 1) {
      today = addDays(start, number);
      // Every holiday is checked, and a weekend a month, whatever the first day: they are all alike.
      if (isWorkingDay(today)) await workingDay(counted.days, recent);
      else if (holidayName(today) !== undefined || number % 30 < 7) await closedDay();
    }
  }, 1_200_000);
  afterAll(() => world.close());

  it('keeps every promise about reminders', () => {
    expect(wrong.slice(0, 30)).toEqual([]);
  });

  it('were months in which much happened', () => {
    expect(counted.days).toBeGreaterThan(45);
    expect(counted.closed).toBeGreaterThan(3);
    expect(counted.cards).toBeGreaterThan(300);
    expect(counted.presses).toBeGreaterThan(150);
    expect(counted.tab).toBeGreaterThan(20);
    expect(counted.edits).toBeGreaterThan(20);
    expect(counted.checked).toBeGreaterThan(50);
  });

  it('stands in the log, whose numbers add up day by day', async () => {
    const { body } = await world.as(ciso, 'GET', '/api/reminders/log');
    const { days } = remindersContract['GET /api/reminders/log'].answer.parse(body);
    expect(days.length).toBeGreaterThan(40);
    for (const { day, counts, told, doneSince } of days) {
      expect(told, day).toBe((counts['sent'] ?? 0) + (counts['uncertain'] ?? 0));
      expect(doneSince, day).toBeGreaterThanOrEqual(0);
      expect(isWorkingDay(day as LocalDate), day).toBe(true);
    }
    const [first] = days;
    const rows = remindersContract['GET /api/reminders/log/:day'].answer.parse(
      (await world.as(ciso, 'GET', `/api/reminders/log/${first!.day}`)).body,
    );
    expect(rows.total).toBe(Object.values(first!.counts).reduce((sum, count) => sum + count, 0));
  });
});
