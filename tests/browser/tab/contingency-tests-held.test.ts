import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'isk', path }, screen);

describe('a test that is planned', () => {
  it('is started after it has said what that sets going', async () => {
    const { tab } = await show('/contingency/tests/planned');
    await tab.getByText('Leverandøren siger, at det tidligst virker i morgen.').waitFor();
    await tab.getByRole('button', { name: 'Start afprøvningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Stopuret går i gang, og alt kan skrives i loggen fra nu af.').waitFor();
    await dialog.getByText('Den første kommer efter 10 minutter.', { exact: false }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start afprøvningen' }).click();
    await tab.getByRole('timer').waitFor();
    await tab.getByRole('heading', { name: 'Afprøvningen er i gang' }).waitFor();
  });

  it('is called off with a reason', async () => {
    const { tab } = await show('/contingency/tests/planned');
    await tab.getByRole('button', { name: 'Aflys' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Aflys' }).click();
    await dialog.getByText('Skriv kort hvorfor.').waitFor();
    await dialog.locator('textarea:focus').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Snestorm');
    await dialog.getByRole('button', { name: 'Aflys' }).click();
    await tab.getByText('Den er aflyst: Snestorm').waitFor();
  });
});

describe('a test that runs', () => {
  it('shows the stopwatch, what comes next, and takes what is written', async () => {
    const { tab } = await show('/contingency/tests/running');
    await tab
      .getByRole('timer')
      .getByText(/^0:12:\d\d$/)
      .waitFor();
    await tab.getByText('Om 18 minutter kommer næste besked:').waitFor();
    await tab.getByRole('button', { name: 'Skriv i loggen' }).click();
    await tab.getByText('Udfyld feltet').waitFor();
    await tab.getByRole('button', { name: 'Observation' }).click();
    await tab.getByLabel('Hvad sker der, eller hvad gør I?').fill('Mappen var tom.');
    await tab.getByRole('button', { name: 'Skriv i loggen' }).click();
    await tab.getByRole('listitem').filter({ hasText: 'Observation' }).getByText('Mappen var tom.').waitFor();
    await expect.poll(() => tab.getByLabel('Hvad sker der, eller hvad gør I?').inputValue()).toBe('');
    await tab.getByRole('button', { name: 'Vi er i gang igen' }).click();
    await tab.getByText(/^I gang igen efter 1\d minutter$/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Slut afprøvningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('1 besked er ikke sendt endnu. Den bliver ikke sendt.').waitFor();
    await dialog.getByRole('button', { name: 'Slut afprøvningen' }).click();
    await tab.getByRole('heading', { name: 'Hvordan gik det?' }).waitFor();
  });

  it('keeps what is being written when the page is left', async () => {
    const { tab } = await show('/contingency/tests/running');
    await tab.getByLabel('Hvad sker der, eller hvad gør I?').fill('Ikke sendt endnu');
    await tab.getByRole('link', { name: 'Tilbage til Afprøvninger' }).click();
    await tab.getByRole('heading', { name: 'Skal afprøves', exact: true }).waitFor();
    await tab.evaluate(() => history.back());
    await expect.poll(() => tab.getByLabel('Hvad sker der, eller hvad gør I?').inputValue()).toBe('Ikke sendt endnu');
  });

  it('hides from those who take part what has not come, and gives them no end', async () => {
    const { tab } = await show('/contingency/tests/joined');
    await tab.getByText('Du får et kort i Teams, når der sker noget.', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Skriv i loggen' }).waitFor();
    expect(await tab.getByRole('button', { name: 'Slut afprøvningen' }).count()).toBe(0);
    expect(await tab.getByText('Leverandøren siger').count()).toBe(0);
  });
});

describe('a test that has ended', () => {
  it('is evaluated as it is written, says what is missing, and is closed with its result', async () => {
    const { tab } = await show('/contingency/tests/ended');
    await tab.getByRole('button', { name: 'Brug 1,5 time fra loggen' }).click();
    await tab.getByText('30 minutter hurtigere end 2 timer').waitFor();
    await tab
      .getByRole('group', { name: 'Mappen med nødskemaer er fundet' })
      .getByRole('radio', { name: 'Lykkedes', exact: true })
      .check();
    await tab.getByLabel('Hvad gik godt?').fill('Roen');
    await tab.getByText(/^Gemt kl\./).waitFor();
    await expect.poll(() => tab.getByRole('listitem').filter({ hasText: 'Om hvert punkt lykkedes' }).count()).toBe(0);
    await tab.getByRole('listitem').filter({ hasText: 'Hvad der kan blive bedre' }).waitFor();
    await tab.getByLabel('Hvad kan blive bedre?').fill('Telefonlisten');
    await tab.getByText('Alt er udfyldt.', { exact: false }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Luk med resultatet' }).click();
    await tab.getByText('Afprøvningen er lukket. Den er bestået.').waitFor();
    await tab.getByText('I var i gang igen efter 1,5 time.', { exact: false }).waitFor();
    await tab.getByText('Maksimalt accepteret nedetid: 2,5 timer hurtigere end 4 timer').waitFor();
  });

  it('needs an improvement when not all was met, with an owner and a date', async () => {
    const { tab } = await show('/contingency/tests/ended');
    await tab.getByLabel('Timer').first().fill('3');
    await tab
      .getByRole('group', { name: 'Mappen med nødskemaer er fundet' })
      .getByRole('radio', { name: 'Lykkedes ikke' })
      .check();
    await tab.getByText('1 time længere end 2 timer').waitFor();
    await tab.getByRole('listitem').filter({ hasText: 'Mindst en forbedring' }).waitFor();
    await tab.getByRole('button', { name: 'Aftal en forbedring' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvad skal blive bedre?').fill('Print telefonlisten');
    await dialog.getByLabel('Frist').fill('2027-02-01');
    await dialog.getByRole('button', { name: 'Aftal en forbedring' }).click();
    await dialog.getByText('Vælg, hvem der gør det.').waitFor();
    await dialog.getByRole('searchbox').fill(refAt(30).name);
    await dialog
      .getByRole('button', { name: new RegExp(refAt(30).name) })
      .first()
      .click();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Aftal en forbedring' }).click();
    await tab.getByText('Forbedringen er aftalt. Den ansvarlige får den som opgave.').waitFor();
    await expect.poll(() => tab.getByRole('listitem').filter({ hasText: 'Mindst en forbedring' }).count()).toBe(0);
  });

  it('says so and keeps the words when they could not be saved', async () => {
    mock.override('PUT /api/contingency/tests/:testKey/evaluation', { status: 503, body: {}, times: 1 });
    const { tab } = await show('/contingency/tests/ended');
    await tab.getByLabel('Hvad gik godt?').fill('Roen');
    await tab.getByRole('alert').waitFor();
    await tab.getByLabel('Hvad kan blive bedre?').fill('Listen');
    await tab.getByText(/^Gemt kl\./).waitFor();
    await expect.poll(() => tab.getByText('Før den kan lukkes, mangler der:').count()).toBe(1);
    expect(await tab.getByRole('listitem').filter({ hasText: 'Hvad der gik godt' }).count()).toBe(0);
  });
});

describe('improvements', () => {
  it('stand with what is late first to act on, and are reported', async () => {
    const { tab } = await show('/contingency/tests?show=improvements');
    await tab.getByRole('heading', { name: '2 forbedringer mangler, en er over tiden' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Meld status: Print telefonlisten' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Den er gjort').check();
    await dialog.getByLabel('Bemærkning').fill('Den hænger i vagtrummet.');
    await dialog.getByRole('button', { name: 'Meld den gjort' }).click();
    await tab.getByText('Forbedringen er gjort.').waitFor();
    await tab.getByRole('row', { name: /Print telefonlisten.*Gjort/ }).waitFor();
  });

  it('are changed and given up where they came from', async () => {
    const { tab } = await show('/contingency/tests/failed');
    await tab.getByText('Der gik 30 minutter data tabt.', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Opgiv: Køb en reservelinje' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvorfor?').fill('For dyrt');
    await dialog.getByRole('button', { name: 'Opgiv' }).click();
    await tab.getByText('Opgivet: For dyrt').waitFor();
    expect(await axe(tab)).toEqual([]);
  });
});

it('fits a phone, in dark and in high contrast', async () => {
  for (const [path, theme, width] of [
    ['/contingency/tests', 'default', 320],
    ['/contingency/tests/running', 'default', 320],
    ['/contingency/tests/failed', 'dark', 900],
    ['/contingency/tests', 'dark', 900],
    ['/contingency/tests/ended', 'contrast', 900],
  ] as const) {
    const { tab, close } = await openTab({ person: 'isk', path, theme }, { width });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axe(tab)).toEqual([]);
    await close();
  }
});
