import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedTab } from '../tab-page.ts';

/** What holds of rows in every form that are added and removed: their buttons, and what a link may be. */
const { openTab } = sharedTab();
const focused = (tab: Frame) =>
  tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

describe('the rows of a form', () => {
  it('keep the focus among them when one is removed by keyboard, and give it to the button that adds one', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/standards/controls/ktr-sletning/edit' });
    const add = tab.getByRole('button', { name: 'Tilføj et link' });
    for (const number of [1, 2, 3]) {
      await add.press('Enter');
      await tab.getByLabel(`Navn på link ${number}`).fill(`Bilag ${number}`);
    }
    await tab.getByRole('button', { name: 'Fjern link 2' }).press('Enter');
    expect(await focused(tab)).toBe('Fjern link 2');
    expect(await tab.getByLabel('Navn på link 2').inputValue()).toBe('Bilag 3');
    await tab.getByRole('button', { name: 'Fjern link 2' }).press('Enter');
    expect(await focused(tab)).toBe('Fjern link 1');
    await tab.getByRole('button', { name: 'Fjern link 1' }).press('Enter');
    expect(await focused(tab)).toBe('Tilføj et link');
  });

  it('keep it in a dialog too', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/operations/reminders?part=cadences' });
    await tab.getByRole('button', { name: 'Ret takten for E-læring' }).first().press('Enter');
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Fjern påmindelsen 14 dage før' }).press('Enter');
    await expect.poll(() => dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    expect(await focused(tab)).toMatch(/^Fjern påmindelsen|^Tilføj/);
  });
});

describe('the items of an agenda', () => {
  it('keep the focus at their list when the last case is added, and say what each press did', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/approvals/agendas/new' });
    const candidates = tab.getByRole('button', { name: /^Tilføj / });
    await candidates.first().waitFor();
    const names = await candidates.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label')?.slice(7) ?? ''),
    );
    for (const [place, name] of names.entries()) {
      await tab.getByRole('button', { name: `Tilføj ${name}` }).press('Enter');
      await tab.getByText(`${name} er nu punkt ${place + 1}.`).waitFor();
    }
    await expect.poll(() => focused(tab)).toBe('Punkter i rækkefølge');
    const [first = ''] = names;
    await tab.getByRole('button', { name: `Fjern ${first}` }).press('Enter');
    await tab.getByText(`${first} er taget af dagsordenen.`).waitFor();
  });
});

describe('a link in a form', () => {
  const forms = [
    { path: '/standards/controls/ktr-sletning/edit', save: 'Gem kontrollen', wrong: 'Skriv en hel adresse' },
    { path: '/risks/assets/sys-omsorg/edit', save: 'Gem aktivet', wrong: 'Skriv hele adressen' },
  ];
  it.each(forms)('is refused on $path where it could not be followed', async ({ path, save, wrong }) => {
    const { tab } = await openTab({ person: 'ciso', path });
    await tab.getByRole('button', { name: 'Tilføj et link' }).click();
    await tab.getByLabel('Navn på link 1').fill('Vejledningen');
    await tab.getByLabel('Adresse på link 1').fill('http://intranet/hele mappen');
    await tab.getByRole('button', { name: save }).click();
    await tab.getByRole('alert').getByText(wrong).waitFor();
  });
});
