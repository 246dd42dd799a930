import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planPdf } from '../../../../api/contingency/documents/plan-pdf.ts';
import { findPlan } from '../../../../api/contingency/index.ts';
import type { PlanContent } from '../../../../api/contingency/contract.ts';
import type { Language } from '../../../../api/kernel/index.ts';
import { aFullContent, aPaperTown, aVitalSystem, readPdf } from './papers.ts';

/** The document of a plan with this content. */
async function thePdf(content?: PlanContent, language: Language = 'da'): Promise<Uint8Array> {
  const { context } = await aPaperTown();
  await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal', ...(content ? { content } : {}) });
  const now = findPlan(context, 'plan-journal');
  if (!now?.current) throw new Error('the plan is not in force');
  const bytes = await planPdf(context, now, now.current, language);
  const folder = process.env.PAPERS;
  if (folder !== undefined) writeFileSync(`${folder}/plan-${language}-${bytes.length}.pdf`, bytes);
  return bytes;
}

const many = <T>(times: number, one: (place: number) => T): T[] =>
  Array.from({ length: times }, (_, place) => one(place));

describe('the document of a plan', () => {
  it('is one tagged page in its language, with a title', async () => {
    const { pages, info, marked } = await readPdf(await thePdf());
    expect(pages).toHaveLength(1);
    expect(marked).toMatchObject({ Marked: true });
    expect(info.get('Language')).toBe('da-DK');
    expect(info.get('Title')).toBe('Nødprocedure for Omsorgsjournal – Omsorgsjournal');
  });

  it('says what to do and whom to call before all else', async () => {
    const { text } = (await readPdf(await thePdf())).pages[0] ?? { text: '' };
    const order = [
      'Omsorgsjournal',
      'Gør dette i den første time',
      'Ring til',
      '43 57 00 00',
      'Gør derefter dette',
      'Om planen',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(text).toContain('Må højst være nede i 4 timer');
    expect(text).toContain('Side 1 af 1');
  });

  it('has headings, lists and a table with headed columns and rows for a screen reader', async () => {
    const { roles } = (await readPdf(await thePdf())).pages[0] ?? { roles: [] };
    expect(roles).toEqual(
      expect.arrayContaining(['Document', 'Sect', 'H1', 'H2', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']),
    );
  });

  it('goes over several pages when it is long, and loses nothing', async () => {
    const steps = many(60, (place) => ({
      key: `s${place}`,
      text: `Trin ${place} ${'meget lang tekst '.repeat(20)}`,
      role: 'Alle',
    }));
    const { pages } = await readPdf(await thePdf(aFullContent({ steps, about: 'linje\n'.repeat(500) })));
    expect(pages.length).toBeGreaterThan(3);
    const whole = pages.map(({ text }) => text).join(' ');
    expect(many(60, (place) => `Trin ${place} `).filter((words) => !whole.includes(words))).toEqual([]);
  });

  it('gives the same bytes for the same version', async () => {
    expect(Buffer.from(await thePdf()).equals(Buffer.from(await thePdf()))).toBe(true);
  });

  it('is written in English too', async () => {
    const { pages, info } = await readPdf(await thePdf(undefined, 'en'));
    expect(info.get('Language')).toBe('en-GB');
    expect(pages[0]?.text).toContain('Do this in the first hour');
  });

  it('leaves out what no printer can show and keeps names from all of Europe', async () => {
    const firstHour = [{ key: 's', text: 'Ring til Łukasz Şahin 😀 på\u0000 نور', role: '' }];
    const { text } = (await readPdf(await thePdf(aFullContent({ firstHour })))).pages[0] ?? { text: '' };
    expect(text).toContain('Ring til Łukasz Şahin på ???');
  });
});
