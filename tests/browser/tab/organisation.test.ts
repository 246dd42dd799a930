import { describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/index.ts';
import { Centres, People } from '../../../api/organisation/index.ts';
import { axe, overflows, ownTab, resize, today } from '../tab-page.ts';

const { openTab, ask, person, world } = ownTab({}, async ({ ask, goToDay }) => {
  // A centre lost its only ISK the day before.
  await goToDay(addDays(today, -1));
  const { assignments: all } = await ask('ciso', 'GET /api/organisation/assignments', {});
  const only = all.find(({ role, person: { name } }) => role === 'coordinator' && name === 'Gitte Rosenlund Madsen');
  const params = { key: only?.key ?? 'none' };
  await ask('ciso', 'POST /api/organisation/assignments/:key/end', { params, body: { endsOn: addDays(today, -1) } });
  await goToDay(today);
});
const assignments = async () => (await ask('ciso', 'GET /api/organisation/assignments', {})).assignments;
const show = (path = '/organisation', person = 'ciso') => openTab({ person, path });

describe('the picture', () => {
  it('opens a body by mouse and by keyboard, and says what it is for and who is in it', async () => {
    const { tab, page } = await show();
    const committee = tab.getByRole('button', { name: 'Informationssikkerhedsudvalget 7 medlemmer' });
    await committee.click();
    await tab.getByText('Forbereder politik, årshjul og retningslinjer').waitFor();
    await tab.getByText('Formand').first().waitFor();
    await expect.poll(() => committee.getAttribute('aria-pressed')).toBe('true');
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.textContent))
      .toBe('Informationssikkerhedsudvalget');
    await tab.getByRole('button', { name: /^CISO / }).focus();
    await page.keyboard.press('Enter');
    await tab.getByText('Leder arbejdet med informationssikkerhed.').waitFor();
  });

  it('leads from a centre to its people', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: /^Center for Voksne og Velfærd Centerchef/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Center for Voksne og Velfærd' }).waitFor();
    await tab.getByRole('heading', { name: 'Medarbejdere' }).waitFor();
    const { people = [] } = await ask('ciso', 'GET /api/organisation/centres/:centreId', {
      params: { centreId: 'voksne-og-velfaerd' },
    });
    expect(people.length).toBeGreaterThan(10);
    expect(await tab.getByRole('row').filter({ hasText: people[0]!.name }).count()).toBeGreaterThan(0);
  });

  it('says the same in tables', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByRole('link', { name: 'Center for Park, Vej og Miljø' }).waitFor();
    await tab.getByRole('cell', { name: 'Informationssikkerhedsudvalget' }).waitFor();
  });

  it('shows what is missing with the way to mend it, to those who may', async () => {
    const { tab } = await show();
    await tab.getByText('1 center har ingen ISK.').waitFor();
    await tab.getByRole('link', { name: 'Udpeg en person' }).click();
    await tab.getByRole('dialog', { name: 'Udpeg en person' }).waitFor();
  });

  it('hides a centre’s people from those who may not see them', async () => {
    const { tab } = await show('/organisation/centres/voksne-og-velfaerd', 'employee');
    await tab.getByRole('heading', { name: 'Roller' }).waitFor();
    await expect.poll(() => tab.getByRole('heading', { name: 'Medarbejdere' }).count()).toBe(0);
  });
});

