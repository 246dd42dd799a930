import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, open, overflows, type Opened } from './mock/browser.ts';
import { refusal, sharedMock, type MockServer } from './mock/server.ts';
import { launch, leaveBrowser } from '../launch.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([sharedMock(), launch()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});
beforeEach(() => mock.reset());
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
const show = async (path: string, person = 'ciso', more: object = {}) =>
  (opened = await open(browser, mock, { person, path, ...more }));
const page = (part: string) => `/operations/reminders?part=${part}`;
const lastAsked = (part: string) => mock.asked.filter((request) => request.includes(part)).at(-1) ?? '';

describe('Hvornår vil du mindes om det', () => {
  it('saves each choice by itself, and says the result in the heading', async () => {
    const { tab } = await show('/tasks/reminders', 'employee');
    await tab.getByRole('heading', { level: 1, name: 'Du får påmindelser på hverdage omkring kl. 8' }).waitFor();
    await tab.getByText('Det, du vælger, gemmes med det samme.').waitFor();
    await tab.getByRole('radio', { name: /Samlet en gang om ugen/ }).check();
    await tab.getByLabel('Hvilken dag?').selectOption({ label: 'torsdag' });
    await tab.getByLabel('Hvornår på dagen?').selectOption({ label: 'kl. 13' });
    await tab.getByRole('heading', { level: 1, name: 'Du får påmindelser hver torsdag omkring kl. 13' }).waitFor();
    await tab.getByRole('status').filter({ hasText: 'Gemt' }).waitFor();
    await opened?.close();
    const again = await show('/tasks/reminders', 'employee');
    await again.tab
      .getByRole('heading', { level: 1, name: 'Du får påmindelser hver torsdag omkring kl. 13' })
      .waitFor();
  });

  it('lets one mute a kind, but not what the law demands, and says why', async () => {
    const { tab } = await show('/tasks/reminders', 'employee');
    const course = tab.getByRole('checkbox', { name: 'E-læring' });
    await expect.poll(() => course.isDisabled()).toBe(true);
    await expect.poll(() => course.isChecked()).toBe(true);
    const reason = await course.getAttribute('aria-describedby');
    await expect
      .poll(() => tab.locator(`#${reason}`).textContent())
      .toMatch(/^Kan ikke slås fra, fordi kommunen skal kunne vise/);
    await tab.getByRole('checkbox', { name: 'Årshjul' }).uncheck();
    await tab.getByRole('status').filter({ hasText: 'Gemt' }).waitFor();
    await opened?.close();
    const again = await show('/tasks/reminders', 'employee');
    await again.tab.getByRole('checkbox', { name: 'Årshjul' }).waitFor();
    await expect.poll(() => again.tab.getByRole('checkbox', { name: 'Årshjul' }).isChecked()).toBe(false);
  });

  it('says that it could not be saved, and saves what was chosen when tried again', async () => {
    mock.override('PUT /api/reminders/wishes', { status: 500, body: refusal('Noget gik galt hos os.') });
    const { tab } = await show('/tasks/reminders', 'employee');
    await tab.getByLabel('Hvornår på dagen?').selectOption({ label: 'kl. 10' });
    await tab.getByRole('alert').getByText('Noget gik galt hos os.').waitFor();
    mock.override('PUT /api/reminders/wishes', undefined);
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.getByRole('status').filter({ hasText: 'Gemt' }).waitFor();
    await expect.poll(() => tab.getByRole('alert').count()).toBe(0);
  });
});

