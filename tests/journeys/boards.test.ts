import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adviceView } from '../../api/advice/contract.ts';
import { agendaView } from '../../api/approvals/contract.ts';
import { figuresView } from '../../api/figures/contract.ts';
import { improvementRow } from '../../api/contingency/exercises/improvement-contract.ts';
import { initiativesView } from '../../api/initiatives/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { meView } from '../../api/organisation/contract.ts';
import { statusReportsView, statusReportView } from '../../api/status-reports/contract.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';

const wordsIn = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

describe('what each governs by', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let isk: WorldPerson;
  let anne: WorldPerson;

  const named = async (name: string) => {
    const found = (await world.people()).find((person) => person.name === name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const me = async (person: WorldPerson) => meView.parse((await world.as(person, 'GET', '/api/me')).body);

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    [ciso, isk, anne] = [await world.personWith('ciso'), await named('Mette Sørensen'), await named('Anne Jensen')];
  });
  afterAll(() => world.close());

  it('a centre’s own initiative is a task of whoever has it, who says on its page that it is done', async () => {
    const centreId = (await me(isk)).roles.find(({ role }) => role === 'coordinator')?.centre?.id ?? '';
    const path = `/api/initiatives/${centreId}`;
    const of = async (person: WorldPerson) => initiativesView.parse((await world.as(person, 'GET', path)).body);
    expect((await world.as(anne, 'GET', path)).status).toBe(403);
    const { key, abilities } = await of(isk);
    expect(abilities).toEqual({ improve: true });
    const due = addDays(todayOf(world.desk.clock), 10);
    const body = { subjectKey: key, title: 'Lås til alle medicinskabe', ownerId: anne.id, due };
    expect((await world.as(anne, 'POST', '/api/contingency/improvements', body)).status).toBe(403);
    const made = improvementRow.parse((await world.as(isk, 'POST', '/api/contingency/improvements', body)).body);
    const task = (await me(anne)).obligations.find(({ kind }) => kind === 'doImprovement');
    expect(task).toMatchObject({ due, path: `/tasks/initiatives/${centreId}`, state: 'open' });
    expect((await of(anne)).improvementList).toHaveLength(1);
    const report = `/api/contingency/improvements/${made.key}/report`;
    expect((await world.as(anne, 'POST', report, { done: true, note: 'Sat op' })).status).toBe(200);
    for (const reader of [isk, ciso])
      expect((await of(reader)).improvementList.find((one) => one.key === made.key)).toMatchObject({
        ...{ state: 'done', doneBy: { id: anne.id } },
      });
  });

  it('the team’s report of what has moved stands on the agenda of the committee’s next meeting, on its card and in Word', async () => {
    const member = await world.personWith('securityCommittee');
    const before = statusReportsView.parse((await world.as(ciso, 'GET', '/api/status-reports')).body);
    expect(before.coming.figures.length).toBeGreaterThan(0);
    expect((await world.as(member, 'POST', '/api/status-reports', { note: '' })).status).toBe(403);
    const made = await world.as(ciso, 'POST', '/api/status-reports', { note: 'Det går fremad i hjemmeplejen.' });
    const report = statusReportView.parse(made.body);
    expect(report).toMatchObject({ from: before.coming.from, agenda: { meetsOn: before.meeting.meetsOn } });
    // Each number equals the figure's own, as frozen.
    const { figures } = figuresView.parse((await world.as(ciso, 'GET', '/api/figures?owner=whole')).body);
    for (const { key, value, before: then } of report.figures) {
      const figure = figures.find((one) => one.key === key);
      expect([key, figure?.value]).toEqual([key, value]);
      expect(figure?.months).toContainEqual(then);
    }
    // A repeat is the same report.
    const again = await world.as(ciso, 'POST', '/api/status-reports', { note: 'Det går fremad.' });
    expect(statusReportView.parse(again.body).key).toBe(report.key);
    const agendaPath = `/api/agendas/${report.agenda?.key}`;
    const agenda = agendaView.parse((await world.as(ciso, 'GET', agendaPath)).body);
    expect(agenda.papers).toEqual([{ key: report.key, path: `/approvals/status-reports/${report.key}` }]);
    expect((await world.as(ciso, 'POST', `${agendaPath}/send`)).status).toBe(200);
    await world.process();
    expect(JSON.stringify(await world.chatOf(member))).toContain('Læs statusrapporten');
    const text = wordsIn(await world.download(member, `/api/status-reports/${report.key}/report.docx`));
    expect(text).toContain('Det går fremad.');
    for (const { name } of report.figures) expect(text).toContain(name);
  });

  it('advice is written down in two fields, found by its words, and the team’s own', async () => {
    const given = { askedById: isk.id, answer: 'Send altid CPR-numre i sikker mail.' };
    expect((await world.as(isk, 'POST', '/api/advice', given)).status).toBe(403);
    const { key, etag } = adviceView.parse((await world.as(ciso, 'POST', '/api/advice', given)).body);
    const better = { ...given, answer: 'Send altid CPR-numre i Digital Post.' };
    expect((await world.as(ciso, 'PUT', `/api/advice/${key}`, better)).status).toBe(400);
    const save = { ...better, expected: etag };
    expect((await world.as(ciso, 'PUT', `/api/advice/${key}`, save)).status).toBe(200);
    const again = { ...save, answer: 'Send dem aldrig.' };
    expect((await world.as(ciso, 'PUT', `/api/advice/${key}`, again)).status).toBe(409);
    // A repeat of what stands, as after a kill: another press, with the stamp from before.
    expect((await world.as(ciso, 'PUT', `/api/advice/${key}`, save)).status).toBe(200);
    const found = async (q: string) =>
      z
        .object({ advice: z.array(adviceView), total: z.number() })
        .parse((await world.as(ciso, 'GET', `/api/advice?q=${encodeURIComponent(q)}`)).body).advice;
    expect(await found('cpr digital')).toMatchObject([{ key, askedBy: { id: isk.id }, by: { id: ciso.id } }]);
    expect((await found('Mette Sør')).map((one) => one.key)).toContain(key);
    expect(await found('sikker mail')).toEqual([]);
    expect((await world.as(isk, 'GET', '/api/advice')).status).toBe(403);
    expect((await world.download(ciso, '/api/advice.xlsx')).length).toBeGreaterThan(1_000);
  });
});
