import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { refAt } from './mock/people.ts';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path: string, screen: object = {}) => openTab({ person: 'isk', path }, screen);
const asField = (moment: number): string => {
  const date = new Date(moment);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};
const hour = 3_600_000;

describe('the downtimes', () => {
  it('begin with what runs, its clock and the least time left, then the history with every number as a link', async () => {
    const { tab } = await show('/contingency/downtime');
    await tab.getByRole('heading', { level: 1, name: 'Ét system er nede' }).waitFor();
    const now = tab.getByRole('region', { name: 'Nede nu' });
    await now.getByText('overskredet for 20 minutter siden').waitFor();
    await now.getByText('Nede i 2 timer og 20 minutter').waitFor();
    await now.getByRole('link', { name: 'Åbn KMD Nexus' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: '1 varede længere, end I kan acceptere.' }).click();
    const table = tab.getByRole('table', { name: 'Nedetider' });
    await table.getByText('Nede for længe').waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await tab.getByRole('searchbox', { name: 'Søg efter system eller årsag' }).fill('findes ikke');
    await tab.getByText('Ingen nedetider passer til det, du har valgt.').waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => table.getByRole('row').count()).toBe(4);
    await table.getByRole('button', { name: /Varede/ }).click();
    await expect.poll(() => tab.evaluate(() => location.search)).toContain('sort=length');
  });

  it('teach what comes here when there are none', async () => {
    mock.override('GET /api/contingency/downtimes', {
      change: (answer) => ({ ...answer, running: [], downtimes: [], total: 0, counts: { over: 0, broken: 0 } }),
    });
    const { tab } = await show('/contingency/downtime');
    await tab.getByRole('heading', { level: 1, name: 'Intet er meldt nede' }).waitFor();
    await tab.getByRole('heading', { name: 'Her er ingen nedetider endnu' }).waitFor();
    await tab.getByRole('link', { name: 'Noget er nede' }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });
});

describe('something is down', () => {
  it('is two presses: the system, then the clock; what is hit stands between them in words', async () => {
    const { tab } = await show('/contingency/downtime/new', { width: 320 });
    await tab.getByRole('heading', { level: 1, name: 'Hvad er nede?' }).waitFor();
    await tab.getByText('Allerede meldt nede').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: /KMD Nexus/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Er KMD Nexus nede?' }).waitFor();
    await tab.getByText('Det rammer 4 ydelser i 5 centre. Hjemmepleje må højst være nede i 2 timer.').waitFor();
    await tab.getByText('11 ISK’er og centerchefer får et kort nu, uanset hvad klokken er.').waitFor();
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByRole('heading', { level: 1, name: 'KMD Nexus er nede' }).waitFor();
    await tab.getByText('Nede i under et minut').waitFor();
  });

  it('is found by name, and says where to turn when it is not there', async () => {
    const { tab } = await show('/contingency/downtime/new');
    await tab.getByRole('searchbox', { name: 'Søg efter systemet' }).fill('fax');
    await tab.getByText('Ingen systemer passer til fax.').waitFor();
  });

  it('may have begun earlier, in other centres, and says at the field what is wrong', async () => {
    const { tab } = await show('/contingency/downtime/new?asset=journal');
    await tab.getByRole('button', { name: 'Tidligere' }).click();
    await tab.getByLabel('Det gik ned').fill(asField(Date.now() - hour));
    await tab.getByText('Ret, hvilke centre der er ramt').click();
    await tab.getByRole('checkbox').first().uncheck();
    await tab.getByLabel('Hvad ved I? (valgfrit)').fill('Skærmen er sort');
    mock.override('POST /api/contingency/downtimes', {
      status: 400,
      body: refusal('Ret feltet.', [{ path: 'startedAt', message: 'Vælg et tidspunkt inden for de seneste 31 dage.' }]),
      times: 1,
    });
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText('Vælg et tidspunkt inden for de seneste 31 dage.').waitFor();
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText('Nede i 1 time').waitFor();
    await tab.getByText('Skærmen er sort').waitFor();
  });
});

