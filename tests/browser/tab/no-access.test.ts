import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axe, goTo, overflows, refusal, resize, sharedTab } from '../tab-page.ts';

const { openTab, fails, works } = sharedTab();
const show = async (opening: Parameters<typeof openTab>[0]) => (await openTab(opening)).tab;
const waysOf = (tab: Frame) =>
  tab
    .locator('[data-part="blank-actions"] a')
    .evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')]));
const home = ['Gå til Mit overblik', '/tab/'];

describe('a page that is not the reader’s', () => {
  it('says what it is, and leads to the reader’s own; readable by all, wide and narrow', async () => {
    const opened = await openTab({ person: 'employee', path: '/contingency' });
    const { tab } = opened;
    await tab.getByRole('heading', { level: 1, name: 'Du har ikke adgang til denne side' }).waitFor();
    await tab.getByText('Siden er for dem, der holder styr på beredskabet.').waitFor();
    await tab.getByText('Mangler du adgang, så spørg din ISK eller sikkerhedsteamet.').waitFor();
    expect(await waysOf(tab)).toEqual([['Gå til Når det er nede', '/tab/contingency/mine'], home]);
    expect(await axe(tab)).toEqual([]);
    await resize(opened, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    await tab.getByRole('link', { name: 'Gå til Når det er nede' }).click();
    await tab.getByRole('heading', { level: 1, name: /når noget er nede/ }).waitFor();
  });

  it('says to whom the directory does not know that it does not, and leads nowhere', async () => {
    const unknown = 'Vi kan ikke finde dig blandt kommunens ansatte.';
    const body = refusal('access.unknownPerson', unknown, 'forbidden');
    fails('GET /api/me', 403, { body });
    fails('GET /api/policy', 403, { body });
    const tab = await show({ person: 'employee' });
    await tab.getByRole('heading', { level: 1, name: 'Vi kan ikke finde dig endnu' }).waitFor();
    await tab.getByText(unknown).waitFor();
    expect(await waysOf(tab)).toEqual([]);
    works('GET /api/me');
    works('GET /api/policy');
  });

  it('says of a new sheet about nothing where what it is about is chosen', async () => {
    const tab = await show({ person: 'ciso', path: '/sign-sheets/new' });
    await tab.getByText('Vælg først, hvad der skal skrives under på').waitFor();
    await tab.getByRole('link', { name: 'Vælg det' }).click();
    await expect.poll(() => tab.evaluate(() => location.pathname)).toBe('/tab/sign-sheets');
    expect(await tab.getByText('Nogle felter skal rettes').count()).toBe(0);
  });

  it('says so in English', async () => {
    const tab = await show({ person: 'employee', path: '/risks', locale: 'en-gb' });
    await tab.getByText('This page is for those responsible for risks.').waitFor();
    await tab.getByRole('link', { name: 'Go to My tasks' }).waitFor();
  });

  it('leads whoever sees the rest of the area to that, and from a form to what may be read', async () => {
    const tab = await show({ person: 'coordinator', path: '/standards/import' });
    await tab.getByRole('link', { name: 'Gå til Standarder' }).waitFor();
    await goTo(tab, '/contingency/plans/plan-netvaerk/edit');
    await tab.getByRole('link', { name: 'Læs den uden at rette' }).waitFor();
    expect((await waysOf(tab))[0]).toEqual(['Læs den uden at rette', '/tab/contingency/plans/plan-netvaerk']);
  });

  it('leads on also where nothing is, or nothing that the reader may know of', async () => {
    const tab = await show({ person: 'employee', path: '/contingency/plans/plan-komogga' });
    await tab.getByRole('heading', { name: 'Siden findes ikke' }).waitFor();
    expect(await waysOf(tab)).toEqual([['Gå til Når det er nede', '/tab/contingency/mine'], home]);
    await goTo(tab, '/nowhere');
    await expect.poll(() => waysOf(tab)).toEqual([home]);
  });

  it('is heard when one comes to it from another page', async () => {
    const tab = await show({ person: 'employee', path: '/organisation' });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await goTo(tab, '/contingency');
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.textContent))
      .toBe('Du har ikke adgang til denne side');
    expect(await tab.evaluate(() => document.title)).toContain('Du har ikke adgang til denne side');
  });

  it('offers no part beside a page that would be refused', async () => {
    const tab = await show({ person: 'employee', path: '/contingency/plans' });
    const beside = tab.getByRole('navigation', { name: 'Beredskab' }).getByRole('link');
    await beside.first().waitFor();
    expect(await beside.allTextContents()).toEqual(['Når det er nede', 'Planer', 'Afprøvninger', 'Offline-pakker']);
  });
});

describe('the rail', () => {
  it('groups its entries for whoever sees many, and not for whoever sees four', async () => {
    const ciso = await openTab({ person: 'ciso' });
    const rail = (tab: typeof ciso.tab) => tab.getByRole('navigation', { name: 'Hovedmenu', exact: true });
    const entries = (tab: typeof ciso.tab, name: string) =>
      rail(tab).getByRole('list', { name }).getByRole('link').allInnerTexts();
    expect(await entries(ciso.tab, 'Hver dag')).toContain('Mit overblik');
    expect(await entries(ciso.tab, 'Styring')).toEqual(
      expect.arrayContaining(['Risici', 'Beredskab', 'Årshjul', 'Tilsyn']),
    );
    expect(await rail(ciso.tab).getByRole('link').count()).toBe(14);
    await ciso.close();
    const { tab } = await openTab({ person: 'employee' });
    expect(await rail(tab).getByRole('link').count()).toBe(4);
    expect(await rail(tab).getByText('Hver dag').count()).toBe(0);
  });
});
