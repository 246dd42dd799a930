import { describe, expect, it } from 'vitest';
import { refusal } from './mock/server.ts';
import { tabUnderTest } from './mock/tab-under-test.ts';

const { mock, openTab } = tabUnderTest();
const show = async (path = '/learning', person = 'employee') => openTab({ person, path });

type Mine = { courses: object[]; history: object[] };
const courseIs = (change: object) =>
  mock.override('GET /api/learning', {
    change: (view) => ({ ...view, courses: (view as Mine).courses.map((course) => ({ ...course, ...change })) }),
  });

describe('Mine kurser', () => {
  it('is an entry of the rail for everybody, and gives the answer first', async () => {
    const { tab } = await show('/');
    await tab.getByRole('link', { name: 'E-læring' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du mangler kurset GDPR i hverdagen.' }).waitFor();
    await tab.getByText('Det tager 25 minutter. Tag det senest 31. jan. 2027, om 68 dage.').waitFor();
    await tab.getByText('Fordi dit center arbejder med persondata.').waitFor();
    await expect.poll(() => tab.getByRole('navigation', { name: 'E-læring' }).count()).toBe(0);
  });

  it('opens the course through Teams', async () => {
    const { tab, page } = await show();
    await tab.getByRole('button', { name: 'Åbn kurset GDPR i hverdagen' }).click();
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { host: { links: string[] } }).host.links))
      .toEqual(['https://kurser.ishoj.example/gdpr']);
  });

  it('takes one’s own word with the day, says that it is, and remembers it', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Jeg har taget det' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Jeg har taget GDPR i hverdagen' });
    await dialog.getByText(/Det er dit eget ord for det/).waitFor();
    await expect.poll(() => dialog.getByLabel('Hvilken dag tog du det?').inputValue()).toBe('2026-11-24');
    await dialog.getByLabel('Hvilken dag tog du det?').fill('2026-11-20');
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    await tab.getByText('Tak. Du har taget GDPR i hverdagen.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du mangler ingen kurser.' }).waitFor();
    await tab.getByText('Du tog det 20. nov. 2026. Selvangivet.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg har taget det' }).count()).toBe(0);
  });

  it('takes no day that has not come', async () => {
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Jeg har taget det' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('Hvilken dag tog du det?').fill('2026-12-01');
    await dialog.getByText('Vælg i dag eller en tidligere dag').waitFor();
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    expect(mock.asked.filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  it('shows why it was refused, and can be pressed again', async () => {
    mock.override('POST /api/learning/rounds/:roundKey/declare', { status: 409, body: refusal('Runden er lukket.') });
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Jeg har taget det' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    await dialog.getByRole('alert').getByText('Runden er lukket.').waitFor();
    mock.override('POST /api/learning/rounds/:roundKey/declare', undefined);
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    await tab.getByText('Tak. Du har taget GDPR i hverdagen.').waitFor();
  });

  it('asks Viva Learning where the course is there, and says what it answered', async () => {
    courseIs({ abilities: { declare: false, fetch: true } });
    const { tab } = await show();
    const button = tab.getByRole('button', { name: 'Hent fra Viva Learning' });
    await button.waitFor();
    mock.override('GET /api/learning', undefined);
    await button.click();
    await tab.getByText('Viva Learning har meldt, at du har taget kurset.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du mangler ingen kurser.' }).waitFor();
  });

  it('offers no button where the round does not take one’s own word, and says how it is registered', async () => {
    courseIs({ abilities: { declare: false } });
    const { tab } = await show();
    await tab.getByText(/bliver registreret her, når læringssystemet har meldt det/).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg har taget det' }).count()).toBe(0);
  });

  it('says what was missed over the years, and by whom it was registered', async () => {
    const { tab } = await show();
    await tab.getByRole('row', { name: /31\. jan\. 2025 Ikke taget i GDPR 2025/ }).waitFor();
    await tab.getByRole('row', { name: /8\. jan\. 2024 Taget Registreret af/ }).waitFor();
  });

  it.each([
    [{ state: 'overdue', due: '2026-11-18', daysLeft: -6 }, 'Skulle være taget 18. nov. 2026, 6 dage over tiden'],
    [{ state: 'open', daysLeft: 0 }, 'Senest i dag'],
    [{ state: 'paused', abilities: { declare: false } }, /Du er på orlov og skal ikke tage kurset nu/],
    [
      { state: 'exempt', exemption: { reason: 'Udlånt', until: '2027-06-30' }, abilities: { declare: false } },
      'Du er fritaget til og med 30. jun. 2027: Udlånt',
    ],
    [{ state: 'notObliged', abilities: { declare: false } }, 'Du skal ikke tage dette kursus i år.'],
  ])('says %o in words', async (change, words) => {
    courseIs(change);
    const { tab } = await show();
    await tab.getByText(words, { exact: true }).waitFor();
  });

  it('teaches when there is no course', async () => {
    mock.override('GET /api/learning', { change: (view) => ({ ...view, courses: [], history: [] }) });
    const { tab } = await show();
    await tab.getByRole('heading', { name: 'Du har ingen kurser lige nu' }).waitFor();
    await tab.getByText('Når du har taget et kursus, står det her og bliver stående.').waitFor();
  });

  it('fetches earlier years when they are asked for, one after the other, also by keyboard', async () => {
    const { tab, page } = await show();
    const button = tab.getByRole('button', { name: 'Vis tidligere kurser (2023)' });
    await button.waitFor();
    expect(mock.asked.filter((request) => request.includes('earlier'))).toEqual([]);
    await button.focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('table', { name: 'Mine kurser i 2023' }).getByText('Sikker mail').waitFor();
    await expect
      .poll(() =>
        tab.getByRole('heading', { name: 'Mine kurser i 2023' }).evaluate((found) => found === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab.getByText('Der er ikke flere kurser fra 2021.').waitFor();
    await tab.getByText('Der er ikke gemt kurser fra før 2021.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Vis tidligere/ }).count()).toBe(0);
  });

  it('says why an earlier year cannot be shown, keeps the rest, and tries again', async () => {
    mock.override('GET /api/learning/earlier', { status: 409, body: refusal('Filen med 2023 er ændret.') });
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Vis tidligere kurser (2023)' }).click();
    await tab.getByRole('alert').getByText('Filen med 2023 er ændret.').waitFor();
    await tab.getByRole('table', { name: 'Mine kurser gennem årene' }).waitFor();
    mock.override('GET /api/learning/earlier', undefined);
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.getByRole('table', { name: 'Mine kurser i 2023' }).waitFor();
  });

  it('counts several missing courses', async () => {
    mock.override('GET /api/learning', {
      change: (view) => ({
        ...view,
        courses: ['a', 'b'].map((roundKey) => ({ ...(view as Mine).courses[0], roundKey })),
      }),
    });
    const { tab } = await show();
    await tab.getByRole('heading', { level: 1, name: 'Du mangler 2 kurser.' }).waitFor();
  });

  it('shows the other parts to those who have them', async () => {
    const { tab } = await show('/learning', 'isk');
    const parts = tab.getByRole('navigation', { name: 'E-læring' });
    await parts.getByRole('link', { name: 'Dækning' }).waitFor();
    await expect.poll(() => parts.getByRole('link').allInnerTexts()).toEqual(['Mine kurser', 'Dækning', 'Fritagelser']);
  });
});