describe('a downtime that runs', () => {
  it('answers with the least time left, and shows how long each service can wait', async () => {
    const { tab } = await show('/contingency/downtime/running');
    await tab.getByText('Hjemmepleje skulle have kørt igen for 20 minutter siden.').waitFor();
    await tab.getByText('Nede i 2 timer og 20 minutter').waitFor();
    await tab.getByText('overskredet for 20 minutter siden').waitFor();
    await tab.getByText(/^\s*(39|40) minutter tilbage/).waitFor();
    await tab.getByText(/Højst 3 timer, fordi det er højtid/).waitFor();
    await tab.getByText('Ingen har sagt, hvor længe').waitFor();
    await tab.getByText('Netværk på rådhuset er også nede, og dette system har brug for det.').waitFor();
    expect(await tab.locator('[data-part="stopwatch"] [aria-live], [aria-live] [data-part="stopwatch"]').count()).toBe(
      0,
    );
    expect(await axe(tab)).toEqual([]);
  });

  it('has every number to call as a link, and says who is not here any more', async () => {
    const { tab } = await show('/contingency/downtime/running');
    const call = tab.getByRole('region', { name: 'Ring til' });
    const supplier = call.getByRole('link', { name: 'Ring til KMD Support, +45 44 60 10 00' });
    expect(await supplier.getAttribute('href')).toBe('tel:+4544601000');
    await call.getByText('Er her ikke mere').waitFor();
  });

  it('tells each centre what to do, and says where a procedure is missing', async () => {
    const { tab } = await show('/contingency/downtime/running');
    await tab.getByText('Tag mappen med nødskemaer frem.').waitFor();
    await tab.getByText('Der er ingen nødprocedure for centret.').waitFor();
    const open = tab.getByRole('link', { name: /^Åbn nødproceduren for / });
    expect(await open.getAttribute('href')).toContain('/contingency/plans/nord');
  });

  it('takes words in the log, and shows them first', async () => {
    const { tab } = await show('/contingency/downtime/running');
    await tab.getByRole('button', { name: 'Skriv i loggen' }).click();
    await tab.getByText('Skriv, hvad der er sket.').waitFor();
    await tab.getByLabel('Hvad sker der?').fill('Leverandøren kigger på det');
    await tab.getByRole('combobox', { name: 'Hvad er det?' }).selectOption('decision');
    await tab.getByRole('button', { name: 'Skriv i loggen' }).click();
    await tab.getByText('Det står i loggen.').waitFor();
    await tab.locator('[data-part="time-line"] li').first().getByText('Leverandøren kigger på det').waitFor();
  });

  it('is corrected, and may have been a false alarm', async () => {
    const { tab } = await show('/contingency/downtime/running');
    await tab.getByRole('button', { name: 'Ret', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Det gik ned').fill(asField(Date.now() - 3 * hour));
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Nedetiden er rettet.').waitFor();
    await tab.getByText('Nede i 3 timer').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Falsk alarm' }).click();
    await dialog.getByRole('button', { name: 'Falsk alarm' }).click();
    await dialog.getByText('Skriv et par ord.').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await dialog.getByLabel('Hvad var det så?').fill('Et løst kabel');
    await dialog.getByRole('button', { name: 'Falsk alarm' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Falsk alarm: KMD Nexus' }).waitFor();
  });

  it('shows those who only read it nothing to press', async () => {
    mock.override('GET /api/contingency/downtimes/:downtimeKey', {
      change: (answer) => ({ ...answer, abilities: { keep: false, log: false } }),
    });
    const { tab } = await show('/contingency/downtime/running');
    await tab.getByRole('heading', { level: 1, name: 'KMD Nexus er nede' }).waitFor();
    for (const name of ['Ret', 'Falsk alarm', 'Skriv i loggen'])
      expect(await tab.getByRole('button', { name, exact: true }).count(), name).toBe(0);
  });
});

describe('closing', () => {
  it('is a step of its own that says what the moment means before it is saved', async () => {
    const { tab } = await show('/contingency/downtime/running');
    await tab.getByRole('link', { name: 'Det kører igen' }).click();
    await tab.getByRole('heading', { level: 1, name: 'KMD Nexus kører igen' }).waitFor();
    await tab.getByText('1 ydelse var nede længere, end I kan acceptere: Hjemmepleje.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByLabel('Hvornår kørte det igen?').fill(asField(Date.now() - 8 * hour));
    await tab.getByLabel(/Hvor mange timers data/).fill('mange');
    // What is wrong is said as the field is left, and moves what stands below.
    await tab.getByLabel(/Hvor mange timers data/).press('Tab');
    await tab.getByText('Skriv et tal, fx 0 eller 1,5.').waitFor();
    await tab.getByRole('button', { name: 'Tilføj forbedring' }).click();
    await tab.getByRole('button', { name: 'Stop uret, og gem' }).click();
    for (const wrong of [
      'Vælg et tidspunkt, efter at det gik ned, og ikke senere end nu.',
      'Udfyld feltet',
      'Skriv et tal, fx 0 eller 1,5.',
      'Skriv, hvad der skal gøres bedre, og vælg en person og en dato.',
    ])
      await tab.getByText(wrong).first().waitFor();
    await tab.getByLabel('Hvornår kørte det igen?').fill(asField(Date.now() - hour));
    await tab.getByText('Alle 3 ydelser var oppe igen i tide.').waitFor();
    await tab.getByLabel(/Hvor mange timers data/).fill('0,5');
    await tab.getByLabel('Hvorfor gik det ned?').fill('Strømmen gik');
    const row = tab.getByRole('group', { name: 'Hvad skal gøres bedre? 1' });
    await row.getByLabel('Hvad skal gøres bedre?').fill('Nødstrøm på rådhuset');
    await row.getByRole('searchbox').fill(refAt(30).name);
    await row
      .getByRole('button', { name: new RegExp(refAt(30).name) })
      .first()
      .click();
    await row.getByLabel('Senest').fill('2027-02-01');
    await tab.getByRole('checkbox', { name: 'Når KMD Nexus er nede' }).check();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Stop uret, og gem' }).click();
    await tab.getByRole('heading', { level: 1, name: /KMD Nexus var nede i 1 time/ }).waitFor();
    await tab.getByText('Nødstrøm på rådhuset').waitFor();
    for (const words of ['Strømmen gik', '30 minutter']) await tab.getByText(words, { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Når KMD Nexus er nede' }).waitFor();
  });

  it('keeps what was written when the writer leaves', async () => {
    const opened = await show('/contingency/downtime/running?step=close');
    await opened.tab.getByLabel('Hvorfor gik det ned?').fill('Strømmen gik');
    await opened.tab.getByText(/Gemt på denne enhed/).waitFor();
    await opened.tab.getByRole('link', { name: 'Tilbage til nedetiden' }).click();
    await opened.tab.getByRole('link', { name: 'Det kører igen' }).click();
    expect(await opened.tab.getByLabel('Hvorfor gik det ned?').inputValue()).toBe('Strømmen gik');
  });
});

describe('the record', () => {
  it('says in words how long it was, whether that could be borne, why, and what was learnt', async () => {
    const { tab } = await show('/contingency/downtime/closed');
    await tab.getByRole('heading', { level: 1, name: 'KMD Nexus var nede i 3 timer og 30 minutter' }).waitFor();
    await tab.getByText('Det var længere end den nedetid, I kan acceptere: 2 timer.').waitFor();
    const table = tab.getByRole('table', { name: 'Ydelser, der var ramt' });
    await table
      .getByRole('row', { name: /Visitation/ })
      .getByText('Oppe igen i tide')
      .waitFor();
    await table
      .getByRole('row', { name: /Hjemmepleje/ })
      .getByText('Nede for længe')
      .waitFor();
    for (const words of [
      'En opdatering gik galt',
      'Nødskemaerne lå',
      '30 minutter',
      'Vi kører videre på papir.',
      'Læg nødskemaer i bilerne',
    ])
      await tab.getByText(words).first().waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Se alle nedetider for systemet' }).click();
    await tab.getByText('Kun KMD Nexus').waitFor();
  });
});

describe('the overview of everybody', () => {
  const down = {
    ...{ key: 'running', title: 'KMD Nexus', since: '2026-11-24T09:00:00.000Z' },
    planPath: '/contingency/plans/nord',
  };

  it('says what is down in the own centre, with the procedure to follow', async () => {
    mock.override('GET /api/contingency/now', { answer: () => ({ downtimes: [down] }) });
    const { tab } = await openTab({ path: '/' });
    const notice = tab.getByRole('region', { name: 'Det er nede lige nu' });
    await notice.getByText('KMD Nexus er nede').waitFor();
    expect(await notice.getByRole('link', { name: 'Åbn nødproceduren' }).getAttribute('href')).toContain(down.planPath);
    expect(await notice.getByRole('link', { name: 'Se uret' }).count()).toBe(0);
    expect(await axe(tab)).toEqual([]);
  });

  it('has no trace of it when nothing is down, or nobody can say', async () => {
    mock.override('GET /api/contingency/now', { status: 500, body: refusal('Noget gik galt hos os.') });
    const { tab } = await openTab({ path: '/' });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => mock.wasAsked('GET /api/contingency/now')).toBe(true);
    expect(await tab.getByText('Noget gik galt hos os.').count()).toBe(0);
  });
});
