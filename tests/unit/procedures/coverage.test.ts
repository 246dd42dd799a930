import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { retireProcedure, saveDraft, submitProcedure } from '../../../api/procedures/index.ts';
import { areasOf } from '../../../api/procedures/areas.ts';
import { jobTitlesOf } from '../../../api/procedures/audience.ts';
import { proceduresContract } from '../../../api/procedures/contract.ts';
import { procedureCoverage } from '../../../api/procedures/coverage.ts';
import { procedureView } from '../../../api/procedures/procedure-view.ts';
import { proceduresSeen } from '../../../api/procedures/procedures-seen.ts';
import { coverageWorkbook } from '../../../api/procedures/procedures-workbook.ts';
import { saveArea } from '../../../api/procedures/save-area.ts';
import { templatesOf } from '../../../api/procedures/templates.ts';
import { ProcedureAreas, ProcedureVersions } from '../../../api/procedures/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { procedureTemplates as danish } from '../../../api/texts/da/procedure-templates.ts';
import { procedureTemplates as english } from '../../../api/texts/en/procedure-templates.ts';
import { centre, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, approved, drafted, inForce } from './a-library.ts';

const coverage = (context: Context, who: string) =>
  proceduresContract['GET /api/procedure-coverage'].answer.parse(procedureCoverage(context, the(context, who)));
const cells = (context: Context, who: string) =>
  coverage(context, who).guidelines.flatMap((guideline) =>
    guideline.cells.map(({ centreId, state, act, procedureKey }) => [centreId, state, act, procedureKey]),
  );

describe('the guideline that a local procedure carries out', () => {
  it('is said to be out of use once it is, in the library and on the page, and stays when the procedure is written again', async () => {
    const { context } = await aLibrary();
    const guidelineKey = await inForce(context, { kind: 'guideline', title: 'Telefoner' });
    const key = await inForce(context, { guidelineKey });
    const isk = the(context, 'isk-nord');
    const query = { kind: 'procedure', mine: false, sort: 'title', descending: false, offset: 0, limit: 9 } as const;
    const named = async () => {
      const [row] = (await proceduresSeen(context, isk, query)).procedures;
      return [procedureView(context, isk, key).current?.guideline, row?.guideline];
    };
    const guideline = { key: guidelineKey, title: 'Telefoner' };
    expect(await named()).toEqual([guideline, guideline]);
    await retireProcedure(context, the(context, 'team'), guidelineKey, 'x');
    expect(await named()).toEqual([
      { ...guideline, retired: true },
      { ...guideline, retired: true },
    ]);
    await saveDraft(context, isk, key, aDraft({ guidelineKey }));
    expect(procedureView(context, isk, key).coming?.guideline).toEqual({ ...guideline, retired: true });
  });
});

describe('what centres have of a guideline', () => {
  it('goes from missing over draft and waiting to valid and expired, each with what the reader can do', async () => {
    const { context, setNow } = await aLibrary('2025-11-24T09:00:00.000Z');
    const isk = the(context, 'isk-nord');
    await inForce(context, { kind: 'guideline', title: 'Uden krav' });
    const guidelineKey = await inForce(context, { kind: 'guideline', title: 'Telefoner', needsLocal: true });
    expect(cells(context, 'isk-nord')).toEqual([
      ['nord', 'missing', 'make', undefined],
      ['syd', 'missing', 'none', undefined],
    ]);
    const key = await drafted(context, { guidelineKey });
    expect(cells(context, 'isk-nord')[0]).toEqual(['nord', 'draft', 'open', key]);
    await submitProcedure(context, isk, key);
    expect(cells(context, 'manager-nord')[0]).toEqual(['nord', 'waiting', 'open', key]);
    await approved(context, key);
    expect(cells(context, 'committee')[0]).toEqual(['nord', 'valid', 'open', key]);
    await saveDraft(context, isk, key, aDraft({ guidelineKey }));
    expect(cells(context, 'isk-nord')[0]?.[1]).toBe('valid');
    setNow('2026-11-25T09:00:00.000Z');
    expect(cells(context, 'isk-nord')[0]).toEqual(['nord', 'expired', 'renew', key]);
    expect(cells(context, 'isk-syd')[0]).toEqual(['nord', 'expired', 'none', undefined]);
  });

  it('shows every centre’s state to whoever may look, and which procedure it is only to whoever may read it', async () => {
    const { context } = await aLibrary();
    const guidelineKey = await inForce(context, { kind: 'guideline', title: 'Telefoner', needsLocal: true });
    const key = await drafted(context, { guidelineKey });
    for (const who of ['isk-syd', 'manager-syd', 'board', 'management'])
      expect(cells(context, who)[0]).toEqual(['nord', 'draft', 'none', undefined]);
    expect(cells(context, 'auditor')[0]).toEqual(['nord', 'draft', 'open', key]);
    expect(JSON.stringify(coverage(context, 'isk-syd'))).not.toContain(key);
  });

  it('counts, and counts a retired one no more', async () => {
    const { context } = await aLibrary();
    const guidelineKey = await inForce(context, { kind: 'guideline', title: 'Telefoner', needsLocal: true });
    const key = await inForce(context, { guidelineKey });
    expect(coverage(context, 'ciso')).toMatchObject({
      total: { needed: 2, valid: 1, expired: 0, waiting: 0, draft: 0, missing: 1 },
      centres: [
        { id: 'nord', valid: 1, needed: 1, percent: 100, coordinators: [{ name: 'Mette Sørensen' }] },
        { id: 'syd', valid: 0, needed: 1, percent: 0 },
      ],
      guidelines: [{ title: 'Telefoner', area: 'Mobile enheder', valid: 1 }],
    });
    const book = await coverageWorkbook(context, the(context, 'isk-syd'));
    expect(book.fileName).toBe('Procedurer - dækning 2026-11-24.xlsx');
    await retireProcedure(context, the(context, 'isk-nord'), key, 'x');
    expect(coverage(context, 'ciso').total).toMatchObject({ valid: 0, missing: 2 });
  });
});

