import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InspectionFindings, Inspections } from '../../api/inspections/index.ts';
import { addDays, nowOf, todayOf, type PersonId } from '../../api/kernel/index.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld } from '../support/world.ts';
import { openDeskPage, type DeskPage } from './desk-page.ts';
import { axe } from './tab-page/axe.ts';
import { overflows } from './tab-page/look.ts';

describe('inspections in the tab, against the program', () => {
  let world: JourneyWorld;
  let desk: DeskPage;
  let page: Page;
  const tab = () => desk.tab();
  const frame = () => desk.frame();
  const open = (path: string) => desk.open(path);
  const shot = async (name: string) => {
    const folder = process.env['SHOTS'];
    if (folder)
      await tab()
        .locator('#main')
        .screenshot({ path: `${folder}/${name}.png` });
  };
  const results = () => world.program.context.list(Inspections).get('tilsyn-adgange')?.results ?? [];

  const photos = () => world.program.context.list(Inspections).get('tilsyn-adgange')?.photos ?? [];

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    desk = await openDeskPage(world.program.address);
    ({ page } = desk);
  });
  afterAll(async () => {
    await desk?.close();
    await world?.close();
  });

  it('shows programme, visit, findings and checklists to the CISO, on a screen and on a phone', async () => {
    await desk.become({ name: 'Camilla Holm Vestergaard' });
    const pages = {
      programme: '/inspections',
      visit: '/inspections/visits/tilsyn-mapper',
      finding: '/inspections/findings/fund-udgave',
      findings: '/inspections/findings',
      checklists: '/inspections/checklists',
    };
    for (const name of ['wide', 'narrow'] as const) {
      const width = name === 'wide' ? 'desktop' : 'phone320';
      await page.locator(`input[name=width][value=${width}]`).check({ force: true });
      for (const [what, path] of Object.entries(pages)) {
        await open(path);
        await shot(`${what}-${name}`);
        expect([what, name, await overflows(frame())]).toEqual([what, name, false]);
        if (name === 'wide') expect([what, await axe(frame())]).toEqual([what, []]);
      }
    }
  });

  it('is moved to another day, and a finding is put right', async () => {
    const { context } = world.program;
    const visit = () => context.list(Inspections).get('tilsyn-adgange');
    await open('/inspections/visits/tilsyn-adgange');
    await tab().getByRole('button', { name: 'Flyt' }).click();
    const dialog = tab().getByRole('dialog');
    const day = dialog.getByLabel('Dag');
    await expect.poll(() => day.inputValue()).toBe(visit()?.plannedOn);
    const later = addDays(visit()?.plannedOn ?? todayOf(context.clock), 7);
    await day.fill(later);
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await tab().getByText('Tilsynet er flyttet.').waitFor();
    expect(visit()?.plannedOn).toBe(later);

    const finding = () => context.list(InspectionFindings).get('fund-logkontrol');
    await open('/inspections/findings/fund-logkontrol');
    await tab().getByRole('button', { name: 'Ret fundet' }).click();
    const seen = dialog.getByLabel('Hvad er set?');
    await expect.poll(() => seen.inputValue()).toBe(finding()?.seen);
    await seen.fill('Loggen er ikke gennemgået i år.');
    await shot('finding-change');
    await dialog.getByRole('button', { name: 'Gem' }).click();
    await expect.poll(() => finding()?.seen).toBe('Loggen er ikke gennemgået i år.');
  });

  it('is walked with the network gone, and what was written is sent when it is back', async () => {
    await desk.become({ name: 'Fatima El-Sayed' });
    await open('/inspections/visits/tilsyn-adgange/walk');
    await tab().getByRole('heading', { level: 1, name: '0 af 5 punkter er set' }).waitFor();
    await shot('walk-narrow');
    await tab().getByText('Det bygger på').first().click();
    await tab().getByRole('link', { name: 'Adgange lukker, når man stopper' }).first().waitFor();
    expect(await axe(frame())).toEqual([]);
    // A silent network, and then none.
    await page.route(/\/walk$/, (route) => route.abort());
    const tried = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/walk'));
    await tab().getByRole('button', { name: 'Ikke i orden' }).first().click();
    await tab().getByLabel('Hvad så du?').fill('To har stadig adgang.');
    await tab().getByText('1 punkt ligger på telefonen').waitFor();
    await tried;
    expect(results()).toEqual([]);
    const photo = await page.screenshot();
    await page.context().setOffline(true);
    await page.unroute(/\/walk$/);
    await tab()
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'dør.png', mimeType: 'image/png', buffer: photo });
    await tab().getByText('1 billede venter på net.').waitFor();
    expect(photos()).toEqual([]);
    const other = { key: 'leavers.closed', result: 'partly' as const, seen: 'En nøgle mangler.', sample: '5 af 40' };
    const theirs = await world.as(await world.personWith('ciso'), 'PUT', '/api/inspections/tilsyn-adgange/walk', {
      results: [other],
    });
    expect(theirs.status).toBe(200);
    await page.context().setOffline(false);
    await tab().getByText('Alt er gemt.').waitFor();
    await expect.poll(photos).toMatchObject([{ itemKey: 'leavers.closed' }]);
    await tab().getByText('1 billede venter på net.').waitFor({ state: 'detached' });
    const seen = 'En nøgle mangler.\nTo har stadig adgang.';
    expect(results()).toMatchObject([{ key: 'leavers.closed', result: 'notMet', seen, sample: '5 af 40' }]);
    await tab()
      .getByText(/^En anden har imens svaret på samme punkt: Delvist\. Dit svar gælder: Ikke i orden\./)
      .waitFor();
    // The page looks again by itself.
    const later = { key: 'leavers.closed', result: 'met' as const, seen, sample: '5 af 40' };
    await world.as(await world.personWith('ciso'), 'PUT', '/api/inspections/tilsyn-adgange/walk', { results: [later] });
    await tab()
      .getByText(/^En anden har svaret på det samme punkt som dig, og det svar gælder nu: I orden/)
      .waitFor();
    await tab().getByRole('button', { name: 'I orden', exact: true, pressed: true }).first().waitFor();
    expect(desk.trouble).toEqual([]);
  });

  /** Opens an inspection, planned anew, as somebody of the unit who answers yes to all. */
  const openPlanned = async () => {
    const ciso = await world.personWith('ciso');
    const inspector = (await world.people()).find(({ name }) => name === 'Fatima El-Sayed');
    const made = await world.as(ciso, 'POST', '/api/inspections', {
      centreId: 'voksne-og-velfaerd',
      checklistKey: 'procedures',
      plannedOn: addDays(todayOf(world.program.context.clock), 30),
      inspectorId: inspector?.id,
    });
    const { key } = made.body as { key: string };
    await desk.become({ name: 'Mette Sørensen' });
    await open(`/inspections/visits/${key}`);
    const yes = tab().getByRole('button', { name: 'Ja', exact: true });
    for (const one of await yes.all()) await one.click();
    const note = tab().getByLabel('Bemærkning').first();
    const inspection = () => world.program.context.list(Inspections).get(key);
    return { key, ciso, yes, note, written: () => inspection()?.answers ?? [] };
  };

  it('keeps what one of the unit is writing when another of it answers first, and lets them choose', async () => {
    const { key, note, written } = await openPlanned();
    await note.fill('De ligger i skabet');
    const other = (await world.people()).find(({ name }) => name === 'Fatima El-Sayed')?.id as PersonId;
    const answers = [{ key: 'procedures.found', answer: 'partly', note: 'Et par mangler' } as const];
    await world.program.context
      .list(Inspections)
      .update(key, () => ({ answers, changedAt: nowOf(world.program.context.clock), changedBy: other }));
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith(`/api/inspections/${key}`)),
      frame().evaluate(() => dispatchEvent(new Event('focus'))),
    ]);
    await tab().getByText('Et par mangler').waitFor();
    expect(await note.inputValue()).toBe('De ligger i skabet');
    await tab().getByRole('button', { name: 'Send svar' }).click();
    await tab().getByText('har ændret det imens').waitFor();
    expect(written()).toEqual(answers);
    await tab().getByRole('button', { name: 'Send svar' }).click();
    await expect.poll(() => written()[0]).toMatchObject({ answer: 'yes', note: 'De ligger i skabet' });
  });

  it('is answered by the unit before, and keeps what is being written when it is cancelled, and says so', async () => {
    const { key, ciso, yes, note, written } = await openPlanned();
    await note.fill('De ligger i skabet');
    const send = tab().getByRole('button', { name: 'Send svar' });
    await send.click();
    const answer = { key: 'procedures.found', answer: 'yes', note: 'De ligger i skabet' };
    await expect.poll(() => written()[0]).toMatchObject(answer);
    expect(written()).toHaveLength(await yes.count());
    await tab().getByText('Tak. Svaret er sendt til den, der fører tilsynet.').waitFor();
    // Written on and sent again before the page has been read again, nobody else has changed it.
    let read = () => {};
    const isRead = new Promise<void>((resolve) => void (read = resolve));
    await page.route(`**/api/inspections/${key}`, async (route) => {
      await isRead;
      await route.continue();
    });
    await note.fill('De ligger i køkkenet');
    await send.click();
    await expect.poll(() => written().map(({ note: said }) => said)).toContain('De ligger i køkkenet');
    await note.fill('De ligger ved døren');
    await send.click();
    read();
    await expect.poll(() => written().map(({ note: said }) => said)).toContain('De ligger ved døren');
    await page.unroute(`**/api/inspections/${key}`);
    expect(await tab().getByText('har ændret det imens').count()).toBe(0);
    await note.fill('De ligger på tavlen');
    const cancelled = await world.as(ciso, 'POST', `/api/inspections/${key}/cancel`, { reason: 'Holdes i foråret' });
    expect(cancelled.status).toBe(200);
    await frame().evaluate(() => dispatchEvent(new Event('focus')));
    await tab().getByText('Holdes i foråret').first().waitFor();
    expect(await note.inputValue()).toBe('De ligger på tavlen');
    await send.click();
    await tab().getByText('Skal det holdes alligevel', { exact: false }).waitFor();
  });

  it('says who closed it while it was walked without a network, and keeps what was written', async () => {
    const { context } = world.program;
    const ciso = await world.personWith('ciso');
    await desk.become({ name: 'Fatima El-Sayed' });
    await open('/inspections/visits/tilsyn-adgange/walk');
    await page.context().setOffline(true);
    await tab().getByRole('button', { name: 'Delvist' }).nth(1).click();
    await tab().getByLabel('Hvad så du?').nth(1).fill('En har beholdt sin nøgle.');
    await tab().getByText('1 punkt ligger på telefonen').waitFor();
    const closedAt = nowOf(context.clock);
    const closedBy = ciso.id as PersonId;
    await context.list(Inspections).update('tilsyn-adgange', () => ({ state: 'closed', closedAt, closedBy }));
    await page.context().setOffline(false);
    await tab()
      .getByText(/^Camilla Holm Vestergaard lukkede tilsynet .* ligger kun på denne enhed\./)
      .waitFor();
    expect(await tab().getByLabel('Hvad så du?').nth(1).inputValue()).toBe('En har beholdt sin nøgle.');
    expect(results().map(({ seen }) => seen)).not.toContain('En har beholdt sin nøgle.');
  });
});
