import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../api/kernel/index.ts';
import { axe, overflows, ownTab, refusal, resize, today } from '../tab-page.ts';
import { chair, esdh, journals, koerelister, vote, withRequests } from './approvals-world.ts';

const { openTab, ask, asked, fails, filled, leave, goToDay, world } = ownTab({}, withRequests);
const show = async (path: string, person = 'ciso') => openTab({ person, path: filled(path) });
const heading = (tab: Frame, name: string) => tab.getByRole('heading', { level: 1, name }).waitFor();

describe('what waits for me', () => {
  it('is told first, then counted by parts that lead to their rows, found and sorted by the address', async () => {
    const { counts } = await ask('ciso', 'GET /api/approvals', { query: {} });
    const { approvals: byTitle } = await ask('ciso', 'GET /api/approvals', { query: { show: 'all', sort: 'title' } });
    const { tab, page } = await show('/approvals');
    await heading(tab, `${counts.waiting} sager venter på dig`);
    await tab.getByText('2 af 7 har stemt').first().waitFor();
    await tab.getByText('Fra Mette Sørensen, Center for Voksne og Velfærd').first().waitFor();
    await tab.getByRole('link', { name: `Afgjort ${counts.decided}` }).click();
    await tab.getByText(`1–50 af ${counts.decided}`).waitFor();
    await tab.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Sendt tilbage' });
    await tab.getByRole('link', { name: 'Koder til vikarer', exact: true }).waitFor();
    await expect.poll(() => tab.locator('tbody tr').count()).toBe(2);
    await tab.getByRole('link', { name: `Alle ${counts.all}` }).click();
    await tab.getByRole('combobox', { name: 'Slags' }).selectOption({ label: 'Organisatorisk tiltag' });
    await tab.getByRole('link', { name: 'Aflåste skabe til papirsager', exact: true }).waitFor();
    await tab.getByRole('searchbox', { name: 'Søg efter titel, navn eller center' }).fill('findes ikke');
    await tab.getByRole('heading', { name: 'Ingen sager passer til det, du leder efter' }).waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await tab.getByRole('button', { name: 'Hvad' }).click();
    await expect.poll(() => tab.locator('tbody tr').first().innerText()).toContain(byTitle[0]?.title);
    expect(tab.url()).toContain('/approvals?show=all&sort=title');
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await saving;
    expect(asked()).toContain('GET /api/approvals.xlsx?show=all&sort=title&descending=false');
  });

  it('is nothing for most, and the page says what comes here', async () => {
    const { tab } = await show('/approvals', 'employee');
    await heading(tab, 'Intet venter på dig lige nu');
    await tab.getByRole('heading', { name: 'Du er ajour' }).waitFor();
    expect(await tab.getByRole('link', { name: /^Alle/ }).count()).toBe(0);
    await leave();
    const manager = await show('/approvals', 'Jakob Engell Simonsen');
    await manager.tab.getByText('i dag', { exact: true }).waitFor();
  });
});

