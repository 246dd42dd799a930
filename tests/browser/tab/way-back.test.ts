import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, ownTab } from '../tab-page.ts';

const { openTab } = ownTab();
const show = async (...paths: readonly string[]) => {
  const { tab } = await openTab({ person: 'ciso', path: '/' });
  for (const path of paths) {
    await goTo(tab, path);
    await tab.getByRole('heading', { level: 1 }).waitFor();
  }
  return tab;
};
const isAt = (tab: Frame, path: string) =>
  expect.poll(() => tab.evaluate(() => location.pathname + location.search)).toBe(`/tab${path}`);
const back = (tab: Frame) => tab.evaluate(() => history.back());

describe('"back" after an act that ends a page', () => {
  it('leads from a saved record to the list it was chosen in, as it was narrowed', async () => {
    const list = '/risks/assets?kind=system';
    const record = '/risks/assets/sys-omsorg';
    const tab = await show(list, record, `${record}/edit`);
    await tab.getByRole('button', { name: 'Gem aktivet' }).click();
    await isAt(tab, record);
    await back(tab);
    await isAt(tab, list);
  });

  it('leads from a saved record to where the writer opened its form', async () => {
    const record = '/risks/assets/sys-omsorg';
    const tab = await show('/systems', `${record}/edit`);
    await tab.getByRole('button', { name: 'Gem aktivet' }).click();
    await isAt(tab, record);
    await back(tab);
    await isAt(tab, '/systems');
  });

  it('never leads to what was discarded, also from its form', async () => {
    const record = '/measures/tiltag-makulering';
    const tab = await show('/measures', record, `${record}/edit`, record);
    await tab.getByRole('button', { name: 'Kassér' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Kassér' }).click();
    await isAt(tab, '/measures');
    expect(await tab.getByRole('dialog').count()).toBe(0);
    await back(tab);
    await isAt(tab, '/');
  });
});
