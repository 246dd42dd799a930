import { describe, expect, it } from 'vitest';
import { axe, ownTab } from '../tab-page.ts';
import { movedRisk } from './moved-risk.ts';

const serious = 'sys-omsorg_system.keptTooLong';
const late = 'sys-omsorg_system.ransomware';
const followed = 'Tal om opslag på personalemødet';
/** Actions of a person without a role, an expired acceptance, and a shared view. */
const { openTab, person, filled } = ownTab({}, async (world) => {
  const { ask, person } = world;
  const { id: ownerId } = await person('employee');
  const act = (riskKey: string, title: string) =>
    ask('ciso', 'POST /api/risks/register/:riskKey/actions', {
      params: { riskKey },
      body: { title, ownerId, due: '2027-01-15' },
    });
  await act(serious, 'Indfør skærmlås efter fem minutter');
  await act(late, followed);
  await ask('Fatima El-Sayed', 'POST /api/risks/saved-views', {
    body: { title: 'Åbne handlinger i hele kommunen', shared: true, query: 'overdue=true' },
  });
  return { moved: await movedRisk(world) };
});
const show = async (path: string, person = 'coordinator') => openTab({ person, path: filled(path) });

describe('one risk', () => {
  it('answers in words where it stands, and shows how each stage came about and what decided it', async () => {
    const { tab } = await show(`/risks/register/${serious}`);
    await tab.getByRole('heading', { level: 1, name: 'Data bliver gemt længere, end vi må' }).waitFor();
    await tab.getByText('Niveauet er Høj nu. Planen bringer det til Middel.').waitFor();
    const stages = tab.getByRole('list', { name: 'Risikoen før, nu og senere' });
    await stages.getByText('Sandsynlighed 1 – Usandsynligt').waitFor();
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
    await tab.getByRole('link', { name: 'Sletning efter frist' }).waitFor();
    await tab.getByRole('link', { name: 'Vurdering nr. 2' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('is treated in a way that is chosen with what it means, and a goal', async () => {
    const { tab } = await show(`/risks/register/${serious}`);
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
    const { tab } = await show(`/risks/register/${serious}`);
    await tab.getByRole('button', { name: 'Tilføj handling' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Pris i kroner').fill('mange');
    await dialog.getByRole('button', { name: 'Tilføj handling' }).click();
    await dialog.getByText('Vælg, hvem der gør det.').waitFor();
    await dialog.getByText('Skriv et helt tal i kroner, fx 25.000.').waitFor();
    await expect.poll(() => dialog.getByText('Udfyld feltet').count()).toBe(2);
    await dialog.getByLabel('Hvad skal gøres?').fill('Sæt filter på skærmene');
    const { name } = await person('Omar Hassan');
    await dialog.getByRole('searchbox').fill(name);
    await dialog
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    await dialog.getByLabel('Frist').fill('2026-11-01');
    await dialog.getByLabel('Pris i kroner').fill('25.000');
    await dialog.getByRole('button', { name: 'Tilføj handling' }).click();
    await dialog.getByText('Fristen er gået. Vælg i dag eller en senere dag.').waitFor();
    await dialog.getByLabel('Frist').fill('2027-03-01');
    await dialog.getByRole('button', { name: 'Tilføj handling' }).click();
    await tab.getByText('Handlingen er tilføjet. Den ansvarlige får den som opgave.').waitFor();
    await tab.getByRole('heading', { name: 'Sæt filter på skærmene' }).waitFor();
    await tab.getByText(/^Omar Hassan.*25\.000 kr\./).waitFor();
  });

  it('shows what is late with the next step on it; it is reported, changed or given up', async () => {
    const { tab } = await show(`/risks/register/${late}`);
    await tab.getByText('3 dage over tiden (21. november)').waitFor();
    await tab.getByText('Fristen er gået. Meld, hvor langt den er, eller aftal en ny frist.').waitFor();
    await tab.getByRole('button', { name: 'Meld fremdrift: Del netværket op mellem centrene' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvor langt er den?').selectOption('100');
    await dialog.getByRole('button', { name: 'Meld den gjort' }).click();
    await tab.getByText('Handlingen er gjort.').waitFor();
    await tab.getByText('1 afsluttet handling').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: `Ret: ${followed}` }).click();
    await dialog.getByLabel('Frist').fill('2027-04-01');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Handlingen er rettet.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: `Opgiv: ${followed}` }).click();
    await dialog.getByRole('button', { name: 'Opgiv' }).click();
    await dialog.getByText('Skriv en kort grund.').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await dialog.getByLabel('Hvorfor?').fill('Vi gør noget andet.');
    await dialog.getByRole('button', { name: 'Opgiv' }).click();
    await tab.getByText('Handlingen er opgivet.').waitFor();
    await tab.getByText('Her er ingen handlinger i gang.').waitFor();
  });

  it('is asked to be accepted: who decides first, then why and until when', async () => {
    const { tab } = await show(`/risks/register/${serious}`);
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
    const { tab } = await show('/risks/register/{moved}', 'ciso');
    await tab.getByText('Risikoen er ændret, siden den blev accepteret.').waitFor();
    await tab.getByText('Den står et andet sted i matricen, end da den blev accepteret.').waitFor();
    await tab.getByRole('button', { name: 'Bed om accept igen' }).waitFor();
    await tab.getByText('Vi har gjort det, der er rimeligt').waitFor();
  });

  it('lets the owner of an action report it without a role, and nothing else', async () => {
    const { tab } = await show(`/risks/register/${serious}`, 'employee');
    await tab.getByRole('button', { name: 'Meld fremdrift: Indfør skærmlås efter fem minutter' }).click();
    await tab.getByRole('dialog').getByLabel('Hvor langt er den?').selectOption('50');
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Fremdriften er gemt.').waitFor();
    await tab.getByText('50 % gjort').waitFor();
    for (const name of ['Ret håndtering', 'Tilføj handling', 'Bed om accept', /^Ret:/, /^Opgiv:/])
      expect(await tab.getByRole('button', { name }).count(), String(name)).toBe(0);
  });
});

describe('the risk register', () => {
  it('saves what is seen as a view, opens it again, and deletes it', async () => {
    const { tab } = await show('/risks/register?treatment=accept&sort=asset', 'ciso');
    await tab.getByText('Gemte visninger', { exact: true }).click();
    await tab.getByText(/^Delt af /).waitFor();
    await tab.getByRole('button', { name: 'Gem denne visning' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Navn').fill('Det, vi accepterer');
    await dialog.getByLabel('Del med alle, der ser registret').check();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Visningen Det, vi accepterer er gemt.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('link', { name: 'Åbne handlinger i hele kommunen' }).click();
    await tab.getByRole('heading', { level: 1, name: /^\d+ risici passer til det, du har valgt$/ }).waitFor();
    await tab.getByRole('link', { name: 'Det, vi accepterer' }).click();
    await expect.poll(() => tab.evaluate(() => location.search)).toBe('?treatment=accept&sort=asset');
    await tab.getByRole('button', { name: 'Slet Det, vi accepterer' }).click();
    await dialog.getByText('Den forsvinder også for dem, du har delt den med.').waitFor();
    await dialog.getByRole('button', { name: 'Slet visningen' }).click();
    await tab.getByText('Visningen er slettet.').waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Det, vi accepterer' }).count()).toBe(0);
  });
});