describe('a meeting’s agenda', () => {
  it('is put in order by keyboard, saved, and sent with its consequence said', async () => {
    const { tab, page } = await show('/approvals/agendas/{agenda}/edit');
    await tab.getByRole('button', { name: `Flyt ${journals} ned` }).press('Enter');
    await tab.getByText(`${journals} er nu punkt 2.`).waitFor();
    await page.keyboard.press('Enter');
    await tab.getByText(`${journals} er nu punkt 3.`).waitFor();
    await tab.getByRole('button', { name: 'Fjern Nøgler og adgangskort' }).click();
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText('Dagsordenen er gemt.').waitFor();
    await tab.getByRole('heading', { level: 3, name: `3. ${journals}` }).waitFor();
    await tab.getByRole('link', { name: 'Tilbage til Dagsordener' }).click();
    await tab.getByRole('link', { name: 'Lav en dagsorden' }).click();
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('title');
    await tab.getByLabel('Hvad hedder mødet?').fill('Ekstra møde');
    await tab.getByLabel('Mødets dag').fill('2026-12-08');
    await tab.getByRole('button', { name: 'Tilføj Nøgler og adgangskort' }).click();
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await heading(tab, 'Ekstra møde');
    await tab.getByRole('button', { name: 'Send til medlemmerne' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Informationssikkerhedsudvalget: hvert medlem får ét kort i chatten om 1 punkt.').waitFor();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await tab.getByText('Ekstra møde er sendt.').waitFor();
  });

  it('says before it is moved who is told, and which items are due before the new day, and then says so itself', async () => {
    const { agendas } = await ask('ciso', 'GET /api/agendas', {});
    const agendaKey = agendas.find(({ title }) => title === 'Ekstra møde')?.key ?? '';
    const { tab } = await show(`/approvals/agendas/${agendaKey}/edit`);
    await tab.getByLabel('Mødets dag').fill('2027-01-08');
    await tab.getByText('De medlemmer, der har fået dagsordenen, får en ny besked med den nye dag.').waitFor();
    await tab.getByText('1 punkt har frist før mødet og kan blive afgjort, inden I mødes:').waitFor();
    await tab.getByText(/^Nøgler og adgangskort: frist \d/).waitFor();
    await tab.getByLabel('Mødets dag').fill('2026-11-25');
    await expect.poll(() => tab.getByText(/har frist før mødet/).count()).toBe(0);
    await tab.getByLabel('Mødets dag').fill('2027-01-08');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText(/^Frist .*, før mødet\. Den kan blive afgjort, inden I mødes\.$/).waitFor();
  });

  it('is decided together, every item with its own answer', async () => {
    const params = { agendaKey: filled('{agenda}') };
    await ask('ciso', 'POST /api/agendas/:agendaKey/send', { params });
    const { tab } = await show('/approvals/agendas', 'Vibeke Ørum Clausen');
    await heading(tab, '2 møder har punkter, der venter på dig');
    await tab.getByRole('link', { name: 'Udvalgsmøde i december' }).click();
    await tab.getByText('Du skal tage stilling til 3 punkter.').waitFor();
    await tab.getByText('Afsnit: 1 nyt, 1 ændret', { exact: false }).waitFor();
    const lists = tab.getByRole('group', { name: 'Din stemme om Kørelister på papir, når it er nede' });
    await lists.getByRole('button', { name: 'Send tilbage til rettelse' }).click();
    await tab.getByRole('button', { name: 'Send min stemme' }).click();
    await tab.getByText('Skriv, hvad der skal ændres, eller hvorfor du afviser det.').waitFor();
    await tab.getByLabel('Hvad skal ændres, eller hvorfor afviser du det?').fill('Husk weekender.');
    await tab.getByRole('button', { name: 'Send min stemme' }).click();
    await tab.getByText('1 stemme er gemt.').waitFor();
    await tab.getByText('Din stemme er gemt.').waitFor();
    // One item is decided by others before the reader reaches it.
    await vote({ ask }, esdh, {
      [chair]: 'approve',
      'Hanne Toft Lauridsen': 'approve',
      'Kirsten Vang Poulsen': 'approve',
      'Rasmus Krogh Damgaard': 'approve',
    });
    await tab.getByRole('button', { name: /^Godkend .*jeg ikke har taget stilling til$/ }).click();
    await tab.getByText('1 punkt kom ikke med. Det står ved punktet hvorfor.').waitFor();
    await tab.getByText(/^Din stemme kom ikke med: /).waitFor();
    await leave();
    // It is held on its day at the earliest.
    const early = await show('/approvals/agendas/{agenda}');
    await early.tab.getByRole('link', { name: 'Ret dagsordenen' }).waitFor();
    await early.tab.getByText(/Godkendt \d+\.\s\w+\.\s\d{4}/).waitFor();
    expect(await early.tab.getByRole('button', { name: 'Mødet er holdt' }).count()).toBe(0);
    await leave();
    const { title, body, note, list } = await ask('ciso', 'GET /api/agendas/:agendaKey', { params });
    const requestKeys = list.map(({ approval }) => approval.key);
    const moved = { title, body, note, meetsOn: today, requestKeys };
    await ask('ciso', 'PUT /api/agendas/:agendaKey', { params, body: moved });
    const maker = await show('/approvals/agendas/{agenda}');
    await maker.tab.getByRole('button', { name: 'Mødet er holdt' }).click();
    const dialog = maker.tab.getByRole('dialog');
    await dialog.getByText('2 punkter er ikke afgjort.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Luk dagsordenen' }).click();
    await maker.tab.getByText('Udvalgsmøde i december er lukket.').waitFor();
    await expect.poll(() => maker.tab.getByRole('link', { name: 'Ret dagsordenen' }).count()).toBe(0);
  });
});

describe('a request', () => {
  it('is decided in two presses, the consequence said before, and a comment kept until it is sent', async () => {
    const { tab, page } = await show('/approvals');
    await tab.getByRole('link', { name: `Se og tag stilling: ${journals}` }).click();
    await heading(tab, journals);
    await tab.getByText('Der mangler 1 stemme, før Informationssikkerhedsudvalget har afgjort det.').waitFor();
    await tab.getByText('Fatima El-Sayed stemmer for Emre Aydın').waitFor();
    await tab.getByText('Godkender du, er det godkendt.').waitFor();
    await tab.getByText(', og se, om der er samtykke').waitFor();
    await tab.getByRole('button', { name: 'Det hele' }).click();
    await tab.getByRole('heading', { name: 'Sådan gør du' }).waitFor();
    await tab.getByRole('button', { name: 'Afvis' }).click();
    await tab.getByText('Skriv, hvad der skal ændres, eller hvorfor du afviser det.').waitFor();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await tab.getByLabel('Kommentar').fill('Husk fuldmagter.');
    await tab.getByText('Kommentaren er gemt på denne enhed').waitFor();
    await page.reload();
    const again = page.frames()[1] ?? tab;
    await again.getByRole('link', { name: `Se og tag stilling: ${journals}` }).click();
    await expect.poll(() => again.getByLabel('Kommentar').inputValue()).toBe('Husk fuldmagter.');
    await again.getByRole('button', { name: 'Godkend', exact: true }).click();
    await again.getByText(`Tak. Du har godkendt ${journals}. Det er nu godkendt.`).waitFor();
    await again.getByText('Sagen er godkendt').waitFor();
    await expect.poll(() => again.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
    await again.getByRole('link', { name: '1. runde, sendt 24. nov. 2026: Sendt tilbage' }).click();
    await again.getByText('Samtykke mangler.').first().waitFor();
    await again.getByRole('link', { name: 'Åbn den nyeste runde' }).waitFor();
  });

  it('lets a vote be changed while the step is open, and shows why one was refused', async () => {
    const { tab } = await show('/approvals/{keys}');
    await tab.getByRole('button', { name: 'Godkend', exact: true }).click();
    await tab.getByRole('heading', { name: 'Du har godkendt det' }).waitFor();
    await tab.getByText('1 af 7 har stemt').first().waitFor();
    await tab.getByRole('button', { name: 'Ændr min stemme' }).click();
    await tab.getByLabel('Kommentar').fill('Skriv, hvem der kvitterer.');
    fails('POST /api/approvals/:requestKey/vote', 409, {
      body: refusal('approvals.stageClosed', 'Trinnet blev afgjort, før din stemme kom.', 'conflict'),
      times: 1,
    });
    await tab.getByRole('button', { name: 'Send tilbage til rettelse' }).click();
    await tab.getByRole('alert').getByText('Trinnet blev afgjort, før din stemme kom.').waitFor();
    expect(await tab.getByLabel('Kommentar').inputValue()).toBe('Skriv, hvem der kvitterer.');
    await tab.getByRole('button', { name: 'Send tilbage til rettelse' }).click();
    await tab.getByRole('heading', { name: 'Du har sendt det tilbage til rettelse' }).waitFor();
    await tab.getByText('Ændrede sin stemme til sendt tilbage').waitFor();
    await tab.getByRole('button', { name: 'Ændr min stemme' }).click();
    await tab.getByRole('button', { name: 'Jeg er inhabil' }).click();
    await tab.getByRole('heading', { name: 'Du har meldt dig inhabil' }).waitFor();
  });

  it('is ended by the chair with what it comes to, or withdrawn by who sent it', async () => {
    const { tab } = await show('/approvals/{lockers}', chair);
    await tab.getByText('Har selv sendt det og stemmer derfor ikke').waitFor();
    await tab.getByRole('button', { name: 'Afslut afstemningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Som stemmerne står nu: Godkendt.').waitFor();
    await dialog.getByText('2 har ikke stemt og kan ikke stemme bagefter.').waitFor();
    await dialog.getByRole('button', { name: 'Afslut afstemningen' }).click();
    await tab.getByText('Afstemningen om Aflåste skabe til papirsager er afsluttet.').waitFor();
    await tab.getByText('Formanden afsluttede afstemningen.').first().waitFor();
    await tab.getByText('Trin 2 af 2').waitFor();
    await leave();
    await vote({ ask }, filled('{lockers}'), { 'Bilal Hussain': 'approve' });
    const sender = await show('/approvals/{lockers}');
    const asking = sender.tab.getByRole('dialog');
    await sender.tab.getByRole('button', { name: 'Træk tilbage' }).click();
    await asking.getByText(/^\d stemmer?, der er afgivet, falder bort\.$/).waitFor();
    await asking.getByLabel('Hvorfor trækker du det tilbage?').fill('Prisen er en anden.');
    await asking.getByRole('button', { name: 'Træk tilbage' }).click();
    await sender.tab.getByText('Sagen er trukket tilbage').waitFor();
    await sender.tab.getByText('Prisen er en anden.').first().waitFor();
  });

  it('that came back says why, and leads to mending it', async () => {
    const { tab } = await show('/approvals/procedureVersion_procedure-vikarkoder-1_1', 'Amina Yılmaz');
    await tab
      .getByText(/^Skriv også, hvem der lukker koden/)
      .first()
      .waitFor();
    expect(await tab.getByRole('link', { name: 'Ret det' }).getAttribute('href')).toContain(
      '/procedures/procedure-vikarkoder',
    );
  });

  it('cannot be approved when it was changed afterwards, and says what to do', async () => {
    await world().journey.control('PATCH', 'lists/ProcedureVersions/items/procedure-koerelister-1', {
      fields: { Body: 'Noget helt andet.' },
    });
    await world().journey.process();
    const { tab } = await show(`/approvals/${koerelister}`);
    await tab.getByText('Indholdet er ændret, efter at det blev sendt').waitFor();
    await tab.getByText('Mette Sørensen skal trække det tilbage og sende det nye indhold.', { exact: false }).waitFor();
    expect(await tab.getByRole('button', { name: 'Godkend', exact: true }).count()).toBe(0);
  });
});

describe('a decision made in a meeting', () => {
  it('is postponed to a later meeting, which the case says, and stays to be recorded', async () => {
    const { tab } = await show('/approvals', 'councilSecretary');
    await tab.getByRole('link', { name: 'Skriv afgørelsen ind: Informationssikkerhedspolitik 4.0' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Hvad besluttede Byrådet?' });
    await dialog.getByLabel('Mødets dato').fill('2026-11-24');
    await dialog.getByLabel('Punkt på dagsordenen').fill('7');
    await dialog.getByRole('radio', { name: 'Udsat til et senere møde' }).check();
    await dialog.getByRole('button', { name: 'Gem, at den er udsat' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Hvornår skal sagen på igen?').fill('2026-11-24');
    await dialog.getByRole('button', { name: 'Gem, at den er udsat' }).click();
    await dialog.getByText('Det næste møde skal være efter det møde, der udsatte sagen.').waitFor();
    await dialog.getByLabel('Hvornår skal sagen på igen?').fill('2027-03-16');
    await dialog.getByText(/efter mødet 16\.\smar\.\s2027\. Camilla Holm Vestergaard får det at vide\.$/).waitFor();
    expect(await axe(tab), 'postponed').toEqual([]);
    await dialog.getByRole('button', { name: 'Gem, at den er udsat' }).click();
    await tab.getByText('Udsat på mødet 24. nov. 2026, punkt 7, til mødet 16. mar. 2027.').waitFor();
    await tab.getByText('Udsat af Byrådet til mødet 16. mar. 2027').waitFor();
    await tab.getByRole('button', { name: 'Skriv afgørelsen ind' }).waitFor();
  });

  it('is recorded with its minutes, its errors at the fields and its consequence first', async () => {
    const { tab, page } = await show('/approvals', 'councilSecretary');
    await tab.getByRole('link', { name: 'Skriv afgørelsen ind: Informationssikkerhedspolitik 4.0' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Hvad besluttede Byrådet?' });
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await expect.poll(() => dialog.getByText('Udfyld feltet').count()).toBe(3);
    await dialog.getByRole('radio', { name: 'Afvist' }).check();
    expect(await axe(tab), 'record').toEqual([]);
    await resize({ page, tab }, 320, 640);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab), 'record, narrow').toEqual([]);
    await resize({ page, tab }, 1280);
    await dialog.getByLabel('Mødets dato').fill('2026-12-24');
    await dialog.getByText('Mødet skal være holdt.').waitFor();
    await dialog.getByLabel('Mødets dato').fill('2026-11-24');
    await dialog.getByLabel('Punkt på dagsordenen').fill('7');
    await dialog.getByRole('radio', { name: 'Sendt tilbage til rettelse' }).check();
    await dialog.getByText('Camilla Holm Vestergaard får en opgave om at rette den', { exact: false }).waitFor();
    await dialog.getByRole('radio', { name: 'Godkendt' }).check();
    await dialog.getByText('Sagen er godkendt af Byrådet, og afsenderen får det at vide.').waitFor();
    await dialog.getByLabel('Link til referatet').fill('referat');
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await dialog.getByText('Skriv en adresse, der begynder med https://').waitFor();
    await dialog.getByLabel('Link til referatet').fill('https://kommune.example/referat');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'Referat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await dialog.getByText('Referat.pdf').waitFor();
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await tab.getByText('Referat.pdf er vedlagt.').waitFor();
    await tab.getByText('Besluttet på mødet 24. nov. 2026, punkt 7').waitFor();
    await tab.getByRole('link', { name: 'Åbn referatet' }).waitFor();
    await tab.getByRole('button', { name: 'Hent Referat.pdf' }).waitFor();
    await tab.getByText('Stemmerne stod lige, og formandens stemme afgjorde det.').first().waitFor();
    // The paper for the meeting's agenda.
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent sagen som PDF' }).click();
    await saving;
    expect(asked().filter((line) => line.endsWith('/case'))).toHaveLength(1);
  });

  it('is corrected but for its outcome, and what stood before is kept with who corrected it and why', async () => {
    const { tab } = await show('/approvals?show=decided&kind=policyVersion', 'councilSecretary');
    await tab.getByRole('link', { name: 'Informationssikkerhedspolitik 4.0', exact: true }).first().click();
    await tab.getByRole('button', { name: 'Ret det indskrevne' }).first().click();
    const dialog = tab.getByRole('dialog', { name: 'Ret, hvad der er skrevet ind om mødet' });
    await dialog.getByText('Beslutningen »Godkendt« kan ikke ændres her', { exact: false }).waitFor();
    await dialog.getByLabel('Punkt på dagsordenen').fill('17');
    await dialog.getByRole('checkbox', { name: /^Tag det vedlagte referat af: Referat.pdf/ }).check();
    await dialog.getByRole('button', { name: 'Gem rettelsen' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Hvad var forkert?').fill('Forkert punkt og forkert fil');
    expect(await axe(tab), 'correct').toEqual([]);
    await dialog.getByRole('button', { name: 'Gem rettelsen' }).click();
    await tab.getByText('Besluttet på mødet 24. nov. 2026, punkt 17').waitFor();
    await tab.getByText('Før stod: mødet 24. nov. 2026, punkt 7').waitFor();
    await tab.getByText('Før var vedlagt: Referat.pdf').waitFor();
    // The link was not another.
    expect(await tab.getByText(/^Før var linket/).count()).toBe(0);
    await tab.getByText(/^Rettet af Pia Lundsgaard/).waitFor();
    await tab.getByRole('button', { name: 'Vedlæg referatet' }).waitFor();
  });

  it('is corrected by two at once, and what one wrote is not undone by the other', async () => {
    const { approvals } = await ask('councilSecretary', 'GET /api/approvals', { query: { show: 'decided' } });
    const { key: requestKey = '' } = approvals.find(({ title }) => title === 'Informationssikkerhedspolitik 4.0') ?? {};
    const { tab } = await show(`/approvals/${requestKey}`, 'councilSecretary');
    await tab.getByRole('button', { name: 'Ret det indskrevne' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Punkt på dagsordenen').fill('19');
    await dialog.getByLabel('Hvad var forkert?').fill('Punktet var 19');
    const meeting = {
      stage: 3,
      meetingOn: '2026-11-23',
      itemNumber: '17',
      minutesUrl: 'https://kommune.example/referat',
    };
    await ask('councilSecretary', 'POST /api/approvals/:requestKey/correct', {
      params: { requestKey },
      body: { ...meeting, reason: 'Mødet var dagen før', corrections: 1 },
    });
    await dialog.getByRole('button', { name: 'Gem rettelsen' }).click();
    await dialog.getByText('Pia Lundsgaard har ændret det imens').waitFor();
    expect(await dialog.getByLabel('Mødets dato').inputValue()).toBe('2026-11-23');
    expect(await dialog.getByLabel('Punkt på dagsordenen').inputValue()).toBe('19');
    await dialog.getByRole('button', { name: 'Gem igen' }).click();
    await tab.getByText('Besluttet på mødet 23. nov. 2026, punkt 19').waitFor();
    for (const reason of ['Punktet var 19', 'Mødet var dagen før']) await tab.getByText(reason).first().waitFor();
  });

  it('keeps what is being written about it when another decides first, and says who did', async () => {
    const { current } = await ask('ciso', 'POST /api/policy/reapprove', {});
    const requestKey = current?.approval?.requestKey ?? '';
    const voter = await show(`/approvals/${requestKey}`, 'Rasmus Krogh Damgaard');
    await voter.tab.getByLabel('Kommentar').fill('Afsnit 6 mangler');
    const committee = [chair, 'Hanne Toft Lauridsen', 'Kirsten Vang Poulsen', 'Vibeke Ørum Clausen'];
    await vote(world(), requestKey, Object.fromEntries(committee.map((name) => [name, 'approve'])));
    const { assignments } = await ask('ciso', 'GET /api/organisation/assignments', {});
    const management = assignments.filter(({ role, state }) => role === 'corporateManagement' && state === 'current');
    const seven = management.slice(0, 7).map(({ person: { name } }) => [name, 'approve'] as const);
    await vote(world(), requestKey, Object.fromEntries(seven));
    const looksAgain = (one: Frame) => one.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await looksAgain(voter.tab);
    await voter.tab.getByText('Din kommentar er ikke sendt').waitFor();
    await voter.tab.getByText('Afsnit 6 mangler').waitFor();
    await voter.tab.getByRole('button', { name: 'Slet kommentaren' }).click();
    expect(await voter.tab.getByText('Afsnit 6 mangler').count()).toBe(0);
    const { tab } = await show(`/approvals/${requestKey}`, 'councilSecretary');
    await tab.getByRole('button', { name: 'Skriv afgørelsen ind' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Hvad besluttede Byrådet?' });
    await dialog.getByLabel('Mødets dato').fill('2026-11-24');
    await dialog.getByLabel('Punkt på dagsordenen').fill('8');
    await dialog.getByRole('radio', { name: 'Sendt tilbage til rettelse' }).check();
    await dialog.getByLabel('Bemærkning').fill('Afsnit 6 skal rettes');
    const body = { stage: 3, meetingOn: '2026-11-24', itemNumber: '9', outcome: 'approved' } as const;
    await ask('councilSecretary', 'POST /api/approvals/:requestKey/record', { params: { requestKey }, body });
    await looksAgain(tab);
    await tab.getByText('Besluttet på mødet 24. nov. 2026, punkt 9').waitFor({ state: 'attached' });
    expect(await dialog.getByLabel('Bemærkning').inputValue()).toBe('Afsnit 6 skal rettes');
    await dialog.getByRole('button', { name: 'Gem afgørelsen' }).click();
    await dialog.getByText('Pia Lundsgaard har allerede skrevet afgørelsen ind').waitFor();
  });
});

describe('two weeks later', () => {
  it('the days that are over are told, and what the deadline decided, with the file that was frozen', async () => {
    await goToDay(addDays(today, 15));
    await world().journey.process();
    const manager = await show('/approvals', 'Jakob Engell Simonsen');
    await manager.tab.getByText('15 dage over tiden (24. november)').waitFor();
    await leave();
    const { tab, page } = await show('/approvals/{photo}');
    await tab.getByRole('img', { name: 'Billede: skilt.png' }).waitFor();
    await tab.getByText('Fristen udløb, og de afgivne stemmer afgjorde det.').first().waitFor();
    const saving = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent skilt.png' }).click();
    await saving;
  });
});
