import { describe, expect, it } from 'vitest';
import { ApprovalRequests, contentHashOf, requestKey, type ApprovalRequest } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import type { Instant, PersonId } from '../../../api/kernel/index.ts';
import { People, RoleAssignments } from '../../../api/organisation/index.ts';
import {
  Procedures,
  procedureSubjectKind,
  ProcedureVersions,
  retireProcedure,
  saveDraft,
  submitProcedure,
  type Procedure,
  type ProcedureVersion,
} from '../../../api/procedures/index.ts';
import { proceduresContract } from '../../../api/procedures/contract.ts';
import { proceduresSeen, type ProceduresQuery } from '../../../api/procedures/procedures-seen.ts';
import { proceduresWorkbook } from '../../../api/procedures/procedures-workbook.ts';
import { procedureView } from '../../../api/procedures/procedure-view.ts';
import { versionFor } from '../../../api/procedures/version-view.ts';
import { anAssignment, centre, day, person, refusal, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, currentOf, drafted, inForce } from './a-library.ts';

const { query } = proceduresContract['GET /api/procedures'];
const asked = (changes: Record<string, unknown> = {}): ProceduresQuery => query.parse(changes);
const find = async (context: Context, who: string, changes: Record<string, unknown> = {}) => {
  const view = await proceduresSeen(context, the(context, who), asked(changes));
  return proceduresContract['GET /api/procedures'].answer.parse(view);
};
const titles = async (context: Context, who: string, changes: Record<string, unknown> = {}) =>
  (await find(context, who, changes)).procedures.map(({ title }) => title);

describe('who finds what', () => {
  async function library() {
    const { context } = await aLibrary();
    await inForce(context, { title: 'Retningslinje', kind: 'guideline' });
    const north = await inForce(context, { title: 'Alle i nord' });
    await inForce(context, { title: 'Pædagoger i nord', jobTitles: ['PAEDAGOG'] });
    await inForce(context, { title: 'Kokke i nord', jobTitles: ['Kok'] });
    await drafted(context, { title: 'Kladde i nord' });
    const waiting = await drafted(context, { title: 'Venter i nord' });
    await submitProcedure(context, the(context, 'isk-nord'), waiting);
    const retired = await inForce(context, { title: 'Gammel i nord' });
    await retireProcedure(context, the(context, 'isk-nord'), retired, 'x');
    await inForce(context, { title: 'Alle i syd', centreId: 'syd' }, 'isk-syd');
    await saveDraft(context, the(context, 'isk-nord'), north, aDraft({ title: 'Alle i nord, næste' }));
    return { context, north };
  }
  const inNorth = ['Alle i nord', 'Kladde i nord', 'Kokke i nord', 'Pædagoger i nord', 'Venter i nord'];

  it('an employee finds guidelines and what is in force in the own centre for the own job', async () => {
    const { context } = await library();
    expect(await titles(context, 'anne')).toEqual(['Alle i nord', 'Pædagoger i nord', 'Retningslinje']);
    expect(await titles(context, 'bo')).toEqual(['Alle i syd', 'Retningslinje']);
    expect(await find(context, 'anne')).toMatchObject({
      counts: { procedures: 2, guidelines: 1 },
      centres: [{ id: 'nord' }],
      abilities: { makeProcedure: false, makeGuideline: false, seeCoverage: false, editAreas: false },
    });
    expect(await titles(context, 'anne', { state: 'draft' })).toEqual([]);
    expect(await titles(context, 'anne', { q: 'kladde' })).toEqual([]);
    expect(await titles(context, 'anne', { state: 'retired' })).toEqual([]);
  });

  it('a centre’s ISK and manager find all of their centre’s, and no drafts of others', async () => {
    const { context } = await library();
    for (const who of ['isk-nord', 'manager-nord'])
      expect(await titles(context, who)).toEqual(
        [...inNorth, 'Retningslinje'].sort((a, b) => a.localeCompare(b, 'da')),
      );
    expect(await titles(context, 'isk-syd')).toEqual(['Alle i syd', 'Retningslinje']);
    expect(await titles(context, 'isk-nord', { mine: 'true' })).toEqual(inNorth);
    expect(await titles(context, 'isk-nord', { state: 'retired' })).toEqual(['Gammel i nord']);
    expect(await titles(context, 'isk-nord', { state: 'draft' })).toEqual(['Alle i nord', 'Kladde i nord']);
    expect((await find(context, 'isk-nord', { q: 'alle' })).procedures[0]).toMatchObject({
      state: 'valid',
      coming: 'draft',
    });
    expect((await find(context, 'anne', { q: 'alle' })).procedures[0]?.coming).toBeUndefined();
  });

  it.each(['ciso', 'team', 'committee', 'auditor'])('%s finds everything', async (who) => {
    const { context } = await library();
    expect(await titles(context, who)).toHaveLength(7);
    expect(await titles(context, who, { centreId: 'syd' })).toEqual(['Alle i syd']);
    expect(await titles(context, who, { kind: 'guideline' })).toEqual(['Retningslinje']);
    expect((await find(context, who, { kind: 'guideline' })).counts).toEqual({ procedures: 6, guidelines: 1 });
  });

  it.each(['anne', 'isk-syd', 'management', 'board'])('%s is never shown a draft of the north', async (who) => {
    const { context, north } = await library();
    const actor = the(context, who);
    const draft = `${north}.v2`;
    const version = () => versionFor(context, actor, { procedureKey: north, versionKey: draft });
    expect(await refusal(version)).toMatch(/^procedures.noSuch/);
    if (who === 'isk-syd') return;
    const view = procedureView(context, actor, north);
    expect([view.coming, view.difference, view.versions, view.way]).toEqual([undefined, undefined, [], undefined]);
    expect(view.current?.approval).toBeUndefined();
    expect(JSON.stringify(view)).not.toContain('næste');
  });

  it('whoever decides may read what is decided, a deputy too, and nobody else of the house', async () => {
    const { context, north } = await library();
    await submitProcedure(context, the(context, 'isk-nord'), north);
    expect(procedureView(context, the(context, 'manager-nord'), north).coming?.title).toBe('Alle i nord, næste');
    expect(procedureView(context, the(context, 'anne'), north).coming).toBeUndefined();
    expect(await refusal(() => procedureView(context, the(context, 'bo'), north))).toBe('procedures.noSuchProcedure');
    await context.list(People).update('manager-nord', () => ({ absentFrom: day('2026-11-20') }));
    const seat = anAssignment('manager-nord', 'centreManager', { centreId: centre('nord') });
    await context.list(RoleAssignments).update(seat.key, () => ({ deputyId: person('bo') }));
    expect(procedureView(context, the(context, 'bo'), north)).toMatchObject({
      coming: { title: 'Alle i nord, næste', state: 'waiting' },
      versions: [],
      abilities: { edit: false, submit: false, acknowledge: false },
    });
  });
});

