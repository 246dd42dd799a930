import { describe, expect, it } from 'vitest';
import { goTo, sharedTab } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const { openTab } = sharedTab();
const open = async () => {
  const { tab } = await openTab({ person: 'ciso', path: '/risks/assets/sys-omsorg' });
  await tab.getByRole('button', { name: 'Der er sket noget' }).click();
  const dialog = tab.getByRole('dialog');
  await dialog.getByLabel('Vurderet igen senest').waitFor();
  return { tab, dialog };
};

const phoneWithKeyboard = { width: 360, height: 360 };

/** Fluent decides what to hide from screen readers 0.25 s after the focus has moved. */
const untilFluentHasLooked = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('an open dialog', () => {
  it('leaves the page visible behind it, in every theme', async () => {
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      const { tab } = await openTab({ person: 'ciso', path: '/risks/assets/sys-omsorg', theme });
      await tab.getByRole('button', { name: 'Der er sket noget' }).click();
      await tab.getByRole('dialog').waitFor();
      const covers = await tab.evaluate(() =>
        [...document.body.children]
          .filter(({ id }) => id !== 'root')
          .map((element) => {
            const { backgroundColor } = getComputedStyle(element);
            return backgroundColor === 'rgba(0, 0, 0, 0)' ? 'clear' : `${element.className} ${backgroundColor}`;
          }),
      );
      expect([theme, covers.filter((cover) => cover !== 'clear')]).toEqual([theme, []]);
      expect(covers).toContain('clear');
    }
  });

  it('is never hidden from screen readers, also when something behind it takes the focus for a moment', async () => {
    const { tab, dialog } = await open();
    await tab.evaluate(() => document.querySelector('h1')?.focus());
    await untilFluentHasLooked();
    expect(await dialog.count()).toBe(1);
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await tab.getByRole('heading', { level: 1 }).waitFor({ state: 'detached' });
  });

  it('leaves the page in reach when it is closed after that', async () => {
    const { tab, dialog } = await open();
    await tab.evaluate(() => document.querySelector('h1')?.focus());
    await untilFluentHasLooked();
    await tab.page().keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await tab.getByRole('button', { name: 'Der er sket noget' }).waitFor();
  });
});

describe('a form dialog', () => {
  const note = (dialog: Awaited<ReturnType<typeof open>>['dialog']) => dialog.getByRole('textbox').first();
  const text = 'Leverandøren har skiftet hostingcenter.';
  const opener = 'Der er sket noget';

  it('keeps what is written at a click beside it, and asks at Escape and Fortryd', async () => {
    const { tab, dialog } = await open();
    await note(dialog).fill(text);
    await tab.page().mouse.click(5, 5);
    await untilFluentHasLooked();
    expect(await note(dialog).inputValue()).toBe(text);

    await tab.page().keyboard.press('Escape');
    await dialog.getByRole('alert').getByText('Kassér det, du har skrevet?').waitFor();
    const stay = dialog.getByRole('button', { name: 'Skriv videre' });
    await expect.poll(() => stay.evaluate((button) => button === document.activeElement)).toBe(true);
    await stay.click();
    expect(await note(dialog).inputValue()).toBe(text);
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);

    await dialog.getByRole('button', { name: 'Fortryd' }).click();
    await dialog.getByRole('button', { name: 'Kassér' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => tab.evaluate(() => document.activeElement?.textContent)).toBe(opener);
    await tab.getByRole('button', { name: opener }).click();
    await expect.poll(() => note(dialog).inputValue()).toBe('');
  });

  it('closes at once while nothing is written', async () => {
    const { tab, dialog } = await open();
    await tab.page().keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: opener }).click();
    await dialog.getByLabel('Vurderet igen senest').waitFor();
    await tab.page().mouse.click(5, 5);
    await dialog.waitFor({ state: 'detached' });
  });

  it('is what the back button of a phone closes: it asks for what is written, and never leaves the page', async () => {
    const { page, tab } = await openTab({ person: 'ciso' });
    const back = () => page.evaluate(() => (globalThis as unknown as HostWindow).host.send('backButtonPress'));
    const path = () => tab.evaluate(() => location.pathname);
    await goTo(tab, '/risks/assets/sys-omsorg');
    await tab.getByRole('button', { name: opener }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Vurderet igen senest').waitFor();
    await note(dialog).fill(text);
    await back();
    await dialog.getByRole('alert').getByText('Kassér det, du har skrevet?').waitFor();
    await back();
    await dialog.getByRole('alert').waitFor({ state: 'detached' });
    expect(await note(dialog).inputValue()).toBe(text);
    await note(dialog).fill('');
    await back();
    await dialog.waitFor({ state: 'detached' });
    expect(await path()).toBe('/tab/risks/assets/sys-omsorg');
    await back();
    await expect.poll(path).toBe('/tab/');
  });

  it('takes the press that leaves a field whose message moves the buttons', async () => {
    const { page, tab } = await openTab({
      person: 'coordinator',
      path: '/procedures/procedure-hjemmeplejens-telefoner',
    });
    await tab.getByRole('button', { name: 'Tag ud af brug' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvorfor?').focus();
    const place = await dialog.getByRole('button', { name: 'Fortryd' }).boundingBox();
    if (!place) throw new Error('the button is not shown');
    await page.mouse.click(place.x + place.width / 2, place.y + 2);
    await dialog.waitFor({ state: 'detached' });
  });

  it('says what is wrong with a choice where it is seen, also above a phone’s keyboard', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/standards/controls/ktr-sletning' }, phoneWithKeyboard);
    await tab.getByRole('button', { name: 'Vurdér virkningen' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem vurderingen' }).click();
    const message = tab.getByText('Vælg, hvor godt den virker.');
    await message.waitFor();
    const isSeen = (element: HTMLElement) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === element;
    };
    await expect.poll(() => message.evaluate(isSeen)).toBe(true);
    await tab.locator('input[type=radio]:focus').waitFor();
  });
});