describe('roles', () => {
  it('lists them with first and last day, searchable and sortable', async () => {
    const all = await assignments();
    const ended = all.filter(({ state }) => state === 'ended');
    const { tab } = await show('/organisation/roles');
    await tab.getByText(`${all.length} fundet`).waitFor();
    await tab.getByLabel('Vis').selectOption('ended');
    await tab.getByText(`${ended.length} fundet`).waitFor();
    await tab.getByRole('row').filter({ hasText: 'Allan Falk Thomsen' }).getByText('21. aug. 2026').waitFor();
    await tab.getByLabel('Vis').selectOption('');
    await tab.getByRole('button', { name: 'Person', exact: true }).click();
    await tab.getByRole('button', { name: 'Person', exact: true }).click();
    await expect
      .poll(() => tab.getByRole('columnheader', { name: 'Person' }).getAttribute('aria-sort'))
      .toBe('descending');
  });

  it('shows at 320 pixels the centre of a role below the role, not below the heading', async () => {
    const opened = await show('/organisation/roles');
    await opened.tab.getByRole('table').waitFor();
    await resize(opened, 320);
    const cell = opened.tab.locator('td', { has: opened.tab.locator('a[href*="/organisation/centres/"]') }).first();
    const left = async (part: string) => Math.round((await cell.locator(part).first().boundingBox())?.x ?? 0);
    await expect.poll(async () => (await left('p:has(a)')) - (await left('p:not(:has(a))'))).toBe(0);
  });

  it('appoints a person found by part of the name, with the consequence in words', async () => {
    const before = await assignments();
    const { tab } = await show('/organisation/roles');
    await tab.getByRole('button', { name: 'Udpeg en person' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Udpeg en person' });
    await dialog.getByRole('button', { name: 'Udpeg', exact: true }).click();
    await dialog.getByText('Udfyld feltet').first().waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await dialog.getByRole('searchbox').fill('søren kjær');
    await dialog
      .getByRole('button', { name: /Søren Kjær Nørgaard/ })
      .first()
      .click();
    await dialog.getByLabel('Rolle').selectOption('coordinator');
    await dialog.getByLabel('Center').selectOption({ label: 'Center for Park, Vej og Miljø' });
    await dialog
      .getByText('Søren Kjær Nørgaard bliver ISK i Center for Park, Vej og Miljø fra 24. nov. 2026.')
      .waitFor();
    await dialog.getByRole('button', { name: 'Udpeg', exact: true }).click();
    await tab.getByText('Søren Kjær Nørgaard er udpeget som ISK.').waitFor();
    await tab.getByText(`${before.length + 1} fundet`).waitFor();
  });

  it('refuses a last day before the first, at the field', async () => {
    const { tab } = await show('/organisation/roles?appoint=1');
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Sidste dag').fill('2026-01-01');
    await dialog.getByRole('button', { name: 'Udpeg', exact: true }).click();
    await dialog.getByText('Sidste dag skal ligge efter første dag').waitFor();
  });

  it('ends one after saying what it means', async () => {
    const { tab } = await show('/organisation/roles');
    await tab
      .getByRole('button', { name: /^Afslut (ISK|Centerchef) for/ })
      .first()
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Afslut rolle' });
    await dialog.getByText(/mister rollen som/).waitFor();
    await dialog.getByRole('button', { name: 'Afslut rollen' }).click();
    await tab.getByText(/slutter 24\.\snov\. 2026\./).waitFor();
  });

  it('withdraws one that has not begun after saying what it means, and shows that it was withdrawn', async () => {
    const { person: somebody } = (await assignments()).find(({ role }) => role === 'coordinator')!;
    const startsOn = addDays(today, 30);
    await ask('ciso', 'POST /api/organisation/assignments', {
      body: { personId: somebody.id, role: 'councilSecretary', chair: false, startsOn },
    });
    const { tab } = await show('/organisation/roles');
    const row = tab.getByRole('row').filter({ hasText: somebody.name }).filter({ hasText: 'Byrådssekretær' });
    await row.getByRole('button', { name: /^Træk tilbage: Byrådssekretær for / }).click();
    const dialog = tab.getByRole('dialog', { name: 'Træk udpegningen tilbage' });
    await dialog.getByText(/får ikke rollen som Byrådssekretær/).waitFor();
    await dialog.getByRole('button', { name: 'Træk tilbage' }).click();
    await row.getByText('Trukket tilbage', { exact: true }).waitFor();
    await expect.poll(() => row.getByRole('button', { name: /^Træk udpegningen/ }).count()).toBe(0);
  });

  it('names a deputy after saying what it means, and takes the name away again', async () => {
    const { tab } = await show('/organisation/roles');
    await tab
      .getByRole('button', { name: /^Udpeg stedfortræder for/ })
      .first()
      .click();
    const dialog = tab.getByRole('dialog', { name: 'Udpeg stedfortræder' });
    await dialog.getByText(/handler som Centerchef, når .* er på orlov/).waitFor();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText('Søg på et navn, og vælg en kollega.').waitFor();
    await dialog.getByRole('searchbox').fill('søren kjær');
    await dialog
      .getByRole('button', { name: /Søren Kjær Nørgaard/ })
      .first()
      .click();
    await dialog.getByText(/får Søren Kjær Nørgaard kortene og stemmer i stedet/).waitFor();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText(/^Søren Kjær Nørgaard er stedfortræder for/).waitFor();
    await tab.getByRole('button', { name: /^Skift stedfortræder for/ }).click();
    await dialog.getByRole('button', { name: 'Vælg en anden' }).click();
    await dialog.getByText('Søren Kjær Nørgaard er ikke stedfortræder længere').waitFor();
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText(/har ingen stedfortræder nu/).waitFor();
  });

  it('shows a body’s deputies with the way to name one', async () => {
    const member = (await assignments()).find(
      ({ role, abilities }) => role === 'securityCommittee' && abilities.nameDeputy,
    );
    const anne = await person('employee');
    const params = { key: member?.key ?? 'none' };
    await ask('ciso', 'POST /api/organisation/assignments/:key/deputy', { params, body: { personId: anne.id } });
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Informationssikkerhedsudvalget 7 medlemmer' }).click();
    await tab.getByText('Stedfortræder: Anne Jensen').waitFor();
    await tab.getByRole('button', { name: /^Skift stedfortræder for/ }).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /^Udpeg stedfortræder for/ }).count()).toBe(6);
  });

  it('offers neither to those who may not', async () => {
    const { tab } = await show('/organisation/roles', 'auditor');
    await tab.getByText(/ fundet$/).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Afslut|Udpeg/ }).count()).toBe(0);
  });
});