describe('searching', () => {
  it('takes å for aa, looks in text and file too, and has titles first', async () => {
    const { context } = await aLibrary();
    await inForce(context, { title: 'Udlevering af patientjournaler', text: 'Spørg **først** borgeren om fuldmagt.' });
    await inForce(context, { title: 'Telefon', text: 'Læs aldrig en journal op på gaden i Ågård ved Aarhus.' });
    await inForce(context, { title: 'Journaler på papir', text: 'Lås skabet.' });
    expect(await titles(context, 'anne', { q: 'journal' })).toEqual([
      ...['Journaler på papir', 'Udlevering af patientjournaler', 'Telefon'],
    ]);
    expect(await titles(context, 'anne', { q: 'aagaard' })).toEqual(['Telefon']);
    expect(await titles(context, 'anne', { q: 'Århus GADEN' })).toEqual(['Telefon']);
    expect(await titles(context, 'anne', { q: 'mobile enheder laas' })).toEqual(['Journaler på papir']);
    expect(await titles(context, 'anne', { q: 'gaden fuldmagt' })).toEqual([]);
    expect((await find(context, 'anne', { q: 'aarhus' })).procedures[0]?.found).toBe(
      'Læs aldrig en journal op på gaden i Ågård ved Aarhus.',
    );
    expect((await find(context, 'anne', { q: 'foerst' })).procedures[0]?.found).toContain('Spørg først borgeren');
    expect((await find(context, 'anne', { q: 'telefon' })).procedures[0]?.found).toBeUndefined();
  });

  it('pages and sorts', async () => {
    const { context } = await aLibrary();
    for (const title of ['Ål', 'Æble', 'Bi', 'Øl']) await inForce(context, { title });
    expect(await titles(context, 'anne')).toEqual(['Bi', 'Æble', 'Øl', 'Ål']);
    expect(await titles(context, 'anne', { descending: 'true', limit: 2 })).toEqual(['Ål', 'Øl']);
    expect(await titles(context, 'anne', { offset: 3 })).toEqual(['Ål']);
    expect((await find(context, 'anne', { limit: 1 })).total).toBe(4);
    const book = await proceduresWorkbook(context, the(context, 'anne'), asked());
    expect([book.fileName, book.bytes.length > 2_000]).toEqual(['Procedurer 2026-11-24.xlsx', true]);
  });

  it('reads the texts of 2,000 procedures once, and only what was changed again', async () => {
    const { context } = await aLibrary();
    const words = 'Lås skærmen, hver gang du går, og læg ingen papirer om borgere i bilen eller på bordet. ';
    for (let index = 0; index < 2_000; index += 1) await seeded(context, index, words.repeat(40));
    const ask = async (q: string) => {
      const began = process.cpuUsage();
      const { total } = await find(context, 'committee', { q });
      return { total, work: process.cpuUsage(began).user };
    };
    const first = await ask('laas papirer');
    expect(first.total).toBe(2_000);
    for (const q of ['procedure 1999', 'bilen skaermen', 'findes ikke her', 'omraade 7', '']) {
      // The least of several, since processor time includes the process' other threads.
      const works: number[] = [];
      for (let time = 0; time < 8; time += 1) works.push((await ask(q)).work);
      const work = Math.min(...works);
      expect([q, work < first.work / 2]).toEqual([q, true]);
    }
    await context.list(ProcedureVersions).update('p7.v1', () => ({ title: 'Zebra' }));
    const again = await ask('zebra');
    expect(again.total).toBe(1);
  });
});

