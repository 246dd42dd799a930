import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { axe, fieldRefusal, overflows, ownTab } from '../tab-page.ts';

const roundKey = 'gdpr.2026-09-01';
const { openTab, ask, asked, fails, world } = ownTab({}, async ({ ask, person }) => {
  // Three were reminded this morning.
  const reminded = await Promise.all(['Jens Thomsen', 'Claus Pedersen', 'Karen Kristensen'].map(person));
  await ask('ciso', 'POST /api/learning/rounds/:roundKey/nudge', {
    params: { roundKey },
    body: { personIds: reminded.map(({ id }) => id) },
  });
});
const show = async (path = '/learning/coverage', person = 'ciso', width = 1280) => openTab({ person, path }, { width });
const lastAsked = (part: string) =>
  asked()
    .filter((request) => request.includes(part))
    .at(-1) ?? '';
const nudges = () => asked().filter((request) => request.startsWith('POST') && request.endsWith('/nudge'));

describe('Dækning', () => {
  it('gives the sentence first, then the bars ordered by what is missing', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: '54,7 % har taget kurset.' }).waitFor();
    await tab.getByRole('link', { name: '53 mangler.' }).waitFor();
    await tab.getByText('2 er fritaget og 1 er på orlov og tælles ikke med.').waitFor();
    await tab.getByText('12 af dem, der har taget det, har selv angivet det.').waitFor();
    const numbers = (await tab.locator('[data-part="coverage-missing"]').allInnerTexts()).map((text) =>
      Number.parseInt(text, 10),
    );
    expect(numbers).toHaveLength(9);
    expect(numbers).toEqual([...numbers].sort((one, other) => other - one));
    await expect.poll(() => tab.locator('[data-part="coverage-bars"] [data-part="bar-previous"]').count()).toBe(9);
  });

  it('says in the tables what the pictures show', async () => {
    const { tab } = await show();
    await tab
      .getByRole('region', { name: /Andel, der har taget/ })
      .getByRole('button', { name: 'Tabel' })
      .click();
    await tab.getByRole('row', { name: /Center for Voksne og Velfærd 25 15 10 0 60 % 91,6 %/ }).waitFor();
    await tab.getByRole('region', { name: 'År for år' }).getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('row', { name: 'GDPR i hverdagen 2025 31. jan. 2026 93,1 %' }).waitFor();
  });

  it('shows another round when it is chosen, and the address says which', async () => {
    const { tab } = await show();
    await tab.getByLabel('Runde').selectOption('gdpr.2025-09-01');
    await tab.getByRole('heading', { level: 1, name: '93,1 % har taget kurset.' }).waitFor();
    await expect.poll(() => tab.url()).toContain('round=gdpr.2025-09-01');
    await expect.poll(() => tab.getByRole('button', { name: 'Registrér for en kollega' }).count()).toBe(0);
  });

  it('links every number to exactly its people, and to none the reader may not see', async () => {
    const { tab } = await show('/learning/coverage', 'coordinator');
    await tab.getByRole('link', { name: '10 mangler', exact: true }).click();
    await tab.getByRole('heading', { name: 'De mangler kurset, Center for Voksne og Velfærd' }).waitFor();
    await expect.poll(() => lastAsked('/people')).toContain('centreId=voksne-og-velfaerd');
    await tab.getByText('13 mangler').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: '13 mangler' }).count()).toBe(0);
  });

  it('tells a centre’s ISK the number of the whole, and links those of the own centres', async () => {
    const { tab } = await show('/learning/coverage', 'coordinator');
    await tab.getByText(/\d+ mangler i hele kommunen\./).waitFor();
    await tab.getByRole('link', { name: /^\d+ mangler i dine centre\.$/ }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: /i hele kommunen/ }).count()).toBe(0);
  });

  it('says that people of another centre are not shown, and does not ask for them', async () => {
    const before = asked().length;
    const { tab } = await show('/learning/coverage?centre=boern-og-unge', 'Mette Sørensen');
    await tab.getByText('Personerne i Center for Børn og Unge vises ikke for dig').waitFor();
    expect(
      asked()
        .slice(before)
        .filter((one) => one.includes('/people')),
    ).toEqual([]);
  });

  it('marks one’s own word, who has no Teams, and what was missed before', async () => {
    const { tab } = await show('/learning/coverage?show=done');
    await tab
      .getByRole('cell', { name: /Selvangivet/ })
      .first()
      .waitFor();
    await tab.getByRole('button', { name: /^Mangler/ }).click();
    await tab
      .getByRole('cell', { name: /Har ikke Teams/ })
      .first()
      .waitFor();
    await tab.getByRole('cell', { name: 'Manglede 2 gange før' }).first().waitFor();
    await tab.getByText('Mindet 24. nov. 2026').first().waitFor();
  });

  it('searches, sorts both ways and walks through pages', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Navn' }).click();
    await expect.poll(() => lastAsked('/people')).toContain('sort=name&direction=up');
    await tab.getByRole('button', { name: 'Navn' }).click();
    await expect.poll(() => lastAsked('/people')).toContain('sort=name&direction=down');
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–53 af 53').waitFor();
    await tab.getByLabel('Søg efter navn').fill('zzz');
    await tab.getByText('Ingen passer til søgningen').waitFor();
    await tab.getByRole('button', { name: 'Ryd søgningen' }).click();
    await tab.getByText('1–50 af 53').waitFor();
  });

  it('hands the workbook over', async () => {
    const { tab, page } = await show();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Hent som Excel' }).click(),
    ]);
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('Påmind', () => {
  it('says what it will do before it does it, then what it did, and when again', async () => {
    const { tab } = await show('/learning/coverage', 'coordinator');
    const button = tab.getByRole('button', { name: 'Påmind dem, der mangler, i Center for Voksne og Velfærd' });
    await button.click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText(/^7 får et kort i Teams den 2\d\.\snov\. 2026\.$/).waitFor();
    await dialog.getByText('2 blev mindet for nylig og springes over.').waitFor();
    expect(nudges()).toEqual([]);
    await dialog.getByRole('button', { name: 'Send påmindelse' }).click();
    await tab.getByText(/^7 får et kort den 2\d\.\snov\. 2026\./).waitFor();
    expect(nudges()).toHaveLength(1);
    await tab.getByText('Kan påmindes igen 1. dec. 2026').waitFor();
    await expect.poll(() => button.isDisabled()).toBe(true);
    await button.press('Enter');
    await expect.poll(() => tab.getByRole('dialog').count()).toBe(0);
  });

  it('reminds those picked, and lets nobody without Teams be picked', async () => {
    const { tab } = await show('/learning/coverage?centre=dagtilbud');
    await tab.getByLabel(/^Vælg Anne Hansen/).check();
    await tab.getByLabel(/^Vælg Bente Holm/).check();
    await tab.getByText('2 valgt', { exact: true }).waitFor();
    await tab.getByRole('button', { name: 'Påmind 2 valgte' }).click();
    await tab
      .getByRole('dialog', { name: 'Påmind 2 personer' })
      .getByRole('button', { name: 'Send påmindelse' })
      .click();
    await tab.getByText(/^2 får et kort den/).waitFor();
    await expect.poll(() => tab.getByText('2 valgt', { exact: true }).count()).toBe(0);
    await tab.getByLabel('Center', { exact: true }).selectOption('');
    expect(
      await tab.getByRole('row').filter({ hasText: 'Har ikke Teams' }).first().getByRole('checkbox').isDisabled(),
    ).toBe(true);
  });

  it('says so when everybody was reminded lately, and offers nothing to press', async () => {
    const { tab } = await show();
    // A colleague presses first.
    await ask('Troels Winther Bruun', 'POST /api/learning/rounds/:roundKey/nudge', {
      params: { roundKey },
      body: { centreId: 'kultur-idraet-og-fritid' },
    });
    await tab.getByRole('button', { name: /^Påmind dem, der mangler, i Center for Kultur/ }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Ingen får et kort lige nu.').waitFor();
    await expect.poll(() => dialog.getByRole('button', { name: 'Send påmindelse' }).count()).toBe(0);
  });
});

describe('Registrér og fritag', () => {
  it('shows those without Teams first, and registers with the day', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Registrér for en kollega' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Registrér, at en kollega har taget kurset' });
    await dialog.getByRole('button', { name: 'Registrér', exact: true }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    const groups = dialog.getByRole('region');
    await groups.first().waitFor();
    await expect.poll(() => groups.first().getAttribute('aria-label')).toBe('Har ikke Teams');
    await groups.first().getByRole('button').first().click();
    await dialog.getByText(/har taget GDPR i hverdagen\. Dit navn står ved registreringen/).waitFor();
    await dialog.getByRole('button', { name: 'Registrér', exact: true }).click();
    await tab.getByRole('link', { name: '52 mangler.' }).waitFor();
  });

  it('registers from the row', async () => {
    const { tab } = await show('/learning/coverage?centre=voksne-og-velfaerd');
    await tab.getByRole('button', { name: 'Registrér, at Allan Damgaard har taget kurset' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Registrér', exact: true }).click();
    await tab.getByText('Allan Damgaard har taget GDPR i hverdagen.', { exact: true }).waitFor();
  });

  it('exempts with a reason and a last day, and says what that means', async () => {
    const { tab } = await show('/learning/coverage?centre=voksne-og-velfaerd');
    await tab.getByRole('button', { name: 'Fritag Sofie Andersen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Fritag', exact: true }).click();
    await dialog.getByText('Skriv mindst fem tegn', { exact: true }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await dialog.getByLabel('Hvorfor?').fill('Udlånt til Hvidovre');
    await dialog.getByLabel(/^Til og med/).fill('2026-01-01');
    await dialog.getByText('Slutdagen skal ligge efter den første dag').waitFor();
    await dialog.getByLabel(/^Til og med/).fill('2027-06-30');
    await dialog
      .getByText(/Sofie Andersen skal ikke tage kurset fra 24\.\snov\. 2026 til og med 30\.\sjun\. 2027/)
      .waitFor();
    await dialog.getByRole('button', { name: 'Fritag', exact: true }).click();
    await tab.getByText('Sofie Andersen er fritaget.').waitFor();
  });

  it('puts the API’s refusal at its field', async () => {
    fails('POST /api/learning/completions', 400, {
      body: fieldRefusal('completedOn', 'Runden var ikke åben den dag.'),
    });
    const { tab } = await show('/learning/coverage?centre=voksne-og-velfaerd');
    await tab.getByRole('button', { name: 'Registrér, at Aisha Malik har taget kurset' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Registrér', exact: true }).click();
    await tab.getByRole('dialog').getByText('Runden var ikke åben den dag.').waitFor();
  });

  it.each([320, 1280])('break no accessibility rule and fit at %i px', async (width) => {
    const { tab } = await show('/learning/coverage?centre=voksne-og-velfaerd', 'ciso', width);
    for (const name of [
      'Registrér for en kollega',
      'Fritag Aisha Malik',
      /^Påmind dem, der mangler, i Center for Skoler/,
    ]) {
      await tab.getByRole('button', { name }).click();
      await tab.getByRole('dialog').waitFor();
      await expect.poll(() => tab.locator('[data-loading]').count()).toBe(0);
      expect(await axe(tab), String(name)).toEqual([]);
      await expect.poll(() => overflows(tab)).toBe(false);
      await tab.getByRole('dialog').getByRole('button', { name: 'Fortryd' }).click();
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

it('teaches before there is a round, with the way to make one', async () => {
  const { control, process } = world().journey;
  await control('DELETE', 'lists/CourseRounds/items');
  await process();
  const { tab } = await show();
  await tab.getByRole('heading', { name: 'Der er intet at tælle endnu' }).waitFor();
  await tab.getByRole('link', { name: 'Opret en runde' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Ny runde' }).waitFor();
});
