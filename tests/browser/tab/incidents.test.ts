import { describe, expect, it } from 'vitest';
import { axe } from './mock/browser.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();

describe('incidents', () => {
  it('are seen and taken by the ISK, from Mit center too, and found by words and state', async () => {
    const { tab } = await openTab({ person: 'isk', path: '/centre' });
    await tab.getByText('1 har brug for hjælp, og ingen har taget den').waitFor();
    await tab.getByRole('link', { name: 'Hændelser' }).click();
    await tab.getByRole('heading', { level: 1, name: '1 har brug for hjælp, og ingen har taget den' }).waitFor();
    await tab.getByText('Glemt i bus 400S kl. 22').waitFor();
    expect(await tab.getByRole('link', { name: '28 12 34 56' }).getAttribute('href')).toBe('tel:28123456');
    await tab.getByRole('button', { name: /^Jeg tager den:/ }).click();
    await tab.getByText(/^Du har taget den\./).waitFor();
    expect(mock.asked.some((one) => one.includes('POST') && one.includes('/incidents/phone/take'))).toBe(true);
    await tab.getByRole('searchbox').fill('bus');
    await tab.getByRole('button', { name: 'Afsluttede' }).click();
    await expect
      .poll(() => mock.asked.some((one) => /\/incidents\?.*state=closed/.test(one) && one.includes('q=bus')))
      .toBe(true);
    expect(await axe(tab)).toEqual([]);
  });

  it('say to an employee what to write, and nothing of others', async () => {
    const { tab } = await openTab({ person: 'employee', path: '/incidents' }, { width: 320 });
    await tab.getByRole('heading', { level: 1, name: 'Ingen hændelser er åbne' }).waitFor();
    await tab.getByText('jeg har mistet min telefon').waitFor();
    expect(await tab.getByRole('link', { name: 'Hvad botten svarer' }).count()).toBe(0);
  });

  it('have their numbers and first steps written by the CISO', async () => {
    const { tab } = await openTab({ person: 'ciso', path: '/incidents' });
    await tab.getByRole('link', { name: 'Hvad botten svarer' }).click();
    await tab.getByText('Der står ikke noget nummer endnu').waitFor();
    const phone = tab.getByLabel('Telefon i arbejdstiden').first();
    await phone.fill('1'.repeat(41));
    await phone.press('Tab');
    await tab.getByRole('button', { name: 'Gem' }).first().click();
    await expect.poll(() => tab.locator('[id^="field"][role="alert"], [role="alert"]').count()).toBeGreaterThan(0);
    await phone.fill('43 57 10 11');
    await tab.getByRole('button', { name: 'Gem' }).first().click();
    await tab.getByText('Gemt. Botten svarer sådan fra nu af.').waitFor();
    expect(await axe(tab)).toEqual([]);
  });
});
