import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, person = 'ciso', screen: object = {}, theme = 'default') =>
  openTab({ person, path, theme } as object, screen);
const latest = (path: string) => mock.asked.findLast((one) => one.startsWith(`GET ${path}?`)) ?? '';

const asReader = (answer: object) => ({
  ...answer,
  assets: (answer as { assets: object[] }).assets.map((row) => ({ ...row, abilities: { assess: false } })),
  abilities: { add: false, import: false },
});

describe('the register of assets', () => {
  it('says first how many lack a risk assessment, and leads from each number to its rows', async () => {
    const { tab } = await show('/risks/assets');
    await tab.getByRole('heading', { level: 1, name: '54 af 60 aktiver mangler en risikovurdering' }).waitFor();
    await tab.getByRole('link', { name: '2 arbejdsgange' }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(2);
    await tab.getByRole('row', { name: /Udlevering af medicin.*Høj.*Kladde/ }).waitFor();
    await tab.getByRole('link', { name: 'Vis de 54, der mangler' }).click();
    await expect.poll(() => latest('/api/assets')).toContain('assessment=none');
    expect(await tab.evaluate(() => location.search)).toContain('assessment=none');
  });

  it('says with word, sign and date how each stands, with the next step on the same row', async () => {
    const { tab } = await show('/risks/assets?sort=level&descending=true');
    const worst = tab.getByRole('row', { name: /Kommunens netværk/ });
    await worst.getByText('4 – Kritisk').waitFor();
    await worst.getByText('54 dage over tiden, skulle være gjort 1. okt. 2026').waitFor();
    await worst.getByRole('link', { name: 'Vurdér Kommunens netværk' }).waitFor();
    const begun = tab.getByRole('row', { name: /Udlevering af medicin/ });
    expect(await begun.getByRole('link', { name: /Fortsæt vurderingen/ }).getAttribute('href')).toContain(
      '/risks/assessments/workshop',
    );
    const soon = tab.getByRole('row', { name: /Besøg i hjemmet/ });
    await soon.getByText('Senest 6. dec. 2026, om 12 dage').waitFor();
    const retired = tab.getByRole('row', { name: /Det gamle sagssystem/ });
    await retired.getByText('Udfaset').waitFor();
    expect(await retired.getByRole('link', { name: /Vurdér/ }).count()).toBe(0);
  });

  it('is narrowed by words, kind, centre, importance, assessment and state, all of it in the address', async () => {
    const { tab } = await show('/risks/assets');
    await tab.getByRole('searchbox').fill('omsorg');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByRole('searchbox').fill('');
    await tab.getByRole('button', { name: 'It-systemer' }).click();
    await tab.getByLabel('Center', { exact: true }).selectOption({ label: 'Borger- og Socialservice' });
    await tab.getByLabel('Status').selectOption('retired');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByLabel('Vigtighed').selectOption('vital');
    await tab.getByRole('heading', { level: 1, name: 'Ingen aktiver passer til det, du har valgt' }).waitFor();
    const search = await tab.evaluate(() => location.search);
    for (const part of ['kind=system', 'centreId=c7', 'state=retired', 'criticality=vital'])
      expect(search).toContain(part);
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(50);
  });

  it('opens narrowed as a link says, also to one owner', async () => {
    const owner = refAt(9);
    const { tab } = await show(`/risks/assets?ownerId=${owner.id}`);
    await tab.getByText(`Kun aktiver, som ${owner.name} ejer`).waitFor();
    await tab.getByRole('button', { name: 'Vis alle ejeres' }).click();
    await expect.poll(() => latest('/api/assets')).not.toContain('ownerId');
  });

  it('sorts what is worst first, and walks page by page', async () => {
    const { tab } = await show('/risks/assets');
    await tab.getByRole('button', { name: 'Risiko nu' }).click();
    await expect.poll(() => tab.locator('tbody tr').first().textContent()).toContain('Kommunens netværk');
    await tab.getByRole('columnheader', { name: 'Risiko nu' }).and(tab.locator('[aria-sort=descending]')).waitFor();
    await tab.getByText('1–50 af 60').waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–60 af 60').waitFor();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(10);
  });

  it('begins with the own centre for whoever works for one, who may look at the rest', async () => {
    const { tab } = await show('/risks/assets', 'isk');
    await tab.getByRole('heading', { level: 1, name: '6 af 9 aktiver mangler en risikovurdering' }).waitFor();
    expect(mock.asked.filter((one) => one.startsWith('GET /api/assets?'))).toHaveLength(1);
    expect(latest('/api/assets')).toContain('centreId=mine');
    const centre = tab.getByLabel('Center', { exact: true });
    expect(await centre.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe(
      'Mit center: Center for Voksne og Velfærd',
    );
    await centre.selectOption('all');
    await tab.getByRole('heading', { level: 1, name: '54 af 60 aktiver mangler en risikovurdering' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Indlæs fra fil' }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Tilføj et aktiv' }).waitFor();
  });

  it('hands exactly what is seen over as a workbook, and says when it cannot', async () => {
    const { tab, page } = await show('/risks/assets?kind=workProcess');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    expect(latest('/api/assets.xlsx')).toContain('kind=workProcess');
    mock.override('GET /api/assets.xlsx', { status: 500, body: refusal('Regnearket kunne ikke laves.') });
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await tab.getByRole('alert').getByText('Regnearket kunne ikke laves.').waitFor();
  });

  it('offers whoever only reads nothing to begin', async () => {
    mock.override('GET /api/assets', { change: asReader });
    const { tab } = await show('/risks/assets');
    await tab.getByRole('row', { name: /Besøg i hjemmet/ }).waitFor();
    expect(await tab.getByRole('link', { name: /^(Vurdér|Fortsæt|Tilføj|Indlæs)/ }).count()).toBe(0);
  });

  it('teaches what comes when there is nothing yet', async () => {
    const nothing = { assets: [], total: 0, counts: { systems: 0, workProcesses: 0, unassessed: 0 } };
    mock.override('GET /api/assets', { change: (answer) => ({ ...answer, ...nothing }) });
    const { tab } = await show('/risks/assets');
    await tab.getByRole('heading', { name: 'Her kommer kommunens it-systemer og arbejdsgange' }).waitFor();
    await tab.locator('[data-blank]').getByRole('link', { name: 'Indlæs fra fil' }).waitFor();
    await tab.evaluate(() => history.pushState(null, '', '/tab/risks/assets?centreId=mine'));
    await tab.getByRole('heading', { name: 'Dit center har ingen aktiver endnu' }).waitFor();
    expect(await tab.getByRole('link', { name: 'Tilføj et aktiv' }).count()).toBe(1);
    await tab.locator('[data-blank]').getByRole('button', { name: 'Se de andre centres' }).click();
    await expect.poll(() => tab.evaluate(() => location.search)).toContain('centreId=all');
  });
});

describe('one asset', () => {
  it('shows where it stands, what it is, what it hangs together with and what mentions it', async () => {
    const { tab } = await show('/risks/assets/record');
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen' }).waitFor();
    await tab.getByText('3 – Høj').waitFor();
    await tab.getByText('Vurderet 3. maj 2026 · Næste gang 3. maj 2027').waitFor();
    await tab.getByText('Almindelige, Følsomme').waitFor();
    const link = tab.getByRole('link', { name: 'Databehandleraftale' });
    expect(await link.getAttribute('href')).toBe('https://example.org/aftale');
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    await tab.getByRole('link', { name: 'Adgang efter rolle' }).waitFor();
    await tab.getByRole('link', { name: 'Besøg i hjemmet' }).waitFor();
    await tab.getByRole('link', { name: 'Kommunens netværk' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Kommunens netværk' }).waitFor();
  });

  it('begins an assessment in two presses from the register', async () => {
    const { tab } = await show('/risks/assets?q=netv%C3%A6rk');
    await tab.getByRole('link', { name: 'Vurdér Kommunens netværk' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Begynd risikovurdering' });
    await dialog.getByRole('radio', { name: /Med den lange/ }).waitFor();
    const begun = mock.asked.length;
    await dialog.getByRole('button', { name: 'Begynd', exact: true }).click();
    await expect.poll(() => tab.evaluate(() => location.pathname)).toBe('/tab/risks/assessments/workshop');
    expect(mock.asked.slice(begun)).toContain('POST /api/risks/assessments');
  });

  it('asks what to copy from, and says why an assessment cannot begin', async () => {
    const { tab } = await show('/risks/assets/more1');
    await tab.getByRole('button', { name: 'Begynd risikovurdering' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Begynd risikovurdering' });
    await dialog.getByRole('radio', { name: /Med den lange/ }).check();
    await dialog.getByRole('radio', { name: /Nej, begynd med tomme felter/ }).waitFor();
    mock.override('POST /api/risks/assessments', { status: 503, body: refusal('Prøv igen om lidt.'), times: 1 });
    await dialog.getByRole('button', { name: 'Begynd', exact: true }).click();
    await dialog.getByText('Prøv igen om lidt.').waitFor();
  });

  it('needs no assessment when somebody writes why, until it is undone', async () => {
    const { tab } = await show('/risks/assets/more2');
    await tab.getByRole('button', { name: 'Vurdering ikke nødvendig' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Skal Fagsystem 03 ikke risikovurderes?' });
    await dialog.getByLabel('Hvorfor er det ikke nødvendigt?').fill('Nej');
    await dialog.getByRole('button', { name: 'Gem beslutningen' }).click();
    await dialog.getByText('Skriv lidt mere: mindst ti tegn.').waitFor();
    expect(mock.wasAsked('POST /api/assets/:assetKey/not-needed')).toBe(false);
    await dialog.getByLabel('Hvorfor er det ikke nødvendigt?').fill('Det har ingen data og kan undværes.');
    await dialog.getByRole('button', { name: 'Gem beslutningen' }).click();
    await tab.getByRole('heading', { name: 'En risikovurdering er ikke nødvendig' }).waitFor();
    await tab.getByText('Det har ingen data og kan undværes.').waitFor();
    await tab.getByText(/Besluttet af .* 24\. nov\. 2026/).waitFor();
    await tab.getByRole('button', { name: 'Det skal vurderes alligevel' }).click();
    await tab.getByRole('heading', { name: 'Det er ikke risikovurderet endnu' }).waitFor();
  });

  it('is taken out of use only after everything that refers to it has been shown, and back again', async () => {
    const { tab } = await show('/risks/assets/record');
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Tag Omsorgsjournalen ud af brug?' });
    await dialog.getByText('2 aktiver kan ikke undvære det. Det er nævnt 2 andre steder.').waitFor();
    await dialog.getByRole('link', { name: 'Udlevering af medicin' }).waitFor();
    await dialog.getByRole('link', { name: 'Adgang efter rolle' }).waitFor();
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await dialog.getByText('Skriv mindst tre tegn.').waitFor();
    await dialog.getByLabel('Hvorfor tages det ud af brug?').fill('Erstattet 1. marts');
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await tab.getByText('Omsorgsjournalen er taget ud af brug.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Erstattet 1. marts').waitFor();
    expect(await tab.getByRole('button', { name: 'Vurdér igen' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Tag i brug igen' }).click();
    await tab.getByText('Omsorgsjournalen er i brug igen.').waitFor();
    await tab.getByRole('button', { name: 'Tag ud af brug' }).waitFor();
  });

  it('is told when something has happened, shows what is not as it was, and takes a mistake back', async () => {
    const { tab } = await show('/risks/assets/record');
    await tab.getByText('Leverandør: fra Nærdata til Nærcare A/S').waitFor();
    await tab.getByText('Hvor det kører: fra Egen drift til Sky i EU').waitFor();
    await tab.getByText('Kan ikke undvære: fra ingenting til Kommunens netværk').waitFor();
    await tab.getByText('Vurderes senest 20. dec. 2026, om 26 dage').waitFor();
    await tab.getByRole('button', { name: 'Der er sket noget' }).click();
    const dialog = tab.getByRole('dialog');
    expect(await dialog.getByLabel('Vurderet igen senest').inputValue()).toBe('2026-12-24');
    await dialog.getByLabel('Vurderet igen senest').fill('2026-11-01');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Vælg en dag, der ikke er gået.').waitFor();
    await dialog.getByLabel('Hvad slags').selectOption({ label: 'Hændelse' });
    await dialog.getByLabel('Hvad er der sket?').fill('Et brud i går');
    await dialog.getByLabel('Vurderet igen senest').fill('2026-12-01');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Der er lavet en opgave om at vurdere Omsorgsjournalen igen.').waitFor();
    await tab.getByText('Et brud i går').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Det var en fejl: Et brud i går' }).click();
    await tab.getByText('Et brud i går').waitFor({ state: 'detached' });
  });

  it('is not told to be assessed when it is out of use', async () => {
    const { tab } = await show('/risks/assets/old');
    await tab.getByText('Erstattet 1. marts.').waitFor();
    expect(await tab.getByText('Det er ikke risikovurderet endnu').count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Der er sket noget' }).count()).toBe(0);
  });

  it('shows nothing to press to whoever may only read', async () => {
    const closed = { edit: false, retire: false, decideNotNeeded: false, assess: false };
    mock.override('GET /api/assets/:assetKey', { change: (answer) => ({ ...answer, abilities: closed }) });
    mock.override('GET /api/risks/triggers', { change: (answer) => ({ ...answer, abilities: { raise: false } }) });
    const { tab } = await show('/risks/assets/record', 'isk');
    await tab.getByText('Nærcare er solgt til en anden').waitFor();
    expect(await tab.locator('[data-part="page"]').getByRole('button').count()).toBe(0);
    expect(await tab.getByRole('link', { name: 'Ret', exact: true }).count()).toBe(0);
  });

  it('leads an owner without a role home, and to none of the pages about the rest', async () => {
    const { tab } = await show('/risks/assets/record', 'employee');
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen' }).waitFor();
    await tab.getByRole('link', { name: 'Tilbage til Mit overblik' }).waitFor();
    expect(await tab.getByRole('navigation', { name: 'Risici' }).count()).toBe(0);
  });

  it.each([
    ['Tag ud af brug', 320, 'contrast'],
    ['Der er sket noget', 320, 'dark'],
    ['Vurdér igen', 320, 'default'],
  ])('asks in a dialog that everyone can use: %s at %i px in the theme %s', async (button, width, theme) => {
    const { tab } = await show('/risks/assets/record', 'ciso', { width }, theme);
    await tab.getByRole('button', { name: button }).click();
    await tab.getByRole('dialog').waitFor();
    // The dialog fades in; half-faded words have no contrast of their own.
    await tab.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
  });
});
