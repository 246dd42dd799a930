import { expect } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import type { JourneyWorld } from '../support/world.ts';

/** Names in a sentence, in order: people in bold, texts on the screen in italics. */
export interface Said {
  people: string[];
  labels: string[];
}

/** Input of a step. */
export interface Step extends Said {
  tab: FrameLocator;
  page: Page;
  world: JourneyWorld;
  become: (name: string) => Promise<void>;
  /** By first name only, as the README continues. */
  again: (firstName: string) => Promise<void>;
  menu: (label: string | undefined) => Promise<void>;
}

const acknowledge = 'Jeg har læst og følger den';
/** Texts of the walk. */
const procedureTitle = 'Lås skærmen på plejecentret';

/** Policy and decisions. */
export const decisionSteps: Readonly<Record<string, (step: Step) => Promise<void>>> = {
  'Try this: choose ** (CISO), open _, then version 5.0.': async ({
    people: [ciso = ''],
    labels: [policy],
    tab,
    become,
    menu,
  }) => {
    await become(ciso);
    await menu(policy);
    await tab.getByRole('link', { name: /5\.0/ }).first().click();
    await tab
      .getByRole('heading', { level: 1 })
      .filter({ hasText: '5.0' })
      .or(tab.getByText('5.0').first())
      .first()
      .waitFor();
  },
  '_ brings it to the committee’s chats, from 8 to 16 on working days; _, at the foot of the page, does not wait.':
    async ({ labels: [send = '', urgent = ''], tab, world }) => {
      await tab.getByRole('button', { name: send, exact: true }).waitFor();
      await tab.getByRole('button', { name: urgent, exact: true }).click();
      const dialog = tab.getByRole('dialog');
      await dialog.getByText(/Der sendes et kort til \d+ medarbejdere/).waitFor();
      await dialog.getByRole('textbox').fill('Vedtaget af udvalget på mødet i dag');
      await dialog.getByRole('checkbox').check();
      await dialog.getByRole('button', { name: /^Udgiv/ }).click();
      await tab
        .getByText(/er behandlet/)
        .first()
        .waitFor();
      await world.process();
    },
  'Choose ** and press the button on the card in her chat.': async ({ people: [employee = ''], page, become }) => {
    await become(employee);
    await page.getByRole('button', { name: acknowledge }).last().click();
    await page.getByText('Du bekræftede version 5.0').last().waitFor();
  },
  'Go back to Camilla and see the coverage.': async ({ tab, again, menu }) => {
    await again('Camilla');
    await menu('Politik og procedurer');
    await tab.getByRole('link', { name: 'Dækning' }).first().click();
    await tab.getByRole('heading', { level: 1, name: /\d % har bekræftet/ }).waitFor();
  },
  'Then press the clock at the top and _: the reminders arrive.': async ({ labels: [nextDay = ''], page, world }) => {
    const now = () => world.desk.clock.now().getTime();
    const before = now();
    await page
      .locator('header')
      .getByRole('button', { name: /\d\d\.\d\d/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: nextDay })
      .or(page.getByRole('menuitem', { name: nextDay }))
      .first()
      .click();
    // More than passes by itself.
    await expect.poll(now).toBeGreaterThan(before + 3_600_000);
    await world.process();
    await page
      .getByText(/opgaver? om informationssikkerhed/)
      .last()
      .waitFor();
  },
  'Press _ (or _, _) on one, and see the course or the wheel follow.': async ({ labels, page }) => {
    const buttons = labels.map((label) => label.replace('…', ''));
    const name = new RegExp(`^(${buttons.join('|')})`);
    // The most urgent of the newest card: one further down may ask what shows that it is done.
    await page
      .locator('.card', { has: page.getByRole('button', { name }) })
      .last()
      .getByRole('button', { name })
      .first()
      .click();
    await page
      .getByText(/er markeret som udført|Du har taget/)
      .last()
      .waitFor();
  },
  'For a decision: choose ** (ISK), open _ → _ → _, begin with a template (_) or drop a Word file, and press _.':
    async ({
      people: [isk = ''],
      labels: [policy, procedures = '', begin = '', use = '', send = ''],
      tab,
      world,
      become,
      menu,
    }) => {
      await become(isk);
      await menu(policy);
      await tab.getByRole('link', { name: procedures }).first().click();
      await tab
        .getByRole('link', { name: begin })
        .or(tab.getByRole('button', { name: begin }))
        .first()
        .click();
      await tab.getByText(/Word \(\.docx\)/).waitFor();
      await tab
        .getByRole('button', { name: new RegExp(`^${use}`) })
        .first()
        .click();
      await tab.getByLabel('Titel').fill(procedureTitle);
      await tab.getByLabel('Kort fortalt, hvad der er nyt').fill('Skærmen låses, når du går.');
      await tab.getByRole('button', { name: send }).click();
      await tab.getByRole('dialog').getByRole('button', { name: 'Send til godkendelse' }).click();
      await tab.getByText(`${procedureTitle} er sendt til godkendelse.`).waitFor();
      await world.process();
    },
  'Her centre manager ** has a card: _ takes a comment, _ brings it to the chats of the security team or the committee, whichever its area says.':
    async ({ people: [manager = ''], labels: [back = '', approve = ''], page, world, become }) => {
      await become(manager);
      const card = page.locator('.message').filter({ hasText: procedureTitle }).last();
      await card.getByRole('button', { name: back }).waitFor();
      await card.getByRole('button', { name: approve, exact: true }).click();
      await page
        .getByText(/Du har godkendt|Godkendt/)
        .last()
        .waitFor();
      await world.process();
      const deciders = (await world.people()).filter(({ roles }) =>
        roles.some((role) => role === 'securityTeam' || role === 'securityCommittee'),
      );
      const chats = await Promise.all(deciders.map((person) => world.chatOf(person)));
      expect(chats.some((chat) => JSON.stringify(chat).includes(procedureTitle))).toBe(true);
    },
  '_ → _ shows the same to each of them with the time line.': async ({ labels: [approvals, all = ''], tab, menu }) => {
    await menu(approvals);
    await tab
      .getByRole('link', { name: new RegExp(`^${all} \\d`) })
      .first()
      .click();
    await tab
      .getByRole('link', { name: new RegExp(procedureTitle) })
      .first()
      .click();
    await tab
      .getByRole('heading', { level: 1 })
      .filter({ hasText: procedureTitle })
      .or(tab.getByText(procedureTitle).first())
      .first()
      .waitFor();
    await tab.getByText('Centerchef').first().waitFor();
    await tab
      .getByText(/Informationssikkerheds(teamet|udvalget)/)
      .first()
      .waitFor();
  },
};
