import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../../api/risks/assessment-contract.ts';
import { axe, goTo, overflows, ownTab, refusal } from '../tab-page.ts';
import type { Screen } from '../tab-page/open-tab.ts';

const saveOne = 'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey';
const saveAbout = 'PUT /api/risks/assessments/:assessmentKey';
const [peek, down, wrong, tablet] = [
  'Uvedkommende læser i borgernes journaler',
  'Systemet er nede i mere end en dag',
  'Oplysninger sendes til den forkerte',
  'En tablet bliver væk',
];
const { openTab, ask, asked, wasAsked, fails, works, person, filled } = ownTab({}, async ({ ask }) => {
  const threats = [peek, down, wrong, tablet].map((title) => ({ title }));
  const body = { title: 'Journaler', kind: 'workProcess', threats } as const;
  const { catalogues } = await ask('ciso', 'POST /api/risks/catalogues', { body });
  return { catalogue: catalogues.find(({ title }) => title === body.title)?.key ?? 'none' };
});
const show = async (path: string, screen: Screen = {}) => openTab({ person: 'coordinator', path }, screen);
const saves = () => asked().filter((one) => one.startsWith('PUT') && one.includes('/risks/assessments/'));
const timeOfDay = String.raw`kl\. \d+\.\d\d`;

let assets = 0;
/** An asset with an empty assessment. */
async function begun(form: 'quick' | 'full') {
  assets += 1;
  const { id: ownerId } = await person('coordinator');
  const { key: assetKey } = await ask('coordinator', 'POST /api/assets', {
    body: {
      title: `Udlevering af journaler ${assets}`,
      kind: 'workProcess',
      criticality: 'medium',
      centreId: 'voksne-og-velfaerd',
      ownerId,
    },
  });
  const view = await ask('coordinator', 'POST /api/risks/assessments', {
    body: { assetKey, form, catalogueKeys: [filled('{catalogue}')] },
  });
  return { path: `/risks/assessments/${view.key}`, assessmentKey: view.key, risks: view.risks };
}

/** A draft with four threats: the first is assessed, the last set aside. `write` changes one as a person. */
async function workshop() {
  const { path, assessmentKey, risks } = await begun('full');
  const keyOf = (title: string) => risks.find((risk) => risk.title === title)?.threatKey ?? 'none';
  const write = (reader: string, title: string, changes: FieldChange[]) =>
    ask(reader, saveOne, { params: { assessmentKey, threatKey: keyOf(title) }, body: { changes } });
  await write('coordinator', peek, [
    { field: 'inherent.likelihood', from: null, to: 4 },
    { field: 'inherent.consequence.dataSubject.confidentiality', from: null, to: 4 },
    { field: 'current.likelihood', from: null, to: 2 },
    { field: 'controlKeys', from: [], to: ['ktr-totrin'] },
  ]);
  await write('coordinator', tablet, [{ field: 'notRelevant', from: null, to: 'Der gemmes ingenting på tabletten.' }]);
  return { path, at: (title: string) => `${path}?threat=${keyOf(title)}`, write };
}

