import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { approvalsView } from '../../api/approvals/contract.ts';
import { assetView } from '../../api/assets/contract.ts';
import { continuityView, serviceView, type ServiceBody } from '../../api/critical-services/contract.ts';
import { contingencyContract, emptyPlanContent, planView, testView } from '../../api/contingency/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { meView } from '../../api/organisation/contract.ts';
import { isWorkingDay } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const centreId = 'voksne-og-velfaerd';
const system = 'Træningsplanen';
const planTitle = 'Træning uden it';

describe('from impact over time to a plan that is approved, printed, tested and made better', () => {
  let world: JourneyWorld;
  let isk: WorldPerson;
  let manager: WorldPerson;
  let anne: WorldPerson;
  let committee: WorldPerson[];
  let assetKey: string;
  let serviceKey: string;
  let given: Omit<ServiceBody, 'needs'>;
  let planKey: string;
  let testKey: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const today = () => todayOf(world.desk.clock);
  const get = async (person: WorldPerson, path: string) => (await world.as(person, 'GET', path)).body;
  const post = (person: WorldPerson, path: string, body?: unknown) => world.as(person, 'POST', path, body);
  const owes = async (person: WorldPerson, kind: string) =>
    meView.parse(await get(person, '/api/me')).obligations.filter((one) => one.kind === kind);
  const later = (minutes: number) =>
    world.control('PUT', 'clock', { now: new Date(world.desk.clock.now().getTime() + minutes * 60_000).toISOString() });
  const textOf = (line: ChatLine | undefined) => JSON.stringify(line?.card ?? '');
  const cardsOf = async (person: WorldPerson, words: string) =>
    (await world.chatOf(person)).filter((line) => line.from === 'bot' && textOf(line).includes(words));
  const approve = async (person: WorldPerson, title: string) => {
    const { approvals } = approvalsView.parse(await get(person, '/api/approvals?show=waiting'));
    if (!approvals.some((row) => row.title.includes(title) && row.mine === 'vote')) return;
    const card = (await cardsOf(person, title)).findLast((line) => textOf(line).includes('"title":"Godkend"'));
    if (!card) throw new Error(`${person.name} has no card about ${title}`);
    await world.press(person, card.id, 'Godkend');
  };
  const everybodyApproves = async (title: string) => {
    await world.process();
    await approve(manager, title);
    await world.process();
    for (const member of committee) await approve(member, title);
    await world.process();
  };
  const continuity = async () => continuityView.parse(await get(isk, `/api/assets/${assetKey}/continuity`));
  const plan = async (person = isk) => planView.parse(await get(person, `/api/contingency/plans/${planKey}`));
  const test = async () => testView.parse(await get(isk, `/api/contingency/tests/${testKey}`));
  const overview = contingencyContract['GET /api/contingency/overview'].answer;

  beforeAll(async () => {
    world = await startWorld();
    isk = await named('Mette Sørensen');
    manager = await named('Hanne Toft Lauridsen');
    anne = await named('Anne Jensen');
    committee = (await world.people()).filter(({ roles }) => roles.includes('securityCommittee'));
    const made = await post(isk, '/api/assets', {
      ...{ title: system, kind: 'system', criticality: 'medium', centreId, ownerId: isk.id, usedBy: [centreId] },
    });
    assetKey = assetView.parse(made.body).key;
    await world.process();
  });
  afterAll(() => world.close());

  it('begins with what happens over time, which says how long the system may be down', async () => {
    given = {
      ...{ title: 'Genoptræning', audience: 'citizens', centreId, ownerId: isk.id },
      impacts: [
        { hours: 1, level: 0, words: '' },
        { hours: 4, level: 1, words: 'Vi ringer til borgerne' },
        { hours: 24, level: 3, words: 'Borgere mister fremskridt' },
      ],
      ...{ mtd: 24, rto: 8, rpo: 4, mtdReason: 'En dag uden træning kan indhentes, to kan ikke.' },
    };
    const made = await post(isk, '/api/critical-services', { ...given, needs: [assetKey] });
    expect(made.status).toBe(200);
    const service = serviceView.parse(made.body);
    serviceKey = service.key;
    expect(service).toMatchObject({ proposedMtd: 24, accepted: { state: 'none' }, gaps: ['notAccepted'] });
    expect(await continuity()).toMatchObject({
      vital: { is: true, basis: 'derived' },
      mtd: { hours: 24, decidedBy: { kind: 'service', service: { title: 'Genoptræning' } } },
    });
    expect((await post(anne, '/api/critical-services', { title: 'Min', audience: 'operation' })).status).toBe(403);
  });

  it('is accepted by those who answer for it, until somebody changes a figure', async () => {
    expect((await world.save(isk, `/api/critical-services/${serviceKey}/ask-acceptance`, {}, 'POST')).status).toBe(200);
    await everybodyApproves('Genoptræning');
    const service = async () => serviceView.parse(await get(isk, `/api/critical-services/${serviceKey}`));
    const accepted = await service();
    expect(accepted).toMatchObject({ accepted: { state: 'accepted' }, gaps: [] });
    expect(accepted.accepted.by?.map(({ name }) => name)).toContain(manager.name);
    const change = (rto: number) =>
      world.save(isk, `/api/critical-services/${serviceKey}`, { ...given, needs: [assetKey], rto });
    expect((await change(6)).body).toMatchObject({ accepted: { state: 'stale' }, gaps: ['notAccepted'] });
    expect((await change(8)).body).toMatchObject({ accepted: { state: 'accepted' }, gaps: [] });
  });

  it('asks for a plan, which names people, and is written by the ISK', async () => {
    const begun = await post(isk, '/api/contingency/plans', { kind: 'emergencyProcedure', assetKey, centreId });
    expect(begun.status).toBe(200);
    const view = planView.parse(begun.body);
    planKey = view.key;
    expect(view.lacks.length).toBeGreaterThan(0);
    expect((await post(isk, `/api/contingency/plans/${planKey}/submit`)).status).toBe(400);
    const content = {
      ...emptyPlanContent,
      triggers: ['Træningsplanen svarer ikke i en halv time'],
      firstHour: [{ key: 's1', text: 'Ring til dagens borgere', role: 'Terapeut', personId: anne.id, minutes: 30 }],
      contacts: [{ key: 'c1', role: 'Teamleder', personId: isk.id, phone: '43 57 00 01', name: '', note: '' }],
    };
    const saved = await world.as(isk, 'PUT', `/api/contingency/plans/${planKey}/draft`, {
      ...{ title: planTitle, centreIds: [centreId], content, summary: 'Den første', reviewMonths: 12, testMonths: 12 },
      expected: view.coming?.changedAt,
    });
    expect(saved.status).toBe(200);
    expect(planView.parse(saved.body).lacks).toEqual([]);
  });

  it('is approved by the manager and the committee, since the system is vital, and stored in the library', async () => {
    expect((await post(isk, `/api/contingency/plans/${planKey}/submit`)).status).toBe(200);
    expect((await plan()).way?.map(({ body }) => body)).toEqual(['centreManager', 'securityCommittee']);
    await everybodyApproves(planTitle);
    const approved = await plan();
    expect(approved).toMatchObject({ current: { state: 'valid', number: 1 } });
    expect(approved.current?.document?.name).toContain('.pdf');
  });

  it('is confirmed by those it names, from a card that comes on a day without another', async () => {
    let day = addDays(today(), 1);
    while (!isWorkingDay(day)) day = addDays(day, 1);
    await world.control('PUT', 'clock', { now: atDanishTime(day, '09:00') });
    await world.process();
    const [card] = await cardsOf(anne, planTitle);
    expect(textOf(card)).toContain('Ring til dagens borgere');
    expect(await owes(anne, 'confirmPart')).toHaveLength(1);
    await world.press(anne, card?.id ?? '', 'Jeg kender min del');
    expect(await owes(anne, 'confirmPart')).toEqual([]);
    expect((await plan(anne)).mine?.confirmedAt).toBeDefined();
    const outside = (await world.people()).find(
      ({ centre, roles }) => centre !== undefined && centre !== anne.centre && roles.length === 1,
    );
    if (!outside) throw new Error('everybody is of one centre');
    expect((await world.as(outside, 'GET', `/api/contingency/plans/${planKey}`)).status).toBe(404);
  });

  it('comes into the centre’s pack, which the ISK prints and puts in place', async () => {
    const packs = contingencyContract['GET /api/contingency/packs'].answer;
    const mine = async () =>
      packs.parse(await get(isk, '/api/contingency/packs')).rows.find(({ centre }) => centre.id === centreId);
    const row = await mine();
    expect(row?.status).toBe('notPlaced');
    const packKey = row?.latest?.key ?? '';
    const html = Buffer.from(await world.download(isk, `/api/contingency/packs/${packKey}/html`)).toString('utf8');
    expect(html).toContain('Ring til dagens borgere');
    const pdf = await world.download(isk, `/api/contingency/packs/${packKey}/pdf`);
    expect(Buffer.from(pdf.slice(0, 5)).toString('latin1')).toBe('%PDF-');
    expect(await owes(isk, 'placePack')).toHaveLength(1);
    const placed = { place: 'Rød mappe i vagtrummet', placedOn: today() };
    expect((await post(isk, `/api/contingency/packs/${packKey}/placed`, placed)).status).toBe(200);
    expect((await mine())?.status).toBe('placed');
    expect(await owes(isk, 'placePack')).toEqual([]);
  });

  it('is tested with injects on a clock, and what people decide is in the log', async () => {
    const planned = await post(isk, '/api/contingency/tests', {
      ...{ planKey, kind: 'tableTop', title: 'En formiddag uden træningsplan', on: today(), time: '10:00' },
      ...{ leaderId: isk.id, participantIds: [anne.id], scenario: 'Det er tirsdag, og planen er væk.' },
      injects: [{ key: 'i1', minute: 20, text: 'En borger står i døren. Hvad gør I?' }],
      criteria: [{ key: 'k1', text: 'Alle borgere er ringet op', hours: 1 }],
    });
    expect(planned.status).toBe(200);
    testKey = testView.parse(planned.body).key;
    expect((await post(isk, `/api/contingency/tests/${testKey}/start`)).status).toBe(200);
    await world.process();
    expect(await cardsOf(anne, 'En borger står i døren')).toEqual([]);
    await later(21);
    await world.process();
    await world.process();
    const cards = await cardsOf(anne, 'En borger står i døren');
    expect(cards).toHaveLength(1);
    await world.press(anne, cards[0]?.id ?? '', 'Skriv i loggen', { text: 'Vi træner ud fra gårsdagens seddel.' });
    expect((await test()).log.map(({ text }) => text)).toContain('Vi træner ud fra gårsdagens seddel.');
  });

  it('is closed with its result only when it is evaluated, and leaves an improvement that somebody owes', async () => {
    expect((await post(isk, `/api/contingency/tests/${testKey}/end`)).status).toBe(200);
    expect((await post(isk, `/api/contingency/tests/${testKey}/close`)).status).toBe(400);
    const evaluation = {
      results: [{ key: 'k1', met: false, hours: 26, note: 'Vi manglede telefonnumre.' }],
      ...{ recovery: 26, wentWell: 'Roen', toImprove: 'Telefonlisten skal være på papir.' },
    };
    await world.as(isk, 'PUT', `/api/contingency/tests/${testKey}/evaluation`, evaluation);
    const improvement = { title: 'Print telefonlisten', ownerId: anne.id, due: addDays(today(), 14) };
    const added = await post(isk, '/api/contingency/improvements', { ...improvement, subjectKey: testKey });
    expect(added.status).toBe(200);
    expect((await post(isk, `/api/contingency/tests/${testKey}/close`)).status).toBe(200);
    expect(await test()).toMatchObject({ state: 'closed', passed: false, recovery: 26 });
    expect((await plan()).testing).toMatchObject({ passed: false, recovery: 26, lastOn: today() });
    expect(await owes(anne, 'doImprovement')).toMatchObject([
      { title: 'Print telefonlisten – En formiddag uden træningsplan' },
    ]);
    const key = z.object({ key: z.string() }).parse(added.body).key;
    await post(anne, `/api/contingency/improvements/${key}/report`, {
      done: true,
      note: 'Den hænger på opslagstavlen.',
    });
    expect(await owes(anne, 'doImprovement')).toEqual([]);
  });

  it('stands in the overview with what was measured, and the gaps that are left', async () => {
    const query = `/api/contingency/overview?q=${encodeURIComponent(system)}`;
    const [row] = overview.parse(await get(isk, query)).rows;
    expect(row).toMatchObject({ asset: { key: assetKey } });
    const gaps = row?.gaps.map(({ gap }) => gap) ?? [];
    expect(gaps).toEqual(expect.arrayContaining(['measuredAboveMtd', 'testFailed', 'noRestorePlan', 'noAssessment']));
    expect(gaps).not.toContain('noPlan');
    expect(gaps).not.toContain('neverTested');
  });
});
