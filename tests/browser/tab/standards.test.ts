import { describe, expect, it } from 'vitest';
import { axe, goTo, ownTab, refusal } from '../tab-page.ts';

const activityKey = 'catalogue.logReview';
/** An unassessed control, tied to a procedure and an activity and owned by a person without a role; one planned. */
const { openTab, ask, asked, fails, wasAsked, pending, filled } = ownTab({}, async ({ ask, person }) => {
  const { key: tested } = await ask('ciso', 'POST /api/controls', {
    body: {
      title: 'Sikkerhedskopier prøves af',
      ownerId: (await person('employee')).id,
      requirementKeys: ['nis2.6.6', 'gdpr.30'],
      procedureKeys: ['retningslinje-adgang'],
      wheelActivityKeys: [activityKey],
    },
  });
  await ask('ciso', 'POST /api/controls', {
    body: { title: 'Login i flere trin for alle', state: 'planned', requirementKeys: ['nis2.6.8'] },
  });
  return { tested };
});
const show = async (path: string, person = 'ciso') => openTab({ person, path: filled(path) });
const lastAsked = (part: string) => asked().findLast((one) => one.includes(part));
const coverage = async (key: string) => {
  const { standards } = await ask('ciso', 'GET /api/standards', {});
  const found = standards.find((one) => one.key === key);
  if (!found) throw new Error(`no standard ${key}`);
  return found.coverage;
};

