import { describe, expect, it } from 'vitest';
import { axe, goTo, overflows, ownTab, refusal } from '../tab-page.ts';
import type { Opening } from '../tab-page/host-page.ts';
import type { Screen } from '../tab-page/open-tab.ts';

const omsorg = { assetKey: 'sys-omsorg' };
/** More than a page of assets: one owned by a person without a role, one retired, one changed. */
const { openTab, ask, asked, wasAsked, fails, person, filled } = ownTab({}, async ({ ask, person: find }) => {
  const add = async (number: number, ownerId?: string) => {
    const title = `Fagsystem ${String(number).padStart(2, '0')}`;
    const body = { title, kind: 'system', criticality: 'low', ownerId } as const;
    return (await ask('ciso', 'POST /api/assets', { body })).key;
  };
  const [owned = '', begun = '', idle = ''] = [await add(1, (await find('employee')).id), await add(2), await add(3)];
  for (let number = 4; number <= 17; number += 1) await add(number);
  await ask('ciso', 'POST /api/assets/:assetKey/retire', {
    params: { assetKey: 'sys-haller' },
    body: { reason: 'Erstattet 1. marts.' },
  });
  const { owner, centre, dependsOn, ...before } = await ask('ciso', 'GET /api/assets/:assetKey', { params: omsorg });
  const { title, kind, criticality, description, personalData, dataSubjects, state } = before;
  await ask('ciso', 'PUT /api/assets/:assetKey', {
    params: omsorg,
    body: {
      title,
      kind,
      criticality,
      description,
      personalData,
      dataSubjects,
      state,
      expected: before.changedAt,
      ownerId: owner?.id,
      centreId: centre?.id,
      dependsOn: [...dependsOn.map(({ key }) => key), 'sys-m365'],
      supplier: 'Nærcare Nord',
      hosting: 'cloudEu',
      links: [{ title: 'Databehandleraftale', url: 'https://example.org/aftale' }],
    },
  });
  return { owned, begun, idle };
});
const show = async (path: string, person = 'ciso', screen: Screen = {}, theme: Opening['theme'] = 'default') =>
  openTab({ person, path: filled(path), theme }, screen);
const latest = (path: string) => asked().findLast((one) => one.startsWith(`GET ${path}?`)) ?? '';
const counted = async (reader = 'ciso', query = {}) => {
  const { total, counts } = await ask(reader, 'GET /api/assets', { query });
  const used = total - counts.retired;
  return { ...counts, total, answer: `${counts.unassessed} af ${used} aktiver mangler en risikovurdering` };
};

