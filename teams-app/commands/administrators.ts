import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Fetch } from '../../api/kernel/index.ts';
import { practiceDesk, settingsFileOf } from '../config/index.ts';
import { CommandError, type Command } from './command.ts';
import { partsOf } from './setup.ts';
import { apiRoots, filled, type Condition, type Ensured, type Part, type PartName } from './setup/declaration.ts';
import { lackedBy } from './setup/script-lines.ts';
import { readAnswers } from './setup/settings-file.ts';

/** Roles in Entra of the administrator of each part. */
export const rolesOf = {
  entra: ['applicationAdministrator'],
  consent: ['privilegedRoleAdministrator'],
  sharepoint: ['sharePointAdministrator'],
  azure: [],
  teams: ['teamsAdministrator'],
} as const satisfies Record<PartName, readonly string[]>;

export interface Done {
  made: string[];
  there: string[];
  /** What is there and should not be, with what to do. */
  outdated: string[];
  /** Settings handed back. */
  given: Record<string, string>;
}

/** Carries out a part as its script does, with the token of its administrator. Throws for a refused request. */
export async function carryOut(fetch: Fetch, token: string, part: Part): Promise<Done> {
  const done: Done = { made: [], there: [], outdated: [], given: {} };
  const known: Record<string, unknown> = {};
  const reference = (name: string) =>
    z.string().parse(valuesAt(known, name)[0], { error: () => `nothing is known of ${name}` });
  const replaced = (text: string) => filled(text, reference);

  const ask = async (method: string, path: string, body?: string | Uint8Array<ArrayBuffer>): Promise<unknown> => {
    const response = await fetch(apiRoots[part.api] + replaced(path).replaceAll(' ', '%20'), {
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

  const step = async ({ what, as, look, make, unwanted }: Ensured): Promise<void> => {
    const answer = await ask('GET', look.path);
    const all = look.single ? [answer] : z.object({ value: z.array(z.unknown()) }).parse(answer ?? { value: [] }).value;
    const found = all.find((one) => one !== undefined && (look.where ?? []).every((where) => holds(one, where)));
    if (unwanted !== undefined) {
      if (found === undefined) return;
      if (as !== undefined) known[as] = found;
      done.outdated.push(`${what} → ${replaced(unwanted)}`);
      return;
    }
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
            ? (Object.entries(one).find(([name]) => name === part.replace(/\[(words)?\]/, ''))?.[1] as unknown)
            : undefined;
        if (part.endsWith('[words]')) return typeof value === 'string' ? value.split(' ') : [];
        return Array.isArray(value) ? (value as unknown[]) : [value];
      }),
    [object],
  );
}

const tokenAnswer = z.object({ token: z.string() });

/** Stands for `pwsh setup.ps1` on an empty desk, where the script's sign-in does not exist. */
export const administrators: Command = {
  usage: 'administrators [PART,...]',
  describe: 'with npm run practise: does on an empty desk what the administrators’ script does (docs/setup.md)',
  talks: false,
  async run({ args, print }) {
    const desk = practiceDesk();
    if (desk === undefined)
      throw new CommandError(
        'Administrators are played on an empty desk only: npm run practise -- administrators, beside npm run isms -- desk --empty. On a tenant they run the script of npm run isms -- setup --script.',
      );
    const [wanted, ...more] = args;
    const file = settingsFileOf() ?? 'setup.env';
    const parts = partsOf(readAnswers(file));
    const names = wanted?.split(',') ?? parts.map(({ name }) => name);
    const unknown = names.filter((name) => !parts.some((part) => part.name === name));
    if (unknown.length > 0 || more.length > 0)
      throw new CommandError(`Give parts with commas between: ${parts.map(({ name }) => name).join(',')}.`);
    const ids = join(dirname(file), 'setup-ids.env');
    for (const part of parts.filter(({ name }) => names.includes(name))) {
      const lacked = lackedBy(part);
      if (lacked.length > 0) {
        print(`left out ${part.name}: ${lacked.join(', ')} not known yet`);
        continue;
      }
      print(`${part.title}: ${part.who}`);
      const { made, there, outdated, given } = await carryOut(fetch, await tokenOf(desk, part), part);
      for (const what of there) print(`there    ${what}`);
      for (const what of outdated) print(`outdated ${what}`);
      for (const what of made) print(`made     ${what}`);
      appendFileSync(
        ids,
        Object.entries(given)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      );
    }
    print(`Hand the ids back: npm run practise -- setup --ids ${ids}`);
    return 0;
  },
};

async function tokenOf(desk: string, { name, scopes, api }: Part): Promise<string> {
  const answer = await fetch(`${desk}/emulator/administrator-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: rolesOf[name], scopes, resource: api }),
  });
  return tokenAnswer.parse(await answer.json()).token;
}
