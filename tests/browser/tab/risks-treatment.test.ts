import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'isk', path }, screen);

describe('one risk', () => {
  it('answers in words where it stands, and shows how each stage came about and what decided it', async () => {
    const { tab } = await show('/risks/register/peek');
    await tab.getByRole('heading', { level: 1, name: 'Uvedkommende læser i borgernes journaler' }).waitFor();
    await tab.getByText('Niveauet er Høj nu. Planen bringer det til Middel.').waitFor();
    const stages = tab.getByRole('list', { name: 'Risikoen før, nu og senere' });
    await stages.getByText('Sandsynlighed 4 – Forventet').waitFor();
    await tab.getByText('Niveauet nu afgøres af: De registrerede, fortrolighed.').waitFor();
    await tab.getByText('Se, hvordan niveauet er fundet').click();
    const row = tab.getByRole('row', { name: /De registrerede, fortrolighed/ });
    await row.getByText('afgør det').first().waitFor();
    expect(
      await tab
        .getByRole('row', { name: /Kommunen, fortrolighed/ })
        .getByText('afgør det')
        .count(),
    ).toBe(0);
    await tab.getByRole('link', { name: 'To-faktor-login' }).waitFor();
    await tab.getByRole('link', { name: 'Vurdering nr. 1' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('is treated in a way that is chosen with what it means, and a goal', async () => {
    const { tab } = await show('/risks/register/peek');
    await tab.getByRole('button', { name: 'Ret håndtering' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Overfør.*Lad en anden bære den/ }).check();
    await dialog.getByLabel('Hvorfor sådan?').fill('Leverandøren tager over.');
    await dialog.getByText('Hvor skal den ende, når planen er gennemført?').click();
    await dialog.getByRole('radio', { name: '2 – Mindre sandsynligt' }).check();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Håndteringen er gemt.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Leverandøren tager over.').waitFor();
  });

  it('gets actions with an owner and a date, and says at the field what is missing', async () => {
    const { tab } = await show('/risks/register/peek');
    await tab.getByRole('button', { name: 'Tilføj handling' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Pris i kroner').fill('mange');
    await dialog.getByRole('button', { name: 'Tilføj handling' }).click();
    await dialog.getByText('Vælg, hvem der gør det.').waitFor();
    await dialog.getByText('Skriv et helt tal i kroner, fx 25.000.').waitFor();
    await expect.poll(() => dialog.getByText('Udfyld feltet').count()).toBe(2);
    await dialog.getByLabel('Hvad skal gøres?').fill('Sæt filter på skærmene');
    await dialog.getByRole('searchbox').fill(refAt(30).name);
    await dialog
      .getByRole('button', { name: new RegExp(refAt(30).name) })
      .first()
      .click();
    await dialog.getByLabel('Frist').fill('2027-03-01');
    await dialog.getByLabel('Pris i kroner').fill('25.000');
    mock.override('POST /api/risks/register/:riskKey/actions', {
      status: 400,
      body: refusal('Ret felterne.', [{ path: 'due', message: 'Fristen er gået. Vælg i dag eller en senere dag.' }]),
      times: 1,
    });
    await dialog.getByRole('button', { name: 'Tilføj handling' }).click();
    await dialog.getByText('Fristen er gået. Vælg i dag eller en senere dag.').waitFor();
    await dialog.getByRole('button', { name: 'Tilføj handling' }).click();
    await tab.getByText('Handlingen er tilføjet. Den ansvarlige får den som opgave.').waitFor();
    await tab.getByRole('heading', { name: 'Sæt filter på skærmene' }).waitFor();
    await tab.getByText('25.000 kr.').waitFor();
  });

  it('shows what is late with the next step on it; it is reported, changed or given up', async () => {
    const { tab } = await show('/risks/register/peek');
    await tab.getByText('23 dage over tiden (1. november)').waitFor();
    await tab.getByText('Fristen er gået. Meld, hvor langt den er, eller aftal en ny frist.').waitFor();
    await tab.getByRole('button', { name: 'Meld fremdrift: Indfør skærmlås efter fem minutter' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvor langt er den?').selectOption('100');
    await dialog.getByRole('button', { name: 'Meld den gjort' }).click();
    await tab.getByText('Handlingen er gjort.').waitFor();
    await tab.getByText('2 afsluttede handlinger').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Ret: Tal om opslag på personalemødet' }).click();
    await dialog.getByLabel('Frist').fill('2027-04-01');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Handlingen er rettet.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Opgiv: Tal om opslag på personalemødet' }).click();
    await dialog.getByRole('button', { name: 'Opgiv' }).click();
    await dialog.getByText('Skriv en kort grund.').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await dialog.getByLabel('Hvorfor?').fill('Vi gør noget andet.');
    await dialog.getByRole('button', { name: 'Opgiv' }).click();
    await tab.getByText('Handlingen er opgivet.').waitFor();
    await tab.getByText('Her er ingen handlinger i gang.').waitFor();
  });

  it('is asked to be accepted: who decides first, then why and until when', async () => {
    const { tab } = await show('/risks/register/peek');
    await tab.getByRole('button', { name: 'Bed om accept' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Ønsket om at acceptere niveauet Høj går til dem herunder.').waitFor();
    await dialog.getByText('Centerchef').waitFor();
    await dialog.getByText('Informationssikkerhedsudvalget').waitFor();
    expect(await dialog.getByLabel('Sidste dag').inputValue()).toBe('2027-11-24');
    await dialog.getByRole('button', { name: 'Send ønsket' }).click();
    await dialog.getByText('Skriv mindst 10 tegn.').waitFor();
    await dialog.getByLabel('Hvorfor kan I leve med den?').fill('Der er gjort, hvad der er rimeligt.');
    await dialog.getByRole('button', { name: 'Send ønsket' }).click();
    await tab.getByText('Ønsket om accept er sendt.').waitFor();
    await tab.getByText('Venter på svar', { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Se godkendelsen' }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Bed om accept/ }).count()).toBe(0);
  });

  it('explains an acceptance that no longer holds, with the way to ask again', async () => {
    const { tab } = await show('/risks/register/stale');
    await tab.getByText('Risikoen er ændret, siden den blev accepteret.').waitFor();
    await tab.getByText('Den står et andet sted i matricen, end da den blev accepteret.').waitFor();
    await tab.getByRole('button', { name: 'Bed om accept igen' }).waitFor();
    await tab.getByText('Vi har gjort det, der er rimeligt').waitFor();
  });

  it('lets the owner of an action report it without a role, and nothing else', async () => {
    const { tab } = await openTab({ path: '/risks/register/owned' });
    await tab.getByRole('button', { name: 'Meld fremdrift: Indfør skærmlås efter fem minutter' }).click();
    await tab.getByRole('dialog').getByLabel('Hvor langt er den?').selectOption('50');
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Fremdriften er gemt.').waitFor();
    await tab.getByText('50 % gjort').waitFor();
    for (const name of ['Ret håndtering', 'Tilføj handling', 'Bed om accept', /^Ret:/, /^Opgiv:/])
      expect(await tab.getByRole('button', { name }).count(), String(name)).toBe(0);
  });
});
