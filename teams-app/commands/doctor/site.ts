import { z } from 'zod';
import { newId } from '../../../api/kernel/index.ts';
import { Cursors } from '../../../api/deliveries/index.ts';
import { createLists, documentLibrary, failedAs, type Graph } from '../../../api/sharepoint/index.ts';
import type { AppRegistration, Config } from '../../config/index.ts';
import { connect, siteIdOf, type Surroundings } from '../../program/connect.ts';
import { heldAdvice } from '../../jobs/held-advice.ts';
import { documentsLibrary } from '../../program/lists.ts';
import { driftHere, planHere } from '../../program/provision-here.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** The site, its lists, and what the app may do there. */
export async function siteAndLists(
  config: Pick<Config, 'site' | 'app'>,
  graph: Graph,
  surroundings: Surroundings,
): Promise<Finding[]> {
  const siteId = await siteIdOf(config, graph, config.app);
  const { held } = await planHere(graph, siteId, surroundings);
  const isHeld = (name: string) => held.some(({ list }) => list === name);
  const drift = (await driftHere(graph, siteId)).filter(({ list }) => !isHeld(list));
  const missing = drift.filter(({ problem, column }) => problem === 'missing' && column === undefined);
  const found = [good('The app reads the SharePoint site.'), await mayNotMakeLists(graph, siteId)];
  // What was there is brought back, never made.
  for (const one of held) {
    const [what = '', ...todo] = heldAdvice(one.list, one.held);
    found.push(bad(what, todo.join(' ')));
  }
  if (missing.length > 0)
    return [
      ...found,
      bad(`Lists are missing: ${missing.map(({ list }) => list).join(', ')}.`, 'Run npm run isms -- provision.'),
    ];
  const differing = drift.map(({ list, column, problem }) => `${list}.${column ?? ''} ${problem}`);
  found.push(
    differing.length === 0
      ? good(`All ${held.length === 0 ? '' : 'other '}lists and libraries are as declared.`)
      : bad(
          `Lists differ: ${differing.join(', ')}.`,
          'Run npm run isms -- provision, and mend by hand what it leaves.',
        ),
  );
  if (held.length > 0) return found;
  const items = await writes(graph, siteId, surroundings);
  return [...found, items, ...(items.state === 'good' ? [await writesFiles(graph, siteId, surroundings)] : [])];
}

/** Writes and removes an item, since Graph does not report an app's role on a site. */
async function writes(graph: Graph, siteId: string, { clock, log }: Surroundings): Promise<Finding> {
  const lists = createLists({ graph, siteId, clock, log });
  await lists.load([Cursors]);
  const key = `doctor-${newId()}`;
  try {
    await lists.handle(Cursors).create({ key, title: 'doctor', position: 0 });
    await lists.handle(Cursors).remove(key);
    return good('The app makes and removes items on the site.');
  } catch (thrown) {
    if (!failedAs(thrown, 'mayNotWrite', 'noAccess')) throw thrown;
    return bad(
      'The app may read the site and not make items: SharePoint answers 403.',
      'Grant it the role write on the site (docs/permissions.md). If it has that role, look whether the list Cursors has permissions of its own, or the site is locked.',
    );
  }
}

/** Stores and removes a file: a library may have permissions of its own, or ask for a check-out. */
async function writesFiles(graph: Graph, siteId: string, { fetch }: Surroundings): Promise<Finding> {
  const library = documentLibrary(graph, fetch, siteId, documentsLibrary);
  try {
    const { id } = await library.upload(`doctor-${newId()}.txt`, new TextEncoder().encode('May be deleted.'));
    await library.remove(id);
    return good('The app stores and removes files in the library.');
  } catch (thrown) {
    if (!failedAs(thrown, 'mayNotWrite', 'noAccess')) throw thrown;
    return bad(
      `The app stores no files in the library ${documentsLibrary}: SharePoint answers 403.`,
      'Look whether the library has permissions of its own: it must inherit those of the site (docs/permissions.md).',
    );
  }
}

/** Creates and removes a list as a test. `refused` when SharePoint answers 403. */
export async function triesToMakeList(graph: Graph, siteId: string): Promise<'made' | 'refused'> {
  const displayName = `doctor-${newId()}`;
  const body = { displayName, description: 'Made by a check-up; may be deleted.', list: { template: 'genericList' } };
  const made = await graph.post(`/sites/${siteId}/lists`, body).catch((thrown: unknown) => {
    if (failedAs(thrown, 'noAccess', 'mayNotWrite')) return undefined;
    throw thrown;
  });
  if (made === undefined) return 'refused';
  const { id } = z.object({ id: z.string() }).parse(made);
  await graph.delete(`/sites/${siteId}/lists/${id}`);
  return 'made';
}

async function mayNotMakeLists(graph: Graph, siteId: string): Promise<Finding> {
  return (await triesToMakeList(graph, siteId)) === 'refused'
    ? good('The app may make no lists.')
    : look(
        'The app may make lists, which is more than it needs.',
        'Give it the role write on the site; fullcontrol is for the provisioning app alone.',
      );
}

/** The app that creates lists, if configured. */
export async function provisioningApp(
  config: Pick<Config, 'tenantId' | 'site' | 'licences' | 'organisation'> & { provisioning: AppRegistration },
  surroundings: Surroundings,
): Promise<Finding[]> {
  const { graph } = connect(config, config.provisioning, surroundings);
  const siteId = await siteIdOf(config, graph, config.provisioning);
  return [
    (await triesToMakeList(graph, siteId)) === 'made'
      ? good('The provisioning app makes lists on the SharePoint site.')
      : bad(
          'The provisioning app may make no lists on the site.',
          'Grant it the role fullcontrol (or manage) on the site (docs/permissions.md).',
        ),
  ];
}