describe('the register of assets', () => {
  it('says first how many lack a risk assessment, and leads from each number to its rows', async () => {
    const { answer, unassessed, retired, workProcesses } = await counted();
    const { tab } = await show('/risks/assets');
    await tab.getByRole('heading', { level: 1, name: answer }).waitFor();
    expect(retired).toBeGreaterThan(0);
    await tab.getByRole('link', { name: new RegExp(`^${retired} aktiv(er)? er ude af brug$`) }).waitFor();
    await tab.getByRole('link', { name: `${workProcesses} arbejdsgange` }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(workProcesses);
    await tab.getByRole('row', { name: /^Medicin i hjemmeplejen.*Middel.*Vitalt/ }).waitFor();
    const found = `${workProcesses} aktiver passer til det, du har valgt`;
    await tab.getByRole('heading', { level: 1, name: found }).waitFor();
    await tab.getByRole('link', { name: `Vis de ${unassessed}, der mangler` }).click();
    await expect.poll(() => latest('/api/assets')).toContain('assessment=none');
    expect(await tab.evaluate(() => location.search)).toContain('assessment=none');
  });

  it('says with word, sign and date how each stands, with the next step on the same row', async () => {
    const { tab } = await show('/risks/assets?sort=level&descending=true');
    await tab
      .getByRole('row', { name: /^Kommunens netværk/ })
      .getByText('Høj')
      .waitFor();
    const late = tab.getByRole('row', { name: /^Løn- og personalesystemet/ });
    await late.getByText('18 dage over tiden, skulle være gjort 6. nov. 2026').waitFor();
    await late.getByRole('link', { name: 'Vurdér Løn- og personalesystemet' }).waitFor();
    const soon = tab.getByRole('row', { name: /^Dagsordener til Byrådet/ });
    await soon.getByText('Senest 3. dec. 2026, om 9 dage').waitFor();
    await goTo(tab, '/risks/assets?centreId=voksne-og-velfaerd');
    const begun = tab.getByRole('row', { name: /^Skærmbesøg i hjemmeplejen/ });
    await expect
      .poll(() => begun.getByRole('link', { name: /Fortsæt vurderingen/ }).getAttribute('href'))
      .toContain('/risks/assessments/sys-velfaerdsrobot_1');
    const retired = tab.getByRole('row', { name: /^Den gamle omsorgsjournal/ });
    await retired.getByText('Udfaset').waitFor();
    expect(await retired.getByRole('link', { name: /Vurdér/ }).count()).toBe(0);
  });

  it('is narrowed by words, kind, centre, importance, assessment and state, all of it in the address', async () => {
    const { tab } = await show('/risks/assets');
    await tab.getByRole('searchbox').fill('nødkald');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByRole('searchbox').fill('');
    await tab.getByRole('button', { name: 'It-systemer' }).click();
    await tab.getByLabel('Center', { exact: true }).selectOption({ label: 'Center for Voksne og Velfærd' });
    await tab.getByLabel('Status').selectOption('retired');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(1);
    await tab.getByLabel('Vigtighed').selectOption('vital');
    await tab.getByRole('heading', { level: 1, name: 'Ingen aktiver passer til det, du har valgt' }).waitFor();
    const search = await tab.evaluate(() => location.search);
    for (const part of ['kind=system', 'centreId=voksne-og-velfaerd', 'state=retired', 'criticality=vital'])
      expect(search).toContain(part);
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(50);
  });

  it('opens narrowed as a link says, also to one owner', async () => {
    const owner = await person('coordinator');
    const { tab } = await show(`/risks/assets?ownerId=${owner.id}`);
    await tab.getByText(`Kun aktiver, som ${owner.name} ejer`).waitFor();
    await tab.getByRole('button', { name: 'Vis alle ejeres' }).click();
    await expect.poll(() => latest('/api/assets')).not.toContain('ownerId');
  });

  it('sorts what is worst first, and walks page by page', async () => {
    const { tab } = await show('/risks/assets');
    await tab.getByRole('button', { name: 'Risiko nu' }).click();
    await expect.poll(() => tab.locator('tbody tr').first().textContent()).toContain('Høj');
    await tab.getByRole('columnheader', { name: 'Risiko nu' }).and(tab.locator('[aria-sort=descending]')).waitFor();
    await tab.getByText('1–50 af 60').waitFor();
    await tab.getByRole('button', { name: 'Næste side' }).click();
    await tab.getByText('51–60 af 60').waitFor();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(10);
  });

  it('begins with the own centre for whoever works for one, who may look at the rest', async () => {
    const mine = await counted('coordinator', { centreId: 'mine' });
    const all = await counted();
    const { tab } = await show('/risks/assets', 'coordinator');
    await tab.getByRole('heading', { level: 1, name: mine.answer }).waitFor();
    expect(asked().filter((one) => one.startsWith('GET /api/assets?'))).toHaveLength(1);
    expect(latest('/api/assets')).toContain('centreId=mine');
    const centre = tab.getByLabel('Center', { exact: true });
    expect(await centre.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe(
      'Mit center: Center for Voksne og Velfærd',
    );
    await centre.selectOption('all');
    await tab.getByRole('heading', { level: 1, name: all.answer }).waitFor();
    expect(await tab.getByRole('link', { name: 'Indlæs fra fil' }).count()).toBe(0);
    await tab.getByRole('link', { name: 'Tilføj et aktiv' }).waitFor();
  });

  it('hands exactly what is seen over as a workbook, and says when it cannot', async () => {
    const { tab, page } = await show('/risks/assets?kind=workProcess');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    expect(latest('/api/assets.xlsx')).toContain('kind=workProcess');
    fails('GET /api/assets.xlsx', 500, { body: refusal('test', 'Regnearket kunne ikke laves.') });
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await tab.getByRole('alert').getByText('Regnearket kunne ikke laves.').waitFor();
  });

  it('offers whoever only reads nothing to begin', async () => {
    const { tab } = await show('/risks/assets', 'auditor');
    await tab.getByRole('row', { name: /^Børnesagen/ }).waitFor();
    expect(await tab.getByRole('link', { name: /^(Vurdér|Fortsæt|Tilføj|Indlæs)/ }).count()).toBe(0);
  });

  it('says to somebody whose centres have nothing yet where the others are', async () => {
    const { tab } = await show('/risks/assets?centreId=mine');
    await tab.getByRole('heading', { name: 'Dit center har ingen aktiver endnu' }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Tilføj et aktiv' }).count()).toBe(1);
    await tab.locator('[data-blank]').getByRole('button', { name: 'Se de andre centres' }).click();
    await expect.poll(() => tab.evaluate(() => location.search)).toContain('centreId=all');
  });
});

describe('one asset', () => {
  it('shows where it stands, what it is, what it hangs together with and what mentions it', async () => {
    const { tab } = await show('/risks/assets/sys-omsorg');
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare' }).waitFor();
    await tab.getByText('Høj', { exact: true }).first().waitFor();
    await tab.getByText(/^Vurderet 19\.\smaj 2026 · Næste gang /).waitFor();
    await tab.getByText('Almindelige, Fortrolige (fx CPR-nummer), Følsomme').waitFor();
    const link = tab.getByRole('link', { name: 'Databehandleraftale' });
    expect(await link.getAttribute('href')).toBe('https://example.org/aftale');
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    await tab.getByRole('link', { name: /^Nødprocedure: Når omsorgsjournalen er nede/ }).waitFor();
    await tab.getByRole('link', { name: 'Medicin i hjemmeplejen' }).waitFor();
    await tab.getByRole('link', { name: 'Kommunens netværk' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Kommunens netværk' }).waitFor();
  });

  it('begins an assessment in two presses from the register', async () => {
    const { tab } = await show('/risks/assets?q=fagsystem%2002');
    await tab.getByRole('link', { name: 'Vurdér Fagsystem 02' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Begynd risikovurdering' });
    await dialog.getByRole('radio', { name: /Med den lange/ }).waitFor();
    await dialog.getByRole('button', { name: 'Begynd', exact: true }).click();
    await expect.poll(() => tab.evaluate(() => location.pathname)).toBe(filled('/tab/risks/assessments/{begun}_1'));
    expect(wasAsked('POST /api/risks/assessments')).toBe(true);
  });

  it('asks what to copy from, and says why an assessment cannot begin', async () => {
    const { tab } = await show('/risks/assets/{idle}');
    await tab.getByRole('button', { name: 'Begynd risikovurdering' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Begynd risikovurdering' });
    await dialog.getByRole('radio', { name: /Med den lange/ }).check();
    await dialog.getByRole('radio', { name: /Nej, begynd med tomme felter/ }).waitFor();
    fails('POST /api/risks/assessments', 503, { body: refusal('test', 'Prøv igen om lidt.'), times: 1 });
    await dialog.getByRole('button', { name: 'Begynd', exact: true }).click();
    await dialog.getByText('Prøv igen om lidt.').waitFor();
  });

  it('needs no assessment when somebody writes why, until it is undone', async () => {
    const { tab } = await show('/risks/assets/{idle}');
    await tab.getByRole('button', { name: 'Vurdering ikke nødvendig' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Skal Fagsystem 03 ikke risikovurderes?' });
    await dialog.getByLabel('Hvorfor er det ikke nødvendigt?').fill('Nej');
    await dialog.getByRole('button', { name: 'Gem beslutningen' }).click();
    await dialog.getByText('Skriv lidt mere: mindst ti tegn.').waitFor();
    expect(wasAsked('POST /api/assets/:assetKey/not-needed')).toBe(false);
    await dialog.getByLabel('Hvorfor er det ikke nødvendigt?').fill('Det har ingen data og kan undværes.');
    await dialog.getByRole('button', { name: 'Gem beslutningen' }).click();
    await tab.getByRole('heading', { name: 'En risikovurdering er ikke nødvendig' }).waitFor();
    await tab.getByText('Det har ingen data og kan undværes.').waitFor();
    await tab.getByText(/Besluttet af .* 24\.\snov\. 2026/).waitFor();
    await tab.getByRole('button', { name: 'Det skal vurderes alligevel' }).click();
    await tab.getByRole('heading', { name: 'Det er ikke risikovurderet endnu' }).waitFor();
  });

  it('is taken out of use only after everything that refers to it has been shown, and back again', async () => {
    const { references } = await ask('ciso', 'GET /api/assets/:assetKey', { params: omsorg });
    const { tab } = await show('/risks/assets/sys-omsorg');
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Tag Omsorgsjournalen Nærcare ud af brug?' });
    const places = `Det er nævnt ${references.length} andre steder.`;
    await dialog.getByText(`4 aktiver kan ikke undvære det. ${places}`).waitFor();
    await dialog.getByRole('link', { name: 'Medicin i hjemmeplejen' }).waitFor();
    await dialog.getByRole('link', { name: /^Nødprocedure: Når omsorgsjournalen er nede/ }).waitFor();
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await dialog.getByText('Skriv mindst tre tegn.').waitFor();
    await dialog.getByLabel('Hvorfor tages det ud af brug?').fill('Erstattet 1. marts');
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await tab.getByText('Omsorgsjournalen Nærcare er taget ud af brug.').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByText('Erstattet 1. marts').waitFor();
    expect(await tab.getByRole('button', { name: 'Vurdér igen' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Tag i brug igen' }).click();
    await tab.getByText('Omsorgsjournalen Nærcare er i brug igen.').waitFor();
    await tab.getByRole('button', { name: 'Tag ud af brug' }).waitFor();
  });

  it('is told when something has happened, shows what is not as it was, and takes a mistake back', async () => {
    const { tab } = await show('/risks/assets/sys-omsorg');
    await tab.getByText('Leverandør: fra Nærcare A/S til Nærcare Nord').waitFor();
    await tab.getByText('Hvor det kører: fra Hos leverandør til Sky i EU').waitFor();
    await tab.getByText(/^Kan ikke undvære: fra .* til .*Microsoft 365/).waitFor();
    await tab.getByText('Vurderes senest 29. dec. 2026, om 35 dage').waitFor();
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
    await tab.getByText('Der er lavet en opgave om at vurdere Omsorgsjournalen Nærcare igen.').waitFor();
    await tab.getByText('Et brud i går').first().waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Det var en fejl: Et brud i går' }).click();
    await expect.poll(() => tab.getByText('Et brud i går').count()).toBe(0);
  });

  it('is not told to be assessed when it is out of use', async () => {
    const { tab } = await show('/risks/assets/sys-haller');
    await tab.getByText('Erstattet 1. marts.').waitFor();
    expect(await tab.getByText('Det er ikke risikovurderet endnu').count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Der er sket noget' }).count()).toBe(0);
  });

  it('shows nothing to press to whoever may only read', async () => {
    const { tab } = await show('/risks/assets/sys-omsorg', 'auditor');
    await tab.getByText('Nærcare flytter driften til et nyt datacenter').first().waitFor();
    const buttons = tab.locator('[data-part="page"]').getByRole('button');
    await expect.poll(() => buttons.allTextContents()).toEqual(['Vis historik']);
    expect(await tab.getByRole('link', { name: 'Ret', exact: true }).count()).toBe(0);
  });

  it('leads an owner without a role home, and to none of the pages about the rest', async () => {
    const { tab } = await show('/risks/assets/{owned}', 'employee');
    await tab.getByRole('heading', { level: 1, name: 'Fagsystem 01' }).waitFor();
    await tab.getByRole('link', { name: 'Tilbage til Mit overblik' }).waitFor();
    expect(await tab.getByRole('navigation', { name: 'Risici' }).count()).toBe(0);
  });

  it.each([
    ['Tag ud af brug', 320, 'contrast'],
    ['Der er sket noget', 320, 'dark'],
    ['Vurdér igen', 320, 'default'],
  ] as const)('asks in a dialog that everyone can use: %s at %i px in the theme %s', async (button, width, theme) => {
    const { tab } = await show('/risks/assets/sys-omsorg', 'ciso', { width }, theme);
    await tab.getByRole('button', { name: button }).click();
    await tab.getByRole('dialog').waitFor();
    // The dialog fades in; half-faded text has another contrast.
    await tab.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
  });
});
