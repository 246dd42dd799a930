import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assetView } from '../../api/assets/contract.ts';
import { addDays, addMonths, todayOf } from '../../api/kernel/index.ts';
import { meView } from '../../api/organisation/contract.ts';
import { assessmentView, riskDetail, riskRow, type FieldChange } from '../../api/risks/contract.ts';
import { startWorld, type ChatLine, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const centreId = 'voksne-og-velfaerd';
const title = 'Medicin på plejehjem';
const openReason = 'Resten vurderes ved næste møde.';
const quickNo = { manyPeople: 'no', moneyOrRights: 'no', outsideAccess: 'no', newTechnology: 'no' } as const;

describe('a work process, from the short form to a risk that is accepted', () => {
  let world: JourneyWorld;
  let isk: WorldPerson;
  let manager: WorldPerson;
  let ciso: WorldPerson;
  let anne: WorldPerson;
  let assetKey: string;
  let assessmentKey: string;
  let threatKey: string;
  let riskKey: string;
  let threat: string;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const today = () => todayOf(world.desk.clock);
  const post = (person: WorldPerson, path: string, body?: unknown) => world.as(person, 'POST', path, body);
  const assessment = async () =>
    assessmentView.parse((await world.as(isk, 'GET', `/api/risks/assessments/${assessmentKey}`)).body);
  const risk = async (person = isk) =>
    riskDetail.parse((await world.as(person, 'GET', `/api/risks/register/${riskKey}`)).body);
  const registered = async (query: string) => {
    const answer = await world.as(ciso, 'GET', `/api/risks/register?q=${encodeURIComponent(title)}${query}`);
    return z.object({ rows: z.array(riskRow) }).parse(answer.body).rows;
  };
  const owes = async (person: WorldPerson, kind: string, about = title) =>
    meView
      .parse((await world.as(person, 'GET', '/api/me')).body)
      .obligations.filter((one) => one.kind === kind && one.title.includes(about));
  const save = async (changes: readonly [field: string, to: FieldChange['to']][]) => {
    const answer = await world.as(isk, 'PUT', `/api/risks/assessments/${assessmentKey}/risks/${threatKey}`, {
      changes: changes.map(([field, to]) => ({ field, from: null, to })),
    });
    expect(answer.status).toBe(200);
  };
  const textOf = (line: ChatLine) => JSON.stringify(line.card ?? '');
  const card = async (person: WorldPerson) => {
    const lines = (await world.chatOf(person)).filter((line) => line.from === 'bot' && textOf(line).includes(title));
    return lines.findLast((line) => textOf(line).includes('Accept af risiko'));
  };

  beforeAll(async () => {
    world = await startWorld();
    isk = await named('Mette Sørensen');
    manager = await named('Hanne Toft Lauridsen');
    anne = await named('Anne Jensen');
    ciso = await world.personWith('ciso');
    await world.process();
  });
  afterAll(() => world.close());

  it('is added by the ISK, who owes an assessment of it because it matters', async () => {
    const made = await post(isk, '/api/assets', {
      ...{ title, kind: 'workProcess', criticality: 'high', centreId, ownerId: isk.id, hosting: 'manual' },
      ...{ personalData: ['sensitive'], dataSubjects: ['vulnerable'] },
    });
    expect(made.status).toBe(200);
    assetKey = assetView.parse(made.body).key;
    expect(await owes(isk, 'assessAsset')).toMatchObject([{ due: addDays(today(), 30) }]);
    const refused = await post(anne, '/api/assets', { title: 'Mit', kind: 'system', criticality: 'low', centreId });
    expect(refused.status).toBe(403);
  });

  it('says in the short form that the long one is needed, and why', async () => {
    const begun = await post(isk, '/api/risks/assessments', { assetKey, form: 'quick' });
    expect(begun.status).toBe(200);
    assessmentKey = assessmentView.parse(begun.body).key;
    const answers = { ...quickNo, sensitiveData: 'yes', vulnerablePeople: 'yes', hardWithout: 'unknown' };
    await world.save(isk, `/api/risks/assessments/${assessmentKey}`, { quick: { answers, note: '' } });
    const { quick } = await assessment();
    expect(quick).toMatchObject({ outcome: 'full' });
    expect(quick.because).toEqual(expect.arrayContaining(['sensitiveData', 'vulnerablePeople']));
    const tooSoon = await post(isk, `/api/risks/assessments/${assessmentKey}/finish`);
    expect(tooSoon).toMatchObject({ status: 409, body: { error: { code: 'risks.needsFull' } } });
  });

  it('is assessed threat by threat, where the worst counts, and stands in the register when it is finished', async () => {
    expect((await post(isk, `/api/risks/assessments/${assessmentKey}/full`)).status).toBe(200);
    const [first] = (await assessment()).risks;
    if (!first) throw new Error('there are no threats');
    ({ threatKey, riskKey, title: threat } = first);
    await save([
      ['inherent.likelihood', 4],
      ['inherent.consequence.dataSubject.integrity', 3],
      ['inherent.consequence.organisation.integrity', 1],
      ['current.likelihood', 3],
      ['existing', 'To ser på doseringen.'],
    ]);
    const assessed = (await assessment()).risks.find((one) => one.threatKey === threatKey);
    expect(assessed?.stages).toMatchObject({
      inherent: { consequence: 3, likelihood: 4, level: { word: 'Høj' } },
      current: { consequence: 3, likelihood: 3, level: { word: 'Middel' }, worstView: 'dataSubject' },
    });
    expect(await registered('')).toEqual([]);
    const body = { participantIds: [isk.id, anne.id], heldOn: today() };
    await world.save(isk, `/api/risks/assessments/${assessmentKey}`, body);
    const half = await post(isk, `/api/risks/assessments/${assessmentKey}/finish`);
    expect(half).toMatchObject({ status: 409, body: { error: { code: 'risks.threatsOpen' } } });
    expect((await post(isk, `/api/risks/assessments/${assessmentKey}/finish`, { openReason })).status).toBe(200);
    expect(await assessment()).toMatchObject({ state: 'finished', openReason });
    expect(await registered('')).toMatchObject([{ key: riskKey, title: threat, acceptance: { state: 'none' } }]);
    expect(await owes(isk, 'assessAsset')).toEqual([]);
  });

  it('is brought down by an action of Anne’s, who owes it, sees the risk and reports it done', async () => {
    expect((await world.as(anne, 'GET', `/api/risks/register/${riskKey}`)).status).toBe(403);
    const target = { likelihood: 2, consequence: {} };
    const chosen = { treatment: 'mitigate', note: 'Vi øver doseringen.', target };
    expect((await world.save(isk, `/api/risks/register/${riskKey}/treatment`, chosen)).status).toBe(200);
    const action = { title: 'Øv dosering af medicin', ownerId: anne.id, due: addDays(today(), 30), cost: 12_000 };
    expect((await post(isk, `/api/risks/register/${riskKey}/actions`, action)).status).toBe(200);
    expect(await risk()).toMatchObject({ stages: { target: { likelihood: 2, consequence: 3 } }, actions: { open: 1 } });
    expect(await owes(anne, 'doRiskAction', action.title)).toMatchObject([{ due: action.due }]);
    const [mine] = (await risk(anne)).actionList;
    expect(mine?.abilities).toEqual({ edit: false, work: true });
    const report = { progress: 100, note: 'Alle har øvet.' };
    const path = `/api/risks/register/${riskKey}/actions/${mine?.key}`;
    expect((await post(anne, `${path}/cancel`, { reason: 'Jeg vil ikke' })).status).toBe(403);
    expect((await post(anne, `${path}/progress`, report)).status).toBe(200);
    expect(await owes(anne, 'doRiskAction', action.title)).toEqual([]);
    expect((await risk()).actionList).toMatchObject([{ state: 'done', doneBy: { id: anne.id } }]);
  });

  it('is accepted by the centre’s manager and the CISO from their cards', async () => {
    expect((await risk()).way.map(({ body }) => body)).toEqual(['centreManager', 'ciso']);
    const until = addMonths(today(), 12);
    const asked = { reason: 'Mere kræver et nyt system, som kommer til næste år.', until };
    expect((await post(anne, `/api/risks/register/${riskKey}/acceptance`, asked)).status).toBe(403);
    expect((await post(isk, `/api/risks/register/${riskKey}/acceptance`, asked)).status).toBe(200);
    await world.process();
    expect(await card(ciso)).toBeUndefined();
    const first = await card(manager);
    expect(textOf(first!)).toContain(
      'Nu: Middel (konsekvens 3 af 4 – Meget alvorlig, sandsynlighed 3 af 4 – Sandsynligt)',
    );
    await world.press(manager, first!.id, 'Godkend');
    await world.process();
    expect((await risk()).acceptance).toEqual({ state: 'waiting', until });
    await world.press(ciso, (await card(ciso))!.id, 'Godkend');
    await world.process();
    expect((await risk()).acceptance).toEqual({ state: 'accepted', until });
    expect(await registered('&acceptance=accepted')).toMatchObject([{ key: riskKey, acceptance: { until } }]);
    expect(textOf((await card(ciso))!)).not.toContain('"title":"Godkend"');
    expect(await owes(isk, 'renewAcceptance')).toEqual([]);
  });

  it('is no longer accepted when a new assessment raises the risk, and the ISK owes to ask again', async () => {
    const before = assessmentKey;
    const again = await post(isk, '/api/risks/assessments', { assetKey, form: 'full', copyFrom: before });
    assessmentKey = assessmentView.parse(again.body).key;
    expect(assessmentKey).not.toBe(before);
    await world.save(isk, `/api/risks/assessments/${assessmentKey}`, { heldOn: today() });
    const saved = await world.as(isk, 'PUT', `/api/risks/assessments/${assessmentKey}/risks/${threatKey}`, {
      changes: [{ field: 'current.likelihood', from: 3, to: 4 }],
    });
    expect(saved).toMatchObject({ status: 200, body: { conflicts: [] } });
    expect((await risk()).acceptance.state).toBe('accepted');
    expect((await post(isk, `/api/risks/assessments/${assessmentKey}/finish`, { openReason })).status).toBe(200);
    const now = await risk();
    expect(now).toMatchObject({
      acceptance: { state: 'stale' },
      acceptances: [{ stale: true, level: { word: 'Middel' } }],
      history: [{ number: 2 }, { number: 1, state: 'superseded' }],
      actionList: [{ state: 'done' }],
    });
    expect(now.way.map(({ body }) => body)).toEqual(['centreManager', 'securityCommittee']);
    expect(await owes(isk, 'renewAcceptance')).toMatchObject([{ due: addDays(today(), 14) }]);
    const asked = { reason: 'Vi er færre, til det nye system kommer.', until: addMonths(today(), 6) };
    expect((await post(isk, `/api/risks/register/${riskKey}/acceptance`, asked)).status).toBe(200);
    expect(await owes(isk, 'renewAcceptance')).toEqual([]);
    await world.process();
    expect(textOf((await card(manager))!)).toContain('Risikoen er ændret, siden den blev accepteret.');
  });
});
