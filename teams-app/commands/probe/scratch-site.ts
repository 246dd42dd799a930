import type { Graph } from '../../../api/sharepoint/index.ts';
import {
  entriesIn,
  isDone,
  isScratch,
  needed,
  newList,
  scratchColumns,
  textIn,
  type Call,
  type Json,
  type Reply,
  type ScratchList,
} from '../../questions/index.ts';
import { graphCaller, type Fence } from './callers.ts';

const ownerRole = 'the role fullcontrol (or manage) on the site for the provisioning app, by Sites.Selected';

/** Looks at the columns of a new list before a missing one counts as lost. */
const looks = 5;

export interface ScratchParts {
  graph: Graph;
  fence: Fence;
  siteId: string;
  prefix: string;
  pause(): Promise<void>;
}

/** What the provisioning app makes for a run: a list and a library. */
export interface Scratch {
  list: Omit<ScratchList, 'app'>;
  libraryId: string;
}

/** Names of what was deleted, and of what could not be. */
export interface Swept {
  removed: string[];
  left: string[];
}

/** Deletes what this run has made and what others have left. */
export async function sweep({ graph, fence, siteId }: ScratchParts): Promise<Swept> {
  const site = graphCaller(graph, fence, `/sites/${siteId}`);
  // By address first: the site may not list them yet.
  for (const address of fence.made) await graphCaller(graph, fence, address)('DELETE', '');
  const removed: string[] = [];
  const left: string[] = [];
  for await (const page of graph.pages(`/sites/${siteId}/lists?$select=id,displayName,description`)) {
    for (const list of entriesIn({ value: page.value })) {
      const name = textIn(list, 'displayName');
      if (!isScratch(name, textIn(list, 'description'))) continue;
      fence.open(`/sites/${siteId}/lists/${textIn(list, 'id')}`);
      const reply = await site('DELETE', `/lists/${textIn(list, 'id')}`);
      (isDone(reply) || reply.status === 404 ? removed : left).push(name);
    }
  }
  return { removed, left };
}

/** Makes the list and the library. Throws NotAsked, with the permission when the app may not. */
export async function makeScratch({ graph, fence, siteId, prefix, pause }: ScratchParts): Promise<Scratch> {
  const site = graphCaller(graph, fence, `/sites/${siteId}`);
  const make = async (name: string, more: object): Promise<string> =>
    textIn(needed(await site('POST', '/lists', newList(name, more)), ownerRole).body, 'id');
  const name = `${prefix}-list`;
  const id = await make(name, { columns: scratchColumns });
  const listed = needed(await site('GET', '/lists?$select=id'), ownerRole);
  const isListed = entriesIn(listed.body).some((list) => textIn(list, 'id') === id);
  const owner = graphCaller(graph, fence, `/sites/${siteId}/lists/${id}`);
  const asMade = await mended(owner, await columnsOf(owner, pause));
  const libraryId = await make(`${prefix}-library`, { list: { template: 'documentLibrary' } });
  return { list: { id, name, owner, pause, asMade: { ...asMade, isListed } }, libraryId };
}

async function columnsOf(owner: Call, pause: () => Promise<void>): Promise<Json[]> {
  let reply: Reply = await owner('GET', '/columns');
  for (let look = 1; look < looks && missingIn(entriesIn(reply.body)).length > 0; look += 1) {
    await pause();
    reply = await owner('GET', '/columns');
  }
  return entriesIn(needed(reply, ownerRole).body);
}

const columnIn = (columns: readonly Json[], wanted: string) => columns.find(({ name }) => name === wanted);
const missingIn = (columns: readonly Json[]) => scratchColumns.filter(({ name }) => !columnIn(columns, name));

/** Adds lost columns and missing indexes, as provisioning does. Gives what was there before. */
async function mended(owner: Call, columns: readonly Json[]): Promise<{ lost: string[]; key: Json }> {
  const there = [...columns];
  const lost = missingIn(columns);
  for (const column of lost) there.push(needed(await owner('POST', '/columns', column), ownerRole).body);
  for (const { name, ...wanted } of scratchColumns) {
    const column = columnIn(there, name) ?? {};
    if (!('indexed' in wanted) || column['indexed'] === true) continue;
    const isUnique = 'enforceUniqueValues' in wanted;
    const change = { indexed: true, ...(isUnique ? { enforceUniqueValues: true } : {}) };
    needed(await owner('PATCH', `/columns/${textIn(column, 'id')}`, change), ownerRole);
  }
  return { lost: lost.map(({ name }) => name), key: columnIn(there, 'Key') ?? {} };
}
