import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axe, open, type Opened } from './mock/browser.ts';
import { sharedMock, type MockServer } from './mock/server.ts';
import { launch, leaveBrowser } from '../launch.ts';

let mock: MockServer;
let browser: Browser;
let opened: Opened | undefined;
beforeAll(async () => {
  [mock, browser] = await Promise.all([sharedMock(), launch()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
});
beforeEach(() => mock.reset());
afterEach(async () => {
  const complaints = opened?.complaints ?? [];
  await opened?.close();
  opened = undefined;
  expect(complaints).toEqual([]);
});
const show = async (...args: [opening?: object, screen?: object]) => (opened = await open(browser, mock, ...args));

describe('Mit overblik', () => {
  it('answers first: what the reader owes, by when, and one button', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder én ting' }).waitFor();
    await tab.getByText('Senest om 12 dage (6. december)').waitFor();
    await expect
      .poll(() => tab.getByRole('region', { name: 'Det skylder du' }).getByRole('link').allInnerTexts())
      .toEqual(['Læs og bekræft']);
  });

  it('is two presses from done, and shows the receipt', async () => {
    const { tab } = await show();
    await tab.getByRole('link', { name: 'Læs og bekræft' }).click();
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).click();
    await tab.getByText('Tak, Kim. Du bekræftede version 4.0 den 24. nov. 2026 kl. 10.12.').waitFor();
    await tab.getByRole('link', { name: 'Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du skylder ingenting' }).waitFor();
  });

  it('says that an answer is on its way, of what and since when, until it is done', async () => {
    const coming = [{ verb: 'policy.acknowledge', pressedAt: '2026-11-24T09:12:00.000Z' }];
    mock.override('GET /api/me', { change: (me) => ({ ...me, coming }) });
    const { tab } = await show();
    await tab.getByText('1 svar er på vej').waitFor();
    await tab.getByText('Bekræftelse af politikken, 24. nov. 2026 kl. 10.12').waitFor();
    expect(await axe(tab)).toEqual([]);
    mock.override('GET /api/me', { change: (me) => ({ ...me, coming: [] }) });
    await expect.poll(() => tab.getByText('er på vej').count()).toBe(0);
  });

  it('names the ISK with role and centre, and opens the chat through Teams', async () => {
    const { page, tab } = await show();
    const card = tab.getByRole('region', { name: 'Din ISK' });
    await card.getByText('Sagsbehandler, Center for Voksne og Velfærd').waitFor();
    await card.getByRole('button', { name: /Skriv i Teams/ }).click();
    const links = () => page.evaluate(() => (window as unknown as { host: { links: string[] } }).host.links);
    await expect.poll(links).toEqual(['https://teams.microsoft.com/l/chat/0/0?users=isk%40ishoj.example']);
  });

  it('says whom to ask when the centre has no ISK', async () => {
    mock.override('GET /api/me', { change: (me) => ({ ...me, coordinators: [] }) });
    const { tab } = await show();
    await tab.getByText(/Dit center har ingen ISK lige nu. Spørg din leder, Birgitte/).waitFor();
  });

  it('says who has put the reader on leave, and ends it by one press', async () => {
    const leave = { from: '2026-11-24', to: '2027-01-31', by: { id: 'p9', name: 'Birgitte Holm' } };
    let away = true;
    mock.override('GET /api/me', { change: (me) => (away ? { ...me, leave } : me) });
    const { tab } = await show();
    await tab.getByText('Du er meldt på orlov fra 24. nov. 2026 til 31. jan. 2027').waitFor();
    await tab.getByText(/Birgitte Holm har meldt det\. Imens stemmer din stedfortræder/).waitFor();
    away = false;
    await tab.getByRole('button', { name: 'Jeg er ikke på orlov' }).click();
    await tab.getByText('Orloven er afsluttet. Du har din stemme og dine opgaver igen.').waitFor();
    expect(mock.asked.some((request) => request.startsWith('DELETE /api/absences/'))).toBe(true);
    await expect.poll(() => tab.getByText('Du er meldt på orlov').count()).toBe(0);
  });

  it('shows coverage to those who follow up, its number a link to the rows, and to nobody else', async () => {
    const { tab } = await show({ person: 'isk' });
    await tab.getByRole('link', { name: '455 mangler' }).click();
    await tab.getByRole('heading', { name: 'De mangler at bekræfte' }).waitFor();
    await opened?.close();
    const employee = await show({ person: 'employee' });
    await employee.tab.getByRole('heading', { level: 1 }).waitFor();
    await employee.tab.getByText('Version 4.0, gælder fra').waitFor();
    await expect.poll(() => employee.tab.getByText('har bekræftet politikken').count()).toBe(0);
    await expect.poll(() => mock.asked.filter((request) => request.includes('/coverage')).length).toBeGreaterThan(0);
  });

  it('begins with what the reader’s roles owe, shows the three most urgent of each, and leads to all of them', async () => {
    const { tab } = await show({ person: 'isk' });
    await expect
      .poll(() =>
        tab
          .getByRole('region', { name: /^Det skylder du/ })
          .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
      )
      .toEqual(['Det skylder du i din rolle', 'Det skylder du som medarbejder']);
    const ofRole = tab.getByRole('region', { name: 'Det skylder du i din rolle' });
    expect((await ofRole.getByRole('link').allInnerTexts())[0]).toBe('Åbn opgaven');
    const region = tab.getByRole('region', { name: 'Det skylder du som medarbejder' });
    await region.getByRole('heading', { name: 'Tag kurset Årligt GDPR-kursus' }).waitFor();
    await expect.poll(() => region.getByRole('link').allInnerTexts()).toEqual(['Åbn kurset', 'Læs og bekræft']);
    await tab.getByRole('link', { name: 'Se alle 5 opgaver' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du har 5 ting at gøre, 1 er over tiden' }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Mit overblik' }).getAttribute('aria-current')).toBe('page');
  });

  it('counts what is overdue in words, not by colour alone', async () => {
    mock.override('GET /api/me', {
      change: (me) => ({
        ...me,
        obligations: [
          {
            key: 'o',
            kind: 'acknowledgePolicy',
            title: 'Politik',
            due: '2026-11-20',
            since: '2026-11-01',
            daysLeft: -4,
            path: '/policy',
          },
        ],
      }),
    });
    const { tab } = await show();
    await tab.getByText('Én er over tiden.').waitFor();
    await tab.getByText('4 dage over tiden (20. november)').waitFor();
  });

  it('speaks English to those whose Teams does', async () => {
    const { tab } = await show({ locale: 'en-gb' });
    await tab.getByRole('heading', { level: 1, name: 'You owe one thing' }).waitFor();
    expect(await tab.evaluate(() => document.documentElement.lang)).toBe('en');
    await expect.poll(() => tab.getByText(/bekræft/).count()).toBe(0);
  });
});
