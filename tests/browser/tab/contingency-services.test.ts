import { describe, expect, it } from 'vitest';
import { axe, ownTab, type Reader } from '../tab-page.ts';
import { aService } from '../tab-page/made.ts';

const { openTab, ask, person } = ownTab();
const show = async (path: string, reader: Reader = 'coordinator') => openTab({ person: reader, path });
const made = async () => `/contingency/services/${await aService({ ask, person })}`;

describe('critical services', () => {
  it('answers how many lack something, and each number leads to its rows', async () => {
    const { tab } = await show('/contingency/services?centreId=all');
    await tab.getByRole('heading', { level: 1, name: '13 kritiske ydelser, og 5 mangler noget' }).waitFor();
    await tab.getByRole('link', { name: 'Pas, kørekort og henvendelser' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('link', { name: '8 har en accepteret nedetid.' }).click();
    await expect
      .poll(() => tab.getByRole('link', { name: 'Pas, kørekort og henvendelser', exact: true }).count())
      .toBe(0);
    await tab.getByRole('heading', { level: 1, name: '8 ydelser passer til det, du har valgt' }).waitFor();
  });

  it('shows one with its figures, the harm over time and what it needs; its downtime is asked accepted', async () => {
    const { tab } = await show(await made());
    await tab.getByRole('heading', { level: 1, name: 'Medicin i hjemmet må være nede i højst 1 døgn' }).waitFor();
    await tab.getByRole('img', { name: /Kurve over skaden på 4 tidspunkter/ }).waitFor();
    await tab.getByRole('row', { name: /Efter 1 døgn.*3 – Meget alvorlig.*medicin/ }).waitFor();
    await tab.getByRole('link', { name: 'Omsorgsjournalen Nærcare' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Se accept: Medicin i hjemmet' }).click();
    await expect.poll(() => tab.locator('#service-acceptance:focus').count()).toBe(1);
    await tab.getByRole('button', { name: 'Bed om accept' }).click();
    await tab
      .getByRole('dialog')
      .getByText(/derefter til Informationssikkerhedsudvalget/)
      .waitFor();
    await tab.getByRole('dialog').getByRole('button', { name: 'Send ønsket' }).click();
    await tab.getByText('Ønsket om accept er sendt.').waitFor();
    await tab.getByText('Venter på svar').waitFor();
  });

  it('is said to hold still, and is ended with a reason', async () => {
    const { tab } = await show(await made());
    await tab.getByRole('button', { name: 'Tallene gælder stadig' }).click();
    await tab.getByText('Medicin i hjemmet er gennemgået.').waitFor();
    await tab.getByRole('button', { name: 'Stop ydelsen' }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Stop ydelsen' }).click();
    await dialog.getByText('Skriv en kort grund.').waitFor();
    await dialog.getByLabel('Hvorfor gives den ikke mere?').fill('Nedlagt');
    await dialog.getByRole('button', { name: 'Stop ydelsen' }).click();
    await tab.getByText('Medicin i hjemmet er stoppet.').waitFor();
    await tab.getByRole('button', { name: 'Genoptag ydelsen' }).waitFor();
  });

  it('is written in plain questions: harm that falls is told, and the downtime is proposed', async () => {
    const { tab } = await show('/contingency/services/new');
    await tab.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Udfyld feltet').first().waitFor();
    await tab.getByLabel('Hvad hedder ydelsen?').fill('Madservice');
    await tab.getByLabel('Hvem er den til?').selectOption('citizens');
    await tab.getByLabel('Skade efter 4 timer').selectOption('3');
    await tab.getByLabel('Skade efter 1 døgn', { exact: true }).selectOption('1');
    await tab.getByText('Skaden er mindre her end tidligere. Vælg mindst den samme.').waitFor();
    await tab.getByLabel('Skade efter 1 døgn', { exact: true }).selectOption('4');
    await tab.getByRole('button', { name: 'Brug 4 timer' }).click();
    await expect.poll(() => tab.getByLabel('Maksimalt accepteret nedetid', { exact: true }).inputValue()).toBe('4');
    await tab.getByLabel('Mål for genetablering', { exact: true }).fill('snart');
    await tab.getByRole('button', { name: 'Tilføj travl tid' }).click();
    await tab.getByLabel('Hvad sker der?').fill('Jul');
    await tab.getByText('Skriv et tal, for eksempel 4 eller 0,5. Højst et år.').waitFor();
    await tab.getByLabel('Mål for genetablering', { exact: true }).fill('0,5');
    // Text without a level would be lost.
    await tab.getByLabel('Hvad sker der efter 1 time?').fill('Telefonerne ringer');
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText('Der er et felt, der skal rettes.').waitFor();
    await tab.getByLabel('Skade efter 1 time').selectOption('0');
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Gem', exact: true }).click();
    await tab.getByText('Madservice er gemt.').waitFor();
  });

  it('tells of a system what it must and can do, what to do about it, and whether it is vital', async () => {
    const { tab } = await show('/contingency/systems/sys-omsorg', 'ciso');
    await tab
      .getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare må være nede i højst 1 time' })
      .waitFor();
    await tab.getByText('lovet tilbage inden for 4 timer').waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Skriv, hvad det kan' }).first().click();
    await tab.getByRole('dialog').getByLabel('Lovet tid, til det kører igen', { exact: true }).fill('1');
    expect(await axe(tab)).toEqual([]);
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Det er gemt.').waitFor();
    await tab.getByRole('button', { name: 'Sig, at det ikke er vitalt' }).click();
    await tab.getByRole('dialog').getByLabel('Hvorfor?').fill('Papir er nok her');
    await tab.getByRole('dialog').getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Det er ikke vitalt nu.').waitFor();
  });

  it('is measured by points and levels that the team keeps', async () => {
    const { tab } = await show('/contingency/settings', 'ciso');
    await tab.getByRole('heading', { level: 1, name: 'Sådan måles konsekvenser over tid' }).waitFor();
    expect(await axe(tab)).toEqual([]);
    await tab.getByLabel('Tidspunkt 1', { exact: true }).fill('5');
    await tab.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Tidspunkterne skal stå fra det korteste til det længste.').waitFor();
    await tab.getByLabel('Tidspunkt 1', { exact: true }).fill('2');
    await tab.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Indstillingerne er gemt.').waitFor();
  });

  it.each([
    '/contingency/services?centreId=all',
    '/contingency/services/ydelse-hjemmepleje',
    '/contingency/services/new',
    '/contingency/systems/sys-omsorg',
    '/contingency/settings',
  ])('fits a narrow screen in the dark: %s', async (path) => {
    const { tab } = await openTab({ person: 'ciso', path, theme: 'dark' }, { width: 320 });
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => tab.locator('[data-loading]').count()).toBe(0);
    const wide = await tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await axe(tab)).toEqual([]);
  });

  it('a system that is taken out of use is said to be so by all that still name it', async () => {
    await ask('coordinator', 'POST /api/assets/:assetKey/retire', {
      params: { assetKey: 'sys-omsorg' },
      body: { reason: 'Afløst' },
    });
    const { tab } = await show('/contingency/services/ydelse-hjemmepleje');
    const need = tab.getByRole('listitem').filter({ hasText: 'Omsorgsjournalen Nærcare' });
    await need.getByText('Udfaset', { exact: true }).waitFor();
    await need.getByText('Er taget ud af brug. Ret ydelsen, og vælg det, der bruges nu.').waitFor();
    await need.getByRole('link').click();
    await tab.getByRole('heading', { level: 1, name: 'Omsorgsjournalen Nærcare er taget ud af brug' }).waitFor();
    const plan = await show('/contingency/plans');
    await plan.tab.getByRole('row', { name: /Når omsorgsjournalen er nede.*Udfaset/ }).waitFor();
    await plan.tab.getByRole('link', { name: 'Når omsorgsjournalen er nede' }).click();
    await plan.tab.getByText('Planen gælder, til du også tager den ud af brug.').waitFor();
    const dependant = await show('/risks/assets/arb-medicin');
    const link = dependant.tab.getByRole('listitem').filter({ hasText: 'Omsorgsjournalen Nærcare' });
    await link.getByText('Udfaset', { exact: true }).waitFor();
  });
});
