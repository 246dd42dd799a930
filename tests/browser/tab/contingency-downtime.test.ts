import { describe, expect, it } from 'vitest';
import { axe, fieldRefusal, overflows, ownTab, refusal } from '../tab-page.ts';

const [minute, hour] = [60_000, 3_600_000];
const { openTab, ask, fails, slow, wasAsked, world, filled } = ownTab({}, async ({ ask, journey }) => {
  const startedAt = new Date(journey.desk.clock.now().getTime() - 2 * hour - 20 * minute).toISOString();
  const { key } = await ask('coordinator', 'POST /api/contingency/downtimes', {
    body: { assetKey: 'sys-omsorg', startedAt, note: 'Nærcare er ringet op.' },
  });
  return { running: key };
});
const show = async (path: string, screen: object = {}) =>
  openTab({ person: 'coordinator', path: filled(path) }, screen);
const now = () => world().journey.desk.clock.now().getTime();
/** A downtime of the test's own. */
const aDowntime = async (assetKey: string, since = hour) => {
  const startedAt = new Date(now() - since).toISOString();
  const { key } = await ask('coordinator', 'POST /api/contingency/downtimes', { body: { assetKey, startedAt } });
  return `/contingency/downtime/${key}`;
};
const asField = (moment: number): string => {
  const date = new Date(moment);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

describe('the downtimes', () => {
  it('begin with what runs, its clock and the least time left, then the history with every number as a link', async () => {
    const { tab } = await show('/contingency/downtime');
    await tab.getByRole('heading', { level: 1, name: 'Ét system er nede' }).waitFor();
    const running = tab.getByRole('region', { name: 'Nede nu' });
    await running.getByText(/overskredet for 1 time og \d+ minutter siden/).waitFor();
    await running.getByText(/Nede i 2 timer og \d+ minutter/).waitFor();
    await running.getByRole('link', { name: 'Åbn Omsorgsjournalen Nærcare' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: '1 varede længere, end I kan acceptere.' }).click();
    const table = tab.getByRole('table', { name: 'Nedetider' });
    await table.getByText('Nede for længe').waitFor();
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    await tab.getByRole('searchbox', { name: 'Søg efter system eller årsag' }).fill('findes ikke');
    await tab.getByText('Ingen nedetider passer til det, du har valgt.').waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(1);
    await table.getByRole('button', { name: /Varede/ }).click();
    await expect.poll(() => tab.evaluate(() => location.search)).toContain('sort=length');
  });
});

describe('something is down', () => {
  it('is two presses: the system, then the clock; what is hit stands between them in words', async () => {
    const { tab } = await show('/contingency/downtime/new', { width: 320 });
    await tab.getByRole('heading', { level: 1, name: 'Hvad er nede?' }).waitFor();
    await tab.getByText('Allerede meldt nede').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: /Nødkald på plejecentre/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Er Nødkald på plejecentre nede?' }).waitFor();
    await tab
      .getByText(/^Det rammer 1 ydelse i .+\. Pleje og nødkald på plejecentre må højst være nede i 1 time\.$/)
      .waitFor();
    await tab.getByText(/ får et kort nu, uanset hvad klokken er\./).waitFor();
    expect(await axe(tab)).toEqual([]);
    expect(await overflows(tab)).toBe(false);
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Nødkald på plejecentre er nede' }).waitFor();
    await tab.getByText('Nede i under et minut').waitFor();
  });

  it('is found by name, and says where to turn when it is not there', async () => {
    const { tab } = await show('/contingency/downtime/new');
    await tab.getByRole('searchbox', { name: 'Søg efter systemet' }).fill('fax');
    await tab.getByText('Ingen systemer passer til fax.').waitFor();
  });

  it('may have begun earlier, in other centres, and says at the field what is wrong', async () => {
    const { tab } = await show('/contingency/downtime/new?asset=sys-m365');
    await tab.getByRole('button', { name: 'Tidligere' }).click();
    await tab.getByLabel('Det gik ned').fill(asField(now() - hour));
    await tab.getByText('Ret, hvilke centre der er ramt').click();
    await tab.getByRole('checkbox').first().uncheck();
    await tab.getByLabel('Hvad ved I? (valgfrit)').fill('Skærmen er sort');
    fails('POST /api/contingency/downtimes', 400, {
      body: fieldRefusal('startedAt', 'Vælg et tidspunkt inden for de seneste 31 dage.'),
      times: 1,
    });
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText('Vælg et tidspunkt inden for de seneste 31 dage.').waitFor();
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByText(/^Nede i 1 time/).waitFor();
    await tab.getByText('Skærmen er sort').waitFor();
  });
});

describe('a downtime that runs', () => {
  it('answers with the least time left, and shows how long each service can wait', async () => {
    const { tab } = await show('/contingency/downtime/{running}');
    await tab
      .getByText(/^Pleje og nødkald på plejecentre skulle have kørt igen for 1 time og \d+ minutter siden\.$/)
      .waitFor();
    await tab.getByText(/Nede i 2 timer og \d+ minutter/).waitFor();
    await tab
      .getByText(/overskredet for 1 time og \d+ minutter siden/)
      .first()
      .waitFor();
    await tab.getByText(/^\s*1 time og \d+ minutter tilbage/).waitFor();
    expect(await tab.locator('[data-part="stopwatch"] [aria-live], [aria-live] [data-part="stopwatch"]').count()).toBe(
      0,
    );
    expect(await axe(tab)).toEqual([]);
  });

  it('has every number to call as a link', async () => {
    const { tab } = await show('/contingency/downtime/{running}');
    const call = tab.getByRole('region', { name: 'Ring til' });
    const supplier = call.getByRole('link', { name: 'Ring til Nærcare A/S, 70 20 90 00' });
    expect(await supplier.getAttribute('href')).toBe('tel:70209000');
  });

  it('tells each centre what to do, and says where a procedure is missing', async () => {
    const { tab } = await show('/contingency/downtime/{running}');
    await tab.getByText('Tag den røde mappe frem: medicinlister og kørelister fra i morges.').waitFor();
    const open = tab.getByRole('link', { name: /^Åbn nødproceduren for / });
    expect(await open.first().getAttribute('href')).toContain('/contingency/plans/plan-omsorg');
    const other = await openTab({ person: 'ciso', path: await aDowntime('sys-esdh') });
    await other.tab.getByText('Der er ingen nødprocedure for centret.').first().waitFor();
  });

  it('takes words in the log, shows them first, and keeps those that are written meanwhile', async () => {
    const { tab } = await show('/contingency/downtime/{running}');
    const [add, field] = [tab.getByRole('button', { name: 'Skriv i loggen' }), tab.getByLabel('Hvad sker der?')];
    await add.click();
    await tab.getByText('Skriv, hvad der er sket.').waitFor();
    await field.fill('Leverandøren kigger på det');
    await tab.getByRole('combobox', { name: 'Hvad er det?' }).selectOption('decision');
    const answer = slow('POST /api/contingency/downtimes/:downtimeKey/log');
    await add.click();
    await field.fill('Leverandøren kigger på det Apoteket er ringet op');
    answer.release();
    await expect.poll(() => field.inputValue()).toBe('Apoteket er ringet op');
    await tab.getByText('Det står i loggen.').waitFor();
    await tab.locator('[data-part="time-line"] li:first-child', { hasText: 'Leverandøren kigger på det' }).waitFor();
    await tab.evaluate(() => location.reload());
    await expect.poll(() => field.inputValue()).toBe('Apoteket er ringet op');
  });

  it('is corrected, and may have been a false alarm', async () => {
    const { tab } = await show(await aDowntime('sys-medicinkort'));
    await tab.getByRole('button', { name: 'Ret', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Det gik ned').fill(asField(now() - 3 * hour));
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Nedetiden er rettet.').waitFor();
    await tab.getByText(/^Nede i 3 timer/).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Falsk alarm' }).click();
    await dialog.getByRole('button', { name: 'Falsk alarm' }).click();
    await dialog.getByText('Skriv et par ord.').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await dialog.getByLabel('Hvad var det så?').fill('Et løst kabel');
    await dialog.getByRole('button', { name: 'Falsk alarm' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Falsk alarm: Forbindelsen til Fælles Medicinkort' }).waitFor();
  });

  it('shows those who only read it nothing to press', async () => {
    const { tab } = await openTab({ person: 'auditor', path: filled('/contingency/downtime/{running}') });
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare er nede' }).waitFor();
    for (const name of ['Ret', 'Falsk alarm', 'Skriv i loggen'])
      expect(await tab.getByRole('button', { name, exact: true }).count(), name).toBe(0);
  });
});

describe('closing', () => {
  it('is a step of its own that says what the moment means before it is saved', async () => {
    const { tab } = await show('/contingency/downtime/{running}');
    await tab.getByRole('link', { name: 'Det kører igen' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare kører igen' }).waitFor();
    await tab.getByText('1 ydelse var nede længere, end I kan acceptere: Pleje og nødkald på plejecentre.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByLabel('Hvornår kørte det igen?').fill(asField(now() - 8 * hour));
    await tab.getByLabel(/Hvor mange timers data/).fill('mange');
    await tab.getByRole('button', { name: 'Tilføj forbedring' }).click();
    await tab.locator('input[maxlength="255"]:focus').waitFor();
    await tab.getByRole('button', { name: 'Stop uret, og gem' }).click();
    for (const wrong of [
      'Vælg et tidspunkt, efter at det gik ned, og ikke senere end nu.',
      'Udfyld feltet',
      'Skriv et tal, fx 0 eller 1,5.',
      'Skriv, hvad der skal gøres bedre, og vælg en person og en dato.',
    ])
      await tab.getByText(wrong).first().waitFor();
    await tab.getByLabel('Hvornår kørte det igen?').fill(asField(now() - 2 * hour));
    await tab.getByText('Alle 2 ydelser var oppe igen i tide.').waitFor();
    await tab.getByLabel(/Hvor mange timers data/).fill('0,5');
    await tab.getByLabel('Hvorfor gik det ned?').fill('Strømmen gik');
    const row = tab.getByRole('group', { name: 'Hvad skal gøres bedre? 1' });
    await row.getByLabel('Hvad skal gøres bedre?').fill('Nødstrøm på rådhuset');
    await row.getByRole('searchbox').fill('Omar Hassan');
    await row
      .getByRole('button', { name: /Omar Hassan/ })
      .first()
      .click();
    await row.getByLabel('Senest').fill('2027-02-01');
    await tab.getByRole('checkbox', { name: 'Når omsorgsjournalen er nede' }).check();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Stop uret, og gem' }).click();
    await tab.getByRole('heading', { level: 1, name: /^Omsorgsjournalen Nærcare var nede i \d+ minutter$/ }).waitFor();
    await tab.getByText('Nødstrøm på rådhuset').waitFor();
    for (const words of ['Strømmen gik', '30 minutter']) await tab.getByText(words, { exact: true }).waitFor();
    await tab.getByRole('link', { name: 'Når omsorgsjournalen er nede' }).waitFor();
  });

  it('keeps what was written when the writer leaves', async () => {
    const opened = await show(`${await aDowntime('sys-jobcenter')}?step=close`);
    await opened.tab.getByLabel('Hvorfor gik det ned?').fill('Strømmen gik');
    await opened.tab.getByText(/Gemt på denne enhed/).waitFor();
    await opened.tab.getByRole('link', { name: 'Tilbage til nedetiden' }).click();
    await opened.tab.getByRole('link', { name: 'Det kører igen' }).click();
    expect(await opened.tab.getByLabel('Hvorfor gik det ned?').inputValue()).toBe('Strømmen gik');
  });
});

describe('closing what somebody else closes meanwhile', () => {
  it('keeps what was written, says who was first, and adds it to the record', async () => {
    const path = await aDowntime('sys-borgerbooking');
    const { tab } = await show(`${path}?step=close`);
    await tab.getByLabel('Hvorfor gik det ned?').fill('Nødstrømmen svigtede');
    await tab.getByLabel(/Hvad lærte I/).fill('Ring tidligere');
    await ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/close', {
      params: { downtimeKey: path.split('/').at(-1) ?? '' },
      body: { endedAt: new Date(now() - 5 * minute).toISOString(), cause: 'Strømmen gik' },
    });
    await tab.getByText(/har stoppet uret imens\. Det, du har skrevet, er ikke gemt/).waitFor();
    expect(await tab.getByLabel(/Hvad lærte I/).inputValue()).toBe('Ring tidligere');
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Føj det til nedetiden' }).click();
    await tab.getByText('Det er føjet til nedetiden.').waitFor();
    for (const words of [/Strømmen gik\s+Nødstrømmen svigtede/, 'Ring tidligere']) await tab.getByText(words).waitFor();
  });
});

describe('correcting what is over', () => {
  it('gives it other times with a reason, which the record tells, and is no button of those who only read', async () => {
    const path = await aDowntime('sys-bibliotek');
    const downtimeKey = path.split('/').at(-1) ?? '';
    await ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/close', {
      params: { downtimeKey },
      body: { endedAt: new Date(now() - 5 * minute).toISOString(), cause: 'Strømmen gik' },
    });
    const { tab } = await show(path);
    await tab.getByRole('button', { name: 'Ret', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Det gik ned').fill('2026-11-20T08:00');
    await dialog.getByLabel('Hvornår kørte det igen?').fill('2026-11-20T07:00');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await dialog.getByText(/^Vælg et tidspunkt, efter at det gik ned/).waitFor();
    await dialog.getByText('Skriv et par ord.').waitFor();
    await dialog.getByLabel('Hvornår kørte det igen?').fill('2026-11-20T10:30');
    await dialog.getByLabel('Hvorfor retter du det?').fill('Loggen siger det');
    await dialog.getByText('Så varede nedetiden 2 timer og 30 minutter').waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Nedetiden er rettet.').waitFor();
    await tab.getByRole('heading', { level: 1, name: /var nede i 2 timer/ }).waitFor();
    await tab.getByText(/rettede tid og centre .*: Loggen siger det/).waitFor();
    const other = await openTab({ person: 'auditor', path });
    await other.tab.getByRole('heading', { level: 1, name: /var nede i 2 timer/ }).waitFor();
    expect(await other.tab.getByRole('button', { name: 'Ret', exact: true }).count()).toBe(0);
  });
});

describe('correcting what somebody else ends meanwhile', () => {
  const end = {
    closed: (downtimeKey: string) =>
      ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/close', {
        params: { downtimeKey },
        body: { endedAt: new Date(now() - 5 * minute).toISOString(), cause: 'Strømmen gik' },
      }),
    cancelled: (downtimeKey: string) =>
      ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/cancel', {
        params: { downtimeKey },
        body: { reason: 'Et løst kabel' },
      }),
  };
  const over = {
    closed: /har stoppet uret imens, og nedetiden rettes nu på dens side/,
    cancelled: /^Det er imens meldt som en falsk alarm/,
  };

  it.each(['closed', 'cancelled'] as const)(
    'keeps the dialog with what was written, says that it was %s, and copies it',
    async (how) => {
      const path = await aDowntime(how === 'closed' ? 'sys-sundhedspleje' : 'sys-hjemmeside');
      const { tab, page } = await show(path);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await tab.getByRole('button', { name: 'Ret', exact: true }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByLabel('Hvad ved I? (valgfrit)').fill('Nødstrømmen svigtede');
      await end[how](path.split('/').at(-1) ?? '');
      // The page may know before the press.
      await dialog.getByRole('button', { name: /^(?:Gem|Kopiér)$/ }).click();
      await dialog.getByText(over[how]).waitFor();
      expect(await dialog.getByLabel('Hvad ved I? (valgfrit)').inputValue()).toBe('Nødstrømmen svigtede');
      expect(await axe(tab)).toEqual([]);
      await dialog.getByRole('button', { name: 'Kopiér' }).click();
      await tab.getByText('Kopieret').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Nødstrømmen svigtede');
      await dialog.getByRole('button', { name: 'Fortryd' }).click();
      await tab.getByRole('button', { name: 'Kassér' }).click();
      await dialog.waitFor({ state: 'detached' });
      await tab
        .getByText(how === 'closed' ? 'Strømmen gik' : 'Et løst kabel')
        .first()
        .waitFor();
    },
  );
});

describe('a log that is closed while somebody writes in it', () => {
  it('shows what was not saved, until it is dropped', async () => {
    const path = await aDowntime('sys-bibliotek');
    const { tab } = await show(path);
    await tab.getByLabel('Hvad sker der?').fill('Leverandøren ringer kl. 12');
    await ask('ciso', 'POST /api/contingency/downtimes/:downtimeKey/cancel', {
      params: { downtimeKey: path.split('/').at(-1) ?? '' },
      body: { reason: 'Et løst kabel' },
    });
    await tab.getByText(/^Loggen blev lukket, før det, du skrev, var gemt/).waitFor();
    await tab.getByText('Leverandøren ringer kl. 12').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Kassér det' }).click();
    await tab.getByText('Leverandøren ringer kl. 12').waitFor({ state: 'detached' });
  });
});

describe('the record', () => {
  it('says in words how long it was, whether that could be borne, why, and what was learnt', async () => {
    const { tab } = await show('/contingency/downtime/nede-omsorg');
    await tab
      .getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare var nede i 2 timer og 50 minutter' })
      .waitFor();
    await tab.getByText(/Det var længere end den nedetid, I kan acceptere: 1 time\.$/).waitFor();
    const table = tab.getByRole('table', { name: 'Ydelser, der var ramt' });
    await table
      .getByRole('row', { name: /Pleje og medicin i borgernes hjem/ })
      .getByText('Oppe igen i tide')
      .waitFor();
    await table
      .getByRole('row', { name: /Pleje og nødkald/ })
      .getByText('Nede for længe')
      .waitFor();
    for (const words of [
      'En opdatering hos leverandøren gik galt.',
      'Den røde mappe virkede.',
      '30 minutter',
      'Vi kører efter de trykte lister fra i aftes.',
      'Aftal med Nærcare, at de ringer, før de opdaterer',
    ])
      await tab.getByText(words).first().waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Se alle nedetider for systemet' }).click();
    await tab.getByText('Kun Omsorgsjournalen Nærcare').waitFor();
  });
});

describe('the overview of everybody', () => {
  it('says what is down in the own centre, with the procedure to follow', async () => {
    const { tab } = await openTab({ path: '/' });
    const notice = tab.getByRole('region', { name: 'Det er nede lige nu' });
    await notice.getByText('Nødkald på plejecentre er nede').waitFor();
    const open = notice.getByRole('link', { name: 'Åbn nødproceduren' }).first();
    expect(await open.getAttribute('href')).toContain('/contingency/');
    expect(await notice.getByRole('link', { name: 'Se uret' }).count()).toBe(0);
    expect(await axe(tab)).toEqual([]);
  });

  it('says to the team, whose centre is not hit, who else has been told', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/' });
    const notice = tab.getByRole('region', { name: 'Det er nede lige nu' });
    await notice.getByText('Nødkald på plejecentre er nede').waitFor();
    await notice
      .getByText(/Centerchef og ISK i de ramte centre har fået besked/)
      .first()
      .waitFor();
  });

  it('has no trace of it when nothing is down, or nobody can say', async () => {
    fails('GET /api/contingency/now', 500, { body: refusal('test', 'Noget gik galt hos os.') });
    const { tab } = await openTab({ path: '/' });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => wasAsked('GET /api/contingency/now')).toBe(true);
    expect(await tab.getByText('Noget gik galt hos os.').count()).toBe(0);
  });
});