describe('the standards', () => {
  it('tell first what lacks a control, and lead from every number to its requirements', async () => {
    const { standards } = await ask('ciso', 'GET /api/standards', {});
    const gaps = standards.reduce((sum, one) => sum + one.coverage.gap, 0);
    const { gap, met } = await coverage('nis2');
    const { tab, page } = await show('/standards');
    await tab.getByRole('heading', { level: 1, name: `${gaps} krav mangler en kontrol` }).waitFor();
    const nis2 = tab.getByRole('listitem').filter({ has: tab.getByRole('heading', { name: 'NIS 2-loven' }) });
    await nis2.getByText(`${met} af 14 krav, der gælder`).waitFor();
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    await nis2.getByRole('link', { name: `Mangler en kontrol: ${gap}` }).click();
    await tab.getByRole('heading', { level: 1, name: `NIS 2-loven: ${gap} krav mangler en kontrol` }).waitFor();
    await tab.getByText(`${gap} krav vises`).waitFor();
    await expect.poll(() => tab.locator('[data-part="requirement"]').getByText('Mangler en kontrol').count()).toBe(gap);
  });

  it('of the gaps: each has its next step', async () => {
    const { gap, partly, planned } = await coverage('nis2');
    const { tab } = await show('/standards/gaps?standard=nis2');
    const count = gap + partly + planned;
    await tab.getByRole('heading', { level: 1, name: `${count} krav passer til det, du har valgt` }).waitFor();
    await tab.getByRole('link', { name: 'Vurdér kontrollen: Sikkerhedskopier prøves af' }).waitFor();
    await tab.getByRole('link', { name: 'Sæt kontrollen i drift: Login i flere trin for alle' }).waitFor();
    await tab.getByRole('link', { name: 'Opret en kontrol for 7.2', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Opret en kontrol' }).waitFor();
    await tab.getByText('7.2 Ledelsen tager kurser og opfordrer andre til det').waitFor();
  });

  it('show a hundred gaps at first and more when asked, sort, and go to Excel as seen', async () => {
    const { total } = await ask('ciso', 'GET /api/requirement-gaps', {});
    const { tab, page } = await show('/standards/gaps');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(100);
    await tab.getByRole('button', { name: `Vis ${total - 100} mere` }).click();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(total);
    await tab.getByRole('button', { name: 'Nr.' }).click();
    await expect.poll(() => lastAsked('requirement-gaps?')).toContain('sort=ref');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    expect(lastAsked('requirement-gaps.xlsx')).toContain('sort=ref');
  });

  it('say which controls could be one', async () => {
    const { twice } = await ask('ciso', 'GET /api/standards', {});
    const { tab } = await show('/standards/twice');
    await tab.getByRole('heading', { level: 1, name: `${twice} steder gør flere det samme` }).waitFor();
    await tab.getByText('2 fælles krav').first().waitFor();
    await tab.getByText('Center for Skoler og Læring').waitFor();
    await tab.getByRole('link', { name: 'Skolerne gennemgår adgange til elevsystemer' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Skolerne gennemgår adgange til elevsystemer' }).waitFor();
  });
});

describe('the statement of applicability', () => {
  it('takes one requirement with a reason, and says at the field when there is none', async () => {
    const { deselected } = await coverage('iso27001-a');
    const { tab } = await show('/standards/iso27001-a');
    await tab.getByText('93 krav vises').waitFor();
    await tab.getByRole('button', { name: 'Vælg til eller fra: A.8.4' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Gælder A.8.4?').waitFor();
    await dialog.getByText('Nej, vælg det fra').click();
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await dialog.getByText('Skriv mindst tre tegn.').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Vi har ingen kildekode.');
    fails('PUT /api/standards/:standardKey/applicability', 503, {
      body: refusal('test', 'Microsoft 365 svarer ikke.'),
      times: 1,
    });
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await dialog.getByText('Microsoft 365 svarer ikke.').waitFor();
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await tab.getByText('Valget er gemt for ét krav.').waitFor();
    await tab.getByText('Begrundelse: Vi har ingen kildekode.').waitFor();
    await tab.getByRole('link', { name: `Valgt fra: ${deselected + 1}` }).waitFor();
  });

  it('takes many at once by keyboard, and tells what happens to their controls', async () => {
    const { deselected } = await coverage('iso27001-a');
    const { tab } = await show('/standards/iso27001-a?q=A.8.1');
    await tab.getByText('11 krav vises').waitFor();
    await tab.getByLabel('Vælg alle i A.8: Teknik').press('Space');
    await tab.getByText('11 krav valgt').waitFor();
    await tab.getByLabel('Vælg A.8.1', { exact: true }).press('Space');
    await tab.getByText('10 krav valgt').waitFor();
    await tab.getByRole('region', { name: 'Vælg til eller fra' }).getByRole('button').first().press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Gælder de 10 krav?').waitFor();
    await dialog.getByText('Nej, vælg det fra').click();
    await dialog.getByText('5 af dem har en kontrol i dag.').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Hos vores leverandør.');
    await dialog.getByLabel('Hvorfor?').press('Tab');
    await dialog.getByRole('button', { name: 'Gem valget' }).click();
    await tab.getByText('Valget er gemt for 10 krav.').waitFor();
    await expect.poll(() => tab.getByRole('region', { name: 'Vælg til eller fra' }).count()).toBe(0);
    await tab.getByRole('link', { name: `Valgt fra: ${deselected + 10}` }).waitFor();
  });

  it('goes to Excel and Word, and is not asked of a law', async () => {
    const { tab, page } = await show('/standards/iso27001-a');
    for (const name of ['Hent som Excel', 'Hent som Word']) {
      const saving = page.waitForEvent('download');
      await tab.getByRole('button', { name }).click();
      await saving;
    }
    await goTo(tab, '/standards/gdpr');
    await tab.getByText('Kravene gælder altid og kan ikke vælges fra.').waitFor();
    await expect.poll(() => tab.getByRole('checkbox').count()).toBe(0);
    await expect.poll(() => tab.getByRole('button', { name: /^Vælg til eller fra/ }).count()).toBe(0);
  });

  it('is read but not decided by an ISK', async () => {
    const { tab } = await show('/standards/iso27001-a', 'coordinator');
    await tab.getByText('93 krav vises').waitFor();
    await expect.poll(() => tab.getByRole('checkbox').count()).toBe(0);
  });
});

describe('a standard from a file', () => {
  const rows = ['Nr.;Titel', '1.1;Hav en plan', '1.2;Prøv den', '1.3;Ret den', ';Uden nummer'];
  const table = { name: 'krav.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) };

  it('is named, tried, and saved; what cannot be used is said by row', async () => {
    const { tab } = await show('/standards/import');
    await tab.locator('input[type=file]').setInputFiles(table);
    await tab.getByText('krav.csv er læst.').waitFor();
    await tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
    await tab.getByText('Skriv, hvad standarden hedder.').waitFor();
    await tab.getByLabel('Hvad hedder standarden?').fill('Vores egne krav');
    await tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
    await tab.getByText('Vores egne krav: 3 nye krav').waitFor();
    await tab.getByText('Der er ikke noget nummer. Skriv et.').waitFor();
    await tab.getByRole('button', { name: 'Gem 3 krav' }).click();
    await tab.getByText('3 krav er gemt.').waitFor();
    await tab.getByRole('link', { name: 'Åbn Vores egne krav' }).waitFor();
    await tab.getByRole('button', { name: 'Hent en til' }).click();
    await tab.getByText('Træk filen hertil').waitFor();
  });

  it('is refused in words when it is none, and a library names itself', async () => {
    const { tab } = await show('/standards/import');
    const input = tab.locator('input[type=file]');
    await input.setInputFiles({ name: 'krav.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await tab.getByText('krav.pdf er hverken Excel (.xlsx), CSV eller YAML.').waitFor();
    await input.setInputFiles({ name: 'own.yaml', mimeType: 'text/yaml', buffer: Buffer.from('objects: {}') });
    await tab.getByText('own.yaml er læst.').waitFor();
    await expect.poll(() => tab.getByLabel('Hvad hedder standarden?').count()).toBe(0);
    await tab.getByRole('button', { name: 'Prøv uden at gemme' }).click();
    await tab.getByRole('alert').waitFor();
    await tab.getByText('Der er ingen standard i filen.').waitFor();
  });
});

describe('controls', () => {
  it('are found, filtered, sorted and fetched as Excel', async () => {
    const { total } = await ask('ciso', 'GET /api/controls', {});
    const partly = await ask('ciso', 'GET /api/controls', { query: { effect: 'partly' } });
    const { tab, page } = await show('/standards/controls');
    await tab.getByRole('heading', { level: 1, name: `${total} kontroller i drift eller på vej` }).waitFor();
    await tab.getByText('Over tiden: 20. okt. 2026').waitFor();
    await tab.getByLabel('Gennemgang').selectOption('due');
    await tab.getByRole('heading', { level: 1, name: 'En kontrol passer til det, du har valgt' }).waitFor();
    await tab.getByLabel('Gennemgang').selectOption('');
    await tab.getByLabel('Virkning').selectOption('partly');
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(partly.total);
    await tab.getByRole('searchbox').fill('findes ikke');
    await tab.getByText('Ingen kontroller passer til det, du har valgt.').waitFor();
    await tab.getByRole('searchbox').fill('');
    await tab.getByLabel('Virkning').selectOption('');
    await tab.getByRole('button', { name: 'Gennemgås' }).click();
    await expect.poll(() => lastAsked('/controls?')).toContain('sort=reviewOn');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
  });

  it('are assessed once for all their requirements', async () => {
    const { tab } = await show('/standards/controls/{tested}');
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
    const params = { controlKey: 'ktr-totrin' };
    const { usedBy } = await ask('ciso', 'GET /api/controls/:controlKey', { params });
    const { tab } = await show('/standards/controls/ktr-totrin');
    await tab.getByRole('link', { name: usedBy[0]!.title }).waitFor();
    await tab.getByRole('button', { name: 'Stop kontrollen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('3 krav står uden kontrol bagefter.').waitFor();
    await dialog.getByText('NIS 2-loven 6.10').waitFor();
    await dialog.getByText(`${usedBy.length} risici støtter sig til den`).waitFor();
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
    await procedures.getByRole('searchbox').fill('adgang');
    await procedures.getByRole('button', { name: 'Tilføj Adgang og koder' }).click();
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
    await tab.getByRole('link', { name: 'Gæstebogen' }).waitFor();
  });

  it('come back as they were written when the page was left', async () => {
    const { tab } = await show('/standards/controls/new');
    await tab.getByLabel('Hvad gør vi?').fill('Halvt skrevet');
    await tab.getByText(/Gemt på denne enhed/).waitFor();
    await goTo(tab, '/standards/controls');
    await tab.getByRole('heading', { level: 1, name: /kontroller i drift/ }).waitFor();
    await goTo(tab, '/standards/controls/new');
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    await expect.poll(() => tab.getByLabel('Hvad gør vi?').inputValue()).toBe('Halvt skrevet');
  });

  it('are chosen from field by field when somebody else has changed one meanwhile, also by whoever comes back', async () => {
    const params = { controlKey: 'ktr-adgange' };
    const seen = await ask('ciso', 'GET /api/controls/:controlKey', { params });
    const { tab: before, page } = await show('/standards/controls/ktr-adgange/edit');
    await before.getByLabel('Hvad gør vi?').fill('Adgange gennemgås hvert kvartal');
    await before.getByText(/Gemt på denne enhed/).waitFor();
    const theirs = { title: 'Adgange ses efter', description: 'Ny måde', reviewMonths: 24 };
    const theirsSaved = await ask('Fatima El-Sayed', 'PUT /api/controls/:controlKey', {
      params,
      body: {
        ...theirs,
        ownerId: seen.owner?.id,
        state: 'running',
        requirementKeys: seen.requirementList.map(({ key }) => key),
        procedureKeys: seen.procedures.map(({ key }) => key),
      },
    });
    await page.reload();
    const tab = page.frames().find((frame) => frame !== page.mainFrame()) ?? before;
    await tab.getByRole('heading', { level: 1, name: 'Ret Adgange ses efter' }).waitFor();
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    const sentBy = async (name: string) => {
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'PUT'),
        tab.getByRole('button', { name }).click(),
      ]);
      return answer.request().postDataJSON() as Record<string, unknown>;
    };
    // The version shown, not a later one.
    expect((await sentBy('Gem kontrollen'))['expected']).toBe(seen.changedAt);
    await tab.getByRole('heading', { name: 'Fatima El-Sayed har ændret det imens' }).waitFor();
    const group = tab.getByRole('group', { name: 'Hvad gør vi?', exact: true });
    await expect.poll(() => group.innerText()).toMatch(/Adgange gennemgås hvert kvartal[^]*Adgange ses efter/);
    expect(await tab.locator('[data-part="meanwhile-choice"]').count()).toBe(1);
    expect(await tab.locator('[data-part="meanwhile-taken"] li').allTextContents()).toEqual([
      'Hvordan gør vi det?',
      'Hvor tit gennemgås den?',
    ]);
    expect(await axe(tab)).toEqual([]);
    const { description, reviewMonths } = theirs;
    expect(await sentBy('Gem igen')).toMatchObject({
      title: 'Adgange gennemgås hvert kvartal',
      description,
      reviewMonths,
      expected: theirsSaved.changedAt,
    });
    await tab.getByText('Kontrollen er gemt.').waitFor();
  });

  it('are put in the centre of whoever answers for one', async () => {
    const { tab } = await show('/standards/controls/new', 'coordinator');
    const centre = tab.getByLabel('Hvor gælder den?');
    await expect.poll(() => centre.inputValue()).toBe('voksne-og-velfaerd');
    expect(await centre.getByRole('option').allTextContents()).toEqual([
      'Vælg et center',
      'Center for Voksne og Velfærd',
    ]);
  });

  it('stand on the procedure that describes them, for those who see standards', async () => {
    const { tab } = await show('/procedures/retningslinje-adgang');
    await tab.getByText('Proceduren beskriver disse kontroller:').waitFor();
    await tab.getByRole('link', { name: 'Sikkerhedskopier prøves af' }).waitFor();
  });

  it('are not asked for by an employee who reads the procedure', async () => {
    const { tab } = await show('/procedures/retningslinje-adgang', 'employee');
    await tab.getByRole('heading', { level: 1, name: 'Adgang og koder' }).waitFor();
    await expect.poll(pending).toEqual([]);
    expect(wasAsked('GET /api/control-links')).toBe(false);
  });

  it('are seen by an owner without a role, who finds no way to where there is no access', async () => {
    const { tab } = await show('/standards/controls/{tested}', 'employee');
    await tab.getByRole('link', { name: 'Tilbage til Mit overblik' }).waitFor();
    await tab.getByRole('heading', { name: 'NIS 2-loven' }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'NIS 2-loven' }).count()).toBe(0);
  });

  it.each([`/wheel/tasks/${activityKey}_2026-01-05`, `/wheel/activities/${activityKey}`])(
    'stand on the activity that carries them out, and on its tasks: %s',
    async (path) => {
      const { tab } = await show(path);
      await tab.getByText('Aktiviteten udfører disse kontroller:').waitFor();
      await tab.getByRole('link', { name: 'Sikkerhedskopier prøves af' }).waitFor();
    },
  );
});
