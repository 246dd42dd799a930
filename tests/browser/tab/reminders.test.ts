import { describe, expect, it } from 'vitest';
import { axe, overflows, ownTab, refusal, resize } from '../tab-page.ts';

const { openTab, ask, asked, fails, works, leave, world } = ownTab({}, async ({ ask, journey }) => {
  // One person chooses another hour for cards, and one reminded today has acknowledged since.
  const body = { hour: 10, rhythm: 'daily' as const, weekday: 1, muted: [] };
  await ask('Hanne Toft Lauridsen', 'PUT /api/reminders/wishes', { body });
  await ask('Sara Kjær', 'POST /api/policy/versions/:versionKey/acknowledge', { params: { versionKey: 'policy-4-0' } });
  await journey.process();
});
const show = (path: string, person = 'ciso', more: object = {}) => openTab({ person, path, ...more });
const page = (part: string) => `/operations/reminders?part=${part}`;
const lastAsked = (part: string) =>
  asked()
    .filter((request) => request.includes(part))
    .at(-1) ?? '';

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
    await leave();
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
    await leave();
    const again = await show('/tasks/reminders', 'employee');
    await again.tab.getByRole('checkbox', { name: 'Årshjul' }).waitFor();
    await expect.poll(() => again.tab.getByRole('checkbox', { name: 'Årshjul' }).isChecked()).toBe(false);
  });

  it('says that it could not be saved, and saves what was chosen when tried again', async () => {
    fails('PUT /api/reminders/wishes', 500, { body: refusal('test', 'Noget gik galt hos os.') });
    const { tab } = await show('/tasks/reminders', 'employee');
    await tab.getByLabel('Hvornår på dagen?').selectOption({ label: 'kl. 10' });
    await tab.getByRole('alert').getByText('Noget gik galt hos os.').waitFor();
    works('PUT /api/reminders/wishes');
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
    const { total } = await ask('ciso', 'GET /api/reminders/preview', { query: {} });
    expect(total).toBeGreaterThan(5);
    await tab.getByText(`${total} får et kort onsdag 25. november.`).waitFor();
    const { total: dayAfter } = await ask('ciso', 'GET /api/reminders/preview', { query: { day: '2026-11-26' } });
    expect(dayAfter).toBeGreaterThan(15);
    await tab.getByLabel('Dag', { exact: true }).fill('2026-11-30');
    await tab.getByText(/^\d+ får et kort mandag 30\.\snovember\. \d kan ikke nås i Teams\./).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Drift' }).getAttribute('aria-current')).toBe('page');
  });

  it('says of each what, why, when, and how much is overdue with others', async () => {
    const { tab } = await show(page('preview'));
    const row = tab.getByRole('row', { name: /^Hanne Toft Lauridsen/ });
    // Tomorrow she gets another card: an offline pack.
    await tab
      .getByText(/^Ditte|^Anders|^Annette/)
      .first()
      .waitFor();
    expect(await row.count()).toBe(0);
    await tab.getByLabel('Dag', { exact: true }).fill('2026-11-26');
    await row.getByText('Fristen nærmer sig: om 5 dage (1. december)').waitFor();
    await row.getByText('Fristen er overskredet: 28 dage over tiden (29. oktober)').waitFor();
    await row.getByText(/^Center for Voksne og Velfærd: \d+ opgaver? er over tiden/).waitFor();
    await row.getByText(/^\d+ mangler Telefoner i hjemmeplejen/).waitFor();
    await row.getByRole('cell', { name: 'kl. 10' }).waitFor();
    await tab.getByLabel('Dag', { exact: true }).fill('2026-11-30');
    await tab.getByRole('cell', { name: 'Nej: har ikke Teams' }).first().waitFor();
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
    // Two weeks before the course is due.
    const day = '2027-01-18';
    const { total } = await ask('ciso', 'GET /api/reminders/preview', { query: { day } });
    expect(total).toBeGreaterThan(50);
    const { tab } = await show(`${page('preview')}&day=${day}`);
    await tab.getByText(`1–50 af ${total}`).waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText(`51–${Math.min(total, 100)} af ${total}`).waitFor();
    await tab.getByLabel('Søg efter navn').fill('lone');
    await tab.getByText(/^\d fundet$/).waitFor();
    await expect.poll(() => lastAsked('/preview')).toContain('q=lone');
    await tab.getByLabel('Søg efter navn').fill('zzz');
    await tab.getByRole('heading', { name: 'Ingen passer til søgningen' }).waitFor();
  });
});

describe('Det har vi sendt', () => {
  it('goes from the days to who was told what, and what came of it', async () => {
    const { tab } = await show(page('log'));
    await tab
      .getByRole('heading', { level: 1, name: /^Sidst mindede vi \d\d personer tirsdag 24\.\snovember$/ })
      .waitFor();
    await tab.getByRole('row', { name: /^Tirsdag 24\.\snovember \d\d .*Kan ikke få kort: 2.* 1$/ }).waitFor();
    await tab.getByRole('link', { name: 'Tirsdag 24. november' }).click();
    await tab.getByRole('heading', { name: 'Hvem blev mindet tirsdag 24. november' }).waitFor();
    await tab.getByText('gjort siden').first().waitFor();
    await tab.getByText('ikke gjort endnu').first().waitFor();
    await tab
      .getByRole('cell', { name: /^Kortet er sendt, kl\. 09\.0\d$/ })
      .first()
      .waitFor();
    await tab.getByRole('cell', { name: 'Har ikke Teams' }).first().waitFor();
    await tab.getByRole('link', { name: 'Alle dage' }).click();
    await tab.getByRole('link', { name: 'Tirsdag 24. november' }).waitFor();
  });
});

