import { describe, expect, it } from 'vitest';
import { brokenWords, resize, sharedTab } from '../tab-page.ts';

const { openTab } = sharedTab();
const show = (path: string) => openTab({ person: 'ciso', path });

describe('on a wide page', () => {
  it.each(['/risks/assets', '/contingency/plans'])('%s has room for the longest word of a name', async (path) => {
    const { tab } = await show(path);
    await tab.locator('tbody tr').nth(4).waitFor();
    await expect.poll(() => brokenWords(tab)).toEqual([]);
  });

  it.each(['service=ydelse-hjemmepleje', 'asset=sys-netvaerk'])(
    'the picture of dependencies of %s breaks long words at a hyphen alone',
    async (of) => {
      const opened = await show(`/contingency/dependencies?${of}`);
      await opened.tab.locator('[data-node]').first().waitFor();
      for (const width of [1_200, 1_000, 900, 800]) {
        await resize(opened, width);
        await expect.poll(() => brokenWords(opened.tab)).toEqual([]);
      }
    },
  );

  it('the bodies whose duties are told have room for their names', async () => {
    const { tab } = await show('/organisation/duties');
    const name = tab.getByRole('button', { name: 'Informationssikkerhedsudvalget' }).locator('strong');
    await name.waitFor();
    expect(
      await name.evaluate((all) => Math.round(all.clientHeight / parseFloat(getComputedStyle(all).lineHeight))),
    ).toBe(1);
  });

  it('what shows that a duty is done breaks no word, also where the rest of the year is opened', async () => {
    const { tab } = await show('/organisation/duties');
    await tab.locator('tbody tr').nth(4).waitFor();
    const opened = await tab.locator('tbody summary').evaluateAll((all) => {
      for (const { parentElement } of all) parentElement?.setAttribute('open', '');
      return all.length;
    });
    expect(opened).toBeGreaterThan(2);
    await expect.poll(() => brokenWords(tab)).toEqual([]);
  });

  it('a unit and a topic of findings are links to all of theirs', async () => {
    const { tab } = await show('/inspections/findings');
    await tab
      .getByRole('table', { name: 'Efter enhed' })
      .getByRole('link', { name: 'Center for Voksne og Velfærd', exact: true })
      .click();
    await expect.poll(() => tab.evaluate(() => location.search)).toBe('?state=all&centre=voksne-og-velfaerd');
    await tab
      .getByRole('table', { name: 'Efter emne' })
      .getByRole('link', { name: 'Beredskabsmappe', exact: true })
      .click();
    await expect.poll(() => tab.evaluate(() => location.search)).toBe('?state=all&topic=contingency');
  });

  it('the two links below the tasks of the overview stand apart', async () => {
    const { tab } = await show('/');
    const links = tab.locator('[class*="obligationsAll"] a');
    await links.nth(1).waitFor();
    const [first, second] = await links.evaluateAll((all) =>
      all.map((link) => {
        const { left, right } = link.getBoundingClientRect();
        return { left, right };
      }),
    );
    expect((second?.left ?? 0) - (first?.right ?? 0)).toBeGreaterThanOrEqual(12);
  });
});
