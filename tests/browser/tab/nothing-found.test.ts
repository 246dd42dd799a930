import { expect, it } from 'vitest';
import { axe, sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();

it.each([
  '/measures',
  '/standards/controls',
  '/standards/gaps',
  '/figures',
  '/organisation/duties',
  '/contingency/tests',
  '/risks/assets?centreId=all',
  '/contingency/services?centreId=all',
])('%s says that nothing is found, and a press shows all again', async (path) => {
  const { tab } = await openTab({ person: 'ciso', path });
  const rows = tab.getByRole('row');
  await expect.poll(() => rows.count()).toBeGreaterThan(1);
  const before = await rows.count();
  await tab.locator('#main').getByRole('searchbox').first().fill('findes ikke');
  const nothing = tab.getByRole('status').filter({ hasText: /^(Ingen|Intet) .*(passer|valgt|søgning|fundet|findes)/ });
  await nothing.first().waitFor();
  expect(await axe(tab)).toEqual([]);
  await tab.getByRole('button', { name: 'Vis alle', exact: true }).click();
  await expect.poll(() => rows.count()).toBe(before);
});
