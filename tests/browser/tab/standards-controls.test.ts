import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, person = 'ciso') => openTab({ person, path });

describe('controls', () => {
  it('are found, filtered, sorted and fetched as Excel', async () => {
    const { tab, page } = await show('/standards/controls');
    await tab.getByRole('heading', { level: 1, name: '4 kontroller i drift eller på vej' }).waitFor();
    await tab.getByText('Over tiden: 1. nov. 2026').waitFor();
    await tab.getByLabel('Gennemgang').selectOption('due');
    await tab.getByRole('heading', { level: 1, name: 'En kontrol passer til det, du har valgt' }).waitFor();
    await tab.getByLabel('Gennemgang').selectOption('');
    await tab.getByLabel('Virkning').selectOption('partly');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByRole('searchbox').fill('findes ikke');
    await tab.getByText('Ingen kontroller passer til det, du har valgt.').waitFor();
    await tab.getByRole('searchbox').fill('');
    await tab.getByLabel('Virkning').selectOption('');
    await tab.getByRole('button', { name: 'Gennemgås' }).click();
    await expect.poll(() => mock.asked.findLast((one) => one.includes('/controls?'))).toContain('sort=reviewOn');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
  });

  it('are assessed once for all their requirements', async () => {
    const { tab } = await show('/standards/controls/backup');
    await tab.getByText('Ingen har vurderet den endnu.').waitFor();
    await tab.getByRole('button', { name: 'Vurdér virkningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Svaret tæller for 2 krav på én gang, i alle standarder.').waitFor();
    await dialog.getByRole('button', { name: 'Gem vurderingen' }).click();
    await dialog.getByText('Vælg, hvor godt den virker.').waitFor();
    await dialog.getByText('Den virker delvist').click();
    await dialog.getByLabel('Hvad bygger du det på?').fill('Vi prøvede to systemer.');
    await dialog.getByRole('button', { name: 'Gem vurderingen' }).click();
    await tab.getByText('Vurderingen er gemt.').waitFor();
    await tab.getByText('Vi prøvede to systemer.').waitFor();
    await tab.getByText('24. nov. 2027').waitFor();
  });

  it('say in words what stopping them leaves without a control', async () => {
    const { tab } = await show('/standards/controls/access');
    await tab.getByRole('link', { name: 'Journalsystem: Uvedkommende får adgang' }).waitFor();
    await tab.getByRole('button', { name: 'Stop kontrollen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('2 krav står uden kontrol bagefter.').waitFor();
    await dialog.getByText('NIS 2-loven 6.9').waitFor();
    await dialog.getByText('En risiko støtter sig til den').waitFor();
    await dialog.getByRole('button', { name: 'Stop kontrollen' }).click();
    await dialog.getByText('Skriv mindst tre tegn.').waitFor();
    await dialog.getByLabel('Hvorfor stopper den?').fill('Systemet gør det selv nu.');
    await dialog.getByRole('button', { name: 'Stop kontrollen' }).click();
    await tab.getByText('Kontrollen er stoppet.').waitFor();
    await tab.getByText('Systemet gør det selv nu.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Vurdér virkningen' }).count()).toBe(0);
  });

  it('are written with requirements from several standards, keep what is written, and say what is wrong', async () => {
    const { tab } = await show('/standards/controls/new');
    await tab.getByRole('button', { name: 'Gem kontrollen' }).click();
    await tab.getByText('Skriv, hvad vi gør.').waitFor();
    await tab.getByLabel('Hvad gør vi?').fill('Gæster følges rundt');
    const requirements = tab.getByRole('group', { name: 'Hvilke krav opfylder den?' });
    await requirements.getByRole('searchbox').fill('A.7.2');
    await requirements.getByRole('button', { name: /^Tilføj ISO 27001 bilag A A\.7\.2/ }).click();
    await requirements.getByRole('searchbox').fill('adgang');
    await requirements.getByLabel('Søg i').selectOption('nis2');
    await requirements.getByRole('button', { name: /^Tilføj NIS 2-loven 6\.9/ }).click();
    await requirements.getByText('2 valgt').waitFor();
    await requirements.getByRole('button', { name: /^Fjern A\.7\.2/ }).click();
    await requirements.getByText('1 valgt').waitFor();
    const procedures = tab.getByRole('group', { name: 'Hvilke procedurer beskriver den?' });
    await procedures.getByRole('searchbox').fill('nøgler');
    await procedures.getByRole('button', { name: 'Tilføj Nøgler og kort' }).click();
    await tab.getByRole('button', { name: 'Tilføj et link' }).click();
    await tab.getByLabel('Navn på link 1').fill('Gæstebogen');
    await tab.getByLabel('Adresse på link 1').fill('gæstebog');
    await tab.getByLabel('Adresse på link 1').press('Tab');
    await tab.getByText('Skriv en hel adresse').waitFor();
    await tab.getByLabel('Adresse på link 1').fill('https://kommune.sharepoint.com/bog');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await tab.getByRole('button', { name: 'Gem kontrollen' }).click();
    await tab.getByText('Kontrollen er gemt.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Gæster følges rundt' }).waitFor();
    await tab.getByText('Personale, adgang og styr på aktiver').waitFor();
  });

  it('come back as they were written when the page was left', async () => {
    const { tab } = await show('/standards/controls/new');
    await tab.getByLabel('Hvad gør vi?').fill('Halvt skrevet');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/standards/controls'));
    await tab.getByRole('heading', { level: 1, name: /kontroller i drift/ }).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/standards/controls/new'));
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    expect(await tab.getByLabel('Hvad gør vi?').inputValue()).toBe('Halvt skrevet');
  });

  it('are chosen from field by field when somebody else has changed one meanwhile, also by whoever comes back', async () => {
    const { tab: before, page } = await show('/standards/controls/access/edit');
    await before.getByLabel('Hvad gør vi?').fill('Adgange gennemgås hvert kvartal');
    await before.getByText(/Gemt på denne enhed/).waitFor();
    const theirs = { title: 'Adgange ses efter', description: 'Ny måde', reviewMonths: 24 };
    const saved = { changedBy: refAt(3), changedAt: '2026-11-24T10:00:00.000Z' };
    mock.override('GET /api/controls/:controlKey', { change: (answer) => ({ ...answer, ...theirs, ...saved }) });
    await page.reload();
    const tab = page.frames().find((frame) => frame !== page.mainFrame()) ?? before;
    await tab.getByRole('heading', { level: 1, name: 'Ret Adgange ses efter' }).waitFor();
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    mock.override('PUT /api/controls/:controlKey', {
      status: 409,
      body: { error: { ...refusal('Ændret').error, kind: 'conflict', code: 'standards.changedMeanwhile' } },
      times: 1,
    });
    const sentBy = async (name: string) => {
      const [sent] = await Promise.all([
        page.waitForRequest((request) => request.method() === 'PUT'),
        tab.getByRole('button', { name }).click(),
      ]);
      return sent.postDataJSON() as Record<string, unknown>;
    };
    // What one saw, not what was fetched since.
    expect((await sentBy('Gem kontrollen'))['seen']).toBe('2026-11-24T09:12:00.000Z');
    await tab.getByRole('heading', { name: `${refAt(3).name} har ændret det imens` }).waitFor();
    const group = tab.getByRole('group', { name: 'Hvad gør vi?', exact: true });
    expect(await group.innerText()).toMatch(/Adgange gennemgås hvert kvartal[^]*Adgange ses efter/);
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(1);
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual([
      'Hvordan gør vi det?',
      'Hvor tit gennemgås den?',
    ]);
    expect(await axe(tab)).toEqual([]);
    expect(await sentBy('Gem igen')).toMatchObject({
      ...{ title: 'Adgange gennemgås hvert kvartal', description: 'Ny måde', reviewMonths: 24 },
      seen: saved.changedAt,
    });
    await tab.getByText('Kontrollen er gemt.').waitFor();
  });

  it('are put in the centre of whoever answers for one', async () => {
    const { tab } = await show('/standards/controls/new', 'isk');
    const centre = tab.getByLabel('Hvor gælder den?');
    await centre.waitFor();
    expect(await centre.inputValue()).toBe('c1');
    expect(await centre.getByRole('option').allTextContents()).toEqual([
      'Vælg et center',
      'Center for Voksne og Velfærd',
    ]);
  });

  it('stand on the procedure that describes them, for those who see standards', async () => {
    const { tab } = await show('/procedures/mail');
    await tab.getByText('Proceduren beskriver disse kontroller:').waitFor();
    await tab.getByRole('link', { name: 'Adgange gennemgås hvert halve år' }).waitFor();
  });

  it('are not asked for by an employee who reads the procedure', async () => {
    const { tab } = await show('/procedures/mail', 'employee');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => mock.pending()).toEqual([]);
    expect(mock.wasAsked('GET /api/control-links')).toBe(false);
  });

  it('are seen by an owner without a role, who finds no way to where there is no access', async () => {
    const { tab } = await show('/standards/controls/access', 'employee');
    await tab.getByRole('link', { name: 'Tilbage til Mit overblik' }).waitFor();
    await tab.getByRole('heading', { name: 'ISO 27001 bilag A' }).waitFor();
    expect(await tab.getByRole('link', { name: 'ISO 27001 bilag A' }).count()).toBe(0);
  });

  it('stand on the tasks of the wheel', async () => {
    const { tab } = await show('/wheel/tasks/committee-meeting.2026-11-10');
    await tab.getByText('Aktiviteten udfører disse kontroller:').waitFor();
  });

  it('stand on the activity that carries them out', async () => {
    const { tab } = await show('/wheel/activities/committee-meeting');
    await tab.getByText('Aktiviteten udfører disse kontroller:').waitFor();
  });
});
