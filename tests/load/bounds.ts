import { heatOf } from '../../api/annual-wheel/heat-view.ts';
import { tasksOfYear } from '../../api/annual-wheel/index.ts';
import { taskView } from '../../api/annual-wheel/task-views.ts';
import { visibleTasks } from '../../api/annual-wheel/visible-tasks.ts';
import { tasksQuery } from '../../api/annual-wheel/wheel-contract.ts';
import { wheelOf } from '../../api/annual-wheel/wheel-view.ts';
import { anActivity, aWheel as wheelWith } from '../unit/annual-wheel/builders.ts';
import { Assets } from '../../api/assets/index.ts';
import { assetList } from '../../api/assets/asset-views.ts';
import { assetImportRunOf, importAssets } from '../../api/assets/import/import-assets.ts';
import { differenceOf } from '../../api/difference/index.ts';
import type { Context } from '../../api/context.ts';
import { acknowledgeProcedure } from '../../api/procedures/index.ts';
import { askedVersions, procedureObligations } from '../../api/procedures/obligations.ts';
import { allObligations } from '../../api/obligations/index.ts';
import { todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { People } from '../../api/organisation/index.ts';
import { provision } from '../../api/sharepoint/index.ts';
import { renderMarkdown } from '../../tab/shared/ui/render-markdown.ts';
import { readConfig } from '../../teams-app/config/config.ts';
import { deskValues } from '../../teams-app/config/desk-values.ts';
import { startDesk } from '../../teams-app/desk/start-desk.ts';
import { connect, siteIdOf } from '../../teams-app/program/connect.ts';
import { allLibraries, allLists } from '../../teams-app/program/lists.ts';
import { createLog } from '../../teams-app/program/logging.ts';
import { seedDays } from '../../teams-app/seed/calendar.ts';
import { seedPeople } from '../../teams-app/seed/people.ts';
import { seedWheel } from '../../teams-app/seed/wheel.ts';
import { apiWorld } from '../security/api-world.ts';
import { longWork } from '../security/long-work.ts';
import { longestGo, onProcessor } from '../support/processor-time.ts';
import { until } from '../support/until.ts';
import { aQuery, aRegister, csv, unassessed } from '../unit/assets/builders.ts';
import { head, simple } from '../unit/assets/importing.ts';
import { longTexts } from '../unit/difference/long-texts.ts';
import { aCentre, aPerson, centre, day, settle, the } from '../unit/organisation/builders.ts';
import { aLibrary, inForce } from '../unit/procedures/a-library.ts';
import { anAsset } from '../unit/risks/register-world.ts';
import { endless, filled } from '../unit/tab/endless-texts.ts';
import { milliseconds, percentile, print, type Figure } from './figures.ts';

const row = (what: string, took: number, goal: number): Figure => ({
  what,
  figure: milliseconds(took),
  beside: took > goal ? `OVER its goal of ${milliseconds(goal)}` : `goal ${milliseconds(goal)}`,
});

/** Processor time, scaled to one machine, of the most expensive inputs. */
export async function measureBounds(): Promise<void> {
  print('The most expensive texts, of processor', [
    ...Object.entries(longTexts).map(([what, [before, after]]) =>
      row(`comparing ${what}`, onProcessor(() => differenceOf(before, after)).milliseconds, 2_000),
    ),
    row('showing the slowest endless text', Math.max(...endless.map(shown)), 4_000),
  ]);
  print('Large registers, of processor', [
    row('a window of 5,000 assets', await aWindow(), 50),
    row('what 50,000 people owe after a receipt', await afterAReceipt(), 5),
    row('a new desk of 2,300 people', await aDesk(), 5_000),
    row('its wheel', aWheel(), 500),
    ...(await aLargeWheel()),
    row('an import of 5,000 assets', await anImport(), 10_000),
  ]);
  print('What one colleague sends: the longest that others wait', await whileWaiting());
}

const shown = (part: string): number => onProcessor(() => renderMarkdown(filled(part))).milliseconds;

async function aWindow(): Promise<number> {
  const { context } = await aRegister();
  for (let at = 0; at < 5_000; at += 1)
    await context
      .list(Assets)
      .create(
        anAsset(`a${at}`, { title: `System ${(at * 7_919) % 5_000}`, centreId: centre(at % 2 ? 'nord' : 'syd') }),
      );
  const look = (at: number) =>
    at % 2
      ? aQuery({ q: `system ${at}`, sort: 'criticality' })
      : aQuery({ centreId: 'nord', sort: 'level', offset: at * 10 });
  const times = Array.from({ length: 41 }, (_, at) => {
    const query = look(at);
    return onProcessor(() => assetList(context, the(context, 'ciso'), query, unassessed)).milliseconds;
  });
  return percentile(times.slice(1), 50);
}

async function afterAReceipt(): Promise<number> {
  const { context } = await aLibrary();
  await inForce(context, { mustAcknowledge: true });
  for (let index = 0; index < 50_000; index += 1)
    await context.list(People).create(aPerson(`p${index}`, { centreId: centre(`c${index % 100}`) }));
  allObligations(context);
  const versionKey = askedVersions(context)[0]?.version.key ?? '';
  const times: number[] = [];
  for (const who of ['anne', 'ciso', 'team', 'auditor']) {
    await acknowledgeProcedure(context, the(context, who), { versionKey, channel: 'card' });
    times.push(onProcessor(() => derived(context)).milliseconds);
  }
  return Math.min(...times);
}
const derived = (context: Context) => Array.from(procedureObligations(context, todayOf(context.clock)));

async function aDesk(): Promise<number> {
  const config = readConfig({ DATA_DIR: ':memory:', PORT: '0' }, deskValues);
  const desk = await startDesk(config);
  const { graph } = connect(config, deskValues.provisioning, { ...desk, log: createLog('error') });
  await provision(graph, await siteIdOf(config, graph, deskValues.provisioning), allLists, allLibraries);
  const { milliseconds: took } = onProcessor(() => desk.seed());
  await desk.close();
  return took;
}

function aWheel(): number {
  const days = seedDays(new Date('2026-11-25T09:00:00Z'), '2026-11-25' as LocalDate, 18);
  const people = seedPeople(300, days.today, 'proeve.example');
  return onProcessor(() => seedWheel(people, days)).milliseconds;
}

/** 50 activities for 100 centres. */
async function aLargeWheel(): Promise<Figure[]> {
  const activities = Array.from({ length: 50 }, (_, index) =>
    anActivity(
      `a${index}`,
      { role: 'coordinator' },
      { scope: 'centres', rule: 'FREQ=MONTHLY;INTERVAL=3', startsOn: day('2026-02-01') },
    ),
  );
  const { context } = await wheelWith(...activities);
  await settle(context, { centres: Array.from({ length: 98 }, (_, index) => aCentre(`c${index}`)) });
  const ciso = the(context, 'ciso');
  const asked: Record<string, () => unknown> = {
    'a year of its tasks': () => tasksOfYear(context, 2026),
    'a wheel of 100 centres': () => wheelOf(context, ciso, {}),
    'its tasks, found and sorted': () =>
      visibleTasks(context, ciso, tasksQuery.parse({ q: 'aktivitet', sort: 'centre' })),
    'its heat map': () => heatOf(context, {}),
    'one of its tasks': () => taskView(context, ciso, 'a7_2026-05-01_nord'),
  };
  tasksOfYear(context, 2025);
  return Object.entries(asked).map(([what, ask]) => row(what, onProcessor(ask).milliseconds, 600));
}

async function anImport(): Promise<number> {
  const { context } = await aRegister();
  const rows = Array.from({ length: 5_000 }, (_, at) => [
    ...[`System ${at}`, at % 2 ? 'nord' : 'Center for syd', at % 3 ? 'Anne Aagaard' : 'bo@proeve.example'],
    at === 0 ? '' : `System ${at - 1}; System ${(at * 7) % 5_000}`,
  ]);
  const began = process.cpuUsage();
  await importAssets(context, the(context, 'ciso'), { ...csv(head, ...rows), mapping: simple });
  await until('the end of the import', () => assetImportRunOf(context)?.running === false);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

async function whileWaiting(): Promise<Figure[]> {
  const world = await apiWorld();
  const figures: Figure[] = [];
  for (const [what, send] of Object.entries(await longWork(world)))
    figures.push(row(what, (await longestGo(send)).milliseconds, 100));
  await world.close();
  return figures;
}
