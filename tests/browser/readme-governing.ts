import type { Step } from './readme-decisions.ts';

/** Each role's governance pages. */
export const governingSteps: Readonly<Record<string, (step: Step) => Promise<void>>> = {
  'For governing: as ** (centre manager), open _: what got worse stands first once a month is over, and _ has somebody reminded of what is owed.':
    async ({ people: [manager = ''], labels: [centre, remind = ''], tab, become, menu }) => {
      await become(manager);
      await menu(centre);
      await tab.getByRole('heading', { level: 2, name: 'Blevet værre siden sidste måned' }).waitFor();
      await tab
        .getByRole('button', { name: new RegExp(`^${remind}: `) })
        .first()
        .click();
      await tab
        .getByText(/bliver mindet om det|kan ikke nås i Teams/)
        .first()
        .waitFor();
    },
  'As Mette, _ → _ has her own list.': async ({ labels: [figures, own = ''], tab, again, menu }) => {
    await again('Mette');
    await menu(figures);
    await tab.getByRole('link', { name: own, exact: true }).first().click();
    await tab.getByRole('heading', { level: 1 }).filter({ hasText: /./ }).waitFor();
    await tab.getByRole('heading', { level: 2 }).first().waitFor();
  },
  'As Camilla, _ → _ has central tasks and the log of advice; _ puts what has moved onto the agenda of the committee’s next meeting by one press.':
    async ({ labels: [figures, team = '', report = ''], tab, again, menu }) => {
      await again('Camilla');
      await menu(figures);
      await tab.getByRole('link', { name: team, exact: true }).first().click();
      await tab.getByRole('link', { name: report }).first().click();
      await tab
        .getByRole('button', { name: /dagsorden/ })
        .first()
        .click();
      await tab
        .getByText(/dagsorden/)
        .first()
        .waitFor();
    },
};
