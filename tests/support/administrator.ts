import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Desk } from '../../teams-app/desk/desk.ts';
import type { DirectoryRole } from '../../teams-app/emulator/municipality.ts';
import {
  apiRoots,
  filled,
  type Condition,
  type Ensured,
  type Part,
  type PartName,
} from '../../teams-app/commands/setup/declaration.ts';

/** The role that each part names. */
const rolesOf: Readonly<Record<PartName, readonly DirectoryRole[]>> = {
  entra: ['applicationAdministrator'],
  consent: ['privilegedRoleAdministrator'],
  sharepoint: ['sharePointAdministrator'],
  azure: [],
  teams: ['teamsAdministrator'],
};

export interface Done {
  made: string[];
  there: string[];
  /** Settings handed back. */
  given: Record<string, string>;
}

/** Carries out a part as its script does, with the rights of its administrator and no other. */
export async function carryOut(desk: Desk, part: Part): Promise<Done> {
  const token = await desk.world?.entra.administratorToken(rolesOf[part.name], part.scopes, part.api);
  const done: Done = { made: [], there: [], given: {} };
  const known: Record<string, unknown> = {};
  const reference = (name: string) =>
    z.string().parse(valuesAt(known, name)[0], { error: () => `nothing is known of ${name}` });
  const replaced = (text: string) => filled(text, reference);

  const ask = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>): Promise<unknown> => {
    const response = await desk.fetch(apiRoots[part.api] + replaced(path).replaceAll(' ', '%20'), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': typeof body === 'string' ? 'application/json' : 'application/zip',
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (response.status === 404 && method === 'GET') return undefined;
    if (!response.ok) throw new Error(`${part.name}: ${method} ${replaced(path)}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const holds = (object: unknown, [path, wanted]: Condition) =>
    valuesAt(object, path).includes(typeof wanted === 'string' ? replaced(wanted) : wanted);

  const step = async ({ what, as, look, make }: Ensured): Promise<void> => {
    const answer = await ask('GET', look.path);
    const all = look.single ? [answer] : z.object({ value: z.array(z.unknown()) }).parse(answer ?? { value: [] }).value;
    const found = all.find((one) => one !== undefined && (look.where ?? []).every((where) => holds(one, where)));
    if (found === undefined && !make) throw new Error(`Missing: ${what}`);
    (found === undefined ? done.made : done.there).push(what);
    const body =
      make?.file === undefined ? replaced(JSON.stringify(make?.body ?? {})) : new Uint8Array(readFileSync(make.file));
    const made = found ?? (make && (await ask(make.method, make.path, body)));
    if (as !== undefined) known[as] = made;
  };

  for (const one of part.steps) await step(one);
  for (const [name, value] of Object.entries(part.gives)) done.given[name] = replaced(value);
  return done;
}

/** Values at a path; `[]` and lists on the way are gone into. */
function valuesAt(object: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (found, part) =>
      found.flatMap((one) => {
        const value =
          typeof one === 'object' && one !== null
            ? (Object.entries(one).find(([name]) => name === part.replace('[]', ''))?.[1] as unknown)
            : undefined;
        return Array.isArray(value) ? (value as unknown[]) : [value];
      }),
    [object],
  );
}
