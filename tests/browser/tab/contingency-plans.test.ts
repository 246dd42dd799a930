import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ApiAnswer } from '../../../tab/shared/api/client.ts';
import { bodyOf, valuesOf } from '../../../tab/contingency/plans/plan-values.ts';
import { axe, goTo, ownTab, resize, type Reader } from '../tab-page.ts';

const { openTab, ask, asked, wasAsked, fails, works, world } = ownTab();
const show = async (path: string, person: Reader = 'coordinator') => openTab({ person, path });
const saves = () => asked().filter((line) => line.startsWith('PUT /api/contingency/plans/')).length;
const heading = (tab: Frame, name: string | RegExp) => tab.getByRole('heading', { level: 1, name }).waitFor();
const restoring = 'genetabler-omsorg';

type Version = NonNullable<ApiAnswer<'GET /api/contingency/plans/:planKey'>['coming']>;
/** Omar, the centre's other ISK, saves a draft with the given differences. */
async function savedByOmar(planKey: string, changed: (version: Version) => Partial<Version>): Promise<void> {
  const params = { planKey };
  const plan = await ask('Omar Hassan', 'GET /api/contingency/plans/:planKey', { params });
  const { coming } = plan;
  const version = coming ?? plan.current;
  if (!version) throw new Error('there is no version');
  const body = bodyOf(valuesOf({ ...plan, coming: { ...version, ...changed(version) } }));
  await ask('Omar Hassan', 'PUT /api/contingency/plans/:planKey/draft', {
    params,
    body: { ...body, summary: 'Ny mappe', ...(coming ? { expected: coming.changedAt } : {}) },
  });
}

/** Omar submits a version that begins with another step; returns the approval request. */
async function sentByOmar(planKey: string, text: string): Promise<string> {
  const step = { key: 'f0', text, role: 'Vagthavende', minutes: 2, left: false };
  await savedByOmar(planKey, ({ content }) => ({
    content: { ...content, firstHour: [step, ...content.firstHour] },
  }));
  const { coming } = await ask('Omar Hassan', 'POST /api/contingency/plans/:planKey/submit', { params: { planKey } });
  return coming?.approval?.requestKey ?? 'none';
}

/** The manager approves, then a majority of the committee. */
async function approved(requestKey: string): Promise<void> {
  const params = { requestKey };
  const committee = ['Lone Friis Albrechtsen', 'Hanne Toft Lauridsen', 'Vibeke Ørum Clausen', 'Emre Aydın'];
  for (const [at, voter] of ['Hanne Toft Lauridsen', ...committee].entries()) {
    const { contentHash } = await ask(voter, 'GET /api/approvals/:requestKey', { params });
    const body = { choice: 'approve', stage: at === 0 ? 1 : 2, contentHash } as const;
    await ask(voter, 'POST /api/approvals/:requestKey/vote', { params, body });
  }
  await world().journey.process();
}

