import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { improvementsContract } from '../../api/contingency/exercises/improvement-contract.ts';
import { findingView, inspectionsContract, inspectionView } from '../../api/inspections/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { deleteOldPhotos, Inspections } from '../../api/inspections/index.ts';
import { meView } from '../../api/organisation/contract.ts';
import { controlView } from '../../api/standards/contract.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const programme = inspectionsContract['GET /api/inspections'].answer;
const findings = inspectionsContract['GET /api/inspection-findings'].answer;
const action = improvementsContract['POST /api/contingency/improvements'].answer;

const wordsIn = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
/** A JPEG of one pixel. */
const picture = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);

describe('an inspection from programme to closed finding', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let inspector: WorldPerson;
  let isk: WorldPerson;
  let owner: WorldPerson;
  let visit: z.output<typeof inspectionView>;
  let findingKey = '';
  let actionKey = '';

  const ask = async (person: { id: string }, method: string, path: string, body?: unknown) => {
    const answer = await world.as(person, method, path, body);
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
    return answer.body;
  };
  const statusOf = async (person: { id: string }, method: string, path: string, body?: unknown) =>
    (await world.as(person, method, path, body)).status;
  const owes = async (person: { id: string }, kind: string) =>
    meView.parse(await ask(person, 'GET', '/api/me')).obligations.filter((one) => one.kind === kind);
  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };

  beforeAll(async () => {
    world = await startWorld();
    ciso = await world.personWith('ciso');
    [inspector, isk] = [await named('Fatima El-Sayed'), await named('Line Bach Eriksen')];
    const employee = (await world.people()).find(
      ({ centre, roles, id }) => centre === isk.centre && roles.every((role) => role === 'employee') && id !== isk.id,
    );
    if (!employee) throw new Error('nobody else works there');
    owner = employee;
    await world.process();
  });
  afterAll(() => world.close());

  it('is planned where most speaks for it, by a shipped checklist, and never by somebody of the unit', async () => {
    const { units } = programme.parse(await ask(ciso, 'GET', '/api/inspections'));
    const unit = units.find(({ centre }) => centre.id === 'boern-og-unge');
    expect(unit?.reasons.map(({ kind }) => kind)).toContain('neverVisited');
    const plan = {
      centreId: 'boern-og-unge',
      checklistKey: 'cleanDesk',
      plannedOn: addDays(todayOf(world.desk.clock), 7),
    };
    expect(await statusOf(isk, 'POST', '/api/inspections', { ...plan, inspectorId: inspector.id })).toBe(403);
    const own = await world.as(ciso, 'POST', '/api/inspections', { ...plan, inspectorId: isk.id });
    expect(own).toMatchObject({ status: 400, body: { error: { code: 'inspections.inspectorOfUnit' } } });
    visit = inspectionView.parse(await ask(ciso, 'POST', '/api/inspections', { ...plan, inspectorId: inspector.id }));
    expect(visit).toMatchObject({ state: 'planned', checklist: { key: 'cleanDesk', version: 1 } });
    expect(visit.reasons).toEqual(unit?.reasons);
    // It is on the wheel, with reminders as every task of it.
    expect((await owes(inspector, 'doWheelTask')).map(({ title }) => title)).toContain(visit.title);
  });

  it('asks the unit beforehand, who hands it over, and the answer of that colleague counts', async () => {
    const [owed] = await owes(isk, 'answerInspection');
    expect(owed).toMatchObject({ path: `/inspections/visits/${visit.key}` });
    const answers = visit.items.map(({ key }) => ({ key, answer: 'yes', note: '' }));
    const path = `/api/inspections/${visit.key}/answers`;
    expect(await world.save(owner, path, { answers })).toMatchObject({ status: 403 });
    await ask(isk, 'POST', '/api/obligations/hand-over', {
      fromPersonId: isk.id,
      toPersonId: owner.id,
      keys: [owed?.key],
      note: 'Du ved det.',
    });
    expect(await owes(owner, 'answerInspection')).toHaveLength(1);
    const other = { key: 'none', answer: 'yes', note: '' };
    expect(await world.save(owner, path, { answers: [...answers, other] })).toMatchObject({ status: 400 });
    const answered = inspectionView.parse((await world.save(owner, path, { answers })).body);
    expect(answered).toMatchObject({ answered: true, answeredBy: { id: owner.id } });
    expect(await owes(owner, 'answerInspection')).toEqual([]);
  });

  it('is walked through item by item, whatever the phone sends twice, and its task of the wheel is done', async () => {
    const path = `/api/inspections/${visit.key}`;
    const results = visit.items.map(({ key }, place) => ({
      ...{ key, result: place === 0 ? 'notMet' : 'met', seen: place === 0 ? 'Fire sager lå fremme.' : '', sample: '' },
    }));
    expect(await statusOf(isk, 'PUT', `${path}/walk`, { results })).toBe(403);
    const other = { key: 'none', result: 'met' };
    expect(await statusOf(inspector, 'PUT', `${path}/walk`, { results: [...results, other] })).toBe(400);
    await ask(inspector, 'PUT', `${path}/walk`, { results: results.slice(0, 2) });
    await ask(inspector, 'PUT', `${path}/walk`, { results: results.slice(1) });
    visit = inspectionView.parse(await ask(inspector, 'PUT', `${path}/walk`, { results: results.slice(1) }));
    expect(visit.items.map(({ result }) => result)).toEqual(['notMet', 'met', 'met', 'met', 'met']);
    visit = inspectionView.parse(await ask(inspector, 'POST', `${path}/hold`));
    expect(visit.lacks).toEqual(['findings']);
    expect((await owes(inspector, 'doWheelTask')).map(({ title }) => title)).not.toContain(visit.title);
    expect(await owes(inspector, 'reportInspection')).toHaveLength(1);
  });

  it('keeps the later of two results for one item, and answers with the one that it replaced', async () => {
    const path = `/api/inspections/${visit.key}/walk`;
    const item = visit.items[1];
    const before = { result: item?.result, seen: '', sample: '' };
    const line = (result: string) => ({ results: [{ key: item?.key, seen: '', sample: '', result, before }] });
    const walked = inspectionsContract['PUT /api/inspections/:inspectionKey/walk'].answer;
    const first = walked.parse(await ask(ciso, 'PUT', path, line('partly')));
    expect(first.answeredMeanwhile).toEqual([]);
    for (const told of [[{ key: item?.key, result: 'partly' }], []]) {
      const second = walked.parse(await ask(inspector, 'PUT', path, line('notRelevant')));
      expect(second.items[1]?.result).toBe('notRelevant');
      expect(second.answeredMeanwhile).toEqual(told);
    }
    visit = inspectionView.parse(await ask(inspector, 'PUT', path, { results: [{ key: item?.key, result: 'met' }] }));
  });

  it('keeps a picture once, however often the phone sends it, and deletes its file after the configured days', async () => {
    const path = `/api/inspections/${visit.key}/items/${visit.items[0]?.key}/photos`;
    const send = (person: WorldPerson, bytes: Uint8Array) =>
      world.upload(person, path, 'billede.jpg', bytes, 'POST', 'one-press');
    expect((await send(isk, picture)).status).toBe(403);
    expect((await send(inspector, Buffer.from('%PDF-1.7'))).status).toBe(400);
    for (let times = 0; times < 2; times += 1) expect((await send(inspector, picture)).status).toBe(200);
    visit = inspectionView.parse(await ask(inspector, 'GET', `/api/inspections/${visit.key}`));
    expect(visit.photos).toMatchObject([{ deleted: false, until: addDays(todayOf(world.desk.clock), 90) }]);
    const photo = `/api/inspections/${visit.key}/photos/${visit.photos[0]?.key}`;
    expect([...(await world.download(inspector, photo))]).toEqual([...picture]);
    const now = world.desk.clock.now().toISOString();
    await world.control('PUT', 'clock', { now: atDanishTime(addDays(todayOf(world.desk.clock), 91), '10:00') });
    await deleteOldPhotos(world.program.context);
    await world.control('PUT', 'clock', { now });
    visit = inspectionView.parse(await ask(inspector, 'GET', `/api/inspections/${visit.key}`));
    expect(visit.photos).toMatchObject([{ deleted: true }]);
    expect(await statusOf(inspector, 'GET', photo)).toBe(404);
    const [file] = world.program.context.list(Inspections).get(visit.key)?.photos ?? [];
    await expect(world.program.context.documents.download(file?.file.id ?? '')).rejects.toMatchObject({
      code: 'sharepoint.itemGone',
    });
  });

  it('loses a picture at once for who takes it away, in the lane of somebody who waits', async () => {
    const path = `/api/inspections/${visit.key}/items/${visit.items[1]?.key}/photos`;
    expect((await world.upload(inspector, path, 'fejl.jpg', picture, 'POST', 'another-press')).status).toBe(200);
    visit = inspectionView.parse(await ask(inspector, 'GET', `/api/inspections/${visit.key}`));
    const photo = `/api/inspections/${visit.key}/photos/${visit.photos.find(({ deleted }) => !deleted)?.key}`;
    // The world fails when a request waits in the background lane.
    visit = inspectionView.parse(await ask(inspector, 'DELETE', photo));
    expect(visit.photos.every(({ deleted }) => deleted)).toBe(true);
    expect(await statusOf(inspector, 'GET', photo)).toBe(404);
  });

  it('gives a finding with an action that its owner owes, and a report when nothing lacks', async () => {
    const path = `/api/inspections/${visit.key}`;
    const [item] = visit.items;
    const body = { itemKey: item?.key, title: 'Sager ligger fremme', grade: 'largeDeviation', seen: 'Fire sager.' };
    visit = inspectionView.parse(
      await ask(inspector, 'POST', `${path}/findings`, { ...body, sample: '4 af 11 borde' }),
    );
    findingKey = visit.findingList[0]?.key ?? '';
    expect(visit.lacks).toEqual(['actions']);
    expect(await statusOf(inspector, 'POST', `${path}/close`, { summary: 'Godt besøg.' })).toBe(400);
    const due = addDays(todayOf(world.desk.clock), 10);
    const agreed = { subjectKey: findingKey, title: 'Sæt låse på skabene', ownerId: owner.id, due };
    expect(await statusOf(isk, 'POST', '/api/contingency/improvements', agreed)).toBe(403);
    actionKey = action.parse(await ask(inspector, 'POST', '/api/contingency/improvements', agreed)).key;
    const [owed] = await owes(owner, 'doImprovement');
    expect(owed).toMatchObject({
      title: 'Sæt låse på skabene – Sager ligger fremme',
      due,
      path: `/inspections/findings/${findingKey}`,
    });
    const seen = findingView.parse(await ask(owner, 'GET', `/api/inspection-findings/${findingKey}`));
    expect(seen).toMatchObject({ state: 'open', abilities: { recheck: false, edit: false, act: false } });
    expect(await statusOf(owner, 'GET', path)).toBe(403);
    visit = inspectionView.parse(await ask(inspector, 'POST', `${path}/close`, { summary: 'Papir ligger fremme.' }));
    expect(visit).toMatchObject({ state: 'closed', lacks: [] });
    expect(await owes(inspector, 'reportInspection')).toEqual([]);
    expect(wordsIn(await world.download(isk, `${path}/report.docx`))).toContain('Sæt låse på skabene');
    expect(Buffer.from(await world.download(isk, `${path}/report.pdf`)).toString('latin1', 0, 5)).toBe('%PDF-');
    // The control's assessor sees its findings.
    const control = { title: 'Papir låses inde', description: '', state: 'running', evidence: [], reviewMonths: 12 };
    const links = { procedureKeys: [], wheelActivityKeys: [], requirementKeys: ['iso27001.A.7.7'] };
    const findingsOf = async (more: object) =>
      controlView
        .parse(await ask(ciso, 'POST', '/api/controls', { ...control, ...links, ...more }))
        .usedBy.filter(({ kind }) => kind === 'finding')
        .map(({ key }) => key);
    expect(await findingsOf({})).toEqual([findingKey]);
    expect(await findingsOf({ title: 'Papir låses inde her', centreId: 'dagtilbud' })).toEqual([]);
    expect(await findingsOf({ title: 'Login i to trin', requirementKeys: ['gdpr.32.1.b'] })).toEqual([]);
  });

  it('is closed by somebody else than whoever put it right, and only when it works', async () => {
    const recheck = `/api/inspection-findings/${findingKey}/recheck`;
    const works = { effect: 'works', note: 'Alle skabe var låst.' };
    expect(await statusOf(inspector, 'POST', recheck, works)).toBe(409);
    const report = `/api/contingency/improvements/${actionKey}/report`;
    await ask(owner, 'POST', report, { done: true, note: 'Låsene er sat på.' });
    expect(await owes(owner, 'doImprovement')).toEqual([]);
    expect((await owes(inspector, 'recheckFinding')).map(({ title }) => title)).toContain('Sager ligger fremme');
    expect(await world.as(owner, 'POST', recheck, works)).toMatchObject({ status: 403 });
    expect(await world.as(isk, 'POST', recheck, works)).toMatchObject({
      ...{ status: 403, body: { error: { code: 'inspections.ownUnit' } } },
    });
    const failed = findingView.parse(await ask(inspector, 'POST', recheck, { effect: 'none', note: 'To var åbne.' }));
    expect(failed).toMatchObject({ state: 'noAction' });
    // Who comes second is told; the own press again is none.
    expect(await world.as(ciso, 'POST', recheck, works)).toMatchObject({
      ...{ status: 409, body: { error: { code: 'inspections.recheckedBy' } } },
    });
    expect(await statusOf(inspector, 'POST', recheck, { effect: 'none', note: 'To var åbne.' })).toBe(200);
    await ask(owner, 'POST', report, { done: false, note: '' });
    await ask(owner, 'POST', report, { done: true, note: 'Nu er de alle låst.' });
    const closed = findingView.parse(await ask(inspector, 'POST', recheck, works));
    expect(closed).toMatchObject({ state: 'closed', closedBy: { id: inspector.id } });
    const second = await world.as(ciso, 'POST', recheck, { effect: 'none', note: 'Et skab stod åbent.' });
    expect(second).toMatchObject({ status: 409, body: { error: { code: 'inspections.closedBy' } } });
    expect(JSON.stringify(second.body)).toContain(inspector.name);
    expect(findingView.parse(await ask(inspector, 'POST', recheck, works)).rechecks).toEqual(closed.rechecks);
    expect(closed.rechecks.map(({ effect }) => effect)).toEqual(['none', 'works']);
    expect((await owes(inspector, 'recheckFinding')).map(({ title }) => title)).not.toContain('Sager ligger fremme');
    const { counts, byCentre } = findings.parse(await ask(isk, 'GET', '/api/inspection-findings?state=all'));
    expect([counts.largeDeviation, counts.open, byCentre.length]).toEqual([1, 0, 1]);
  });
});
