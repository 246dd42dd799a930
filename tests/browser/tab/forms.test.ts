import { describe, expect, it } from 'vitest';
import { fieldRefusal, refusal, sharedTab } from '../tab-page.ts';

/** What holds of every form, shown on the one of an advice: a person, a text, a draft on the device. */
const { openTab, fails, works, asked } = sharedTab();
const add = 'POST /api/advice';
const show = async () => {
  const { tab } = await openTab({ person: 'securityTeam', path: '/figures/team' });
  await open(tab);
  return { tab };
};
const open = (tab: Tab) => tab.getByRole('button', { name: 'Skriv et råd ned' }).first().click();
type Tab = Awaited<ReturnType<typeof openTab>>['tab'];
const answer = (tab: Tab) => tab.getByRole('textbox', { name: 'Hvad blev der svaret?' });
const save = (tab: Tab) => tab.getByRole('button', { name: 'Gem', exact: true }).click();
const choose = async (tab: Tab) => {
  await tab.getByRole('searchbox', { name: 'Søg efter navn' }).fill('kj');
  await tab.locator('[data-part="found-list"] button').first().click();
};
const draft = (tab: Tab) => tab.evaluate(() => localStorage.getItem('sikkerhedshjulet.advice.new') ?? '');
const sent = () => asked().filter((request) => request === add).length;

describe('a form', () => {
  it('says at each field what is missing, the first one focused, and sends nothing', async () => {
    const { tab } = await show();
    await save(tab);
    await tab.getByText('Vælg, hvem der spurgte.').waitFor();
    await tab.getByText('Udfyld feltet').waitFor();
    const search = tab.getByRole('searchbox', { name: 'Søg efter navn' });
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(sent()).toBe(0);
  });

  it('puts what the API refuses at its field, and asks the API again at the next press', async () => {
    const { tab } = await show();
    await choose(tab);
    await answer(tab).fill('Del ikke adgangskoder.');
    fails(add, 400, { body: fieldRefusal('askedById', 'Personen er fratrådt.') });
    await save(tab);
    await tab.getByRole('alert').getByText('Personen er fratrådt.').waitFor();
    fails(add, 400, { body: fieldRefusal('answer', 'Teksten ligner et CPR-nummer.') });
    await save(tab);
    await tab.getByText('Teksten ligner et CPR-nummer.').waitFor();
    await expect.poll(() => tab.getByText('Personen er fratrådt.').count()).toBe(0);
    await expect.poll(() => answer(tab).evaluate((box) => box === document.activeElement)).toBe(true);
    works(add);
  });

  it('tells as a whole what has no field', async () => {
    const { tab } = await show();
    await choose(tab);
    await answer(tab).fill('Del ikke adgangskoder.');
    fails(add, 400, { body: fieldRefusal('somethingElse', 'Noget andet er galt.') });
    await save(tab);
    await tab.getByRole('alert').getByText('Noget andet er galt.').waitFor();
    works(add);
  });

  it('is sent once, however often it is pressed while it is on its way', async () => {
    const { tab } = await show();
    await choose(tab);
    await answer(tab).fill('Del ikke adgangskoder.');
    const { promise, resolve } = Promise.withResolvers<undefined>();
    fails(add, 500, { body: refusal('test', 'Noget gik galt hos os.'), until: promise });
    await save(tab);
    await tab.getByRole('button', { name: 'Gemmer' }).waitFor();
    const form = tab.locator('[role="dialog"] form');
    for (let press = 0; press < 3; press += 1)
      await form.evaluate((element) => element instanceof HTMLFormElement && element.requestSubmit());
    resolve(undefined);
    await tab.getByRole('alert').getByText('Noget gik galt hos os.').waitFor();
    expect(sent()).toBe(1);
    works(add);
  });

  it('is a draft on the device while it is written, at once when the form is left, and comes back', async () => {
    const { tab } = await show();
    await answer(tab).fill('Del ikke');
    await tab.getByRole('button', { name: 'Fortryd' }).click();
    await expect.poll(() => draft(tab)).toContain('Del ikke');
    await open(tab);
    await expect.poll(() => answer(tab).inputValue()).toBe('Del ikke');
  });
});