describe('the plans', () => {
  it('are answered in numbers, each the way to its rows; none begins without a system and a keeper', async () => {
    const { tab } = await show('/contingency/plans', 'ciso');
    await heading(tab, '9 planer gælder, 1 skal gennemgås, 2 venter på godkendelse');
    await tab
      .getByRole('row', { name: /Indkøb uden økonomisystem/ })
      .getByText('0 af 1')
      .waitFor();
    await tab
      .getByRole('row', { name: /Underretninger uden it/ })
      .getByText('1 i planen er fratrådt')
      .waitFor();
    await tab.getByRole('button', { name: '1 skal gennemgås' }).click();
    await heading(tab, 'En plan passer til det, du har valgt');
    await expect.poll(() => tab.getByRole('link', { name: 'Når omsorgsjournalen er nede' }).count()).toBe(0);
    await tab
      .getByRole('row', { name: /Penge til borgerne uden it/ })
      .getByText('Skal gennemgås')
      .waitFor();
    await tab.getByRole('button', { name: 'Skriv en plan' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Begynd planen' }).click();
    await dialog.getByText('Vælg et system.').waitFor();
    await dialog.getByText('Udfyld feltet').waitFor();
    expect(wasAsked('POST /api/contingency/plans')).toBe(false);
  });
});

describe('the coverage of plans', () => {
  it('answers first, the own centre first, as a picture, a table and cards; a cell leads to the plan', async () => {
    const { tab, page } = await show('/contingency/coverage');
    await heading(tab, '69 % dækket. 18 er ikke på plads, flest i Center for Voksne og Velfærd');
    await tab.getByText('Dit center').waitFor();
    const missing = 'Sags- og dokumentsystemet, Center for Voksne og Velfærd: Mangler. Begynd planen';
    expect(await tab.getByRole('link', { name: missing }).getAttribute('href')).toContain(
      'begin=emergencyProcedure&asset=sys-esdh&centre=voksne-og-velfaerd',
    );
    await tab.getByRole('button', { name: 'Tabel' }).click();
    await tab.getByLabel('Vis kun').selectOption('lacking');
    const lacking = await tab.getByText(/^\d+ fundet$/).textContent();
    expect(Number.parseInt(lacking ?? '', 10)).toBeGreaterThan(17);
    await tab.getByRole('button', { name: 'Billede' }).click();
    await resize({ page, tab }, 320);
    const card = tab.getByRole('region', { name: 'Sags- og dokumentsystemet' });
    const begin = 'Begynd planen: Sags- og dokumentsystemet, Center for Voksne og Velfærd';
    await card.getByRole('link', { name: begin }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await resize({ page, tab }, 1280);
    const plan = tab.getByRole('link', { name: /^Omsorgsjournalen Nærcare, Center for Voksne og Velfærd: / });
    const [row, column] = ((await plan.getAttribute('data-place')) ?? '').split('-').map(Number);
    await tab.locator(`[data-place="${row}-${(column ?? 0) - 1}"]`).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await heading(tab, 'Når omsorgsjournalen er nede');
  });
});

describe('one plan', () => {
  it('says what to do in the first hour and whom to call, with numbers that a phone can call', async () => {
    const { tab } = await show('/contingency/plans/plan-omsorg');
    await heading(tab, 'Når omsorgsjournalen er nede');
    const steps = tab.getByRole('region', { name: 'Den første time' }).getByRole('listitem');
    await steps.first().getByText('inden 5 min.').waitFor();
    expect(await steps.count()).toBe(4);
    const call = tab.getByRole('link', { name: 'Ring til Servicedesk: 43 57 70 00' });
    expect(await call.getAttribute('href')).toBe('tel:43577000');
    await tab.getByText('30 minutter', { exact: true }).waitFor();
    expect(await axe(tab)).toEqual([]);
  });

  it('tells who has left with the next step', async () => {
    const { tab } = await show('/contingency/plans/plan-boernesag', 'Line Bach Eriksen');
    await tab.getByText('1 person i planen er fratrådt').waitFor();
    await tab.getByText(/^\S+ .+\. Ret planen, så den næste ved, hvem der har opgaven\.$/).waitFor();
  });

  it('lets those who are named say that they know their part', async () => {
    const { tab } = await show('/contingency/plans/plan-oekonomi', 'Julie Nørgaard');
    await tab.getByRole('heading', { name: '0 af 1 kender deres del' }).waitFor();
    await tab.getByRole('button', { name: 'Jeg kender min del' }).click();
    await tab.getByRole('heading', { name: '1 af 1 kender deres del' }).waitFor();
    await tab.getByText(/^Du har sagt, at du kender din del, 24\.\snov\. 2026 kl\. 09\.\d\d\.$/).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg kender min del' }).count()).toBe(0);
  });

  it('shows a version on its way with who decides it, an old one, and a test that went badly with the way to a new one', async () => {
    await approved(await sentByOmar('plan-noedkald', 'Ring til teknisk vagt.'));
    await sentByOmar('plan-noedkald', 'Hent den røde mappe.');
    const { tab } = await show('/contingency/plans/plan-noedkald');
    await tab.getByText('Den seneste afprøvning gik ikke godt. Ret planen, og prøv igen.').waitFor();
    const link = tab.getByRole('link', { name: 'Planlæg en afprøvning' });
    expect(await link.getAttribute('href')).toMatch(/\/contingency\/tests\/new\?plan=plan-noedkald$/);
    await tab.getByRole('heading', { name: 'Version 3 er på vej' }).waitFor();
    await tab.getByRole('list', { name: 'Vejen til afgørelse' }).waitFor();
    await tab.getByText('Det ændrer den').click();
    await tab.getByText('Hent den røde mappe.').waitFor();
    await tab.getByRole('link', { name: '1 – Når nødkald er nede', exact: true }).click();
    await tab.getByText('Denne version gælder ikke længere.').waitFor();
  });

  it('is taken out of use with a reason only', async () => {
    const { tab } = await show('/contingency/plans/plan-netvaerk', 'ciso');
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await dialog.getByText('Udfyld feltet').waitFor();
    await dialog.getByLabel('Hvorfor?').fill('Systemet er lukket.');
    await dialog.getByRole('button', { name: 'Tag ud af brug' }).click();
    await tab.getByText(/Taget ud af brug .*: Systemet er lukket\./).waitFor();
  });
});

describe('writing a plan', () => {
  it('begins from a cell with a suggestion, saves itself, says what is missing, and is sent', async () => {
    const { tab } = await show('/contingency/plans?begin=emergencyProcedure&asset=sys-esdh&centre=voksne-og-velfaerd');
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Vælg et andet' }).waitFor();
    expect(await dialog.getByLabel('Hvem holder planen ved lige?').inputValue()).toBe('voksne-og-velfaerd');
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Begynd planen' }).click();
    await heading(tab, 'Skriv Nødprocedure for Sags- og dokumentsystemet');
    await tab.getByText('Der mangler 4 ting, før den kan sendes').waitFor();
    await tab.getByRole('button', { name: 'Indsæt: Pleje og hjemmebesøg' }).click();
    const first = tab.getByRole('group', { name: 'Trin 1 i den første time' });
    await expect.poll(() => first.getByLabel('Hvem gør det?').inputValue()).toBe('Vagthavende sygeplejerske');
    await tab.getByText('Der mangler 2 ting, før den kan sendes').waitFor();
    await tab.getByRole('button', { name: /Skriv mindst én kontakt med telefonnummer/ }).click();
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe('Tilføj en kontakt');
    await tab.getByRole('button', { name: 'Tilføj en kontakt' }).click();
    const contact = tab.getByRole('group', { name: 'Kontakt 1' });
    await contact.getByLabel('Rolle').fill('IT-vagten');
    await contact.getByLabel('Telefon').fill('43 57 70 00');
    await tab.getByLabel('Kort fortalt, hvad der er nyt').fill('Den første plan.');
    await tab.getByRole('button', { name: 'Send til godkendelse' }).click();
    await dialog.getByText(/Når den er godkendt, gælder den for 1 center/).waitFor();
    await dialog.getByText('Informationssikkerhedsudvalget').waitFor();
    expect(await axe(tab)).toEqual([]);
    await dialog.getByRole('button', { name: 'Send til godkendelse' }).click();
    await tab.getByText('Nødprocedure for Sags- og dokumentsystemet er sendt til godkendelse.').waitFor();
    await tab.getByText('Den er sendt og kan ikke rettes, mens den bliver afgjort.').waitFor();
  });

  it('moves and removes steps by keyboard with the focus where the hand is, and takes a form on and off', async () => {
    const { tab, page } = await show('/contingency/plans/plan-omsorg/edit');
    const textOf = (step: number) =>
      tab
        .getByRole('group', { name: `Trin ${step} i den første time` })
        .getByLabel('Hvad gøres?')
        .inputValue();
    const before = await textOf(2);
    await tab.getByRole('button', { name: 'Flyt op: Trin 2 i den første time' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(1)).toBe(before);
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Flyt op: Trin 1 i den første time');
    await tab.getByRole('button', { name: 'Fjern: Trin 1 i den første time' }).click();
    await expect.poll(() => textOf(1)).not.toBe(before);
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(1)).toBe(before);
    await tab.getByText(/Gemt kl\./).waitFor();
    await tab
      .locator('input[type="file"]')
      .setInputFiles({ name: 'Skema.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await tab.getByText('Skema.pdf').waitFor();
    await tab.getByRole('button', { name: 'Fjern filen: Skema' }).click();
    await tab.getByText('Skemaet er fjernet.').waitFor();
    await expect.poll(() => tab.getByText('Skema.pdf').count()).toBe(0);
  });

  it('keeps both texts when another has changed the draft: one’s own is saved, or put aside, also over a reload', async () => {
    const { tab, page } = await show(`/contingency/plans/${restoring}/edit`);
    const title = (frame: Frame) => frame.getByRole('textbox', { name: 'Titel' });
    await title(tab).waitFor();
    await savedByOmar(restoring, () => ({ title: 'Deres titel' }));
    await title(tab).fill('Min titel');
    await tab.getByText('En anden har ændret kladden, mens du skrev').waitFor();
    expect(await title(tab).inputValue()).toBe('Min titel');
    await tab.getByRole('button', { name: 'Gem min i stedet' }).click();
    await tab.getByText(/Gemt kl\./).waitFor();
    expect(saves()).toBe(2);
    expect(await title(tab).inputValue()).toBe('Min titel');

    await savedByOmar(restoring, () => ({ title: 'Deres nye titel' }));
    await title(tab).fill('Min nye titel');
    await tab.getByRole('button', { name: 'Hent den nyeste' }).click();
    await tab.getByText('Den nyeste er hentet. Det, du skrev, ligger på denne enhed.').waitFor();
    expect(await title(tab).inputValue()).toBe('Deres nye titel');
    expect(await axe(tab)).toEqual([]);
    await page.reload();
    const again = page.frames().find((frame) => frame !== page.mainFrame()) ?? tab;
    await again.getByRole('button', { name: 'Brug min tekst igen' }).click();
    await expect.poll(() => title(again).inputValue()).toBe('Min nye titel');
    await again.getByText(/Gemt kl\./).waitFor();
    expect(await again.getByText('Det, du skrev, ligger på denne enhed.').count()).toBe(0);
    expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('aside')))).toEqual([]);
  });

  it('asks nothing when another has changed something else of the draft: both are saved', async () => {
    const { tab } = await show(`/contingency/plans/${restoring}/edit`);
    const title = tab.getByRole('textbox', { name: 'Titel' });
    await title.waitFor();
    const told = 'Omar ringer til lederne.';
    await savedByOmar(restoring, ({ content }) => ({ content: { ...content, communication: told } }));
    await title.fill('Min titel');
    await tab.getByText(/Gemt kl\./).waitFor();
    const { coming } = await ask('ciso', 'GET /api/contingency/plans/:planKey', { params: { planKey: restoring } });
    expect([coming?.title, coming?.content.communication]).toEqual(['Min titel', told]);
    expect(await tab.getByText('En anden har ændret kladden, mens du skrev').count()).toBe(0);
  });

  it('loses nothing when it cannot be saved: what was written is there again, and is saved when it can be', async () => {
    const edit = `/contingency/plans/${restoring}/edit`;
    const { tab } = await show(edit);
    fails('PUT /api/contingency/plans/:planKey/draft', 500);
    await tab.getByRole('textbox', { name: 'Titel' }).fill('Skrevet uden net');
    await tab.getByText('Kunne ikke gemmes. Teksten er på denne enhed, og vi prøver igen.').waitFor();
    await goTo(tab, '/contingency/plans');
    await heading(tab, /planer gælder/);
    works('PUT /api/contingency/plans/:planKey/draft');
    await goTo(tab, edit);
    await tab.getByText('Vi har hentet det, du skrev sidst.').waitFor();
    expect(await tab.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Skrevet uden net');
    await tab.getByText(/Gemt kl\./).waitFor();
  });
});

it('a copy that is not used, since the centre has a plan, is told to whoever wanted it', async () => {
  const { tab } = await show('/contingency/plans?begin=emergencyProcedure&asset=sys-omsorg&centre=voksne-og-velfaerd');
  const dialog = tab.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Vælg et andet' }).waitFor();
  await dialog.getByLabel(/^Kopiér fra en plan/).selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Begynd planen' }).click();
  await heading(tab, /Når omsorgsjournalen er nede/);
  await tab.getByText('Den plan, du ville kopiere fra, er ikke brugt.', { exact: false }).waitFor();
});