describe('areas', () => {
  it('are built in, in both languages, until somebody changes them, and own ones come after', async () => {
    const { context } = await aLibrary();
    expect(areasOf(context, 'da').map(({ title }) => title)).toEqual([
      ...['Adgang og koder', 'Persondata og journaler', 'Mobile enheder', 'Papir og fysisk sikkerhed'],
      ...['Mail og deling', 'Hændelser', 'Nødprocedurer', 'Leverandører'],
    ]);
    expect(areasOf(context, 'en')[0]?.title).toBe('Access and passwords');
    const given = { title: 'Skoler', decidedBy: 'securityTeam', reviewMonths: 6, closed: false } as const;
    await saveArea(context, the(context, 'team'), 'area-schools', given);
    await saveArea(context, the(context, 'team'), 'area-mobile', { ...given, title: 'Mobil', closed: true });
    expect(areasOf(context, 'da')).toHaveLength(9);
    expect(areasOf(context, 'da').at(-1)).toEqual({ key: 'area-schools', ...given });
    expect(areasOf(context, 'en')[2]).toMatchObject({ key: 'area-mobile', title: 'Mobil', closed: true });
  });

  it('that somebody wrote wrong by hand are set aside, and the built-in one applies', () => {
    const codec = codecOf(ProcedureAreas);
    const nonsense = { Key: 'area-mobile', Title: 'Mobil', DecidedBy: 'chef', ReviewMonths: 'tolv' };
    expect(codec.decode(nonsense)).toMatchObject({ key: 'area-mobile', fields: [{ column: 'DecidedBy' }, {}] });
    const version = codecOf(ProcedureVersions).decode({ Key: 'v', JobTitles: 'Kok, Pædagog', Number: 1 });
    expect('problems' in version).toBe(true);
  });
});

it('job titles in use are counted, however they are written', async () => {
  const { context } = await aLibrary();
  expect(jobTitlesOf(context, centre('syd'))).toEqual([{ title: 'Pædagog', people: 3 }]);
  expect(jobTitlesOf(context, undefined)).toEqual([{ title: 'Pædagog', people: 14 }]);
});

describe('templates', () => {
  it.each([
    ['da', danish, ['Formål', 'Hvem gælder den for', 'Sådan gør du', 'Hvis noget går galt', 'Hvem kan du spørge']],
    ['en', english, ['Purpose', 'Who it applies to', 'What to do', 'If something goes wrong', 'Who to ask']],
  ] as const)('have all five headings and 150 to 400 words in %s', (_, texts, headings) => {
    for (const { text } of Object.values(texts)) {
      expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
      const words = text.split(/\s+/).length;
      expect([words >= 150, words <= 400, /[!]|\{\{/.test(text)]).toEqual([true, true, false]);
    }
  });

  it('are for areas that there are, in the reader’s language', async () => {
    const { context } = await aLibrary();
    const areas = new Set(areasOf(context, 'da').map(({ key }) => key));
    const found = templatesOf(context, the(context, 'isk-nord'));
    expect(found.length).toBeGreaterThanOrEqual(8);
    expect(found.filter(({ area, text, why }) => !areas.has(area) || text.length < 800 || why === '')).toEqual([]);
    const own = templatesOf(context, { ...the(context, 'isk-nord'), language: 'en' });
    expect(own[0]?.title).toBe('Lock the screen and look after your passwords');
  });
});