describe('Det sender vi', () => {
  it('is reached from Drift, and says how many get a card and who cannot be reached', async () => {
    const { tab } = await show('/operations');
    await tab.getByRole('link', { name: 'Påmindelser' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Det sender vi i morgen' }).waitFor();
    await tab.getByText('64 får et kort onsdag 25. november. 6 kan ikke nås i Teams.').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Drift' }).getAttribute('aria-current')).toBe('page');
  });

  it('says of each what, why, when, and how much is overdue with others', async () => {
    const { tab } = await show(page('preview'));
    const row = tab.getByRole('row', { name: /^Søren Østergaard/ });
    await row.getByText('Fristen nærmer sig: om 14 dage (9. december)').waitFor();
    await row.getByText('Fristen er overskredet: 7 dage over tiden (18. november)').waitFor();
    await row.getByText('Hele kommunen og uden center: 1.813 ting er over tiden').waitFor();
    await row.getByText('590 mangler Årligt GDPR-kursus').waitFor();
    await tab.getByRole('cell', { name: 'Nej: har ikke Teams' }).first().waitFor();
    await tab.getByRole('cell', { name: 'kl. 10' }).first().waitFor();
  });

  it('says of a day without sending why, and when it comes instead', async () => {
    const { tab } = await show(page('preview'));
    await tab.getByLabel('Dag', { exact: true }).fill('2026-12-25');
    await tab.getByRole('heading', { level: 1, name: 'Vi sender ingenting fredag 25. december' }).waitFor();
    await tab.getByText('Fredag 25. december er en helligdag (Juledag).').waitFor();
    await tab.getByText('Det, der skulle være sendt, kommer mandag 28. december.').waitFor();
    await tab.getByRole('button', { name: 'Se næste hverdag' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Det sender vi mandag 28. december' }).waitFor();
    await tab.getByLabel('Dag', { exact: true }).fill('2026-11-28');
    await tab.getByText('Lørdag 28. november er i en weekend.').waitFor();
  });

  it('searches by name and walks through pages', async () => {
    const { tab } = await show(page('preview'));
    await tab.getByText('1–50 af 64').waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–64 af 64').waitFor();
    await tab.getByLabel('Søg efter navn').fill('lone');
    await tab.getByText(/^\d fundet$/).waitFor();
    await expect.poll(() => lastAsked('/preview')).toContain('q=lone');
    await tab.getByLabel('Søg efter navn').fill('zzz');
    await tab.getByRole('heading', { name: 'Ingen passer til søgningen' }).waitFor();
  });

  it('teaches when nobody is to be reminded', async () => {
    mock.override('GET /api/reminders/preview', {
      change: (view) => ({ ...view, digests: [], total: 0, unreachable: 0 }),
    });
    const { tab } = await show(page('preview'));
    await tab.getByText('Ingen skal mindes om noget onsdag 25. november.').waitFor();
    await tab.getByText('Når en frist nærmer sig eller er overskredet, står det her').waitFor();
  });
});

describe('Det har vi sendt', () => {
  it('goes from the days to who was told what, and what came of it', async () => {
    const { tab } = await show(page('log'));
    await tab.getByRole('heading', { level: 1, name: 'Sidst mindede vi 66 personer tirsdag 24. november' }).waitFor();
    await tab.getByRole('row', { name: /^Mandag 23\. november 65 Kan ikke få kort: 6 27$/ }).waitFor();
    await tab.getByRole('link', { name: 'Mandag 23. november' }).click();
    await tab.getByRole('heading', { name: 'Hvem blev mindet mandag 23. november' }).waitFor();
    await tab.getByText('gjort siden').first().waitFor();
    await tab.getByText('ikke gjort endnu').first().waitFor();
    await tab.getByRole('cell', { name: 'Kortet er sendt, kl. 10.12' }).first().waitFor();
    await tab.getByRole('cell', { name: 'Har ikke Teams' }).first().waitFor();
    await tab.getByText('1–50 af 72').waitFor();
    await tab.getByRole('link', { name: 'Alle dage' }).click();
    await tab.getByRole('link', { name: 'Mandag 23. november' }).waitFor();
  });

  it('teaches before the first day', async () => {
    mock.override('GET /api/reminders/log', { change: (view) => ({ ...view, days: [] }) });
    const { tab } = await show(page('log'));
    await tab.getByRole('heading', { level: 1, name: 'Ingen er mindet om noget endnu' }).waitFor();
    await tab.getByRole('heading', { name: 'Her kommer det, vi har sendt' }).waitFor();
  });
});

describe('Hvor tit vi minder', () => {
  it('says the result of every cadence, and of a change before it is saved', async () => {
    const { tab } = await show(page('cadences'));
    const course = tab.getByRole('region', { name: 'E-læring' });
    await course.getByText('Vi minder 30, 14 og 3 dage før, på dagen og hver uge derefter.').waitFor();
    await course.getByText('Standard · Ingen kan slå den fra for sig selv').waitFor();
    await course.getByRole('button', { name: 'Ret takten for E-læring' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Hvor tit minder vi om E-læring?' });
    await dialog.getByRole('button', { name: 'Fjern påmindelsen 30 dage før' }).click();
    await dialog.getByLabel(/hvor mange dage mellem hver/).fill('14');
    await dialog.getByLabel('Udvalget efter (dage)').fill('30');
    const result =
      'Vi minder 14 og 3 dage før, på dagen og hver anden uge derefter. Efter 7 dage får ISK’en besked, efter 14 dage centerchefen og efter 30 dage udvalget.';
    await dialog.getByText(result).waitFor();
    await dialog.getByRole('button', { name: 'Gem takten' }).click();
    await tab.getByText('Takten for E-læring er gemt.').waitFor();
    await course.getByText(result).waitFor();
    await course.getByText(/^Ændret 24\. nov\. 2026 af/).waitFor();
    await course.getByRole('button', { name: 'Tilbage til standard' }).click();
    await course.getByText('Vi minder 30, 14 og 3 dage før').waitFor();
  });

  it('says at the field what is wrong, the first one focused', async () => {
    const { tab } = await show(page('cadences'));
    await tab.getByRole('button', { name: 'Ret takten for Politik' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Påmindelse 2: dage før fristen').fill('14');
    await dialog.getByLabel('Centerchefen efter (dage)').fill('3');
    await dialog.getByRole('button', { name: 'Gem takten' }).click();
    await dialog.getByText('Der er allerede en påmindelse den dag').waitFor();
    await dialog.getByText('Må ikke komme før den, der står over').waitFor();
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Påmindelse 2: dage før fristen');
    expect(mock.asked.some((request) => request.startsWith('PUT'))).toBe(false);
  });

  it('has the days and the cadences, and nobody’s name, for those who govern by numbers', async () => {
    const abilities = { edit: false, seePeople: false };
    mock.override('GET /api/reminders/cadences', { change: (view) => ({ ...view, abilities }) });
    mock.override('GET /api/reminders/log', { change: (view) => ({ ...view, abilities }) });
    const { tab } = await show(page('preview'));
    await tab.getByRole('cell', { name: /^Tirsdag/ }).waitFor();
    expect(await tab.getByRole('table').getByRole('link').count()).toBe(0);
    expect(mock.asked.filter((request) => /preview|log\//.test(request))).toEqual([]);
  });

  it('offers no change to those who may only read', async () => {
    mock.override('GET /api/reminders/cadences', {
      change: (view) => ({ ...view, abilities: { edit: false, seePeople: true } }),
    });
    const { tab } = await show(page('cadences'));
    await tab.getByRole('region', { name: 'Politik' }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Ret takten|standard/ }).count()).toBe(0);
  });

  it.each(['default', 'dark', 'contrast'] as const)(
    'breaks no accessibility rule in the theme %s, its dialog neither, wide and narrow',
    async (theme) => {
      const { tab, page: window } = await show(page('cadences'), 'ciso', { theme });
      await tab.getByRole('button', { name: 'Ret takten for Politik' }).click();
      await tab.getByRole('dialog').waitFor();
      expect(await axe(tab), 'wide').toEqual([]);
      await window.setViewportSize({ width: 320, height: 640 });
      expect(await axe(tab), 'narrow').toEqual([]);
      await expect.poll(() => overflows(tab)).toBe(false);
    },
  );

  it('speaks English too', async () => {
    const { tab } = await show(page('cadences'), 'ciso', { locale: 'en-gb' });
    await tab
      .getByText('We remind 14 and 3 days before, on the day and every week afterwards. After 7 days the ISK is told')
      .waitFor();
  });
});
