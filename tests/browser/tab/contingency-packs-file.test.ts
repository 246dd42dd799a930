import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packHtml } from '../../../api/contingency/documents/pack-html.ts';
import { packPaper } from '../../../api/contingency/documents/pack-paper.ts';
import { packContentOf } from '../../../api/contingency/packs/pack-content.ts';
import { aPaperTown, aVitalSystem } from '../../unit/contingency/documents/papers.ts';
import { centre } from '../../unit/organisation/builders.ts';
import { launch, leaveBrowser, newContext } from '../launch.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
  const { context } = await aPaperTown();
  await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal', mtd: 4 });
  await aVitalSystem(context, 'loen', { title: 'Lønsystem', mtd: 24 });
  const content = packContentOf(context, centre('nord'));
  if (!content) throw new Error('nothing to pack');
  const fixed = {
    centreTitle: 'Center for Nord',
    number: 3,
    madeAt: '2026-11-24T09:00:00.000Z',
    language: 'da',
  } as const;
  const paper = packPaper(context, { ...content, ...fixed, centreId: centre('nord') });
  writeFileSync(join(folder, 'pakke.html'), packHtml(paper, context.texts('da')));
  address = pathToFileURL(join(folder, 'pakke.html')).href;
});
afterAll(async () => {
  await leaveBrowser(browser);
  rmSync(folder, { recursive: true });
});

/** The file as opened from a USB stick, offline; `asked`: all its requests. */
async function opened(
  {
    javaScriptEnabled = true,
    colorScheme = 'light',
    width = 390,
  }: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark'; width?: number } = {},
  look: (page: Page, asked: string[]) => Promise<void>,
): Promise<void> {
  const context = await newContext(browser, {
    ...{ javaScriptEnabled, colorScheme, offline: true, bypassCSP: javaScriptEnabled },
    viewport: { width, height: 800 },
  });
  const asked: string[] = [];
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await look(page, asked);
  const shots = process.env['PAPERS'];
  if (shots !== undefined)
    await page.screenshot({
      path: `${shots}/html-${colorScheme}-${width}-${String(javaScriptEnabled)}.png`,
      fullPage: true,
    });
  await context.close();
}

const shownSystems = (page: Page) => page.locator('main section[data-system]:visible h2').allTextContents();

describe('the pack on a USB stick', () => {
  it('asks for nothing but itself', async () => {
    await opened({}, async (page, asked) => {
      await page.getByRole('heading', { level: 1, name: 'Når it er nede' }).waitFor();
      expect(asked).toEqual([address]);
    });
  });

  it.each([
    ['lønsystem', ['Lønsystem']],
    ['LON', ['Lønsystem']],
    ['43 73 00 11', ['Omsorgsjournal', 'Lønsystem']],
    ['43730011', ['Omsorgsjournal', 'Lønsystem']],
    ['anne medicinlister', ['Omsorgsjournal', 'Lønsystem']],
    ['rumskib', []],
  ])('finds %s', async (words, systems) => {
    await opened({}, async (page) => {
      await page.getByRole('searchbox', { name: /^Søg efter system/ }).fill(words);
      await expect.poll(() => shownSystems(page)).toEqual(systems);
      if (systems.length > 0) expect(await page.locator('main mark').count()).toBeGreaterThan(0);
      else await page.getByText('Intet system passer.').waitFor();
      await page.getByRole('searchbox').fill('');
      await expect.poll(() => shownSystems(page)).toEqual(['Omsorgsjournal', 'Lønsystem']);
      expect(await page.locator('mark').count()).toBe(0);
    });
  });

  it('finds a person to ask, and does not say then that nothing fits', async () => {
    await opened({}, async (page) => {
      await page.getByRole('searchbox').fill('mette sørensen');
      await page.locator('main mark').first().waitFor();
      expect(await shownSystems(page)).toEqual([]);
      expect(await page.getByText('Intet system passer.').count()).toBe(0);
    });
  });

  it('calls by a press', async () => {
    await opened({}, async (page) => {
      const call = page.getByRole('link', { name: '+45 43 73 00 11' }).first();
      expect(await call.getAttribute('href')).toBe('tel:+4543730011');
    });
  });

  it.each(['light', 'dark'] as const)('is for everybody, in the %s', async (colorScheme) => {
    await opened({ colorScheme }, async (page) => {
      await page.getByRole('searchbox').fill('medicin');
      await page.addScriptTag({ content: axeSource });
      const violations = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
      );
      expect(violations).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    });
  });

  it('shows all of it without its script, and no search that does nothing', async () => {
    await opened({ javaScriptEnabled: false, width: 1000 }, async (page) => {
      expect(await page.getByRole('searchbox').count()).toBe(0);
      await page.getByText('Udlever medicinlister fra i morges').first().waitFor();
    });
  });

  it('runs its own script under its own policy', async () => {
    const context = await newContext(browser, { offline: true });
    const page = await context.newPage();
    await page.goto(address);
    expect(await page.getByRole('searchbox').isVisible()).toBe(true);
    await context.close();
  });

  it('prints without the search, a system a page', async () => {
    await opened({}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.search').isVisible()).toBe(false);
      await page.getByRole('heading', { name: 'Lønsystem' }).waitFor();
    });
  });
});
