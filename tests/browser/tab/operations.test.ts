import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, open, overflows, type Opened } from './mock/browser.ts';
import { troubled } from './mock/operations-answer.ts';
import { sharedMock, type MockServer } from './mock/server.ts';
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
const path = '/operations';
const name = 'GET /api/operations';
const showTroubled = async (opening: object = {}, screen: { width?: number; height?: number } = {}) => {
  mock.override(name, { change: troubled });
  return (opened = await open(browser, mock, { person: 'ciso', path, ...opening }, screen));
};

describe('Drift', () => {
  it('stands in the menu for those who may see it, and for nobody else', async () => {
    opened = await open(browser, mock, { person: 'ciso' });
    await opened.tab.getByRole('link', { name: 'Drift' }).click();
    await opened.tab.getByRole('heading', { level: 1, name: 'Alt kører' }).waitFor();
    await opened.close();
    const { tab } = (opened = await open(browser, mock, { person: 'employee' }));
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Drift' }).count()).toBe(0);
  });

  it('answers first, then says of each thing what it is and what to do', async () => {
    const { tab, complaints } = await showTroubled();
    await tab.getByRole('heading', { level: 1, name: '9 ting kræver opmærksomhed' }).waitFor();
    const things = tab.getByRole('region', { name: 'Kræver opmærksomhed' });
    expect(await things.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Microsoft 365 svarer ikke',
      'Noget lykkedes ikke',
      'Teams godtager ikke botten',
      'Hemmeligheden til at oprette lister er udløbet 1. nov. 2026',
      'Appens certifikat udløber om 12 dage',
      'Udsendelsen står stille',
      'Udsendelsen af Informationssikkerhedspolitik 4.0 er stoppet',
      '3 elementer i listen Roller (RoleAssignments) kan ikke læses',
      'Listen Politikkens versioner (PolicyVersions) er lavet om i SharePoint',
    ]);
    await things.getByText('Det rammer Kvitteringer, “Henter ansatte fra Entra”.').waitFor();
    await things.getByText('Kode: nobody.wroteThis').waitFor();
    await things.getByText('Kolonnen EffectiveOn har en forkert type. (dateTime instead of text)').waitFor();
    expect(complaints).toEqual([]);
  });

  it('names item and field of what was edited by hand, with the way to it in SharePoint', async () => {
    const { tab } = await showTroubled();
    const link = tab.getByRole('link', { name: 'Åbn element 17 i SharePoint' });
    await expect
      .poll(() => link.getAttribute('href'))
      .toBe('https://proeve.sharepoint.com/sites/sikkerhed/Lists/RoleAssignments/DispForm.aspx?ID=17');
    await tab.getByText('Feltet Starts on: skal være en dato, der findes, skrevet som 2026-11-24.').waitFor();
    await tab.getByText('Feltet Role: skal være et af disse: coordinator, centreManager.').waitFor();
    await tab.getByText('Element 18').waitFor();
    await tab.getByText('Og 1 element mere.').waitFor();
  });

  it('tells of each job when it ran and runs again, and of one that failed what to do', async () => {
    const { tab } = await showTroubled();
    const rowOf = (job: string) => tab.getByRole('region', { name: 'Opgaver' }).getByRole('row', { name: job });
    await rowOf('Henter ansatte fra Entra').getByText('for 2 minutter siden').waitFor();
    await rowOf('Henter ansatte fra Entra').getByText('tog 21 sekunder').waitFor();
    await rowOf('Henter ansatte fra Entra').getByText('om 14 minutter').waitFor();
    await rowOf('Henter ansatte fra Entra')
      .getByText(/kør npm run isms -- doctor. Lykkedes senest for/)
      .waitFor();
    await rowOf('somethingNew')
      .getByText(/Er ikke lykkedes endnu/)
      .waitFor();
    await rowOf('Henter ansatte fra Entra').getByText('hvert 15. minut').waitFor();
    await rowOf('Ser efter ændringer i listerne').getByText('hvert 20. sekund').waitFor();
    await rowOf('Noterer dem, der ikke skal kvittere').getByText('hver dag kl. 06.00').waitFor();
  });

  it('lists the latest errors in words, with what to look for in the log', async () => {
    const { tab } = await showTroubled();
    const problems = tab.getByRole('region', { name: 'Seneste fejl og advarsler' });
    const first = problems.getByRole('row').nth(1);
    await first.getByText('Advarsel: Microsoft 365 svarer ikke').waitFor();
    await first.getByText('Opgaven “Henter ansatte fra Entra”').waitFor();
    await first.getByText('I loggen: job failed · kode sharepoint.away').waitFor();
    await problems.getByText('Adressen GET /api/policy/versions/:versionKey/coverage').waitFor();
    await problems.getByText('1.204').waitFor();
  });

  it('tells how long the program can still sign in', async () => {
    const { tab } = (opened = await open(browser, mock, { person: 'ciso', path }));
    const access = tab.getByRole('region', { name: 'Adgang til Entra' });
    await access.getByText('gælder til 1. okt. 2027 (311 dage tilbage)').waitFor();
    await access.getByText('Skriv den sidste dag i PROVISIONING_SECRET_EXPIRES_ON.').waitFor();
    await tab.getByText('Ingen fejl eller advarsler, siden programmet startede').waitFor();
  });

  it('searches and sorts the lists, and keeps the typing where it is', async () => {
    const { tab, page } = (opened = await open(browser, mock, { person: 'ciso', path }));
    const lists = tab.getByRole('region', { name: 'Lister' });
    const first = () => lists.getByRole('row').nth(1).getByRole('cell').first().textContent();
    await lists.getByText('7 fundet').waitFor();
    await lists.getByRole('button', { name: 'Elementer' }).click();
    await lists.getByRole('button', { name: 'Elementer' }).click();
    await expect.poll(first).toBe('KvitteringerAcknowledgements');
    await lists.getByRole('searchbox', { name: 'Søg efter liste' }).click();
    await page.keyboard.type('ans');
    await lists.getByText('1 fundet').waitFor();
    expect(await first()).toBe('AnsattePeople');
    await page.keyboard.type('x');
    await lists.getByRole('heading', { name: 'Ingen liste passer til søgningen' }).waitFor();
    await lists.getByRole('button', { name: 'Ryd søgningen' }).click();
    await lists.getByText('7 fundet').waitFor();
  });

  it('sees by itself that what was wrong is mended', async () => {
    const { tab } = await showTroubled();
    await tab.getByRole('heading', { level: 1, name: '9 ting kræver opmærksomhed' }).waitFor();
    mock.override(name, undefined);
    await tab.getByRole('heading', { level: 1, name: 'Alt kører' }).waitFor();
  });

  it.each(['default', 'dark', 'contrast'] as const)(
    'breaks no accessibility rule in the theme %s, wide and narrow, on its worst day',
    async (theme) => {
      for (const width of [1280, 320]) {
        const { tab } = await showTroubled({ theme }, { width });
        await tab.getByRole('heading', { level: 1 }).waitFor();
        expect(await axe(tab), `${width} px`).toEqual([]);
        await expect.poll(() => overflows(tab), { message: `${width} px` }).toBe(false);
        await opened?.close();
      }
    },
  );

  it('says all of it in English too, at 320 px', async () => {
    const { tab } = await showTroubled({ locale: 'en-gb' }, { width: 320, height: 640 });
    await tab.getByRole('heading', { level: 1, name: '9 things need attention' }).waitFor();
    await tab.getByText('The field Starts on: must be a date that exists, written as 2026-11-24.').waitFor();
    await expect.poll(() => overflows(tab)).toBe(false);
  });
});
