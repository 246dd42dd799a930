import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalsView, approvalView, type ApprovalView } from '../../api/approvals/contract.ts';
import { addDays, localDate, todayOf } from '../../api/kernel/index.ts';
import { commentsView, policyPageView, policyVersionView } from '../../api/policy/contract.ts';
import { planView } from '../../api/annual-wheel/contract.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';
import { workingDayFrom } from '../../api/working-days.ts';

describe('the policy on its way to Byrådet', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let secretary: WorldPerson;
  let committee: WorldPerson[];
  let management: WorldPerson[];
  let key: string;
  let number: string;

  const page = async (person = ciso) => policyPageView.parse((await world.as(person, 'GET', '/api/policy')).body);
  const version = async () =>
    policyVersionView.parse((await world.as(ciso, 'GET', `/api/policy/versions/${key}`)).body);
  const openRequest = async (): Promise<ApprovalView> => {
    const { approval } = await version();
    if (!approval) throw new Error('the version is not with anybody');
    return approvalView.parse((await world.as(ciso, 'GET', `/api/approvals/${approval.requestKey}`)).body);
  };
  const textOf = (line: ChatLine) => JSON.stringify(line.card ?? '');
  const cardOf = async (person: WorldPerson) =>
    (await world.chatOf(person)).findLast((line) => line.from === 'bot' && textOf(line).includes(`politik ${number}`));
  const vote = (person: WorldPerson, view: ApprovalView, choice: string, reason?: string) =>
    world.as(person, 'POST', `/api/approvals/${view.key}/vote`, {
      ...{ stage: view.stage?.number, contentHash: view.contentHash, choice },
      ...(reason === undefined ? {} : { reason }),
    });
  const tomorrow = async () => {
    const day = workingDayFrom(addDays(todayOf(world.desk.clock), 1));
    await world.control('PUT', 'clock', { now: atDanishTime(day, '09:30') });
    await world.process();
  };

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60', POLL_SECONDS: '3600' });
    const everybody = await world.people();
    ciso = await world.personWith('ciso');
    secretary = await world.personWith('councilSecretary');
    committee = everybody.filter(({ roles }) => roles.includes('securityCommittee'));
    management = everybody.filter(({ roles }) => roles.includes('corporateManagement'));
    const draft = (await page()).versions.find(({ state }) => state === 'draft');
    key = draft?.key ?? '';
    number = draft?.number ?? '';
    await tomorrow();
  });
  afterAll(() => world.close());

  it('is commented by the committee while it is a draft', async () => {
    const member = committee.find(({ id }) => id !== ciso.id)!;
    const comments = `/api/policy/versions/${key}/comments`;
    const answer = await world.as(member, 'POST', comments, { text: 'Skal vi også nævne leverandører?' });
    expect(commentsView.parse(answer.body)).toMatchObject({ open: 1 });
    const employee = (await world.people()).find(({ roles }) => roles.length === 1)!;
    expect((await world.as(employee, 'GET', comments)).status).toBeGreaterThanOrEqual(403);
  });

  it('goes to the committee, which sends it back; nobody can change it meanwhile', async () => {
    expect((await world.as(ciso, 'POST', `/api/policy/versions/${key}/submit`)).status).toBe(200);
    const { title, body, summary, changeKind, effectiveOn } = await version();
    const draft = { title, number, body: `${body}\n\nOgså leverandører.`, summary, changeKind, effectiveOn };
    const refused = await world.save(ciso, `/api/policy/versions/${key}`, draft);
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'policy.isWaiting' } } });
    await world.process();
    const request = await openRequest();
    const others = committee.filter(({ id }) => id !== ciso.id);
    const own = await vote(ciso, request, 'approve');
    expect(own).toMatchObject({ status: 403, body: { error: { code: 'approvals.ownSubmission' } } });
    for (const member of others.slice(0, 4)) {
      expect(await cardOf(member), member.name).toBeDefined();
      expect((await vote(member, request, 'askChanges', 'Skriv om leverandører.')).status, member.name).toBe(200);
    }
    await world.process();
    expect((await version()).approval).toMatchObject({ state: 'returned', round: 1 });
    expect((await world.save(ciso, `/api/policy/versions/${key}`, draft)).status).toBe(200);
  });

  it('comes again, and two who decide in the same second make one decision', async () => {
    await world.as(ciso, 'POST', `/api/policy/versions/${key}/submit`);
    await world.process();
    const request = await openRequest();
    expect(request).toMatchObject({ round: 2, difference: { against: 'round' } });
    const others = committee.filter(({ id }) => id !== ciso.id);
    for (const member of others.slice(0, 3)) await vote(member, request, 'approve');
    const race = await Promise.all(others.slice(3).map((member) => vote(member, request, 'approve')));
    expect(race.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(race.some(({ status }) => status === 200)).toBe(true);
    await world.process();
    const after = await openRequest();
    expect(after.stages.map(({ state }) => state)).toEqual(['approved', 'open', 'waiting']);
    expect(after.events.filter(({ what, stage }) => what === 'stageClosed' && stage === 1)).toHaveLength(1);
    const late = await vote(others[0]!, request, 'reject', 'For sent');
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'approvals.stageClosed' } } });
  });

  it('is decided by Koncernledelsen from their cards', async () => {
    for (const member of management) {
      const { approvals } = approvalsView.parse((await world.as(member, 'GET', '/api/approvals')).body);
      if (!approvals.some(({ title, mine }) => title.endsWith(number) && mine === 'vote')) continue;
      await world.press(member, (await cardOf(member))!.id, 'Godkend');
    }
    await world.process();
    expect((await openRequest()).stages.map(({ state }) => state)).toEqual(['approved', 'approved', 'open']);
    for (const member of management) {
      const card = await cardOf(member);
      if (card) expect(textOf(card), member.name).not.toContain('"title":"Godkend"');
    }
  });

  it('is postponed by Byrådet, which the submitter hears, once, with the day it is taken up again', async () => {
    await tomorrow();
    const { key: requestKey } = await openRequest();
    const today = todayOf(world.desk.clock);
    const postpone = {
      ...{ stage: 3, meetingOn: today, itemNumber: '9', outcome: 'postponed', note: 'Økonomien mangler.' },
      nextMeetingOn: addDays(today, 14),
    };
    const path = `/api/approvals/${requestKey}/record`;
    for (let times = 0; times < 2; times += 1)
      expect((await world.as(secretary, 'POST', path, postpone)).status).toBe(200);
    await world.process();
    const told = async () => (await world.chatOf(ciso)).filter((line) => textOf(line).includes('Din sag er udsat'));
    expect(await told()).toHaveLength(1);
    const [card] = await told();
    expect(textOf(card!)).toContain('Økonomien mangler.');
    await tomorrow();
    expect(await told()).toHaveLength(1);
  });

  it('waits for Byrådet, whose secretary records the decision, and is then in force by itself', async () => {
    await tomorrow();
    const request = await openRequest();
    // The case arrives by card, with a paper to attach, and states whom the decision asks.
    expect(textOf((await cardOf(secretary))!)).toContain('Ny sag til Byrådet');
    const paper = await world.download(secretary, `/api/approvals/${request.key}/case`);
    expect(Buffer.from(paper.subarray(0, 5)).toString()).toBe('%PDF-');
    const seen = approvalView.parse((await world.as(secretary, 'GET', `/api/approvals/${request.key}`)).body);
    expect(seen.follows?.people).toBeGreaterThan(10);
    const record = {
      ...{ stage: 3, meetingOn: todayOf(world.desk.clock), itemNumber: '14', outcome: 'approved' },
      minutesUrl: 'https://kommunen.example/referat/14',
    };
    const path = `/api/approvals/${request.key}/record`;
    expect((await world.as(ciso, 'POST', path, record)).status).toBe(403);
    expect((await world.as(secretary, 'POST', path, record)).status).toBe(200);
    expect((await world.as(secretary, 'POST', path, record)).status).toBe(200);
    const minutes = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
    const attached = await world.upload(secretary, `/api/approvals/${request.key}/minutes/3`, 'Referat.pdf', minutes);
    expect(attached).toMatchObject({
      status: 200,
      body: { stages: [{}, {}, { decision: { minutes: { name: 'Referat.pdf' } } }] },
    });
    await world.process();
    expect(await version()).toMatchObject({ state: 'published', approval: { state: 'approved' } });
    const { yearly } = await page();
    const today = localDate(world.desk.clock.now());
    expect(yearly).toMatchObject({ approvedOn: today, nextDue: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}` });
    const plans = await world.as(ciso, 'GET', '/api/wheel/plans');
    expect(
      planView
        .array()
        .parse((plans.body as { plans: unknown }).plans)
        .some((plan) => plan.policyVersionKey === key),
    ).toBe(true);
    const asked = (await world.people()).find(({ roles }) => roles.length === 1)!;
    expect((await page(asked)).abilities.acknowledge).toBe(true);
  });

  it('is approved again next year without a change, and nobody is asked to acknowledge again', async () => {
    const someone = (await world.people()).find(({ roles }) => roles.length === 1)!;
    await world.as(someone, 'POST', `/api/policy/versions/${key}/acknowledge`);
    const again = await world.as(ciso, 'POST', '/api/policy/reapprove', { note: 'Uændret.' });
    expect(again.status).toBe(200);
    const request = await openRequest();
    expect(request).toMatchObject({ purpose: 'reapproval', state: 'open' });
    for (const member of committee) await vote(member, request, 'approve');
    for (const member of management) await vote(member, await openRequest(), 'approve');
    await tomorrow();
    const { stage, key: requestKey } = await openRequest();
    expect(stage).toMatchObject({ number: 3, body: 'cityCouncil' });
    await world.as(secretary, 'POST', `/api/approvals/${requestKey}/record`, {
      ...{ stage: 3, meetingOn: todayOf(world.desk.clock), itemNumber: '3', outcome: 'approved' },
    });
    await world.process();
    const after = await page(someone);
    expect(after.current).toMatchObject({ key, number });
    expect(after.abilities.acknowledge).toBe(false);
    expect((await page()).yearly).toMatchObject({ approvedOn: todayOf(world.desk.clock) });
  });
});
