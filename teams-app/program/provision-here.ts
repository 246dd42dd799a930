import { nowOf } from '../../api/kernel/index.ts';
import {
  checkDrift,
  fileAt,
  heldError,
  memoryCopy,
  idsOf,
  newerLists,
  planSite,
  provisionSite,
  readMemory,
  type Drift,
  type Graph,
  type SitePlan,
  type SiteReport,
} from '../../api/sharepoint/index.ts';
import { restoreMarker } from '../../api/backup/index.ts';
import { ConfigError, type AppRegistration, type Config } from '../config/index.ts';
import { connect, mayProvision, siteIdOf, type Surroundings } from './connect.ts';
import { listSchemas } from './list-schemas.ts';
import { allLibraries, allLists, documentsLibrary, listsBeforeMemory } from './lists.ts';

/** An operator's decisions on changed lists (`npm run isms -- provision`). */
export interface ProvisioningWords {
  makeAnew?: readonly string[];
  takeAsItIs?: readonly string[];
}

/** Provisions all lists and libraries on a site. Throws as `provisionSite`. */
export const provisionHere = (
  graph: Graph,
  siteId: string,
  { fetch, clock }: Pick<Surroundings, 'fetch' | 'clock'>,
  words: ProvisioningWords = {},
): Promise<SiteReport> => provisionSite(graph, siteId, declared, optionsOf(graph, siteId, { fetch, clock }, words));

/** What that would change. Throws as `provisionSite`. */
export const planHere = (
  graph: Graph,
  siteId: string,
  surroundings: Pick<Surroundings, 'fetch' | 'clock'>,
  words: ProvisioningWords = {},
): Promise<SitePlan> => planSite(graph, siteId, declared, optionsOf(graph, siteId, surroundings, words));

const declared = {
  definitions: allLists,
  libraries: allLibraries,
  beforeMemory: listsBeforeMemory,
  schemas: listSchemas,
};

const optionsOf = (
  graph: Graph,
  siteId: string,
  { fetch, clock }: Pick<Surroundings, 'fetch' | 'clock'>,
  words: ProvisioningWords,
) => ({ copy: memoryCopy(graph, fetch, siteId, documentsLibrary), now: nowOf(clock), ...words });

/** How the site's lists differ from this program's, without changing them. Needs role `read`. */
export async function driftHere(graph: Graph, siteId: string): Promise<Drift[]> {
  const memory = await readMemory(graph, siteId);
  const drift = await checkDrift(graph, siteId, allLists, allLibraries, idsOf(memory));
  return [...drift, ...newerLists(memory, listSchemas)];
}

/** The site's id, after provisioning if an app registration for it is set, and the remaining drift. */
export async function provisioned(
  config: Config,
  surroundings: Surroundings,
): Promise<{ siteId: string; drift: Drift[] }> {
  const app = config.provisioning ?? config.app;
  const { graph } = connect(config, app, surroundings);
  const siteId = await siteIdOf(config, graph, app);
  if ((await fileAt(graph, siteId, documentsLibrary, restoreMarker)) !== undefined)
    throw new ConfigError(['a restore into this site is not finished: run npm run isms -- restore FOLDER again']);
  const drift = config.provisioning
    ? await madeAsDeclared(graph, siteId, config.provisioning, surroundings)
    : await driftHere(graph, siteId);
  for (const difference of drift)
    surroundings.log.warn({ ...difference, code: 'drift' }, 'a list differs from its declaration');
  return { siteId, drift };
}

async function madeAsDeclared(
  graph: Graph,
  siteId: string,
  app: AppRegistration,
  surroundings: Surroundings,
): Promise<Drift[]> {
  const { log } = surroundings;
  const { created, extended, drift, held } = await mayProvision(app, provisionHere(graph, siteId, surroundings));
  for (const { list, held: why } of held)
    log.warn({ list, code: heldError(list, why).code, ...why }, 'a list that was there is gone, and not made anew');
  log.info({ created: created.length, extended: extended.length }, 'lists are provisioned');
  return drift;
}