describe('Hvor tit vi minder', () => {
  it('says the result of every cadence, and of a change before it is saved', async () => {
    const { tab } = await show(page('cadences'));
    const course = tab.getByRole('region', { name: 'E-læring' });
    await course.getByText('Vi minder 14 og 3 dage før, på dagen og hver uge derefter.').waitFor();
    await course.getByText('Standard · Ingen kan slå den fra for sig selv').waitFor();
    await course.getByRole('button', { name: 'Ret takten for E-læring' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Hvor tit minder vi om E-læring?' });
    await dialog.getByRole('button', { name: 'Fjern påmindelsen 14 dage før' }).click();
    await dialog.getByLabel(/hvor mange dage mellem hver/).fill('14');
    await dialog.getByLabel('Udvalget efter (dage)').fill('45');
    const result =
      'Vi minder 3 dage før, på dagen og hver anden uge derefter. Efter 7 dage får ISK’en besked, efter 14 dage centerchefen og efter 45 dage udvalget.';
    await dialog.getByText(result).waitFor();
    await dialog.getByRole('button', { name: 'Gem takten' }).click();
    await tab.getByText('Takten for E-læring er gemt.').waitFor();
    await course.getByText(result).waitFor();
    await course.getByText(/^Ændret 24\.\snov\. 2026 af/).waitFor();
    await course.getByRole('button', { name: 'Tilbage til standard' }).click();
    await course.getByText('Vi minder 14 og 3 dage før').waitFor();
  });

  it('says at the field what is wrong, the first one focused', async () => {
    const { tab } = await show(page('cadences'));
    await tab.getByRole('button', { name: 'Ret takten for Politik' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Påmindelse 2: dage før fristen').fill('7');
    await dialog.getByLabel('Centerchefen efter (dage)').fill('3');
    await dialog.getByRole('button', { name: 'Gem takten' }).click();
    await dialog.getByText('Der er allerede en påmindelse den dag').waitFor();
    await dialog.getByText('Må ikke komme før den, der står over').waitFor();
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Påmindelse 2: dage før fristen');
    expect(asked().some((request) => request.startsWith('PUT'))).toBe(false);
  });

  it('has the days and the cadences, and nobody’s name, for those who govern by numbers', async () => {
    const { tab } = await show(page('preview'), 'Vibeke Ørum Clausen');
    await tab.getByRole('cell', { name: /^Tirsdag/ }).waitFor();
    expect(await tab.getByRole('table').getByRole('link').count()).toBe(0);
    expect(asked().filter((request) => /preview|log\//.test(request))).toEqual([]);
  });

  it('offers no change to those who may only read', async () => {
    const { tab } = await show(page('cadences'), 'auditor');
    await tab.getByRole('region', { name: 'Politik' }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Ret takten|standard/ }).count()).toBe(0);
  });

  it.each(['default', 'dark', 'contrast'] as const)(
    'breaks no accessibility rule in the theme %s, its dialog neither, wide and narrow',
    async (theme) => {
      const opened = await show(page('cadences'), 'ciso', { theme });
      const { tab } = opened;
      await tab.getByRole('button', { name: 'Ret takten for Politik' }).click();
      await tab.getByRole('dialog').waitFor();
      expect(await axe(tab), 'wide').toEqual([]);
      await resize(opened, 320, 640);
      expect(await axe(tab), 'narrow').toEqual([]);
      await expect.poll(() => overflows(tab)).toBe(false);
    },
  );

  it('speaks English too', async () => {
    const { tab } = await show(page('cadences'), 'ciso', { locale: 'en-gb' });
    await tab
      .getByRole('region', { name: 'E-learning' })
      .getByText(
        'Reminders are sent 14 and 3 days before, on the day and every week afterwards. After 7 days the ISK is told',
      )
      .waitFor();
  });
});

describe('before there is anything', () => {
  it('teaches when nobody is to be reminded', async () => {
    const { control, process } = world().journey;
    const query = { day: '2027-01-27' };
    const { digests } = await ask('ciso', 'GET /api/reminders/preview', { query });
    // Nothing has told those whom nothing reaches.
    expect(digests.filter(({ unreachable }) => unreachable === undefined)).toEqual([]);
    for (const { person } of digests)
      await control('PATCH', `lists/People/items/${person.id}`, { fields: { LeftOn: '2026-11-01' } });
    await process();
    const { tab } = await show(`${page('preview')}&day=${query.day}`);
    await tab.getByText('Ingen skal mindes om noget onsdag 27. januar.').waitFor();
    await tab.getByText('Når en frist nærmer sig eller er overskredet, står det her').waitFor();
  });

  it('teaches before the first day', async () => {
    const { control, process } = world().journey;
    await control('DELETE', 'lists/Campaigns/items');
    await process();
    const { tab } = await show(page('log'));
    await tab.getByRole('heading', { level: 1, name: 'Ingen er mindet om noget endnu' }).waitFor();
    await tab.getByRole('heading', { name: 'Her kommer det, vi har sendt' }).waitFor();
  });
});