/** A procedure in force, without the acts before it. */
async function seeded(context: Context, index: number, body: string): Promise<void> {
  const [key, at] = [`p${index}`, '2026-10-01T08:00:00.000Z' as Instant];
  const made = { madeBy: 'isk-nord' as PersonId, madeAt: at };
  const procedure: Procedure = { key, title: key, kind: 'procedure', centreId: centre('nord'), ...made };
  const version: ProcedureVersion = {
    ...{ key: `${key}.v1`, procedureKey: key, number: 1, title: `Procedure ${index}`, areaKey: 'area-paper', body },
    ...{ jobTitles: [], mustAcknowledge: false, needsLocal: false, reviewMonths: 12, summary: '', fileText: '' },
    ...made,
  };
  const request: ApprovalRequest = {
    ...{ key: requestKey(procedureSubjectKind, version.key, 1), title: version.title, round: 1, state: 'approved' },
    ...{ subjectKind: procedureSubjectKind, subjectKey: version.key, summary: '', content: body, stages: [] },
    contentHash: contentHashOf({ title: version.title, text: body }),
    ...{ submittedBy: made.madeBy, submittedAt: at, endedAt: at, carriedOnAt: at },
  };
  await context.list(Procedures).create(procedure);
  await context.list(ProcedureVersions).create(version);
  await context.list(ApprovalRequests).create(request);
}

it('what somebody wrote by hand with an unknown area, guideline or nothing at all is shown as far as it goes', async () => {
  const { context } = await aLibrary();
  const key = await inForce(context);
  await context.list(ProcedureVersions).update(currentOf(context, key).version.key, () => ({
    ...{ areaKey: 'area-gone', areaTitle: undefined, guidelineKey: 'gone', guidelineTitle: undefined, title: '' },
    ...{ reviewMonths: 1, jobTitles: [''] },
  }));
  await context.list(Procedures).create({
    ...{ key: 'empty', title: 'Uden version', kind: 'procedure', madeBy: 'isk-nord' as PersonId },
    madeAt: '2026-10-01T08:00:00.000Z' as Instant,
  });
  expect((await find(context, 'isk-nord')).procedures).toMatchObject([
    { area: { key: 'area-gone', title: 'area-gone' } },
  ]);
  expect(procedureView(context, the(context, 'isk-nord'), key).current?.area.decidedBy).toBe('securityCommittee');
});
