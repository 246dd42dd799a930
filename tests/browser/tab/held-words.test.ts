import type { Frame, Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, ownTab, refusal } from '../tab-page.ts';
import { koerelister, withRequests } from './approvals-world.ts';

const { openTab, fails, works, slow, asked } = ownTab({}, withRequests);
const later = () => new Promise((resolve) => setTimeout(resolve, 300));
const isFocused = (field: Locator) => field.evaluate((box) => box === document.activeElement);
/** Goes on writing where one was, as who has pressed and thinks of more. */
const writesOn = async (field: Locator) => {
  await field.focus();
  await field.press('End');
  await field.pressSequentially(' og mere');
};
const isSent = (name: string) => expect.poll(() => asked().some((one) => one.startsWith(name))).toBe(true);
const choose = async (tab: Frame) => {
  await tab.getByRole('searchbox', { name: 'Søg efter navn' }).fill('kj');
  await tab.locator('[data-part="found-list"] button').first().click();
};

describe('what is written after the press', () => {
  it('is not taken by a dialog that would lose it, until the answer is here; then one writes on', async () => {
    const { tab } = await openTab({ person: 'securityTeam', path: '/figures/team' });
    await tab.getByRole('button', { name: 'Skriv et råd ned' }).first().click();
    await choose(tab);
    const answer = tab.getByRole('textbox', { name: 'Hvad blev der svaret?' });
    await answer.fill('Del ikke adgangskoder');
    const { promise, resolve } = Promise.withResolvers<undefined>();
    fails('POST /api/advice', 500, { body: refusal('test', 'Noget gik galt hos os.'), until: promise, times: 1 });
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await isSent('POST /api/advice');
    await writesOn(answer);
    expect(await answer.inputValue()).toBe('Del ikke adgangskoder');
    expect(await isFocused(answer)).toBe(true);
    resolve(undefined);
    await tab.getByRole('alert').getByText('Noget gik galt hos os.').waitFor();
    await writesOn(answer);
    expect(await answer.inputValue()).toBe('Del ikke adgangskoder og mere');
    works('POST /api/advice');
  });

  it('is not taken by a form’s page that is left when it is saved, nor a choice', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/risks/assets/sys-omsorg/edit' });
    const title = tab.getByLabel('Hvad kalder I det?');
    const before = await title.inputValue();
    const kind = tab.getByRole('combobox').first();
    const chosen = await kind.evaluate((select) => select instanceof HTMLSelectElement && select.value);
    const held = slow('PUT /api/assets/:assetKey');
    await tab.getByRole('button', { name: 'Gem aktivet' }).click();
    await isSent('PUT /api/assets');
    await writesOn(title);
    expect(await title.inputValue()).toBe(before);
    if (chosen !== false) {
      await kind.selectOption({ index: 1 });
      expect(await kind.inputValue()).toBe(chosen);
    }
    held.release();
    await tab.getByRole('heading', { level: 1, name: before }).waitFor();
  });

  it('adds and removes no row of a form’s page that is being sent; then one goes on', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/risks/assets/sys-omsorg/edit' });
    const [add, remove] = [tab.getByRole('button', { name: 'Tilføj et link' }), tab.getByLabel(/^Fjern link/)];
    const rows = await remove.count();
    await add.click();
    await tab.getByLabel('Navn på link').last().fill('Aftalen');
    await tab.getByLabel('Adresse på link').last().fill('https://aftaler.example/omsorg');
    const { promise, resolve } = Promise.withResolvers<undefined>();
    fails('PUT /api/assets/:assetKey', 500, { body: refusal('test', 'Noget gik galt hos os.'), until: promise });
    await tab.getByRole('button', { name: 'Gem aktivet' }).click();
    await isSent('PUT /api/assets');
    await add.click();
    await later();
    expect(await remove.count()).toBe(rows + 1);
    await remove.first().press('Enter');
    await later();
    expect(await remove.count()).toBe(rows + 1);
    resolve(undefined);
    await tab.getByText('Noget gik galt hos os.').waitFor();
    await add.click();
    await expect.poll(() => remove.count()).toBe(rows + 2);
    works('PUT /api/assets/:assetKey');
  });

  it('adds no row of a dialog that is being sent, which can be left', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/operations/reminders?part=cadences' });
    await tab.getByRole('button', { name: 'Ret takten for Politik' }).click();
    const dialog = tab.getByRole('dialog');
    const rows = dialog.getByRole('button', { name: /^Fjern påmindelsen/ });
    const before = await rows.count();
    const held = slow('PUT /api/reminders/cadences/:kind');
    await dialog.getByRole('button', { name: 'Gem takten' }).click();
    await isSent('PUT /api/reminders/cadences');
    await rows.first().click();
    await later();
    expect(await rows.count()).toBe(before);
    await dialog.getByRole('button', { name: 'Fortryd' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    held.release();
  });

  it('is not taken by a vote', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/approvals' });
    await goTo(tab, `/approvals/${koerelister}`);
    const comment = tab.getByLabel('Kommentar');
    await comment.fill('Fint');
    const held = slow('POST /api/approvals/:requestKey/vote');
    await tab.getByRole('button', { name: 'Godkend', exact: true }).click();
    await isSent('POST /api/approvals');
    await writesOn(comment);
    await later();
    expect(await comment.inputValue()).toBe('Fint');
    held.release();
  });
});
