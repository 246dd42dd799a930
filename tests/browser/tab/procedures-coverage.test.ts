import { describe, expect, it } from 'vitest';
import { brokenWords, overflows, sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();
const show = () => openTab({ person: 'Mette Sørensen', path: '/procedures/coverage' });

describe('following up procedures', () => {
  it('walks the matrix by arrow keys and leads from a cell to what to do', async () => {
    const { tab, page } = await show();
    await tab.getByRole('heading', { level: 1, name: '5 af 36 lokale procedurer er på plads' }).waitFor();
    const here = () => tab.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await tab.locator('[data-place="0-0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toBe('Adgang og koder, Center for Børn og Unge: Gælder');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await expect.poll(here).toBe('Mobile enheder på arbejde, Center for Voksne og Velfærd: Gælder. Åbn den');
    expect(await tab.locator('[data-part="matrix"] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Telefoner i hjemmeplejen' }).waitFor();
  });

  it('breaks the long names of centres at syllables, also where the page is wide', async () => {
    for (const path of ['/procedures/coverage', '/contingency/coverage']) {
      const { tab } = await openTab({ person: 'Mette Sørensen', path });
      await tab.locator('[data-part="matrix"] thead th').nth(8).waitFor();
      await expect.poll(() => brokenWords(tab), { message: path }).toEqual([]);
    }
  });

  it('is whole on paper, where nobody scrolls or presses a key', async () => {
    const { tab, page } = await show();
    await tab.locator('[data-part="matrix"]').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 800, height: 1100 });
    await expect
      .poll(() =>
        tab.locator('[data-part="matrix"]').evaluate((matrix) => matrix.getBoundingClientRect().right <= innerWidth),
      )
      .toBe(true);
    expect(await tab.getByText('Gå rundt med piletasterne').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('says the same in a table, and centre by centre on a narrow screen', async () => {
    const { tab, page } = await show();
    await tab.getByRole('link', { name: '26 mangler' }).click();
    await tab.getByText('26 fundet').waitFor();
    await tab
      .getByRole('row', { name: /Papir, print og makulering .* Mangler/ })
      .first()
      .waitFor();
    await tab.getByRole('link', { name: '4 ikke på plads' }).first().click();
    await tab.getByText('4 fundet').waitFor();
    expect(await tab.getByRole('row', { name: /Center for Skoler og Læring/ }).count()).toBe(4);
    await tab.getByRole('button', { name: 'Billede' }).click();
    await page.setViewportSize({ width: 320, height: 640 });
    const own = tab.getByRole('region', { name: 'Center for Voksne og Velfærd' });
    await own.getByRole('link', { name: /^Skriv den: Papir/ }).waitFor();
    expect(await tab.locator('[data-part="matrix"]').count()).toBe(0);
    expect(await overflows(tab)).toBe(false);
  });
});
