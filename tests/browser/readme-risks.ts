import { expect } from 'vitest';
import type { Step } from './readme-decisions.ts';

/** Risks, incidents and contingency. */
export const riskSteps: Readonly<Record<string, (step: Step) => Promise<void>>> = {
  'For risks: as Mette, open _: the heat map begins with her own centre.': async ({
    labels: [risks],
    tab,
    again,
    menu,
  }) => {
    await again('Mette');
    await menu(risks);
    await tab.getByRole('gridcell').first().waitFor();
    await expect
      .poll(() =>
        tab
          .locator('select')
          .first()
          .evaluate((one) => (one instanceof HTMLSelectElement ? one.selectedOptions[0]?.text : '')),
      )
      .toMatch(/^Mi[nt]/);
  },
  'Move it from _ to _ to _, press a cell, and open a risk to see who has accepted it, or to ask.': async ({
    labels,
    tab,
  }) => {
    for (const stage of labels)
      await tab
        .getByRole('button', { name: stage, exact: true })
        .or(tab.getByRole('radio', { name: stage, exact: true }))
        .first()
        .click();
    await tab.getByRole('gridcell').getByRole('button').and(tab.locator(':enabled')).first().click();
    await tab.locator('[data-part="heat-side"] a').first().click();
    await tab
      .getByText(/[Aa]ccept/)
      .first()
      .waitFor();
  },
  '_ → _ begins an assessment.': async ({ labels: [assets = '', asset = ''], tab, menu }) => {
    await menu('Risici');
    await tab.getByRole('link', { name: assets, exact: true }).first().click();
    await tab.getByRole('link', { name: asset, exact: true }).first().click();
    await tab
      .getByRole('button', { name: /Begynd risikovurdering|Vurdér igen/ })
      .first()
      .click();
    await tab
      .getByRole('dialog')
      .getByText(/trus|vurdering/)
      .first()
      .waitFor();
    await tab
      .getByRole('dialog')
      .getByRole('button', { name: 'Fortryd' })
      .or(tab.getByRole('dialog').getByRole('button', { name: 'Annullér' }))
      .first()
      .click();
  },
  '_ has what she answers for herself, with what comes next.': async ({ labels: [systems], tab, menu }) => {
    await menu(systems);
    await tab.getByRole('heading', { level: 1, name: /^Du har ansvar for \d+ systemer/ }).waitFor();
    await tab.getByRole('columnheader', { name: 'Det næste' }).waitFor();
  },
  'As Camilla, open _ and see what no control covers.': async ({ labels: [standards], tab, again, menu }) => {
    await again('Camilla');
    await menu(standards);
    await tab.getByRole('link', { name: 'Mangler', exact: true }).first().click();
    await tab.getByRole('heading', { level: 1, name: /krav er ikke opfyldt/ }).waitFor();
  },
  'For an accident: choose **, press _ at the foot of _ and write _.': async ({
    people: [employee = ''],
    labels: [press = '', overview = '', words = ''],
    tab,
    page,
    become,
    menu,
  }) => {
    await become(employee);
    await menu(overview);
    await tab.getByRole('button', { name: press }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Skriv en besked');
    await page.getByRole('textbox', { name: 'Skriv en besked' }).fill(words);
    await page.getByRole('textbox', { name: 'Skriv en besked' }).press('Enter');
    await page.getByRole('button', { name: 'Giv besked til ISK' }).last().waitFor();
  },
  'Press the button; her ISK has a card and takes it, and Anne is told who has it.': async ({ page, world, again }) => {
    await page.getByRole('button', { name: 'Giv besked til ISK' }).last().click();
    await page
      .getByText(/^Tak, Anne/)
      .last()
      .waitFor();
    await world.process();
    await again('Mette');
    await page.getByRole('button', { name: 'Jeg tager den' }).last().click();
    await page
      .getByText(/Du tog den/)
      .last()
      .waitFor();
    await world.process();
    await again('Anne');
    await page
      .getByText(/Mette Sørensen tager den/)
      .last()
      .waitFor();
  },
  '_ → _ has what is open; as Camilla, _ there has the numbers.': async ({
    labels: [centre, incidents = '', answers = ''],
    tab,
    again,
    menu,
  }) => {
    for (const name of ['Mette', 'Camilla']) {
      await again(name);
      await menu(centre);
      await tab.getByRole('link', { name: incidents }).first().click();
      await tab.getByRole('row').filter({ hasText: 'Anne Jensen' }).first().waitFor();
    }
    await tab.getByRole('link', { name: answers }).first().click();
    await tab.getByRole('heading', { level: 1 }).filter({ hasText: answers }).waitFor();
    await tab.getByRole('textbox').first().waitFor();
  },
  'For contingency: as Mette, open _: the time ladder shows what must be back within an hour, four hours, a day.':
    async ({ labels: [contingency], tab, again, menu }) => {
      await again('Mette');
      await menu(contingency);
      for (const rung of ['Inden for 1 time', 'Inden for 4 timer', 'Inden for 1 døgn'])
        await tab.getByText(rung).first().waitFor();
    },
  'Press _ to start a downtime: who leads the centres it hits, and who is named in its plans, has a card.': async ({
    labels: [down = ''],
    tab,
    world,
  }) => {
    await tab.getByRole('link', { name: down }).first().click();
    await tab.getByRole('searchbox').first().fill('Omsorgsjournalen');
    await tab
      .getByRole('link', { name: /Omsorgsjournalen Nærcare/ })
      .or(tab.getByRole('button', { name: /Omsorgsjournalen Nærcare/ }))
      .first()
      .click();
    await tab.getByRole('heading', { name: 'Er Omsorgsjournalen Nærcare nede?' }).waitFor();
    await tab.getByRole('button', { name: 'Start uret, og send kort' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare er nede' }).waitFor();
    await world.process();
    const leads = (await world.people()).filter(({ name }) => name === 'Hanne Toft Lauridsen');
    for (const lead of leads)
      expect(JSON.stringify(await world.chatOf(lead))).toContain('Omsorgsjournalen Nærcare er nede');
    expect(leads).toHaveLength(1);
  },
  '_ → _ is read as one reads a plan in an emergency.': async ({ labels: [plans = '', plan = ''], tab, menu }) => {
    await menu('Beredskab');
    await tab.getByRole('link', { name: plans, exact: true }).first().click();
    await tab.getByRole('link', { name: plan }).first().click();
    await tab
      .getByRole('heading', { level: 1 })
      .filter({ hasText: plan })
      .or(tab.getByText(plan).first())
      .first()
      .waitFor();
    await tab
      .getByText(/første time/i)
      .first()
      .waitFor();
  },
  '_ has the plans as a PDF to print (_) and one HTML file for a USB stick (_).': async ({
    labels: [packs = '', ...files],
    tab,
    menu,
  }) => {
    await menu('Beredskab');
    await tab.getByRole('link', { name: packs, exact: true }).first().click();
    expect(files).toHaveLength(2);
    for (const file of files)
      await tab
        .getByRole('button', { name: new RegExp(`^${file}`) })
        .first()
        .waitFor();
  },
  'As **, press _ under _ on the overview; they can be read with the network off.': async ({
    people: [employee = ''],
    labels: [open = '', under = ''],
    tab,
    page,
    become,
    menu,
  }) => {
    await become(employee);
    await menu('Mit overblik');
    await tab.getByRole('region', { name: under }).getByRole('link', { name: open }).click();
    await tab.getByRole('heading', { level: 1 }).waitFor();
    const plan = tab.getByRole('main').getByRole('link', { name: 'Omsorgsjournalen Nærcare' }).first();
    await plan.waitFor();
    await page.context().setOffline(true);
    await plan.click();
    await tab
      .getByText(/første time/i)
      .first()
      .waitFor();
    await page.context().setOffline(false);
  },
};