describe('employees without a centre', () => {
  const department = 'Skolesekretariatet';
  const centre = 'Center for Skoler og Læring';
  const without = () => ask('ciso', 'GET /api/organisation/without-centre', {});
  const open = (person = 'ciso') => show('/organisation/without-centre', person);

  it('are nobody while every department has a centre', async () => {
    const { tab } = await open();
    await tab.getByRole('heading', { level: 1, name: 'Alle medarbejdere har et center' }).waitFor();
    expect(await tab.getByRole('button', { name: 'Hent som Excel' }).count()).toBe(0);
  });

  it('are found from the organisation, and are in the centre that their department is given to', async () => {
    const { context } = world().journey.program;
    const list = context.list(Centres);
    await list.update('skoler-og-laering', ({ departments }) => ({
      departments: departments.filter((one) => one !== department),
    }));
    // As people whom the directory moves to a department that it has just begun with.
    const people = context.list(People);
    for (const { key } of people.all().filter((one) => one.department === department))
      await people.update(key, () => ({ centreId: undefined }));
    const [row] = (await without()).departments;
    expect(row).toMatchObject({ name: department });

    const { tab } = await show();
    await tab.getByRole('link', { name: 'Se hvem' }).click();
    const title = `${row?.employees} medarbejdere er uden center`;
    await tab.getByRole('heading', { level: 1, name: title }).waitFor();
    await tab.getByText(row?.people[0]?.name ?? 'nobody').waitFor();
    expect(await overflows(tab)).toBe(false);
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('searchbox', { name: 'Søg' }).last().fill('findes ikke');
    await tab.getByRole('button', { name: 'Ryd' }).first().click();

    await tab.getByRole('button', { name: `Sæt på et center: ${department}` }).click();
    const dialog = tab.getByRole('dialog', { name: `Sæt ${department} på et center` });
    await dialog.getByRole('button', { name: 'Sæt på centret' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Center').selectOption('Center for Børn og Unge');
    await dialog.getByRole('button', { name: 'Sæt på centret' }).click();
    await tab.getByText('Kommer i Center for Børn og Unge').waitFor();
    // It was the wrong one.
    await tab.getByRole('button', { name: `Ret: ${department}` }).click();
    await dialog.getByLabel('Center').selectOption(centre);
    await dialog.getByRole('button', { name: 'Sæt på centret' }).click();
    await tab.getByText(`Kommer i ${centre}`).waitFor();
    expect(list.get('boern-og-unge')?.departments).not.toContain(department);

    await world().journey.process();
    expect((await without()).departments).toEqual([]);
    const detail = await ask('ciso', 'GET /api/organisation/centres/:centreId', {
      params: { centreId: 'skoler-og-laering' },
    });
    expect(detail.people?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(row?.people.map(({ name }) => name) ?? []),
    );
  });

  it('are for those who can place them, and the auditor', async () => {
    const { tab } = await open('auditor');
    await tab.getByRole('heading', { level: 1, name: 'Alle medarbejdere har et center' }).waitFor();
    const other = await open('employee');
    await other.tab.getByRole('heading', { name: 'Du har ikke adgang til denne side' }).waitFor();
  });
});
