import { describe, expect, it } from 'vitest';
import { ownTab } from '../tab-page.ts';

const { openTab, ask } = ownTab();

describe('the programme of inspections', () => {
  it('counts what is left without what is called off, and says where its buttons lead', async () => {
    const heading = async () => {
      const { tab } = await openTab({ person: 'ciso', path: '/inspections' });
      await tab.getByRole('button', { name: 'Se 2027' }).waitFor();
      return tab.getByRole('heading', { level: 1 }).innerText();
    };
    const { inspections, counts } = await ask('ciso', 'GET /api/inspections', { query: {} });
    const planned = inspections.find(({ state }) => state === 'planned');
    if (!planned) throw new Error('nothing is planned');
    const done = counts.held + counts.closed;
    expect(await heading()).toMatch(`${done} tilsyn holdt, ${counts.planned} tilbage`);
    const params = { inspectionKey: planned.key };
    await ask('ciso', 'POST /api/inspections/:inspectionKey/cancel', { params, body: { reason: 'Centret lukkes' } });
    const left = counts.planned - 1;
    expect(await heading()).toMatch(`${done} tilsyn holdt, ${left === 0 ? 'ingen' : left} tilbage`);
  });
});

describe('the cause of a finding', () => {
  it('is asked for as what must be written now', async () => {
    const { tab } = await openTab({ person: 'securityTeam', path: '/inspections/findings/fund-mappe' });
    await tab.getByRole('button', { name: 'Skriv årsagen' }).click();
    await tab.getByRole('dialog').getByRole('textbox', { name: 'Årsag', exact: true }).waitFor();
  });
});

describe('the findings by unit and by topic', () => {
  it('are numbers that lead to as many rows, narrowed by what the page then shows', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/inspections/findings?state=all' });
    const links = tab.locator('[aria-label="Efter enhed"], [aria-label="Efter emne"]').locator('td a[aria-label]');
    await links.first().waitFor();
    const numbers = await links.evaluateAll((all) =>
      all.map((link) => ({ shown: link.textContent, to: link.getAttribute('href') ?? '' })),
    );
    expect(numbers.length).toBeGreaterThan(4);
    for (const { shown, to } of numbers) {
      const query = Object.fromEntries(new URL(to, 'https://tab.example').searchParams);
      const { total } = await ask('ciso', 'GET /api/inspection-findings', { query: { offset: 0, limit: 1, ...query } });
      expect([to, String(total)]).toEqual([to, shown]);
    }
    const one = tab.locator('section[aria-label="Efter emne"] td a[aria-label]').first();
    const [shown, topic] = [await one.innerText(), (await one.getAttribute('aria-label'))?.split(' · ')[2] ?? ''];
    await one.click();
    const rows = tab.locator('[data-part=table]').first().locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(Number(shown));
    await expect
      .poll(() => tab.getByRole('combobox', { name: 'Emne' }).locator('option:checked').innerText())
      .toBe(topic);
  });
});
