import { describe, expect, it } from 'vitest';
import type { HostWindow } from '../tab-page/host-page.ts';
import { ownTab, refusal } from '../tab-page.ts';

const { openTab, fails, works, asked, person, world } = ownTab();
const show = async (path = '/learning', person = 'employee') => openTab({ person, path });

describe('Mine kurser', () => {
  it('is an entry of the rail for everybody, and gives the answer first', async () => {
    const { tab } = await show('/');
    await tab.getByRole('link', { name: 'E-læring' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Du skal tage kurset GDPR i hverdagen.' }).waitFor();
    await tab.getByText('Det tager 25 minutter. Tag det senest 31. jan. 2027, om 68 dage.').waitFor();
    await tab.getByText('Fordi alle ansatte skal tage det.').waitFor();
    await expect.poll(() => tab.getByRole('navigation', { name: 'E-læring' }).count()).toBe(0);
  });

  it('opens the course through Teams', async () => {
    const { tab, page } = await show();
    await tab.getByRole('button', { name: 'Åbn kurset GDPR i hverdagen' }).click();
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as HostWindow).host.links))
      .toEqual(['https://laering.example/gdpr-i-hverdagen']);
  });

  it('takes one’s own word with the day, says that it is, and remembers it', async () => {
    const { tab } = await show('/learning', 'Iryna Kaya');
    await tab.getByRole('button', { name: 'Jeg har taget det' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Jeg har taget GDPR i hverdagen' });
    await dialog.getByText(/Det er dit eget ord for det/).waitFor();
    await expect.poll(() => dialog.getByLabel('Hvilken dag tog du det?').inputValue()).toBe('2026-11-24');
    await dialog.getByLabel('Hvilken dag tog du det?').fill('2026-11-20');
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    await tab.getByText('Tak. Du har taget GDPR i hverdagen.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du har ingen kurser, du skal tage.' }).waitFor();
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
    expect(asked().filter((request) => request.startsWith('POST'))).toEqual([]);
  });

  it('shows why it was refused, and can be pressed again', async () => {
    fails('POST /api/learning/rounds/:roundKey/declare', 409, { body: refusal('test', 'Runden er lukket.') });
    const { tab } = await show('/learning', 'Jette Lund');
    await tab.getByRole('button', { name: 'Jeg har taget det' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    await dialog.getByRole('alert').getByText('Runden er lukket.').waitFor();
    works('POST /api/learning/rounds/:roundKey/declare');
    await dialog.getByRole('button', { name: 'Gem, at jeg har taget det' }).click();
    await tab.getByText('Tak. Du har taget GDPR i hverdagen.').waitFor();
  });

  it('asks Viva Learning where the course is there, and says what it answered', async () => {
    const { id: userId } = await person('Mette Nielsen');
    const { tab } = await show('/learning', 'Mette Nielsen');
    const button = tab.getByRole('button', { name: 'Hent fra Viva Learning' });
    await button.click();
    await tab.getByText(/^Viva Learning har ikke meldt noget nyt/).waitFor();
    world().journey.desk.world?.learning.put({
      userId,
      contentId: 'gdpr-i-hverdagen',
      status: 'completed',
      completedDateTime: '2026-11-20T09:00:00Z',
    });
    await button.click();
    await tab.getByText('Viva Learning har meldt, at du har taget kurset.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Du har ingen kurser, du skal tage.' }).waitFor();
  });

  it('offers no button where the round does not take one’s own word, and says how it is registered', async () => {
    const { tab } = await show('/learning', 'Line Bach Eriksen');
    await tab.getByText(/bliver registreret her, når læringssystemet har meldt det/).waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Jeg har taget det' }).count()).toBe(0);
  });

  it('says what was missed over the years, and by whom it was registered', async () => {
    const { tab } = await show();
    await tab.getByRole('row', { name: /31\.\sjan\. 2026 Ikke taget i GDPR i hverdagen 2025/ }).waitFor();
    await tab.getByRole('row', { name: /11\.\sfeb\. 2025 Taget/ }).waitFor();
    const { tab: other } = await show('/learning', 'Niels Svendsen');
    await other.getByRole('row', { name: /14\.\snov\. 2025 Taget Registreret af Julie Mikkelsen/ }).waitFor();
  });

  it.each([
    ['Jakob Kjær', 'Skulle være taget 12. okt. 2026, 43 dage over tiden'],
    ['Freja Sørensen', 'Senest i dag'],
    ['Amina Şahin', /Du er på orlov og skal ikke tage kurset nu/],
    [
      'Niels Svendsen',
      'Du er fritaget til og med 31. maj 2027: Arbejder kun udendørs og har ingen adgang til systemer med persondata.',
    ],
  ])('says to %s in words how it is', async (name, words) => {
    const { tab } = await show('/learning', name);
    await tab.getByText(words, { exact: true }).waitFor();
  });

  it('fetches earlier years when they are asked for, one after the other, also by keyboard', async () => {
    const { tab, page } = await show('/learning', 'Amina Şahin');
    const button = tab.getByRole('button', { name: 'Vis tidligere kurser (2025)' });
    await button.waitFor();
    expect(asked().filter((request) => request.includes('earlier'))).toEqual([]);
    await button.focus();
    await page.keyboard.press('Enter');
    await tab.getByText('Der er ikke flere kurser fra 2025.').waitFor();
    await expect
      .poll(() =>
        tab.getByRole('heading', { name: 'Mine kurser i 2025' }).evaluate((found) => found === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab.getByRole('table', { name: 'Mine kurser i 2024' }).getByText('GDPR i hverdagen').waitFor();
    await tab.getByText('Der er ikke gemt kurser fra før 2024.').waitFor();
    await expect.poll(() => tab.getByRole('button', { name: /Vis tidligere/ }).count()).toBe(0);
  });

  it('says why an earlier year cannot be shown, keeps the rest, and tries again', async () => {
    fails('GET /api/learning/earlier', 409, { body: refusal('test', 'Filen med 2025 er ændret.') });
    const { tab } = await show();
    await tab.getByRole('button', { name: 'Vis tidligere kurser (2025)' }).click();
    await tab.getByRole('alert').getByText('Filen med 2025 er ændret.').waitFor();
    await tab.getByRole('table', { name: 'Mine kurser gennem årene' }).waitFor();
    works('GET /api/learning/earlier');
    await tab.getByRole('button', { name: 'Prøv igen' }).click();
    await tab.getByText('Der er ikke flere kurser fra 2025.').waitFor();
  });

  it('counts several missing courses', async () => {
    const { tab } = await show('/learning', 'Troels Mortensen');
    await tab.getByRole('heading', { level: 1, name: 'Du skal tage 2 kurser.' }).waitFor();
  });

  it('shows the other parts to those who have them', async () => {
    const { tab } = await show('/learning', 'coordinator');
    const parts = tab.getByRole('navigation', { name: 'E-læring' });
    await parts.getByRole('link', { name: 'Dækning' }).waitFor();
    await expect.poll(() => parts.getByRole('link').allInnerTexts()).toEqual(['Mine kurser', 'Dækning', 'Fritagelser']);
  });

  it('teaches when there is no course', async () => {
    const { control, process } = world().journey;
    await control('DELETE', 'lists/CourseRounds/items');
    await process();
    const { tab } = await show('/learning', 'Ole Pedersen');
    await tab.getByRole('heading', { name: 'Du har ingen kurser lige nu' }).waitFor();
    await tab.getByText('Når du har taget et kursus, står det her og bliver stående.').waitFor();
  });
});
