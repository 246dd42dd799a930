import { describe, expect, it } from 'vitest';
import { CourseRounds } from '../../../api/awareness/index.ts';
import { axe, axeColours, overflows, ownTab, resize } from '../tab-page.ts';
import type { HostWindow } from '../tab-page/host-page.ts';

const { openTab, ask, leave, world } = ownTab();
const broken = ['role_kommende_coordinator_dagtilbud', 'role_forhenvaerende_coordinator_boern-og-unge'];
const control = async (...how: Parameters<ReturnType<typeof world>['journey']['control']>) =>
  world().journey.control(...how);
/** Teams' response to every card. */
async function teamsAnswers(code: string): Promise<void> {
  const everybody = await world().journey.people();
  await control('PUT', 'faults', { connector: { person: Object.fromEntries(everybody.map(({ id }) => [id, code])) } });
}

describe('Drift', () => {
  it('is in the menu for those who may see it, and for nobody else', async () => {
    const other = await openTab({ person: 'employee' });
    await other.tab.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => other.tab.getByRole('link', { name: 'Drift' }).count()).toBe(0);
    await leave();
    const { tab, page } = await openTab({ person: 'ciso' });
    await tab.getByRole('link', { name: 'Drift' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Alt kører' }).waitFor();
    await tab.getByText('Ingen fejl eller advarsler, siden programmet startede').waitFor();
    const rowOf = (job: string) => tab.getByRole('region', { name: 'Opgaver' }).getByRole('row', { name: job });
    await rowOf('Henter ansatte fra Entra')
      .getByText(/^for \d+ (sekund(er)?|minut(ter)?) siden$/)
      .waitFor();
    await rowOf('Henter ansatte fra Entra').getByText('hvert 15. minut').waitFor();
    await rowOf('Henter ansatte fra Entra')
      .getByText(/^om \d+ minut(ter)?$/)
      .waitFor();
    await rowOf('Noterer dem, der ikke skal kvittere').getByText('hver dag kl. 05.30').waitFor();
    // Searching and sorting the lists retains the typed text.
    const view = await ask('ciso', 'GET /api/operations', {});
    const lists = tab.getByRole('region', { name: 'Lister' });
    const first = () => lists.getByRole('row').nth(1).getByRole('cell').first().textContent();
    await lists.getByText(`${view.lists.length} fundet`).waitFor();
    await lists.getByRole('button', { name: 'Elementer' }).click();
    await lists.getByRole('button', { name: 'Elementer' }).click();
    const most = Math.max(...view.lists.map(({ items }) => items));
    await expect.poll(first).toContain(view.lists.find(({ items }) => items === most)?.list);
    await lists.getByRole('searchbox', { name: 'Søg efter liste' }).click();
    await page.keyboard.type('ansatte');
    await lists.getByText('1 fundet').waitFor();
    expect(await first()).toBe('AnsattePeople');
    await page.keyboard.type('x');
    await lists.getByRole('heading', { name: 'Ingen liste passer til søgningen' }).waitFor();
    await lists.getByRole('button', { name: 'Ryd søgningen' }).click();
    await lists.getByText(`${view.lists.length} fundet`).waitFor();
  });

  it('names a group of Entra that a round applies to and that is gone, until it is there again', async () => {
    const rounds = world().journey.program.context.list(CourseRounds).all();
    const round = rounds.find(({ obliged }) => obliged.groupIds.length > 0);
    if (!round) throw new Error('no round for a group');
    const obliges = (groupIds: readonly string[]) =>
      control('PATCH', `lists/CourseRounds/items/${round.key}`, {
        fields: { Obliged: JSON.stringify({ ...round.obliged, groupIds }) },
      });
    const gone = '00000000-0000-4000-8000-000000000000';
    await obliges([...round.obliged.groupIds, gone]);
    await world().journey.process();
    const { tab } = await openTab({ person: 'ciso', path: '/operations' });
    const things = tab.getByRole('region', { name: 'Kræver opmærksomhed' });
    await things.getByRole('heading', { name: 'En gruppe, som et kursus gælder for, kan ikke læses' }).waitFor();
    expect(await things.getByRole('listitem').filter({ hasText: gone }).last().textContent()).toBe(gone);
    expect(await axe(tab)).toEqual([]);
    await obliges(round.obliged.groupIds);
    await world().journey.process();
    await tab.getByRole('heading', { level: 1, name: 'Alt kører' }).waitFor();
  });

  it('says on a bad day of each thing what it is and what to do, and sees by itself what is mended', async () => {
    await teamsAnswers('BotDisabledByAdmin');
    await ask('ciso', 'POST /api/policy/versions/:versionKey/publish', {
      params: { versionKey: 'policy-5-0' },
      body: { reason: 'Direktionen har bedt om det', when: 'now' },
    });
    await world().journey.process();
    await teamsAnswers('Unauthorized');
    await ask('ciso', 'POST /api/wheel/meetings', {
      body: { title: 'Møde', on: '2026-12-15', startsAt: '09:30', minutes: 60, place: 'Online', agenda: [] },
    });
    for (const key of broken)
      await control('PATCH', `lists/RoleAssignments/items/${key}`, { fields: { StartsOn: 'i morgen', Role: 'vagt' } });
    await world().journey.process();
    await control('PUT', 'faults', { graph: { role: 'read' } });
    await world().journey.process();

    const { tab, page, complaints } = await openTab({ person: 'ciso', path: '/operations' });
    await tab.getByRole('heading', { level: 1, name: '4 ting kræver opmærksomhed' }).waitFor();
    const things = tab.getByRole('region', { name: 'Kræver opmærksomhed' });
    expect(await things.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Appen må læse i SharePoint, men ikke gemme',
      'Teams godtager ikke botten',
      'Udsendelsen af Informationssikkerhedspolitik 5.0 er stoppet',
      '2 elementer i listen Roller (RoleAssignments) kan ikke læses',
    ]);
    await things.getByText(/^Det rammer .*“Henter ansatte fra Entra”/).waitFor();
    await things.getByText('Kode: sharepoint.mayNotWrite').waitFor();
    const failed = tab.getByRole('region', { name: 'Opgaver' }).getByRole('row', { name: 'Henter ansatte fra Entra' });
    await failed.getByText(/npm run isms -- doctor prøver at gemme\. Lykkedes senest for/).waitFor();
    // Item and field of the manual edit.
    await tab.getByText('Element 49').waitFor();
    await tab.getByText('Feltet Starts on: skal være en dato, der findes, skrevet som 2026-11-24.').first().waitFor();
    await tab
      .getByText(/^Feltet Role: skal være et af disse: cityCouncil, executiveBoard/)
      .first()
      .waitFor();
    // The latest errors in words, with the log search term.
    const problems = tab.getByRole('region', { name: 'Seneste fejl og advarsler' });
    const latest = problems.getByRole('row').filter({ hasText: 'Opgaven “Henter ansatte fra Entra”' });
    await latest.getByText('Fejl: Appen må læse i SharePoint, men ikke gemme').waitFor();
    await latest.getByText('I loggen: job failed · kode sharepoint.mayNotWrite').waitFor();
    await latest.getByText('Advarsel: Appen må læse i SharePoint, men ikke gemme').waitFor();
    const stopped = problems.getByRole('row').filter({ hasText: 'campaign stopped by itself' });
    await stopped.getByText('Fejl: Appen er slået fra i Teams').waitFor();
    await stopped.getByText('Udsendelsen Informationssikkerhedspolitik 5.0').waitFor();
    await stopped.getByText('I loggen: campaign stopped by itself · kode BotDisabledByAdmin').waitFor();
    expect(complaints).toEqual([]);

    expect(await axe(tab), 'default').toEqual([]);
    await resize({ page, tab }, 320);
    await expect.poll(() => overflows(tab)).toBe(false);
    expect(await axe(tab), '320 px').toEqual([]);
    for (const theme of ['dark', 'contrast']) {
      await page.evaluate((name) => (globalThis as unknown as HostWindow).host.theme(name), theme);
      await tab.locator(`[data-theme=${theme}]`).waitFor();
      expect(await axeColours(tab), theme).toEqual([]);
    }

    await control('PUT', 'faults', { graph: { role: '' } });
    await world().journey.process();
    await tab.getByRole('heading', { level: 1, name: '3 ting kræver opmærksomhed' }).waitFor();
    await leave();
    const english = await openTab(
      { person: 'ciso', path: '/operations', locale: 'en-gb' },
      { width: 320, height: 640 },
    );
    await english.tab.getByRole('heading', { level: 1, name: '3 issues need attention' }).waitFor();
    await english.tab
      .getByText('The field Starts on: must be a date that exists, written as 2026-11-24.')
      .first()
      .waitFor();
    await expect.poll(() => overflows(english.tab)).toBe(false);
  });
});