describe('the short form', () => {
  it('asks seven plain questions, says in words why the long form is needed, and goes on to it', async () => {
    const { path } = await begun('quick');
    const { tab } = await show(path);
    await tab.getByRole('heading', { level: 1, name: /^Skal Udlevering af journaler \d+ have en lang/ }).waitFor();
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
    await tab.getByRole('heading', { level: 1, name: '0 af 4 trusler er vurderet' }).waitFor();
  });

  it('is finished in one press when it is enough', async () => {
    const { path } = await begun('quick');
    const { tab } = await show(path);
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
    const { at } = await workshop();
    const { tab } = await show(at(down));
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
    await goTo(tab, `${at(down)}&again`);
    await tab.getByRole('radio', { name: '3 – Sandsynligt' }).waitFor();
    expect(await tab.getByRole('radio', { name: '3 – Sandsynligt' }).isChecked()).toBe(true);
  });

  it('shows in later stages what they inherit, and changes only what is said', async () => {
    const { at } = await workshop();
    const { tab } = await show(at(peek));
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
    const { path } = await workshop();
    const { tab, page } = await show(path);
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
    const { at } = await workshop();
    const { tab } = await show(at(wrong));
    await tab.getByRole('radio', { name: 'Ikke relevant' }).check();
    await tab.getByRole('heading', { level: 1, name: '2 af 4 trusler er vurderet' }).waitFor();
    expect(saves()).toEqual([]);
    await tab.getByLabel('Hvorfor er den ikke relevant?').fill('Vi sender ingen breve.');
    await tab.getByRole('heading', { level: 1, name: '3 af 4 trusler er vurderet' }).waitFor();
    await expect.poll(() => saves().length).toBe(1);
  });

  it('finds controls by name and takes them away again', async () => {
    const { path } = await workshop();
    const { tab } = await show(path);
    await tab.getByRole('searchbox', { name: 'Find en kontrol' }).fill('kurs');
    await tab.getByRole('button', { name: /Årligt kursus i GDPR/ }).click();
    await tab.getByRole('button', { name: 'Fjern Årligt kursus i GDPR' }).waitFor();
    await tab.getByRole('button', { name: 'Fjern Login i to trin' }).click();
    await expect.poll(() => tab.getByRole('button', { name: 'Fjern Login i to trin' }).count()).toBe(0);
    await expect.poll(() => saves().length).toBe(2);
  });

  it('loses nothing without a connection or by a reload, and saves it when the connection is back', async () => {
    const { path } = await workshop();
    const { tab, page } = await show(path);
    const field = tab.getByLabel('Hvad gør I allerede?');
    await field.waitFor();
    fails(saveOne, 503, { body: refusal('test', 'Microsoft 365 svarer ikke.', 'unavailable') });
    await field.fill('Vi låser døren.');
    await tab.getByText('Der er ikke forbindelse lige nu. Skriv bare videre').waitFor();
    await tab.getByRole('status').filter({ hasText: 'Ikke gemt endnu' }).waitFor();
    await page.reload();
    const again = page.frames().find((frame) => frame !== page.mainFrame());
    if (!again) throw new Error('no tab');
    await expect.poll(() => again.getByLabel('Hvad gør I allerede?').inputValue()).toBe('Vi låser døren.');
    await again.getByRole('status').filter({ hasText: 'Ikke gemt endnu' }).waitFor();
    works(saveOne);
    await again.getByRole('button', { name: 'Prøv igen' }).click();
    await again
      .getByRole('status')
      .filter({ hasText: /^Gemt kl\./ })
      .waitFor();
    expect(await again.getByLabel('Hvad gør I allerede?').inputValue()).toBe('Vi låser døren.');
  });

  it('shows theirs and mine when somebody has changed the same field, and does what is chosen', async () => {
    const { path, write } = await workshop();
    const { tab } = await show(path);
    const field = tab.getByLabel('Hvad gør I allerede?');
    await field.waitFor();
    await write('Omar Hassan', peek, [{ field: 'existing', from: null, to: 'Han skrev dette.' }]);
    await field.fill('Jeg skrev dette.');
    await tab.getByText('Hvad gør I allerede?: en anden har ændret det samme').waitFor();
    await tab.getByText(new RegExp(`^Omar Hassan ændrede feltet ${timeOfDay}, mens du skrev`)).waitFor();
    await tab.getByText('Han skrev dette.').waitFor();
    const before = saves().length;
    await tab.getByRole('button', { name: 'Brug mit' }).click();
    await expect.poll(() => tab.getByText('en anden har ændret det samme').count()).toBe(0);
    await expect.poll(() => saves().length).toBe(before + 1);
  });

  it('saves own participants beside theirs, and asks about a note that both have written', async () => {
    const { path, assessmentKey } = await begun('full');
    const { tab } = await show(`${path}?part=about`);
    const note = tab.getByLabel('Bemærkning');
    await note.waitFor();
    const { id } = await person('Omar Hassan');
    const body = { note: 'Hans note.', participantIds: [id] };
    await ask('Omar Hassan', saveAbout, { params: { assessmentKey }, body });
    await note.fill('Min note.');
    await tab.getByText('Bemærkning: en anden har ændret det samme').waitFor();
    await tab.getByText('Hans note.').waitFor();
    await tab.getByText(new RegExp(`^Omar Hassan ændrede feltet ${timeOfDay}, mens du skrev`)).waitFor();
    await tab.getByRole('list', { name: 'Deltagere' }).getByText('Omar Hassan').waitFor();
    await tab.getByRole('button', { name: 'Brug mit' }).click();
    const saved = () => ask('coordinator', 'GET /api/risks/assessments/:assessmentKey', { params: { assessmentKey } });
    await expect.poll(async () => (await saved()).note).toBe('Min note.');
    expect((await saved()).participants.map(({ name }) => name)).toEqual(['Omar Hassan']);
  });

  it('names others who work in it now', async () => {
    const { path, write } = await workshop();
    await write('Omar Hassan', wrong, [{ field: 'existing', from: null, to: 'Vi ringer først.' }]);
    const { tab } = await show(path);
    await tab.getByText(new RegExp(String.raw`^Arbejder også her nu: Omar Hassan \(${timeOfDay}\)`)).waitFor();
  });

  it('is a table too, with the way back to each threat', async () => {
    const { path } = await workshop();
    const { tab } = await show(`${path}?as=table`);
    await tab.getByRole('grid', { name: 'Trusler med niveau før, nu og efter planen' }).waitFor();
    await tab.getByText('Ikke relevant: Der gemmes ingenting på tabletten.').waitFor();
    await tab.getByRole('gridcell', { name: /^Trussel 1, Fortrolighed: 4 – Graverende/ }).waitFor();
    await tab.getByRole('button', { name: 'Oplysninger sendes til den forkerte' }).click();
    await tab.getByText('Trussel 3 af 4').waitFor();
  });

  it('takes threats of its own, and lets them go again', async () => {
    const { path } = await workshop();
    const { tab } = await show(path);
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
    const { path } = await workshop();
    const { tab } = await show(`${path}?part=about`);
    await tab.getByRole('heading', { name: 'Hvem og hvornår' }).waitFor();
    const wanted = await person('Anne Jensen');
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
    const { path } = await workshop();
    const { tab } = await show(`${path}?part=finish`);
    await tab.getByText('2 trusler er ikke besvaret.').waitFor();
    await tab.getByRole('link', { name: new RegExp(`${peek}$`) }).click();
    await tab.getByText('Trussel 1 af 4').waitFor();
    await tab.getByRole('button', { name: 'Afslut', exact: true }).click();
    await tab.getByRole('button', { name: 'Afslut vurderingen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('1 risiko kommer i risikoregisteret og i overblikket.').waitFor();
    await dialog.getByText('2 trusler er ikke vurderet og kommer ikke med.').waitFor();
    await dialog.getByRole('button', { name: 'Afslut vurderingen' }).click();
    await dialog.getByText('Skriv mindst ti tegn').waitFor();
    const reason = dialog.getByRole('textbox', { name: 'Hvorfor bliver de stående åbne?' });
    await reason.fill('Vi når dem i januar');
    await tab.page().keyboard.press('Escape');
    await dialog.getByRole('alert').getByText('Kassér det, du har skrevet?').waitFor();
    await dialog.getByRole('button', { name: 'Skriv videre' }).click();
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: 'Afslut vurderingen' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Værste risiko nu er Middel' }).waitFor();
  });

  it('can be discarded, when what goes has been said', async () => {
    const { path } = await workshop();
    const { tab } = await show(`${path}?part=finish`);
    await tab.getByRole('button', { name: 'Kassér kladden' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Alt, der er skrevet i kladden, forsvinder').waitFor();
    await dialog.getByRole('button', { name: 'Kassér kladden' }).click();
    await tab.getByText('Kladden er kasseret.').waitFor();
    expect(wasAsked('POST /api/risks/assessments/:assessmentKey/discard')).toBe(true);
  });

  it('shows what came too late when another closes it meanwhile, until it is deleted', async () => {
    const { path } = await workshop();
    const { tab } = await show(path);
    const may = tab.getByLabel('Hvad gør det muligt?').first();
    await may.waitFor();
    const assessmentKey = path.split('/').at(-1) ?? '';
    await ask('Omar Hassan', 'POST /api/risks/assessments/:assessmentKey/discard', { params: { assessmentKey } });
    await may.fill('Koder deles i vagten');
    await expect.poll(saves).toHaveLength(1);
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await tab.getByText('Noget af det, du skrev, nåede ikke med').waitFor();
    await tab.getByText('Koder deles i vagten').waitFor();
    await tab.getByRole('button', { name: 'Slet det fra enheden' }).click();
    expect(await tab.getByText('Koder deles i vagten').count()).toBe(0);
  });

  it('is one column at 320 px with a list to choose from, and breaks no rule in its other parts', async () => {
    const { path } = await workshop();
    const { tab } = await show(path, { width: 320 });
    await tab.getByRole('combobox', { name: 'Trusler' }).selectOption({ index: 2 });
    await tab.getByText('Trussel 3 af 4').waitFor();
    for (const part of [`${path}?as=table`, `${path}?part=about`, `${path}?part=finish`]) {
      await goTo(tab, part);
      await expect.poll(() => overflows(tab)).toBe(false);
      expect(await axe(tab), part).toEqual([]);
    }
  });
});

describe('a finished assessment', () => {
  it('is read only, with its levels, its history, the way to Word and to a new one', async () => {
    const { tab, page } = await show('/risks/assessments/arb-visitation_1');
    await tab.getByRole('heading', { level: 1, name: 'Værste risiko nu er Middel (4 trusler)' }).waitFor();
    await tab.getByText(/^Afsluttet af Omar Hassan/).waitFor();
    await tab.getByRole('link', { name: 'Et brev eller en mail går til den forkerte' }).waitFor();
    expect(await tab.getByRole('radio').count()).toBe(0);
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Word' }).click();
    await saving;
    await tab.getByRole('button', { name: 'Begynd risikovurdering' }).click();
    const dialog = tab.getByRole('dialog');
    expect(await dialog.getByLabel(/Med den lange/).isChecked()).toBe(true);
    const itself = dialog.getByRole('radio', { name: /Tidligere vurdering af det samme/ });
    await expect.poll(() => itself.isChecked()).toBe(true);
    await dialog.getByRole('radio', { name: /Dagens kørelister.*samme slags, .*samme center.*10 risici/ }).check();
    await dialog.getByRole('button', { name: 'Begynd' }).click();
    await tab.getByRole('heading', { level: 1, name: '10 af 20 trusler er vurderet' }).waitFor();
    expect(wasAsked('POST /api/risks/assessments')).toBe(true);
  });
});
