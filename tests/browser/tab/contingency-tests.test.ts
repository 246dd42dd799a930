import { describe, expect, it } from 'vitest';
import { ContingencyPlans, ContingencyTests } from '../../../api/contingency/index.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { axe, goTo, ownTab, today, type Reader } from '../tab-page.ts';
import { aTest } from '../tab-page/made.ts';

const { openTab, ask, asked, person, fails, slow, wasAsked, world, goToDay } = ownTab({}, async (made) => {
  await aTest(made, 'plan-noedkald');
});
const show = async (path: string, reader: Reader = 'coordinator') => openTab({ person: reader, path });
/** Sends waiting cards. */
const sent = () => world().journey.process();
/** Advances the clock. */
const later = async (minutes: number) => {
  const { journey } = world();
  const now = new Date(journey.desk.clock.now().getTime() + minutes * 60_000).toISOString();
  await journey.control('PUT', 'clock', { now });
};
const criterion = 'Alle ved, hvem de skal ringe til';

const planned = (participants: readonly string[] = ['Omar Hassan'], on = addDays(today, 1)) =>
  aTest({ ask, person }, 'plan-omsorg', participants, on);
const running = async (participants?: readonly string[]) => {
  const testKey = await planned(participants);
  await ask('ciso', 'POST /api/contingency/tests/:testKey/start', { params: { testKey } });
  return testKey;
};
/** Recovery took half an hour. */
const ended = async () => {
  const testKey = await running();
  const params = { testKey };
  await later(30);
  const body = { kind: 'measured', text: 'Vi er i gang igen' } as const;
  await ask('ciso', 'POST /api/contingency/tests/:testKey/log', { params, body });
  await ask('ciso', 'POST /api/contingency/tests/:testKey/end', { params });
  return testKey;
};
const pathOf = (testKey: string) => `/contingency/tests/${testKey}`;
/** A person without Teams. */
const unreached = async () => {
  const { people } = await ask('ciso', 'GET /api/unreachable', {});
  return people.find(({ reason }) => reason === 'noTeams')?.name ?? 'nobody';
};

