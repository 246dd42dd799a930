import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learningContract } from '../../api/awareness/contract.ts';
import { addDays, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { workingDayFrom } from '../../api/working-days.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startSettledWorld } from '../support/settled-world.ts';
import type { JourneyWorld, WorldPerson } from '../support/world.ts';
import { wordFile } from '../support/word-file.ts';
import { choosePerson } from './choose-person.ts';
import { launch, leaveBrowser, newWindow } from './launch.ts';

const roundsAnswer = learningContract['GET /api/learning/rounds'].answer;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const title = 'Tøm det fælles printerrum';

describe('nobody forgets, within the page', () => {
  let world: JourneyWorld;
  let browser: Browser;
  let page: Page;
  let isk: WorldPerson;
  let colleague: WorldPerson;
  let day: LocalDate;
  const trouble: string[] = [];

  const tab = () => page.frameLocator('iframe');
  const become = ({ name }: WorldPerson) => choosePerson(page, name);
  const menu = (name: string) => tab().getByRole('link', { name, exact: true }).first().click();
  /** People who have taken a course of the running rounds. */
  const done = async (ciso: WorldPerson) => {
    const { rounds } = roundsAnswer.parse((await world.as(ciso, 'GET', '/api/learning/rounds')).body);
    return rounds.filter(({ state }) => state === 'open').reduce((sum, round) => sum + round.done, 0);
  };
  /** Sets the desk's clock, and runs what is due. */
  const comes = async (on: LocalDate) => {
    world.desk.world?.clock.set(atDanishTime(on, '09:05'));
    await world.process();
  };

  beforeAll(async () => {
    world = await startSettledWorld({ PEOPLE: '60' });
    const people = await world.people();
    isk = await world.personWith('coordinator');
    const near = people.filter(({ centre, roles }) => centre === isk.centre && roles.length === 1);
    [colleague] = near as [WorldPerson];
    day = workingDayFrom(addDays(todayOf(world.desk.clock), 1));
    browser = await launch();
    page = await newWindow(browser, { viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => void (message.type() === 'error' && trouble.push(message.text())));
    page.on('pageerror', (error) => trouble.push(error.message));
    await page.goto(world.program.address);
  });
  afterAll(async () => {
    await leaveBrowser(browser);
    await world?.close();
  });

  it('hands over, reminds the one who has it now, and is done from the card', async () => {
    const ciso = await world.personWith('ciso');
    const activity = {
      ...{ title, why: 'Papirer med navne ligger fremme.', source: 'R16', role: 'coordinator', personId: isk.id },
      ...{ scope: 'organisation', steps: [], leadDays: 20, startsOn: day, basis: 'calendar' },
    };
    expect(await world.as(ciso, 'POST', '/api/wheel/activities', activity)).toMatchObject({ status: 200 });

    await become(isk);
    await tab()
      .getByRole('link', { name: /^(Alle mine|Se alle \d+) opgaver$/ })
      .click();
    await tab().getByText(title).first().waitFor();
    await tab().getByRole('button', { name: 'Overdrag opgaver' }).click();
    const dialog = tab().getByRole('dialog', { name: 'Overdrag opgaver' });
    await dialog.getByRole('searchbox').fill(colleague.name);
    await dialog.getByRole('button', { name: new RegExp(colleague.name) }).click();
    await dialog.getByLabel(new RegExp(`^${title}`)).check();
    await dialog.getByLabel(/Hvad skal den nye vide/).fill('Jeg er på kursus');
    await dialog.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await tab().getByText(`1 opgave er gået til ${colleague.name}.`).waitFor();

    await comes(day);
    await become(colleague);
    await tab().getByText(title).first().waitFor();
    await page
      .getByRole('button', { name: /Markér som udført|^Udført: / })
      .last()
      .click();
    await page
      .getByText(/er markeret som udført/)
      .last()
      .waitFor();
    await menu('Mit overblik');
    await expect.poll(() => tab().getByText(title).count()).toBe(0);

    await become(ciso);
    await menu('Årshjul');
    await tab().getByRole('button', { name: 'Tabel' }).click();
    await tab().getByRole('searchbox').fill(title);
    await tab()
      .getByRole('row', { name: new RegExp(`${title}.*Udført`) })
      .waitFor();
    expect(trouble).toEqual([]);
  });

  it('takes the course from the tab, and the coverage follows', async () => {
    const ciso = await world.personWith('ciso');
    const before = await done(ciso);
    await become(colleague);
    await menu('E-læring');
    await tab().getByRole('button', { name: 'Jeg har taget det' }).first().click();
    await tab().getByRole('dialog').getByRole('button', { name: /taget/ }).click();
    await tab()
      .getByText(/Du har taget/)
      .first()
      .waitFor();
    expect(await done(ciso)).toBe(before + 1);
    expect(trouble).toEqual([]);
  });

  it('goes on with the policy that stands in Word, and may regret it', async () => {
    await become(await world.personWith('ciso'));
    await menu('Politik og procedurer');
    await tab().getByRole('link', { name: 'Skriv en ny version' }).click();
    await tab().getByText('Har I politikken i Word? Hent teksten herind').click();
    const choose = (name: string, bytes: Uint8Array) =>
      tab()
        .locator('[data-part="draft-word"] input[type=file]')
        .setInputFiles({ name, mimeType: wordType, buffer: Buffer.from(bytes) });
    const written = tab().getByRole('textbox', { name: 'Politikkens tekst' });
    await tab().getByText('Træk en fil hertil, eller vælg den.').waitFor();
    await choose('tom.docx', wordFile());
    await tab().getByText('Der er ingen tekst, der kan læses').waitFor();
    await choose('politik.docx', wordFile('Lås skærmen, når du går', 'Ring til din ISK'));
    await tab().getByText('Teksten fra politik.docx er sat ind i kladden').waitFor();
    await expect.poll(() => written.textContent()).toBe('Lås skærmen, når du gårRing til din ISK');
    await tab().getByRole('button', { name: 'Sæt den forrige tekst tilbage' }).click();
    await expect.poll(() => written.textContent()).not.toContain('Lås skærmen, når du gårRing');
    await choose('politik.docx', wordFile('Lås skærmen, når du går', 'Ring til din ISK'));
    await tab().getByText('Teksten fra politik.docx er sat ind i kladden').waitFor();
    await tab().getByLabel('Det vigtigste nye').fill('Skrevet i Word');
    await tab().getByRole('button', { name: 'Gem kladden' }).click();
    await tab().getByText('Kladden er gemt.').waitFor();
    await tab().getByText('Ring til din ISK').waitFor();
    expect(trouble.filter((line) => !line.includes('400'))).toEqual([]);
  });
});
