import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { audiencePreview, coverageView, missingView, policyPageView } from '../../api/policy/contract.ts';
import { campaignView } from '../../api/deliveries/contract.ts';
import { addDays, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const acknowledgeTitle = 'Jeg har læst og følger den';
const publishAnswer = z.object({ version: z.object({ state: z.string() }), campaign: campaignView.optional() });
const campaignAnswer = z.object({ campaign: campaignView.optional() });

describe('the policy reaches everyone', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let draftKey: string;

  const coverage = async () =>
    coverageView.parse((await world.as(ciso, 'GET', `/api/policy/versions/${draftKey}/coverage`)).body);
  const campaign = async () => {
    const { body } = await world.as(ciso, 'GET', `/api/policy/versions/${draftKey}/campaign`);
    const { campaign: found } = campaignAnswer.parse(body);
    if (!found) throw new Error('the version has no campaign');
    return found;
  };
  const askedBy = (line: ChatLine) => line.from === 'bot' && JSON.stringify(line.card ?? '').includes(draftKey);
  const cardOf = async (person: { id: string }) => {
    const found = (await world.chatOf(person)).findLast(askedBy);
    if (!found) throw new Error('no card about the version in the chat');
    return found;
  };
  /** Employees asked by the bot without an answer yet. */
  const asked = async () => {
    const found: WorldPerson[] = [];
    for (const person of await world.people()) if ((await world.chatOf(person)).some(askedBy)) found.push(person);
    return found;
  };

  let preview: { people: number; reachable: number };
  beforeAll(async () => {
    world = await startWorld();
    ciso = await world.personWith('ciso');
    const { versions } = policyPageView.parse((await world.as(ciso, 'GET', '/api/policy')).body);
    draftKey = versions.find(({ state }) => state === 'draft')?.key ?? '';
  });
  afterAll(() => world.close());

  it('tells the CISO whom a publication reaches before anything is sent', async () => {
    const { status, body } = await world.as(ciso, 'GET', `/api/policy/versions/${draftKey}/audience`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ changeKind: 'major', carriedOver: 0 });
    const { people, reachable, centres, unreachable } = audiencePreview.parse(body);
    preview = { people, reachable };
    expect(unreachable.reduce((sum, one) => sum + one.people, 0)).toBe(people - reachable);
    expect(centres.reduce((sum, centre) => sum + centre.people, 0)).toBe(people);
  });

  it('refuses publication by a coordinator, without a reason, and of a version that is not there', async () => {
    const coordinator = await world.personWith('coordinator');
    const path = `/api/policy/versions/${draftKey}/publish`;
    expect((await world.as(coordinator, 'POST', path, { reason: 'Jeg vil gerne' })).status).toBe(403);
    const noReason = await world.as(ciso, 'POST', path, { reason: '' });
    expect(noReason).toMatchObject({ status: 400, body: { error: { kind: 'invalid', fields: [{ path: 'reason' }] } } });
    expect(
      (await world.as(ciso, 'POST', '/api/policy/versions/nowhere/publish', { reason: 'Vedtaget' })).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it('publishes once when two press at the same time, and everybody who can be reached gets one card', async () => {
    const path = `/api/policy/versions/${draftKey}/publish`;
    const answers = await Promise.all(
      [1, 2].map(() => world.as(ciso, 'POST', path, { reason: 'Vedtaget af udvalget' })),
    );
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const published = answers.find(({ status }) => status === 200);
    expect(publishAnswer.parse(published?.body).version.state).toBe('published');
    await world.process();

    const { state, audience, counts } = await campaign();
    expect(state).toBe('finished');
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(audience);
    expect(counts['waiting'] ?? 0).toBe(0);
    expect(counts['reserved'] ?? 0).toBe(0);
    const people = await asked();
    expect(people.length).toBe(counts['sent']);
    // The forecast equals the result.
    expect({ people: audience, reachable: counts['sent'] }).toEqual(preview);
    expect(audience).toBeGreaterThan(people.length);
    for (const person of people) expect((await world.chatOf(person)).filter(askedBy)).toHaveLength(1);
  });

  it('turns the card into its receipt, counts it, and answers a second press with the same receipt', async () => {
    const [person] = await asked();
    const before = await coverage();
    const card = await cardOf(person!);
    const answer = await world.press(person!, card.id, acknowledgeTitle);
    expect(JSON.stringify(answer.body)).toContain('Du bekræftede version 5.0');
    const after = await coverage();
    expect(after.acknowledged).toBe(before.acknowledged + 1);
    expect(after.acknowledged + after.missing).toBe(after.people);
    const inChat = (await world.chatOf(person!)).find(({ id }) => id === card.id);
    expect(JSON.stringify(inChat?.card)).not.toContain(acknowledgeTitle);

    const again = await world.as(person!, 'POST', `/api/policy/versions/${draftKey}/acknowledge`);
    expect(again).toMatchObject({ status: 200, body: { result: 'alreadyAcknowledged', receipt: { channel: 'card' } } });
    expect((await coverage()).acknowledged).toBe(after.acknowledged);
  });

  it('shows the receipt in the card when the policy is acknowledged in the tab', async () => {
    const [, , person] = await asked();
    const card = await cardOf(person!);
    const { body } = await world.as(person!, 'POST', `/api/policy/versions/${draftKey}/acknowledge`);
    expect(body).toMatchObject({ result: 'acknowledged', receipt: { channel: 'tab', versionNumber: '5.0' } });
    await world.process();
    const changed = (await world.chatOf(person!)).find(({ id }) => id === card.id);
    expect(JSON.stringify(changed?.card)).toContain('Du bekræftede version 5.0');
  });

  it('shows an employee only their own receipt and none of the coverage', async () => {
    const employee = (await asked()).find(({ roles }) => roles.length === 1)!;
    for (const path of ['coverage', 'missing', 'receipts', 'coverage.xlsx', 'audience'])
      expect((await world.as(employee, 'GET', `/api/policy/versions/${draftKey}/${path}`)).status, path).toBe(403);
    expect((await world.as(employee, 'GET', '/api/policy')).status).toBe(200);
  });

  it('shows a coordinator the missing people of the own centre, and no other', async () => {
    const coordinator = await world.personWith('coordinator');
    const { body } = await world.as(coordinator, 'GET', `/api/policy/versions/${draftKey}/missing`);
    const { people } = missingView.parse(body);
    expect(people.length).toBeGreaterThan(0);
    expect(new Set(people.map(({ centre }) => centre)).size).toBeLessThanOrEqual(2);
  });

  it('asks a new employee on day one, and stops asking one who has left', async () => {
    const { clock, directory } = world.desk.world!;
    const workday = workingDayFrom(addDays(todayOf(clock), 1));
    const at = async (day: LocalDate, time: `${number}:${number}`) => {
      await world.control('PUT', 'clock', { now: atDanishTime(day, time) });
      await world.process();
    };
    const like = directory.users().find(({ department, accountEnabled }) => department && accountEnabled)!;
    const newcomer = directory.addUser({
      displayName: 'Ny Medarbejder',
      userPrincipalName: 'ny.medarbejder@ishoj.example',
      mail: 'ny.medarbejder@ishoj.example',
      jobTitle: 'Pædagog',
      department: like.department!,
      employeeHireDate: atDanishTime(workday, '07:00'),
      accountEnabled: true,
      teamsLicence: true,
      appInstalled: true,
    });
    await at(workday, '07:30');
    expect((await world.chatOf(newcomer)).filter(askedBy)).toEqual([]);
    await at(workday, '08:00');
    expect((await world.chatOf(newcomer)).filter(askedBy)).toHaveLength(1);
    await world.control('PUT', 'clock', { now: atDanishTime(addDays(workday, 1), '12:00') });
    const before = await coverage();
    directory.updateUser(newcomer.id, { accountEnabled: false });
    await world.process();
    const after = await coverage();
    expect(after.people).toBe(before.people - 1);
    const { body } = await world.as(ciso, 'GET', `/api/policy/versions/${draftKey}/receipts?q=Ny%20Medarbejder`);
    expect(body).toMatchObject({ receipts: [{ outcome: 'left' }] });
  });

  it('answers a press on a superseded version with the version in force', async () => {
    const [, , , person] = await asked();
    const old = await cardOf(person!);
    const draft = await world.as(ciso, 'POST', '/api/policy/versions', {
      title: 'Informationssikkerhedspolitik',
      number: '5.1',
      body: '# Politik\n\nEn rettelse.',
      summary: 'Rettede stavefejl.',
      changeKind: 'minor',
      effectiveOn: '2026-12-01',
    });
    const { key } = z.object({ key: z.string() }).parse(draft.body);
    await world.as(ciso, 'POST', `/api/policy/versions/${key}/publish`, {
      reason: 'Rettelse af stavefejl',
      when: 'now',
    });
    const before = await coverage();
    const answer = await world.press(person!, old.id, acknowledgeTitle);
    expect(JSON.stringify(answer.body)).toContain('5.1');
    await world.process();
    const covered = coverageView.parse((await world.as(ciso, 'GET', `/api/policy/versions/${key}/coverage`)).body);
    // The change is minor: receipts count, and carry over.
    expect(covered.acknowledged).toBe(before.acknowledged + 1);
  });
});
