import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
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
    await tab.getByRole('textbox', { name: 'Baggrund' }).fill('De ligger fremme.');
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

  it('keep the words of two who write at once: one chooses what is to count, in words', async () => {
    const { tab, page } = await show('/measures/shredders/edit', { width: 320 });
    await tab.getByLabel('Pris én gang (kr.)').fill('20000');
    await tab.getByLabel('Frist for opgave 1').fill('2027-05-01');
    const step = { title: 'Køb nøglekort', role: 'ciso', due: '2027-02-01', scope: 'organisation' };
    const theirs = { costOnce: 30_000, steps: [step], risk: 'Papir bliver læst.' };
    const saved = { changedBy: refAt(3), changedAt: '2026-11-24T10:00:00.000Z' };
    mock.override('GET /api/measures/:measureKey', { change: (answer) => ({ ...answer, ...theirs, ...saved }) });
    const conflict = { ...refusal('Ændret').error, kind: 'conflict', code: 'measures.changedMeanwhile' };
    mock.override('PUT /api/measures/:measureKey', { status: 409, body: { error: conflict }, times: 1 });
    const sentBy = async (name: string) => {
      const [sent] = await Promise.all([
        page.waitForRequest((request) => request.method() === 'PUT'),
        tab.getByRole('button', { name }).click(),
      ]);
      return sent.postDataJSON() as Record<string, unknown>;
    };
    expect((await sentBy('Gem kladden'))['seen']).toBe('2026-11-20T08:00:00.000Z');
    const group = (name: string) => tab.getByRole('group', { name, exact: true });
    await group('Pris én gang (kr.)').getByText('30.000').waitFor();
    const steps = group('Det sker, når det er godkendt').filter({ hasText: 'Behold dit' });
    expect(await steps.innerText()).toContain('Køb nøglekort · CISO · 1. feb. 2027');
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual([
      'Hvilken risiko nedbringer det?',
    ]);
    expect(await axe(tab)).toEqual([]);
    await steps.getByRole('radio', { name: /^Brug det fra/ }).check();
    await expect.poll(() => tab.getByLabel('Hvem gør den 1').inputValue()).toBe('ciso');
    expect(await sentBy('Gem igen')).toMatchObject({
      ...{ costOnce: 20_000, risk: 'Papir bliver læst.', seen: saved.changedAt },
      steps: [{ title: 'Køb nøglekort', role: 'ciso', due: '2027-02-01' }],
    });
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
