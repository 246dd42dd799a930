import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLists } from '../../teams-app/program/lists.ts';
import type { World } from '../../teams-app/emulator/world.ts';

const verbs: Readonly<Record<string, string>> = { POST: 'create', PATCH: 'update', DELETE: 'remove' };

/** A write to Microsoft 365 by what it does: `update Assets`, `send a message`. */
export function nameOfWrite({ sites }: World, request: string): string {
  const [method = '', path = ''] = request.split(' ');
  const [, listId] = /\/lists\/([^/]+)\/items/.exec(path) ?? [];
  if (listId !== undefined) return `${verbs[method] ?? method} ${sites.lists.find(listId)?.displayName ?? listId}`;
  if (/\/activities$/.test(path)) return 'send a message';
  if (/\/activities\//.test(path)) return 'change a message';
  if (path.endsWith('/v3/conversations')) return 'open a chat';
  if (/\/drives?\//.test(path)) return `${method} a file`;
  return `${method} ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}[^/]*/gi, '…')}`;
}

const root = join(import.meta.dirname, '../..');
const operations = '(create|update|remove|removeUnchanged)';
const direct = new RegExp(`list\\((\\w+)\\)\\s*\\.${operations}\\(`, 'g');
const once = /createOnce\(\s*\w+\.list\((\w+)\)/g;
const named = /const (\w+) = \w+\.list\((\w+)\)/g;

/** Writes to lists that the code names, with the files: `update Assets`. A list that is a parameter is not named. */
export function writesInCode(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const note = (identifier: string, operation: string, file: string) => {
    const list = allLists.find(({ name }) => name === identifier || `${name}List` === identifier);
    if (!list) return;
    const write = `${operation === 'removeUnchanged' ? 'remove' : operation} ${list.name}`;
    found.set(write, (found.get(write) ?? new Set()).add(file));
  };
  for (const file of globSync('{api,bot,teams-app/{jobs,program}}/**/*.ts', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, list = '', operation = ''] of text.matchAll(direct)) note(list, operation, file);
    for (const [, list = ''] of text.matchAll(once)) note(list, 'create', file);
    for (const [, variable, list = ''] of text.matchAll(named))
      for (const [, operation = ''] of text.matchAll(new RegExp(`\\b${variable}\\.${operations}\\(`, 'g')))
        note(list, operation, file);
  }
  return found;
}

const atFirstStart = 'once, at the first start on a new site';
/** Writes that no story makes, and why. */
export const elsewhere: Readonly<Record<string, string>> = {
  'create Cursors': atFirstStart,
  'create DirectoryState': atFirstStart,
  'create JobRuns': atFirstStart,
  'remove ConversationPages':
    'a page of nobody but the leaver; with others on it, it is `update ConversationPages` of the same job',
  'remove Nudges': 'as the other kinds of the job `retention`, a single write for each',
  'update Acknowledgements':
    'a receipt that was made invalid by hand in SharePoint, and is given again by a single write',
  'update ClosedReceipts':
    'a version whose receipts fill several files; the job repeats as after `create ClosedReceipts`',
};
