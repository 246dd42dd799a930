import { describe, expect, it } from 'vitest';
import { axe, overflows } from './mock/browser.ts';
import { pocketOf } from './mock/contingency-mine-answers.ts';
import { refAt } from './mock/people.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const name = 'GET /api/contingency/pocket';

describe('når det er nede', () => {
  it('is one press from the overview for everybody, what is down first, and is found by search', async () => {
    const { tab } = await openTab();
    await tab.getByRole('link', { name: 'Åbn nødprocedurerne' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du har 5 planer, når noget er nede' }).waitFor();
    const lines = tab.getByRole('list', { name: 'Planer' }).getByRole('listitem');
    expect(await lines.first().innerText()).toMatch(/Omsorgsjournalen\s+Nede siden 24\. nov\. 2026 kl\. 08\.30/);
    await tab.getByText('Ligger også på denne enhed.').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('searchbox', { name: 'Søg på system eller plan' }).fill('printer');
    await tab.getByText('Ingen planer passer til “printer”.').waitFor();
    await tab.getByRole('searchbox').fill('låse');
    await expect.poll(() => lines.count()).toBe(1);
    await tab.getByRole('link', { name: 'Elektroniske låse' }).click();
    await tab.getByText('Nøgleliste').waitFor();
  });

  it('shows the first hour first, numbers that can be called, and who has left', async () => {
    const { tab } = await openTab({ path: '/contingency/mine/journal' }, { width: 320, height: 640 });
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen' }).waitFor();
    await tab.getByText('Nede siden 24. nov. 2026 kl. 08.30').waitFor();
    const parts = await tab.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(parts.slice(0, 4)).toEqual(['Din del', 'Den første time', 'Ring til', 'Brug den, når']);
    const phone = tab.getByRole('link', { name: '+45 43 57 00 00' });
    expect(await phone.getAttribute('href')).toBe('tel:+4543570000');
    await tab.getByText(`${refAt(13).name} er her ikke mere.`).waitFor();
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
    const { page, tab } = await openTab({ path: '/contingency/mine/journal' });
    await tab.getByText('Bekræft senest 25. november, at du kender din del.').waitFor();
    const before = pocketOf('employee');
    mock.override(name, {
      answer: () => ({
        ...before,
        plans: before.plans.map((plan) =>
          plan.mine ? { ...plan, mine: { ...plan.mine, confirmedAt: '2026-11-24T09:12:00.000Z' } } : plan,
        ),
      }),
    });
    mock.override('POST /api/contingency/plans/:planKey/confirm', { status: 200, body: {} });
    const sent = page.waitForRequest(/\/plans\/journal\/confirm$/);
    await tab.getByRole('button', { name: 'Jeg kender min del' }).click();
    await tab.getByText('Du bekræftede den 24. nov. 2026 kl. 10.12, at du kender din del.').waitFor();
    expect((await sent).postDataJSON()).toEqual({ versionKey: 'journal.v2' });
    expect(await tab.getByRole('button', { name: 'Jeg kender min del' }).count()).toBe(0);
  });

  it('teaches when there is nothing, and tells when a plan is gone', async () => {
    mock.override(name, { change: (body) => ({ ...body, plans: [] }) });
    const { tab } = await openTab({ path: '/contingency/mine' });
    await tab.getByRole('heading', { name: 'Der er ingen nødprocedurer til dig endnu' }).waitFor();
    await tab.getByText('ISK', { exact: true }).waitFor();
    const gone = await openTab({ path: '/contingency/mine/journal' });
    await gone.tab.getByText('Planen er ikke hos dig mere').waitFor();
    await gone.tab.getByRole('link', { name: 'Alle dine planer' }).waitFor();
  });

  it('says how old it is while Microsoft 365 is away', async () => {
    mock.override(name, {
      change: (body) => ({ ...body, freshness: { asOf: new Date(Date.now() - 60_000).toISOString(), stale: true } }),
    });
    const { tab } = await openTab({ path: '/contingency/mine' });
    await tab.getByText('Microsoft 365 svarer ikke lige nu').waitFor();
    await tab.getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
  });

  it('falls back on the copy while the API fails, and never on another person’s', async () => {
    await (await openTab({ path: '/contingency/mine' })).tab.getByText('Hentet 24. nov.').waitFor();
    mock.override(name, { status: 503 });
    const { tab } = await openTab({ path: '/contingency/mine' });
    await tab.getByText('Du læser en gemt kopi').waitFor();
    await tab.getByText(/Gemt på denne enhed .* Sikkerhedshjulet svarer ikke\./).waitFor();
    await tab.getByRole('link', { name: 'Omsorgsjournalen' }).waitFor();
    const other = await openTab({ person: 'isk', path: '/contingency/mine' });
    await other.tab
      .getByRole('heading', { name: 'Det lykkedes ikke' })
      .or(other.tab.getByRole('alert'))
      .first()
      .waitFor();
    expect(await other.tab.getByText('Omsorgsjournalen').count()).toBe(0);
  });
});
