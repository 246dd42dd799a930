import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packHtml } from '../../../../api/contingency/documents/pack-html.ts';
import { packPaper } from '../../../../api/contingency/documents/pack-paper.ts';
import { drawOnThread } from '../../../../api/contingency/documents/draw-on-thread.ts';
import { packContentOf } from '../../../../api/contingency/packs/pack-content.ts';
import type { Language } from '../../../../api/kernel/index.ts';
import { centre } from '../../organisation/builders.ts';
import { aFullContent, aPaperTown, aVitalSystem, readPdf } from './papers.ts';

/** A centre's pack with these systems. */
async function aPack(systems: number, language: Language = 'da') {
  const { context } = await aPaperTown();
  for (let place = 1; place <= systems; place += 1)
    await aVitalSystem(context, `s${place}`, { title: `Fagsystem ${place}`, mtd: systems + 1 - place });
  const content = packContentOf(context, centre('nord'));
  if (!content) throw new Error('nothing to pack');
  const fixed = { centreTitle: 'Center for Nord', number: 3, madeAt: '2026-11-24T09:00:00.000Z', language };
  return {
    context,
    t: context.texts(language),
    paper: packPaper(context, { ...content, ...fixed, centreId: centre('nord') }),
  };
}

async function thePdf(systems: number, language: Language = 'da') {
  const { t, paper } = await aPack(systems, language);
  const bytes = await drawOnThread({ what: 'pack', pack: paper });
  const folder = process.env.PAPERS;
  if (folder !== undefined) {
    writeFileSync(`${folder}/pack-${language}-${systems}.pdf`, bytes);
    writeFileSync(`${folder}/pack-${language}-${systems}.html`, packHtml(paper, t));
  }
  return { bytes, paper };
}

describe('the pack to print', () => {
  it('has a front page with the systems, their page, and whom to call, then a page a system', async () => {
    const { bytes, paper } = await thePdf(4);
    const { pages, info } = await readPdf(bytes);
    expect(info.get('Title')).toBe('Når it er nede: Center for Nord, pakke nr. 3');
    expect(pages).toHaveLength(5);
    expect(pages[0]?.text).toMatch(/Fagsystem 4 1 time 1 2 .*Fagsystem 1 4 timer 1 5/);
    expect(pages[0]?.text).toContain('Mette Sørensen');
    expect(pages[1]?.text).toContain('Fagsystem 4');
    const code = `${paper.contentHash.slice(0, 4)} ${paper.contentHash.slice(4, 8)}`.toUpperCase();
    for (const [place, { text }] of pages.entries())
      expect(text).toContain(`Center for Nord · pakke nr. 3 · 24. nov. 2026 · kode ${code} Side ${place + 1} af 5`);
  });

  it('is tagged: one title, a heading for each system, and tables with heads', async () => {
    const { pages } = await readPdf((await thePdf(3)).bytes);
    const roles = pages.flatMap((page) => page.roles);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(pages.slice(1).map((page) => page.roles.filter((role) => role === 'H2').length)).toEqual([1, 1, 1]);
    expect(roles).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD', 'L', 'LI']));
  });

  it('holds forty systems, each on a page that the list finds', async () => {
    const { pages } = await readPdf((await thePdf(40)).bytes);
    const front = pages
      .map(({ text }) => text)
      .slice(0, 2)
      .join(' ');
    const missing = Array.from({ length: 40 }, (_, place) => place + 1).filter((number) => {
      const page = new RegExp(`Fagsystem ${number} (?:\\d+ timer?|\\d+ døgn) 1 (\\d+) `).exec(front)?.[1];
      return !pages[Number(page) - 1]?.text.startsWith(`Fagsystem ${number} `);
    });
    expect(missing).toEqual([]);
  });

  it('is in English for who reads English', async () => {
    expect((await readPdf((await thePdf(2, 'en')).bytes)).pages[0]?.text).toContain('When IT is down');
  });

  it('is the same for the same content', async () => {
    const [one, other] = [await thePdf(2), await thePdf(2)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });
});

describe('the pack to carry', () => {
  const page = async () => {
    const { t, paper } = await aPack(2);
    return new TextDecoder().decode(packHtml(paper, t));
  };

  it('asks for nothing from anywhere', async () => {
    const html = await page();
    expect(html).not.toMatch(/https?:|src=|url\(|@import|<link/);
    expect(html).toContain("default-src 'none'");
  });

  it('links phones, and only phones', async () => {
    const html = await page();
    expect(html).toContain('<a href="tel:+4543730011">+45 43 73 00 11</a>');
    expect(html.match(/href="(?!#|tel:)/)).toBeNull();
  });

  it('shows what people have written as text, never as a page', async () => {
    const { context } = await aPaperTown();
    const bad = '<img src=x onerror=alert(1)> & "x"';
    const content = aFullContent({ about: bad, contacts: [{ key: 'c', role: bad, name: '', phone: bad, note: bad }] });
    await aVitalSystem(context, 'journal', { title: bad, content });
    const held = packContentOf(context, centre('nord'));
    const fixed = { centreTitle: bad, number: 1, madeAt: '2026-11-24T09:00:00.000Z', language: 'da' } as const;
    const t = context.texts('da');
    const paper = packPaper(context, { plans: [], contentHash: '', ...held, ...fixed, centreId: centre('nord') });
    const html = new TextDecoder().decode(packHtml(paper, t));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot;');
  });
});
