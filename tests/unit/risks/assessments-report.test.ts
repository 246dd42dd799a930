import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { assessmentReport } from '../../../api/risks/assessment-pages/assessment-report.ts';
import { assessmentFor } from '../../../api/risks/assessments/assessments.ts';
import { RiskActions } from '../../../api/risks/index.ts';
import { riskKeyOf } from '../../../api/risks/known-risks.ts';
import { Assessments, Risks } from '../../../api/risks/index.ts';
import type { Language } from '../../../api/kernel/index.ts';
import type { Assessment } from '../../../api/risks/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, centre, day, person, the } from '../organisation/builders.ts';
import { anAssessment, anAsset, anEstimate, aRisk, assets, moment, scaleOf } from './builders.ts';

const nasty = '"Citater" & <b>tegn</b>\u0000\u000c\nNy linje\tog \u{1F642} '.repeat(3);

async function aReport(changes: Partial<Assessment> = {}, language: Language = 'da') {
  const { context } = await aTown();
  context.texts = translator;
  await assets(
    context,
    anAsset('a', {
      title: 'Journal: "Nord" / <Syd>',
      supplier: 'Hus & Søn',
      usedBy: [centre('syd')],
      ownerId: person('anne'),
    }),
  );
  const assessment = anAssessment('a', {
    ...{ scale: scaleOf('datatilsynet'), participantIds: [person('anne'), person('isk-nord')], guests: 'Leverandøren' },
    ...changes,
  });
  await context.list(Assessments).create(assessment);
  const risk = aRisk(assessment.key, 't1', {
    ...{ inherent: anEstimate(4, 2), target: anEstimate(2, 4), vulnerability: nasty, existing: 'x'.repeat(4_000) },
    ...{ treatment: 'mitigate', treatmentNote: 'Vi gør det.' },
    stamps: { vulnerability: { by: person('anne'), at: '2026-06-01T08:30:00.000Z' } },
  });
  await context.list(Risks).create(risk);
  await context.list(Risks).create(
    aRisk(assessment.key, 't2', {
      notRelevant: 'Findes ikke her',
      stamps: { notRelevant: { by: person('anne'), at: '2026-06-01T08:30:00.000Z' } },
    }),
  );
  await context.list(RiskActions).create({
    ...{ key: 'r1', title: 'Indfør totrinslogin', riskKey: riskKeyOf('a', 't1'), assetKey: 'a' },
    ...{ ownerId: person('bo'), due: day('2026-12-24'), effect: '', progress: 40, note: '' },
    ...{ changedAt: moment('2026-06-02T09:00:00.000Z'), changedBy: person('anne') },
  });
  const actor = { ...the(context, 'ciso'), language };
  const file = await assessmentReport(context, actor, assessmentFor(context, actor, assessment.key));
  const xml = strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array());
  const plain = xml.replace(/<w:p[ >]/g, '\n$&').replace(/<[^>]+>/g, '');
  const text = ['lt <', 'gt >', 'quot "', "apos '", 'amp &'].reduce((known, entity) => {
    const [name = '', sign = ''] = entity.split(' ');
    return known.replaceAll(`&${name};`, sign);
  }, plain);
  return { ...file, xml, text };
}

describe('the report of an assessment', () => {
  it('says what was assessed, who took part, and each threat in words at every stage', async () => {
    const { fileName, text } = await aReport();
    expect(fileName).toBe('Risikovurdering Journal Nord Syd 2026-06-01.docx');
    for (const said of [
      ...['Vurdering nr. 1, færdig. Holdt 1. jun. 2026.', 'Center for nord', 'Hus & Søn', 'Anne Aagaard, Pædagog'],
      ...['Leverandøren', 'Meget høj', 'Konsekvens: 4 – Meget høj', 'Sandsynlighed: 2 – Medium (mindre sandsynligt)'],
      ...['Værst for Kommunen: Fortrolighed', 'Nedbring', 'Vi gør det.', 'Findes ikke her'],
      'Indfør totrinslogin: Bo Ærø',
    ])
      expect(text).toContain(said);
    expect(text).toContain('senest 24. dec. 2026, 40 % gjort');
  });

  it('shows the matrix it was measured with, each cell by word and colour', async () => {
    const { xml } = await aReport();
    const cells = [...xml.matchAll(/<w:shd[^>]*w:fill="(\w+)"[^>]*>.*?<w:t(?: [^>]*)?>([^<]*)</gs)].map(
      ([, fill, word]) => [fill, word],
    );
    const reds = cells.filter(([fill]) => fill === 'F6B3AC');
    // Four cells of the matrix, the legend, and the threat before and now; and the matrix of each stage.
    expect(reds.filter(([, word]) => word !== '1')).toEqual(Array(17).fill(['F6B3AC', 'Meget høj']));
  });

  it('says in a matrix of each stage which threats stand where, by the numbers they have in the table', async () => {
    const { text, xml } = await aReport();
    for (const stage of ['Uden kontroller', 'Nu', 'Når planen er gennemført'])
      expect(text).toContain(`Truslernes numre i billedet: ${stage}`);
    const numbered = [...xml.matchAll(/w:fill="(\w+)"[^>]*>.*?<w:t(?: [^>]*)?>([^<]*)</gs)].filter(
      ([, , word]) => word === '1',
    );
    expect(numbered.map(([, fill]) => fill)).toEqual(['F6B3AC', 'F6B3AC', 'FFD3A1']);
  });

  it('survives quotes, control characters, very long texts and empty fields', async () => {
    const { xml, text } = await aReport();
    expect([...xml].every((sign) => sign === '\n' || sign >= ' ')).toBe(true);
    expect(text).toContain('"Citater" & <b>tegn</b>');
    expect(text).toContain('x'.repeat(4_000));
    const empty = await aReport({
      threats: [],
      participantIds: [],
      guests: '',
      heldOn: undefined,
      finishedAt: undefined,
      state: 'draft',
    });
    expect(empty.text).toContain('Ingen trusler er vurderet.');
    expect(empty.text).not.toContain('undefined');
  });

  it('has its threats on wide pages, and is written in the reader’s language', async () => {
    const { xml, text } = await aReport({}, 'en');
    const pages = [...xml.matchAll(/<w:pgSz ([^>]*)\/>/g)].map(([, size = '']) => size.includes('landscape'));
    expect(pages).toEqual([false, true]);
    expect(text).toContain('Risk assessment: Journal');
    expect(text).toContain('Highest for The municipality: Confidentiality');
    expect(text).not.toContain('riskDocuments.');
  });

  it('of a short form gives the answers and the outcome, and no empty table of threats', async () => {
    const answers = { sensitiveData: 'yes', manyPeople: 'no' } as const;
    const { text, xml } = await aReport({ form: 'quick', threats: [], quick: { answers, note: 'Kun få' } });
    expect(text).toContain('Er der følsomme eller fortrolige oplysninger');
    expect(text).toContain('Kun få');
    expect(xml).not.toContain('landscape');
  });
});
