import { describe, expect, it } from 'vitest';
import { axe, goTo, overflows } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}, person = 'isk') => openTab({ person, path }, screen);
const workshop = '/risks/assessments/workshop';
const saves = () => mock.asked.filter((one) => one.startsWith('PUT') && one.includes('/risks/assessments/'));

describe('the short form', () => {
  it('asks seven plain questions, says in words why the long form is needed, and goes on to it', async () => {
    const { tab } = await show('/risks/assessments/short');
    await tab.getByRole('heading', { level: 1, name: 'Skal Udlevering af journaler have en lang' }).waitFor();
    await tab.getByText('Der mangler 7 svar').waitFor();
    const questions = tab.getByRole('group');
    await questions.first().getByLabel('Ja').check();
    await tab.getByText('Der mangler 6 svar').waitFor();
    for (let at = 1; at < 6; at += 1) await questions.nth(at).getByLabel('Nej').check();
    await questions.nth(6).getByLabel('Ved ikke').check();
    await tab.getByText('Den lange vurdering er nødvendig').waitFor();
    await tab.getByText('der er følsomme eller fortrolige oplysninger').waitFor();
    await tab.getByText('der er ny teknologi i det (I ved det ikke').waitFor();
    expect(await tab.getByRole('button', { name: 'Afslut, det er nok' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Gå videre til den lange' }).click();
    await tab.getByRole('heading', { level: 1, name: '2 af 4 trusler er vurderet' }).waitFor();
  });

  it('is finished in one press when it is enough', async () => {
    const { tab } = await show('/risks/assessments/short');
    const questions = tab.getByRole('group');
    await questions.first().waitFor();
    for (let at = 0; at < 7; at += 1) await questions.nth(at).getByLabel('Nej').check();
    await tab.getByText('Den korte vurdering er nok').waitFor();
    await tab.getByRole('button', { name: 'Afslut, det er nok' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Den korte vurdering var nok' }).waitFor();
    await tab.getByRole('heading', { name: 'Svarene' }).waitFor();
  });
});

describe('the workshop', () => {
  it('takes one threat at a time, saves itself, and gives the level at once with what decided it', async () => {
    const { tab } = await show(`${workshop}?threat=down`);
    await tab.getByRole('heading', { level: 2, name: 'Systemet er nede i mere end en dag' }).waitFor();
    await tab.getByText('Vælg en sandsynlighed og mindst én konsekvens').waitFor();
    await tab.getByRole('radio', { name: '3 – Sandsynligt' }).check();
    const citizens = tab.getByRole('group', { name: 'Konsekvens for de registrerede' });
    await citizens.getByLabel('Tilgængelighed').selectOption({ label: '4 – Graverende' });
    await citizens.getByText('Det værste her er 4 – Graverende.').waitFor();
    const council = tab.getByRole('group', { name: 'Konsekvens for kommunen' });
    await council.getByLabel('Integritet').selectOption({ label: '2 – Mindre alvorlig' });
    await tab.getByText('Nu er niveauet Høj. Det afgøres af: De registrerede, tilgængelighed.').waitFor();
    await tab.getByText('Det værste tæller').waitFor();
    await tab.getByRole('heading', { level: 1, name: '3 af 4 trusler er vurderet' }).waitFor();
    await tab
      .getByRole('status')
      .filter({ hasText: /^Gemt kl\./ })
      .waitFor();
    await goTo(tab, `${workshop}?threat=down&again`);
    await tab.getByRole('radio', { name: '3 – Sandsynligt' }).waitFor();
    expect(await tab.getByRole('radio', { name: '3 – Sandsynligt' }).isChecked()).toBe(true);
  });

  it('shows in later stages what they inherit, and changes only what is said', async () => {
    const { tab } = await show(`${workshop}?threat=peek`);
    await tab.getByRole('button', { name: /^Når planen er gennemført/ }).click();
    await tab.getByRole('radio', { name: 'Uændret (2 – Mindre sandsynligt)' }).waitFor();
    const citizens = tab.getByRole('group', { name: 'Konsekvens for de registrerede' });
    await citizens.getByLabel('Fortrolighed').selectOption({ label: '2 – Mindre alvorlig' });
    await tab
      .getByRole('group', { name: 'Konsekvens for kommunen' })
      .getByLabel('Fortrolighed')
      .selectOption({ label: '1 – Ubetydelig' });
    await tab.getByRole('radio', { name: '1 – Usandsynligt' }).check();
    await tab.getByRole('button', { name: /^Når planen er gennemført.*Lav/ }).waitFor();
    await tab.getByRole('button', { name: /^Nu.*Middel/ }).waitFor();
  });

  it('goes on and back by keyboard, from the list and by the buttons, with the focus at the threat', async () => {
    const { tab, page } = await show(workshop);
    await tab.getByLabel('Hvad gør I allerede?').focus();
    await page.keyboard.press('Control+Enter');
    await tab.getByRole('heading', { level: 2, name: 'Systemet er nede' }).waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toContain('Systemet er nede');
    await page.keyboard.press('Control+Shift+Enter');
    await tab.getByRole('heading', { level: 2, name: 'Uvedkommende læser' }).waitFor();
    const list = tab.getByRole('navigation', { name: 'Trusler' });
    await list.getByRole('button', { name: /En tablet/ }).click();
    await tab.getByText('Trussel 4 af 4').waitFor();
    await tab.getByRole('button', { name: 'Til afslutning' }).click();
    await tab.getByRole('heading', { name: 'Kvalitetstjek' }).waitFor();
  });

  it('counts a threat as not relevant only when the reason is written', async () => {
    const { tab } = await show(`${workshop}?threat=wrong`);
    await tab.getByRole('radio', { name: 'Ikke relevant' }).check();
    await tab.getByRole('heading', { level: 1, name: '2 af 4 trusler er vurderet' }).waitFor();
    expect(saves()).toEqual([]);
    await tab.getByLabel('Hvorfor er den ikke relevant?').fill('Vi sender ingen breve.');
    await tab.getByRole('heading', { level: 1, name: '3 af 4 trusler er vurderet' }).waitFor();
    await expect.poll(() => saves().length).toBe(1);
  });

  it('finds controls by name and takes them away again', async () => {
    const { tab } = await show(workshop);
    await tab.getByRole('searchbox', { name: 'Find en kontrol' }).fill('oplær');
    await tab.getByRole('button', { name: /Oplæring af nye kolleger/ }).click();
    await tab.getByRole('button', { name: 'Fjern Oplæring af nye kolleger' }).waitFor();
    await tab.getByRole('button', { name: 'Fjern To-faktor-login' }).click();
    await expect.poll(() => tab.getByRole('button', { name: 'Fjern To-faktor-login' }).count()).toBe(0);
    await expect.poll(() => saves().length).toBe(2);
  });

  it('loses nothing without a connection or by a reload, and saves it when the connection is back', async () => {
    const { tab, page } = await show(workshop);
    const field = tab.getByLabel('Hvad gør I allerede?');
    await field.waitFor();
    mock.override('PUT /api/risks/assessments/:assessmentKey/risks/:threatKey', {
      status: 503,
      body: { error: { ...refusal('Microsoft 365 svarer ikke.').error, kind: 'unavailable' } },
    });
    await field.fill('Vi låser døren.');
    await tab.getByText('Der er ikke forbindelse lige nu. Skriv bare videre').waitFor();
    await tab.getByRole('status').filter({ hasText: 'Ikke gemt endnu' }).waitFor();
    await page.reload();
    const again = page.frames().find((frame) => frame !== page.mainFrame());
    if (!again) throw new Error('no tab');
    await expect.poll(() => again.getByLabel('Hvad gør I allerede?').inputValue()).toBe('Vi låser døren.');
    await again.getByRole('status').filter({ hasText: 'Ikke gemt endnu' }).waitFor();
    mock.override('PUT /api/risks/assessments/:assessmentKey/risks/:threatKey', undefined);
    await again.getByRole('button', { name: 'Prøv igen' }).click();
    await again
      .getByRole('status')
      .filter({ hasText: /^Gemt kl\./ })
      .waitFor();
    expect(await again.getByLabel('Hvad gør I allerede?').inputValue()).toBe('Vi låser døren.');
  });

  it('shows theirs and mine when somebody has changed the same field, and does what is chosen', async () => {
    const { tab } = await show(workshop);
    const field = tab.getByLabel('Hvad gør I allerede?');
    await field.waitFor();
    mock.override('PUT /api/risks/assessments/:assessmentKey/risks/:threatKey', {
      times: 1,
      change: (answer) => ({
        ...answer,
        conflicts: [{ field: 'existing', theirs: 'Hun skrev dette.', by: refAt(10), at: '2026-11-24T09:12:00.000Z' }],
      }),
    });
    await field.fill('Jeg skrev dette.');
    await tab.getByText('Hvad gør I allerede?: en anden har ændret det samme').waitFor();
    await tab.getByText(`${refAt(10).name} ændrede feltet kl. 10.12, mens du skrev.`).waitFor();
    await tab.getByText('Hun skrev dette.').waitFor();
    const before = saves().length;
    await tab.getByRole('button', { name: 'Brug mit' }).click();
    await expect.poll(() => tab.getByText('en anden har ændret det samme').count()).toBe(0);
    await expect.poll(() => saves().length).toBe(before + 1);
  });

  it('names others who work in it now', async () => {
    const { tab } = await show(workshop);
    await tab.getByText(`Arbejder også her nu: ${refAt(10).name} (kl. 10.12)`).waitFor();
  });

  it('is a table too, with the way back to each threat', async () => {
    const { tab } = await show(`${workshop}?as=table`);
    await tab.getByRole('grid', { name: 'Trusler med niveau før, nu og efter planen' }).waitFor();
    await tab.getByText('Ikke relevant: Der gemmes ingenting på tabletten.').waitFor();
    await tab.getByRole('gridcell', { name: /^Trussel 1, Fortrolighed: 4 – Graverende/ }).waitFor();
    await tab.getByRole('button', { name: 'Oplysninger sendes til den forkerte' }).click();
    await tab.getByText('Trussel 3 af 4').waitFor();
  });

  it('takes threats of its own, and lets them go again', async () => {
    const { tab } = await show(workshop);
    await tab.getByRole('button', { name: 'Tilføj egen trussel' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tilføj egen trussel' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Hvad kan ske?').fill('Vagtplanen ligger fremme');
    await dialog.getByRole('button', { name: 'Tilføj egen trussel' }).click();
    await tab.getByRole('heading', { level: 2, name: 'Vagtplanen ligger fremme' }).waitFor();
    await tab.getByText('Trussel 5 af 5').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Fjern truslen' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Fjern truslen' }).click();
    await tab.getByText('Truslen er fjernet.').waitFor();
    await tab.getByText('Trussel 1 af 4').waitFor();
  });

  it('says who took part and what is assessed, and saves that too', async () => {
    const { tab } = await show(`${workshop}?part=about`);
    await tab.getByRole('heading', { name: 'Hvem og hvornår' }).waitFor();
    const wanted = refAt(30);
    await tab.getByRole('searchbox').fill(wanted.name);
    await tab
      .getByRole('button', { name: new RegExp(wanted.name) })
      .first()
      .click();
    await tab.getByRole('button', { name: `Fjern ${wanted.name}` }).waitFor();
    await tab.getByLabel('Holdt den').fill('2026-11-20');
    await tab.getByLabel('Vurderes igen om').selectOption('24');
    await tab.getByRole('checkbox', { name: /Samfundet/ }).check();
    await tab
      .getByRole('status')
      .filter({ hasText: /^Gemt kl\./ })
      .waitFor();
    await expect.poll(() => tab.getByRole('checkbox', { name: /Samfundet/ }).isChecked()).toBe(true);
    await tab.getByRole('button', { name: 'Trusler' }).click();
    await tab.getByRole('group', { name: 'Konsekvens for samfundet' }).waitFor();
  });

  it('shows what the quality checks say before it is finished, with the consequence in words', async () => {
    const { tab } = await show(`${workshop}?part=finish`);
    await tab.getByText('Truslen er ikke vurderet.').first().waitFor();
    await tab.getByRole('link', { name: 'Oplysninger sendes til den forkerte' }).click();
    await tab.getByText('Trussel 3 af 4').waitFor();
    await tab.getByRole('button', { name: 'Afslut', exact: true }).click();
    await tab.getByRole('button', { name: 'Afslut vurderingen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('1 risiko kommer i risikoregisteret og i overblikket.').waitFor();
    await dialog.getByText('2 trusler er ikke vurderet og kommer ikke med.').waitFor();
    await dialog.getByRole('button', { name: 'Afslut vurderingen' }).click();
    await dialog.getByText('Skriv mindst ti tegn').waitFor();
    await dialog.getByRole('textbox', { name: 'Hvorfor bliver de stående åbne?' }).fill('Vi når dem i januar');
    await dialog.getByRole('button', { name: 'Afslut vurderingen' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Værste risiko nu er Middel' }).waitFor();
  });

  it('can be discarded, when what goes has been said', async () => {
    const { tab } = await show(`${workshop}?part=finish`);
    await tab.getByRole('button', { name: 'Kassér kladden' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Alt, der er skrevet i kladden, forsvinder').waitFor();
    await dialog.getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByText('Kladden er kasseret.').waitFor();
    expect(mock.wasAsked('POST /api/risks/assessments/:assessmentKey/discard')).toBe(true);
  });

  it('is one column at 320 px with a list to choose from, and breaks no rule in its other parts', async () => {
    const { tab } = await show(workshop, { width: 320 });
    await tab.getByRole('combobox', { name: 'Trusler' }).selectOption({ index: 2 });
    await tab.getByText('Trussel 3 af 4').waitFor();
    for (const path of [`${workshop}?as=table`, `${workshop}?part=about`, `${workshop}?part=finish`]) {
      await goTo(tab, path);
      await expect.poll(() => overflows(tab)).toBe(false);
      expect(await axe(tab), path).toEqual([]);
    }
  });
});

describe('a finished assessment', () => {
  it('is read only, with its levels, its history, the way to Word and to a new one', async () => {
    const { tab, page } = await show('/risks/assessments/finished');
    await tab.getByRole('heading', { level: 1, name: 'Værste risiko nu er Middel (1 trussel)' }).waitFor();
    await tab.getByText(`Afsluttet af ${refAt(9).name}`).waitFor();
    await tab.getByRole('link', { name: 'Uvedkommende læser i borgernes journaler' }).waitFor();
    expect(await tab.getByRole('radio').count()).toBe(0);
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Word' }).click();
    await saving;
    await tab.getByRole('button', { name: 'Begynd risikovurdering' }).click();
    const dialog = tab.getByRole('dialog');
    expect(await dialog.getByLabel(/Med den lange/).isChecked()).toBe(true);
    const itself = dialog.getByRole('radio', { name: /Tidligere vurdering af det samme/ });
    await expect.poll(() => itself.isChecked()).toBe(true);
    await dialog
      .getByRole('radio', { name: /Visitation til hjemmepleje.*samme slags, samme center.*9 risici/ })
      .check();
    await dialog.getByRole('button', { name: 'Begynd' }).click();
    await tab.getByRole('heading', { level: 1, name: '2 af 4 trusler er vurderet' }).waitFor();
    expect(mock.wasAsked('POST /api/risks/assessments')).toBe(true);
  });
});