describe('tests of plans', () => {
  it('begin with what is due and its next step, then what is planned, running and held', async () => {
    const { tab } = await show('/contingency/tests');
    await tab.getByRole('heading', { level: 1, name: '3 planer skal afprøves inden nytår, 3 er over tiden' }).waitFor();
    await tab.getByText('228 dage over tiden (10. april) · Aldrig afprøvet').waitFor();
    await tab.getByText('om 38 dage (1. januar) · Ikke bestået 3. okt. 2026').waitFor();
    await tab.getByRole('link', { name: 'Planlagt til 25. nov. 2026' }).waitFor();
    const table = tab.getByRole('table', { name: 'Alle afprøvninger' });
    await table
      .getByRole('row', { name: /Nat uden nødkald.*Ikke bestået.*1 time og 45 minutter.*0 af 1 gjort/ })
      .waitFor();
    await tab.getByRole('link', { name: 'Planlæg en afprøvning af Når omsorgsjournalen er nede' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Afprøv Når omsorgsjournalen er nede' }).waitFor();
  });

  it('are narrowed, shown month by month, and given as a workbook', async () => {
    const { tab, page } = await show('/contingency/tests');
    await tab.getByLabel('Status').selectOption('closed');
    await expect.poll(() => tab.getByRole('row').count()).toBe(3);
    await tab.getByRole('button', { name: 'Måned for måned' }).click();
    await tab.getByRole('heading', { name: 'oktober 2026' }).waitFor();
    const file = page.waitForEvent('download');
    await tab.getByRole('button', { name: 'Hent som Excel' }).click();
    await file;
    await tab.getByRole('searchbox').fill('findes ikke');
    await tab.getByText('Intet passer til det, du har valgt.').waitFor();
    await tab.getByRole('button', { name: 'Vis alle' }).click();
    await tab.getByRole('link', { name: 'Nat uden nødkald' }).waitFor();
  });
});

describe('planning a test', () => {
  it('begins with the choice of a plan when none is given', async () => {
    const { tab } = await show('/contingency/tests/new');
    await tab.getByRole('heading', { level: 1, name: 'Hvilken plan skal afprøves?' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: 'Når omsorgsjournalen er nede' }).click();
    await tab.getByRole('button', { name: 'Planlæg afprøvningen' }).waitFor();
  });

  it('is filled in with a proposal, says at the field what is wrong, keeps what was written, and is planned', async () => {
    const { tab } = await show('/contingency/tests/new?plan=plan-omsorg');
    const plan = () => tab.getByRole('button', { name: 'Planlæg afprøvningen' }).click();
    const [title, scenario] = [tab.getByLabel('Hvad skal den hedde?'), tab.getByLabel('Hvad er der sket?')];
    expect(await scenario.inputValue()).toContain('Omsorgsjournalen Nærcare svarer ikke');
    await tab
      .getByText('Lederen og 1 deltager får et kort i Teams om, at det er tirsdag 8. december kl. 09.00.')
      .waitFor();
    await tab.getByRole('radio', { name: /Fuldt stop/ }).check();
    await scenario.fill('Hele huset er mørkt.');
    await title.fill('');
    await tab.getByLabel('Minut, besked 1').fill('snart');
    for (const name of ['Omar Hassan', 'Mette Sørensen'])
      await tab.getByRole('button', { name: `Fjern ${name}` }).click();
    await tab.getByText('Lederen får et kort i Teams om, at det er').waitFor();
    await plan();
    await tab.getByText('Skriv et antal minutter fra 0 til 1440.').waitFor();
    await tab.getByText('Vælg mindst en, der er med.').waitFor();
    await tab.getByText('Der er 3 felter, der skal rettes.').waitFor();
    expect(wasAsked('POST /api/contingency/tests')).toBe(false);

    await title.fill('Hele morgenen uden journal');
    await tab.getByLabel('Minut, besked 1').fill('5');
    await tab.getByRole('searchbox').fill('Anne Jensen');
    await tab
      .getByRole('button', { name: /Anne Jensen/ })
      .first()
      .click();
    await tab.getByText('Lederen og 1 deltager får et kort').waitFor();
    await tab.getByRole('button', { name: 'Tilføj en besked' }).click();
    await tab.getByLabel('Minut, besked 4').fill('20');
    await tab.getByRole('textbox', { name: /^Besked 4/ }).fill('Køkkenet ringer.');
    expect(await axe(tab)).toEqual([]);
    await tab.getByLabel('Dato').fill('2026-11-23');
    await plan();
    await tab.getByText('Fristen er gået. Vælg i dag eller en senere dag.').waitFor();
    expect(wasAsked('POST /api/contingency/tests')).toBe(true);

    await tab.getByLabel('Dato').fill('2026-12-09');
    await plan();
    await tab.getByText('Afprøvningen er planlagt. Deltagerne får et kort i Teams.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Hele morgenen uden journal' }).waitFor();
    await tab.getByText('Køkkenet ringer.').waitFor();
    await tab.getByText('Hele huset er mørkt.').waitFor();
  });
});

describe('a test that is planned', () => {
  it('tells at each name who has got the invitation, and whom to tell in another way', async () => {
    const absent = await unreached();
    const testKey = await planned([absent]);
    await sent();
    const { tab } = await show(pathOf(testKey), 'ciso');
    const line = (name: string) => tab.getByRole('listitem').filter({ hasText: name });
    const leader = line('Camilla Holm Vestergaard');
    await leader.getByText('Leder afprøvningen').waitFor();
    await leader.getByText('Har fået invitationen').waitFor();
    await line(absent).getByText('Har ikke Teams').waitFor();
    await tab.getByText('En kan ikke nås i Teams. Sig det til vedkommende på en anden måde.').waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('tells who hears of it before it is changed, moved or called off, which takes a reason', async () => {
    const testKey = await planned();
    await sent();
    const { tab } = await show(`/contingency/tests/new?test=${testKey}`, 'ciso');
    await tab.getByText('Kortet hos lederen og 1 deltager rettes', { exact: false }).waitFor();
    await tab.getByText('Teams siger ikke til, når et kort rettes.', { exact: false }).waitFor();
    await tab.getByLabel('Klokken').fill('10:30');
    await tab
      .getByText(/^Lederen og 1 deltager får et kort i Teams om, at den er flyttet til .* kl. 10.30.$/)
      .waitFor();
    expect(await tab.getByText('Teams siger ikke til', { exact: false }).count()).toBe(0);
    await goTo(tab, pathOf(testKey));
    await tab.getByRole('button', { name: 'Aflys' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Lederen og 1 deltager får et kort i Teams om, at den er aflyst, og hvorfor.').waitFor();
    await dialog.getByRole('button', { name: 'Aflys' }).click();
    await dialog.getByText('Skriv kort hvorfor.').waitFor();
    await dialog.locator('textarea:focus').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Snestorm');
    await dialog.getByRole('button', { name: 'Aflys' }).click();
    await tab.getByText('Den er aflyst: Snestorm').waitFor();
  });

  it('is started after it has said what that sets going; what is being written stays when the page is left', async () => {
    const { tab } = await show(pathOf(await planned()), 'ciso');
    await tab.getByText('Telefonen ringer').waitFor();
    await tab.getByText('Får invitationen om lidt').first().waitFor();
    await tab.getByRole('button', { name: 'Start afprøvningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('Stopuret går i gang, og alt kan skrives i loggen fra nu af.').waitFor();
    await dialog.getByText('Den første kommer efter 5 minutter.', { exact: false }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Start afprøvningen' }).click();
    await tab.getByRole('timer').waitFor();
    await tab.getByRole('heading', { name: 'Afprøvningen er i gang' }).waitFor();
    const log = tab.getByLabel('Hvad sker der, eller hvad gør I?');
    await log.fill('Ikke sendt endnu');
    await tab.getByRole('link', { name: 'Tilbage til Afprøvninger' }).click();
    await tab.getByRole('heading', { name: 'Skal afprøves', exact: true }).waitFor();
    await tab.evaluate(() => history.back());
    await expect.poll(() => log.inputValue()).toBe('Ikke sendt endnu');
  });
});

describe('a test that runs', () => {
  it('shows the stopwatch, what comes next and who lacks what came, takes what is written, and ends', async () => {
    const absent = await unreached();
    const testKey = await running([absent, 'Omar Hassan']);
    await later(12);
    await sent();
    const { tab } = await show(pathOf(testKey), 'ciso');
    await tab
      .getByRole('timer')
      .getByText(/^0:1[2-9]:\d\d$/)
      .waitFor();
    await tab.getByText(/^Om 1\d minutter kommer næste besked:/).waitFor();
    await tab.getByText('2 af 3 har fået den i Teams.').waitFor();
    await tab.getByText(`${absent}: Har ikke Teams`).waitFor();
    await tab.getByRole('button', { name: 'Skriv i loggen' }).click();
    await tab.getByText('Udfyld feltet').waitFor();
    await tab.getByRole('button', { name: 'Observation' }).click();
    const log = tab.getByLabel('Hvad sker der, eller hvad gør I?');
    await log.fill('Mappen var tom.');
    await tab.getByRole('button', { name: 'Skriv i loggen' }).click();
    await tab.getByRole('listitem').filter({ hasText: 'Observation' }).getByText('Mappen var tom.').waitFor();
    await expect.poll(() => log.inputValue()).toBe('');
    await tab.getByRole('button', { name: 'Vi er i gang igen' }).click();
    await tab.getByText(/^I gang igen efter 1\d minutter$/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Slut afprøvningen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText('1 besked er ikke sendt endnu. Den bliver ikke sendt.').waitFor();
    await dialog.getByRole('button', { name: 'Slut afprøvningen' }).click();
    await tab.getByRole('heading', { name: 'Hvordan gik det?' }).waitFor();
  });

  it('hides from those who take part what has not come and who has the cards, and gives them no end', async () => {
    const { tab } = await show(pathOf(await running(['Anne Jensen'])), 'Anne Jensen');
    await tab.getByText('Du får et kort i Teams, når der sker noget.', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Skriv i loggen' }).waitFor();
    await tab.getByRole('timer').waitFor();
    expect(await tab.getByRole('button', { name: 'Slut afprøvningen' }).count()).toBe(0);
    expect(await tab.getByText('Telefonen ringer').count()).toBe(0);
    expect(await tab.getByText('har fået den i Teams', { exact: false }).count()).toBe(0);
  });
});

describe('a test that has ended', () => {
  it('is evaluated as it is written, says what is missing, keeps what could not be saved, and is closed', async () => {
    const path = pathOf(await ended());
    fails('PUT /api/contingency/tests/:testKey/evaluation', 503, { times: 1 });
    const { tab } = await show(path, 'ciso');
    const gap = (text: string) => tab.getByRole('listitem').filter({ hasText: text });
    await gap('Hvad der gik godt').waitFor();
    await tab.getByLabel('Hvad gik godt?').fill('Roen');
    await tab.getByRole('alert').waitFor();
    await tab.getByRole('button', { name: /^Brug 3\d minutter fra loggen$/ }).click();
    await tab.getByRole('group', { name: 'Hvor lang tids data gik tabt?' }).getByLabel('Minutter').fill('30');
    await tab.getByRole('group', { name: criterion }).getByRole('radio', { name: 'Lykkedes', exact: true }).check();
    await tab.getByText(/^Gemt kl\./).waitFor();
    await expect.poll(() => gap('Om hvert punkt lykkedes').count()).toBe(0);
    await tab.getByText('Før den kan lukkes, mangler der:').waitFor();
    expect(await gap('Hvad der gik godt').count()).toBe(0);
    await gap('Hvad der kan blive bedre').waitFor();
    await tab.getByLabel('Hvad kan blive bedre?').fill('Telefonlisten');
    await tab.getByText('Alt er udfyldt.', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Luk med resultatet' }).click();
    await tab.getByText('Afprøvningen er lukket. Den er bestået.').waitFor();
    await tab.getByText(/^I var i gang igen efter 3\d minutter\. Der gik 30 minutters data tabt\.$/).waitFor();
    await tab.getByText(/^Maksimalt accepteret nedetid: (?:30|2\d) minutter hurtigere end 1 time$/).waitFor();
    await tab.getByText('Roen').waitFor();
  });

  it('is evaluated by two at once: each saves what they answered, and a pause in typing eats no space', async () => {
    const testKey = await ended();
    const params = { testKey };
    const { tab } = await show(pathOf(testKey), 'ciso');
    const group = (name: string) => tab.getByRole('group', { name });
    const note = group('I gang igen inden for en time').getByRole('textbox');
    await note.waitFor();
    const view = () => ask('ciso', 'GET /api/contingency/tests/:testKey', { params });
    const { criteria } = await view();
    const { key = '' } = criteria.find(({ text }) => text === criterion) ?? {};
    const results = [{ key, met: true, note: 'Af en anden' }];
    await ask('ciso', 'PUT /api/contingency/tests/:testKey/evaluation', { params, body: { results } });
    await note.pressSequentially('Klokken ');
    await tab.getByText(/^Gemt kl\./).waitFor();
    await expect.poll(() => group(criterion).getByRole('textbox').inputValue()).toBe('Af en anden');
    await note.pressSequentially('ti');
    const notes = async () => (await view()).criteria.map((one) => one.note).filter((text) => text !== '');
    await expect.poll(async () => (await notes()).toSorted()).toEqual(['Af en anden', 'Klokken ti']);

    // Both in the same text: neither is lost, nor what is typed on in a box that shows only one's own.
    const well = tab.getByLabel('Hvad gik godt?');
    const body = { wentWell: 'Roen.' };
    await ask('ciso', 'PUT /api/contingency/tests/:testKey/evaluation', { params, body });
    await well.pressSequentially('Telefonerne');
    await tab.getByText('En anden har skrevet i det samme felt. Begge dele er gemt.').waitFor();
    await well.pressSequentially(' virkede.');
    await expect.poll(async () => (await view()).wentWell).toBe('Roen.\nTelefonerne virkede.');
    await well.blur();
    await expect.poll(() => well.inputValue()).toBe('Roen.\nTelefonerne virkede.');
  });

  it('keeps the last words where the page is left while others are being saved', async () => {
    const testKey = await ended();
    const { tab } = await show(pathOf(testKey), 'ciso');
    const saves = () => asked().filter((line) => line.endsWith('/evaluation')).length;
    const well = tab.getByLabel('Hvad gik godt?');
    await well.waitFor();
    const before = saves();
    const saving = slow('PUT /api/contingency/tests/:testKey/evaluation');
    await well.pressSequentially('Roen');
    await expect.poll(saves).toBe(before + 1);
    await well.pressSequentially(' og mappen');
    await goTo(tab, '/contingency/tests');
    await expect.poll(saves).toBe(before + 2);
    saving.release();
    const view = () => ask('ciso', 'GET /api/contingency/tests/:testKey', { params: { testKey } });
    await expect.poll(async () => (await view()).wentWell).toBe('Roen og mappen');
  });

  it('needs an improvement when not all was met, with an owner and a date', async () => {
    const { tab } = await show(pathOf(await ended()), 'ciso');
    await tab.getByLabel('Timer').first().fill('3');
    await tab.getByRole('group', { name: criterion }).getByRole('radio', { name: 'Lykkedes ikke' }).check();
    const recovery = tab.getByRole('group', { name: 'I gang igen inden for en time' });
    await recovery.getByText('2 timer længere end 1 time').waitFor();
    await tab.getByRole('listitem').filter({ hasText: 'Mindst en forbedring' }).waitFor();
    await tab.getByRole('button', { name: 'Aftal en forbedring' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvad skal blive bedre?').fill('Print telefonlisten');
    await dialog.getByLabel('Frist').fill('2027-02-01');
    await dialog.getByRole('button', { name: 'Aftal en forbedring' }).click();
    await dialog.getByText('Vælg, hvem der gør det.').waitFor();
    await dialog.getByRole('searchbox').fill('Anne Jensen');
    await dialog
      .getByRole('button', { name: /Anne Jensen/ })
      .first()
      .click();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Aftal en forbedring' }).click();
    await tab.getByText('Forbedringen er aftalt. Den ansvarlige får den som opgave.').waitFor();
    await expect.poll(() => tab.getByRole('listitem').filter({ hasText: 'Mindst en forbedring' }).count()).toBe(0);
  });
});

describe('improvements', () => {
  it('are counted with those that are late, reported, and given up where they came from', async () => {
    const { counts } = await ask('Omar Hassan', 'GET /api/contingency/improvements', { query: {} });
    const missing = counts.open + counts.overdue;
    const { tab } = await show('/contingency/tests?show=improvements', 'Omar Hassan');
    await tab.getByRole('heading', { name: `${missing} forbedringer mangler, en er over tiden` }).waitFor();
    await tab
      .getByRole('button', { name: 'Meld status: Sæt den røde mappe op i alle vagtrum, og vis natholdet, hvor den er' })
      .click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Den er gjort').check();
    await dialog.getByLabel('Bemærkning').fill('Den hænger i vagtrummet.');
    await dialog.getByRole('button', { name: 'Meld den gjort' }).click();
    await tab.getByText('Forbedringen er gjort.').waitFor();
    await tab.getByRole('row', { name: /Sæt den røde mappe op.*Gjort/ }).waitFor();
    await goTo(tab, pathOf('afproev-noedkald'));
    await tab.getByText(/^Den blev ikke bestået\. Omar Hassan holdt den alene 3\.\sokt\. 2026/).waitFor();
    await tab.getByRole('button', { name: 'Opgiv: Giv teknisk vagt en nøgle til panelet' }).click();
    await dialog.getByLabel('Hvorfor?').fill('For dyrt');
    await dialog.getByRole('button', { name: 'Opgiv' }).click();
    await tab.getByText('Opgivet: For dyrt').waitFor();
    expect(await axe(tab)).toEqual([]);
  });
});

describe('out of hours', () => {
  it('a test tells when its invitation leaves', async () => {
    await goToDay(addDays(today, 5));
    const { tab } = await show(pathOf(await planned(undefined, addDays(today, 14))), 'ciso');
    await tab
      .getByText(/^Får invitationen mandag .*30\.\snovember kl\. 0?8\.00, når arbejdstiden begynder$/)
      .first()
      .waitFor();
  });
});

describe('while there is no plan', () => {
  it('the page teaches what tests are', async () => {
    const { context } = world().journey.program;
    for (const list of [context.list(ContingencyPlans), context.list(ContingencyTests)])
      for (const { key } of list.all()) await list.remove(key, 'background');
    const { tab } = await show('/contingency/tests');
    await tab.getByRole('heading', { name: 'Der er ingen planer at afprøve endnu' }).waitFor();
    await tab.getByRole('link', { name: 'Gå til planerne' }).waitFor();
  });
});
