import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { settled, sharedTab } from '../tab-page.ts';

const { openTab, arrived, pending } = sharedTab();

const lists = [
  '/approvals?show=decided',
  '/wheel?as=table',
  '/organisation/roles',
  '/learning/coverage',
  '/policy/coverage',
  '/risks/assets?centreId=all',
  '/risks/register?centreId=all',
  '/risks/checks?centreId=all',
  '/contingency/services?centreId=all',
  '/contingency/tests',
  '/inspections/findings',
  '/centre?centre=all',
  '/tasks',
];

/** Filters, not orders, that show another than their first choice, which is all. */
const chosenIn = (tab: Frame) =>
  tab.locator('.filters select').evaluateAll((selects) =>
    selects.flatMap((select) => {
      const { value, options } = select as HTMLSelectElement;
      const isOrder = [...options].every((option) => option.value !== '' && option.value !== 'all');
      const [chosen] = (select as HTMLSelectElement).selectedOptions;
      return isOrder || chosen === options[0] || value === 'all' ? [] : [chosen?.text ?? value];
    }),
  );

it.each(lists)('%s says on paper what it is narrowed to', async (path) => {
  const opened = await openTab({ person: 'ciso', path });
  const { page, tab } = opened;
  const filters = tab.locator('.filters select:has(option:is([value=""], [value="all"])):visible');
  expect(await filters.count()).toBeGreaterThan(0);
  for (let place = 0; place < (await filters.count()); place += 1) {
    const select = filters.nth(place);
    await select.selectOption({ index: (await select.locator('option').count()) - 1 });
    await arrived(opened);
    await expect.poll(pending, { interval: 10 }).toEqual([]);
    await settled(tab);
  }
  const chosen = await chosenIn(tab);
  expect(chosen.length).toBeGreaterThan(0);
  await page.emulateMedia({ media: 'print' });
  const printed = await tab.locator('#main').innerText();
  await page.emulateMedia({ media: 'screen' });
  expect(chosen.filter((text) => !printed.includes(text))).toEqual([]);
});
