import { afterEach, describe, expect, it } from 'vitest';
import type { HostWindow } from '../tab-page/host-page.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { axe, ownTab, today, type Opened } from '../tab-page.ts';

const { openTab, ask, asked, person, goToDay, slow, world, leave } = ownTab();
const owed = async (reader: string) => {
  const { obligations } = await ask(reader, 'GET /api/me', {});
  return { total: obligations.filter(({ state }) => state === 'open').length };
};
let opened: Opened | undefined;
const show = async (...args: Parameters<typeof openTab>) => (opened = await openTab(...args));
afterEach(() => {
  expect(opened?.complaints).toEqual([]);
});

describe('Mit overblik', () => {
  it('answers first: what the reader owes, by when, and one button each; what is overdue in words, not by colour alone', async () => {
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du har 3 opgaver' }).waitFor();
    await tab.getByText('Én er over tiden.').waitFor();
    await tab.getByText('26 dage over tiden (29. oktober)').waitFor();
    await tab.getByText('Senest om 6 dage (30. november)').waitFor();
    await expect
      .poll(() => tab.getByRole('region', { name: 'Dine opgaver' }).getByRole('link').allInnerTexts())
      .toEqual(['Læs og bekræft', 'Læs og bekræft', 'Åbn kurset']);
  });

  it('speaks English to those whose Teams does', async () => {
    const { tab } = await show({ locale: 'en-gb' });
    await tab.getByRole('heading', { level: 1, name: 'You have 3 tasks' }).waitFor();
    expect(await tab.evaluate(() => document.documentElement.lang)).toBe('en');
    await expect.poll(() => tab.getByRole('button', { name: /bekræft/ }).count()).toBe(0);
    await leave();
    const english = await show({ locale: 'en-gb', path: '/policy' });
    await english.tab.getByText('The text is in Danish, as it was written.').waitFor();
    expect(await english.tab.locator('[data-part="markdown"]').first().getAttribute('lang')).toBe('da');
    await leave();
    const danish = await show({ path: '/policy' });
    await danish.tab.locator('[data-part="markdown"]').first().waitFor();
    expect(await danish.tab.locator('[data-part="markdown"][lang]').count()).toBe(0);
  });

  it('is two presses from done, also by keyboard, and shows the receipt', async () => {
    const { tab, page } = await show();
    await tab.getByRole('listitem').filter({ hasText: 'Informationssikkerhedspolitik' }).getByRole('link').focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Jeg har læst og følger den' }).focus();
    await page.keyboard.press('Enter');
    await tab.getByText(/^Tak, Anne\. Du bekræftede version 4\.0 den 24\.\snov\. 2026 kl\. 09\.\d\d\.$/).waitFor();
    await tab.getByRole('link', { name: 'Mit overblik' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du har 2 opgaver' }).waitFor();
  });

  it('says that an answer is on its way, of what and since when, until it is done', async () => {
    const { journey } = world();
    const params = { versionKey: 'policy-4-0' };
    const { people } = await ask('ciso', 'GET /api/policy/versions/:versionKey/missing', {
      params,
      query: { limit: 100 },
    });
    const button = 'Jeg har læst og følger den';
    const chats = await Promise.all(people.map(async (one) => ({ one, lines: await journey.chatOf(one) })));
    const chat = chats.find(({ lines }) => lines.some(({ card }) => JSON.stringify(card ?? '').includes(button)));
    const message = chat?.lines.find(({ card }) => JSON.stringify(card ?? '').includes(button));
    if (!chat || !message) throw new Error('nobody has the card');
    await journey.control('PUT', 'faults', { graph: { away: true } });
    await journey.press(chat.one, message.id, button);
    const { tab } = await show({ person: chat.one.name });
    await tab.getByText('1 svar er på vej').waitFor();
    await tab.getByText(/^Bekræftelse af politikken, 24\.\snov\. 2026 kl\. 09\.\d\d$/).waitFor();
    expect(await axe(tab)).toEqual([]);
    await journey.control('PUT', 'faults', { graph: { away: false } });
    await expect.poll(() => tab.getByText('er på vej').count()).toBe(0);
  });

  it('names the ISK with role and centre, and opens the chat through Teams', async () => {
    const { page, tab } = await show();
    const card = tab.getByRole('region', { name: 'Din ISK' });
    await card.getByText('Teamleder, Center for Voksne og Velfærd').waitFor();
    await card.getByRole('button', { name: 'Skriv i Teams: Mette Sørensen' }).click();
    const links = () => page.evaluate(() => (globalThis as unknown as HostWindow).host.links);
    await expect.poll(links).toEqual(['https://teams.microsoft.com/l/chat/0/0?users=mette.soerensen%40ishoj.example']);
  });

  it('leads to the chat, where an accident is reported, and to what the reader has reported', async () => {
    const { page, tab } = await show();
    const card = tab.getByRole('region', { name: 'Er der sket noget?' });
    await card.getByRole('button', { name: 'Skriv i chatten' }).click();
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as HostWindow).host.links))
      .toEqual([expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/entity\/[\da-f-]{36}\/conversations$/)]);
    await card.getByRole('link', { name: 'Det, du har meldt' }).click();
    await tab.getByRole('heading', { name: 'Her er ingen hændelser' }).waitFor();
    await tab.getByRole('button', { name: 'Skriv i chatten' }).waitFor();
  });

  it('says who has put the reader on leave, and ends it by one press', async () => {
    const { id } = await person('coordinator');
    const params = { personId: id };
    await ask('centreManager', 'PUT /api/absences/:personId', {
      params,
      body: { from: today, to: addDays(today, 68) },
    });
    const { tab } = await show({ person: 'coordinator' });
    await tab.getByText('Du er meldt på orlov fra 24. nov. 2026 til 31. jan. 2027').waitFor();
    await tab.getByText(/Hanne Toft Lauridsen har meldt det\. Imens venter dine egne opgaver/).waitFor();
    await tab.getByRole('button', { name: 'Jeg er ikke på orlov' }).click();
    await tab.getByText('Orloven er afsluttet, og du har dine opgaver igen.').waitFor();
    expect(asked().some((request) => request.startsWith('DELETE /api/absences/'))).toBe(true);
    await expect.poll(() => tab.getByText('Du er meldt på orlov').count()).toBe(0);
  });

  it('says that the leave has ended also when the page has seen it before the answer comes', async () => {
    const { id } = await person('coordinator');
    const params = { personId: id };
    await ask('centreManager', 'PUT /api/absences/:personId', {
      params,
      body: { from: today, to: addDays(today, 68) },
    });
    const { tab } = await show({ person: 'coordinator' });
    const answer = slow('DELETE /api/absences/:personId');
    await tab.getByRole('button', { name: 'Jeg er ikke på orlov' }).click();
    await ask('coordinator', 'DELETE /api/absences/:personId', { params });
    // What was read a moment ago is not read again at the first look.
    const seenAgain = async () => {
      await tab.evaluate(() => globalThis.dispatchEvent(new Event('visibilitychange')));
      return tab.getByText('Du er meldt på orlov').count();
    };
    await expect.poll(seenAgain).toBe(0);
    answer.release();
    await tab.getByText('Orloven er afsluttet, og du har dine opgaver igen.').waitFor();
  });

  it('shows coverage to those who follow up, its number a link to the rows, and to nobody else', async () => {
    const { tab, close } = await show({ person: 'coordinator' });
    await tab.getByRole('link', { name: /^\d+ mangler$/ }).click();
    await tab.getByRole('heading', { name: 'De mangler at bekræfte' }).waitFor();
    await close();
    const count = () => asked().filter((request) => request.includes('/coverage')).length;
    const before = count();
    expect(before).toBeGreaterThan(0);
    const employee = await show({ person: 'employee' });
    await employee.tab.getByText('Version 4.0, gælder fra').waitFor();
    await expect.poll(() => employee.tab.getByText('har bekræftet politikken').count()).toBe(0);
    expect(count()).toBe(before);
  });

  it('begins with what the reader’s roles owe, shows the three most urgent of each, and leads to all of them', async () => {
    const { tab } = await show({ person: 'coordinator' });
    await expect
      .poll(() =>
        tab
          .getByRole('region', { name: /^Opgaver (?:i|som) / })
          .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
      )
      .toEqual(['Opgaver i din rolle', 'Opgaver som medarbejder']);
    const ofRole = tab.getByRole('region', { name: 'Opgaver i din rolle' });
    await expect.poll(() => ofRole.getByRole('listitem').count()).toBe(3);
    expect((await ofRole.getByRole('link').allInnerTexts())[0]).toBe('Skriv planen');
    const region = tab.getByRole('region', { name: 'Opgaver som medarbejder' });
    await region.getByRole('heading', { name: 'Læs og bekræft Telefoner i hjemmeplejen' }).waitFor();
    const { total } = await owed('coordinator');
    await tab.getByRole('link', { name: `Se alle ${total} opgaver` }).click();
    await tab.getByRole('heading', { level: 1, name: new RegExp(`^Du har ${total} opgaver`) }).waitFor();
    await expect.poll(() => tab.getByRole('link', { name: 'Mit overblik' }).getAttribute('aria-current')).toBe('page');
  });

  it('says whom to ask when the centre has no ISK', async () => {
    const { assignments } = await ask('ciso', 'GET /api/organisation/assignments', {});
    for (const { key, role, centre, state } of assignments)
      if (role === 'coordinator' && centre?.id === 'voksne-og-velfaerd' && state === 'current')
        await ask('ciso', 'POST /api/organisation/assignments/:key/end', { params: { key }, body: { endsOn: today } });
    await goToDay(addDays(today, 1));
    const { tab } = await show();
    await tab.getByText(/Dit center har ingen ISK lige nu. Spørg din leder, /).waitFor();
  });
});
