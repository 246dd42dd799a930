import { describe, expect, it } from 'vitest';
import { ContingencyPlans } from '../../../api/contingency/index.ts';
import { axe, overflows, ownTab } from '../tab-page.ts';

const { openTab, ask, fails, world } = ownTab({}, async ({ ask }) => {
  await ask('coordinator', 'POST /api/contingency/downtimes', { body: { assetKey: 'sys-omsorg' } });
});
const name = 'GET /api/contingency/pocket';
/** Named in a plan, without a receipt of her part. */
const named = 'Julie Nørgaard';
const since = /Nede siden 24\.\snov\. 2026 kl\. 09\.\d\d/;

describe('når det er nede', () => {
  it('is one press from the overview for everybody, what is down first, and is found by search', async () => {
    const { tab } = await openTab();
    await tab.getByRole('link', { name: 'Åbn nødprocedurerne' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du har 6 planer, når noget er nede' }).waitFor();
    const lines = tab.getByRole('list', { name: 'Planer' }).getByRole('listitem');
    expect(await lines.first().innerText()).toMatch(new RegExp(`Omsorgsjournalen Nærcare\\s+${since.source}`));
    await tab.getByText('Ligger også på denne enhed.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('searchbox', { name: 'Søg på system eller plan' }).fill('printer');
    await tab.getByText('Ingen planer passer til “printer”.').waitFor();
    await tab.getByRole('searchbox').fill('nødkald');
    await expect.poll(() => lines.count()).toBe(1);
    await tab.getByRole('link', { name: 'Nødkald på plejecentre' }).click();
    await tab.getByText('Rundering hver halve time. Kryds af på Skema N.').waitFor();
  });

  it('shows the first hour first, numbers that can be called, and who has left', async () => {
    const { tab } = await openTab(
      { person: 'coordinator', path: '/contingency/mine/plan-omsorg' },
      { width: 320, height: 640 },
    );
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare' }).waitFor();
    await tab.getByText(since).waitFor();
    const parts = await tab.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(parts.slice(0, 4)).toEqual(['Din del', 'Den første time', 'Ring til', 'Brug den, når']);
    expect(await tab.getByRole('link', { name: '43 57 70 00' }).getAttribute('href')).toBe('tel:43577000');
    expect(await overflows(tab)).toBe(false);
    expect(await axe(tab)).toEqual([]);
  });

  it('keeps the sign of a mail beside its address, and a long address within its place', async () => {
    const { tab } = await openTab({ path: '/contingency/mine' }, { width: 320, height: 640 });
    const mail = tab.locator('[data-part="own-people"] a[href^="mailto:"]').first();
    await mail.waitFor();
    const placed = await mail.evaluate((link) => {
      const [sign, address] = [link.querySelector('svg'), link.querySelector('span') ?? link];
      address.textContent = 'fornavn.mellemnavn.efternavn.med.langt.navn@kommunen.example';
      const at = [sign, address, link.closest('li')].map((one) => one?.getBoundingClientRect());
      return at.map((one) => [one?.top ?? 0, one?.bottom ?? 0, one?.right ?? 0]);
    });
    const [[signTop = 0] = [], [top = 0, bottom = 0, right = 0] = [], [, , end = 0] = []] = placed;
    expect(signTop).toBeGreaterThanOrEqual(top - 4);
    expect(signTop).toBeLessThan(bottom);
    expect(right).toBeLessThanOrEqual(end + 1);
  });

  it('is confirmed by those who are named, and says so afterwards', async () => {
    const { page, tab } = await openTab({ person: named, path: '/contingency/mine/plan-oekonomi' });
    await tab.getByText('Fristen var 29. oktober. Bekræft, at du kender din del.').waitFor();
    const sent = page.waitForRequest(/\/plans\/plan-oekonomi\/confirm$/);
    await tab.getByRole('button', { name: 'Jeg kender min del' }).click();
    await tab.getByText(/Du bekræftede den 24\.\snov\. 2026 kl\. 09\.\d\d, at du kender din del\./).waitFor();
    expect((await sent).postDataJSON()).toEqual({ versionKey: 'plan-oekonomi-1' });
    expect(await tab.getByRole('button', { name: 'Jeg kender min del' }).count()).toBe(0);
  });

  it('tells when a plan is gone', async () => {
    const { tab } = await openTab({ path: '/contingency/mine/plan-komogga' });
    await tab.getByText('Planen er ikke hos dig mere').waitFor();
    await tab.getByRole('link', { name: 'Alle dine planer' }).waitFor();
  });

  it('falls back on the copy while the API fails, and never on another person’s', async () => {
    await (await openTab({ path: '/contingency/mine' })).tab.getByText('Hentet 24. nov.').waitFor();
    fails(name, 503, { body: null });
    const { tab } = await openTab({ path: '/contingency/mine' });
    await tab.getByText('Du læser en gemt kopi').waitFor();
    await tab.getByText(/Gemt på denne enhed .* Sikkerhedshjulet svarer ikke\./).waitFor();
    await tab.getByRole('link', { name: 'Omsorgsjournalen Nærcare' }).waitFor();
    const other = await openTab({ person: 'ciso', path: '/contingency/mine' });
    await other.tab
      .getByRole('heading', { name: 'Det lykkedes ikke' })
      .or(other.tab.getByRole('alert'))
      .first()
      .waitFor();
    expect(await other.tab.getByText('Omsorgsjournalen Nærcare').count()).toBe(0);
  });

  it('says how old it is while Microsoft 365 is away', async () => {
    const away = (isAway: boolean) => world().journey.control('PUT', 'faults', { graph: { away: isAway } });
    await away(true);
    await expect
      .poll(async () => (await ask('employee', 'GET /api/contingency/pocket', {})).freshness.stale, { interval: 200 })
      .toBe(true);
    const { tab } = await openTab({ path: '/contingency/mine' });
    await tab.getByText('Microsoft 365 svarer ikke lige nu').waitFor();
    await tab.getByRole('link', { name: 'Omsorgsjournalen Nærcare' }).waitFor();
    await away(false);
    await expect
      .poll(async () => (await ask('employee', 'GET /api/contingency/pocket', {})).freshness.stale, { interval: 200 })
      .toBe(false);
  });

  it('teaches when there is nothing', async () => {
    const plans = world().journey.program.context.list(ContingencyPlans);
    for (const { key } of plans.all()) await plans.remove(key, 'background');
    const { tab } = await openTab({ path: '/contingency/mine' });
    await tab.getByRole('heading', { name: 'Der er ingen nødprocedurer til dig endnu' }).waitFor();
    await tab.getByText('ISK', { exact: true }).first().waitFor();
  });
});
