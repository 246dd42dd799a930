import { describe, expect, it } from 'vitest';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'ciso', path }, screen);

describe('organisational measures', () => {
  it('tell first what waits and what is bound, and are found by state and words', async () => {
    const { tab, page } = await show('/measures');
    await tab.getByRole('heading', { level: 1, name: 'Et tiltag venter på en afgørelse' }).waitFor();
    await tab.getByText('450.000 kr. én gang og 60.000 kr. om året').waitFor();
    await tab.getByText('Til godkendelse hos Koncernledelsen').waitFor();
    await tab.getByText('1 af 3 gjort, en er over tiden').waitFor();
    await tab.getByLabel('Status').selectOption('returned');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByRole('searchbox').fill('findes ikke');
    await tab.getByText('Ingen tiltag passer til det, du har valgt.').waitFor();
    await tab.getByRole('searchbox').fill('');
    await tab.getByLabel('Status').selectOption('');
    await tab.getByRole('button', { name: 'Pris' }).click();
    await expect.poll(() => mock.asked.findLast((one) => one.includes('/measures?'))).toContain('sort=cost');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
  });

  it('are written with tasks, keep what is written, and say at the field what is wrong', async () => {
    const { tab } = await show('/measures/new');
    await tab.getByLabel('Hvad skal der gøres?').fill('Skabe til tablets');
    await tab.getByLabel('Pris én gang (kr.)').fill('mange');
    await tab.getByLabel('Pris én gang (kr.)').press('Tab');
    await tab.getByText('Skriv et helt tal i kroner, fx 450.000.').waitFor();
    await tab.getByRole('button', { name: 'Tilføj en opgave' }).click();
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByText('Skriv et helt tal i kroner, fx 450.000.').waitFor();
    await expect.poll(() => tab.getByText('Udfyld feltet').count()).toBe(6);
    await tab.getByLabel('Indstilling').fill('Det indstilles, at hvert center får et skab.');
    await tab.getByLabel('Baggrund').fill('De ligger fremme.');
    await tab.getByLabel('Hvilken risiko').fill('Tablets bliver taget.');
    await tab.getByLabel('Pris én gang (kr.)').fill('20.000');
    await tab.getByLabel(/^Opgave 1/).fill('Køb skabe');
    await tab.getByLabel('Hvem gør den 1').selectOption('centreManager');
    await tab.getByLabel('Frist for opgave 1').fill('2027-03-01');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await tab.getByRole('button', { name: 'Gem kladden' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Skabe til tablets' }).waitFor();
    await tab
      .getByText('20.000 kr. + ')
      .or(tab.getByText('20.000 kr.', { exact: true }))
      .first()
      .waitFor();
  });

  it('are sent with their consequence in words, once', async () => {
    const { tab } = await show('/measures/shredders');
    await tab.getByRole('button', { name: 'Send til udvalget' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Udvalget får det som kort i Teams.').waitFor();
    await dialog.getByText('kommer en opgave i årshjulet af sig selv').waitFor();
    mock.override('POST /api/measures/:measureKey/submit', {
      status: 503,
      body: refusal('Microsoft 365 svarer ikke.'),
      times: 1,
    });
    await dialog.getByRole('button', { name: 'Send til udvalget' }).click();
    await dialog.getByText('Microsoft 365 svarer ikke.').waitFor();
    await dialog.getByRole('button', { name: 'Send til udvalget' }).click();
    await tab.getByText('Forslaget er sendt til udvalget.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Til godkendelse hos Informationssikkerhedsudvalget').waitFor();
    expect(await tab.getByRole('button', { name: 'Send til udvalget' }).count()).toBe(0);
  });

  it('say in whose words they were sent back, what has come of them, and can be discarded as drafts', async () => {
    const { tab } = await show('/measures/codes');
    await tab.getByText('Skriv, hvem der gør det.').waitFor();
    await tab.getByRole('link', { name: 'Ret forslaget' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ret Nye koder på Rådhuset' }).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/measures/cards'));
    await tab.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await tab.getByRole('link', { name: 'Del dem ud' }).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/measures/shredders'));
    await tab.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await tab.getByRole('button', { name: 'Kassér' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér' }).click();
    await tab.getByText('Forslaget er kasseret.').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Aflåste beholdere til papir' }).count()).toBe(0);
  });
});
