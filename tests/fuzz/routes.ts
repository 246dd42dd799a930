import type { z } from 'zod';
import { isAllowed, type Route } from '../../api/http/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { one } from '../load/dice.ts';
import { tokenOf, type ApiWorld } from '../security/api-world.ts';
import { longestGo } from '../support/processor-time.ts';
import { the } from '../unit/organisation/builders.ts';
import { wordFile } from '../support/word-file.ts';
import { inputOf, inputSchema, type Known } from './an-input.ts';
import { farTexts, rawBodies, type Dice } from './far-ends.ts';
import { countCode, mostProcessor, noCounts, shown, type Counts, tooSlow, type Finding } from './finding.ts';
import { knownFor, knownOf } from './known-keys.ts';
import { send, type Given, type Request } from './send.ts';

/** Very different people: with nearly all rights, responsible for a centre, member of a body, without a role. */
const askers = 'ciso isk-nord anne committee manager-nord secretary management council auditor team'.split(' ');
/** One input in so many is from anybody; the others from people admitted by the route. */
const strangerEach = 5;

/** Percent-encoded; half a surrogate has no such form. */
const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed().slice(0, 4_000));

function pathOf(name: string, dice: Dice, known: Known): string {
  const path = name.split(' ')[1] ?? '';
  return path.replace(/:(\w+)/g, (_, parameter: string) => {
    const keys = known(parameter);
    const far = one(farTexts, dice(farTexts.length));
    return encoded(keys.length > 0 && dice(5) > 0 ? one(keys, dice(keys.length)) : far || 'x');
  });
}

function queryOf(schema: z.ZodType | undefined, dice: Dice, known: Known): string {
  if (!schema) return '';
  const input = inputOf(inputSchema(schema), dice, known);
  if (typeof input !== 'object' || input === null) return `?${encoded(input)}`;
  const pairs = Object.entries(input).map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
  const strange =
    dice(12) === 0 ? [one(['__proto__[a]=1', 'q[]=1&q[]=2', 'limit=1&limit=2', 'q=%ff', 'q'], dice(5))] : [];
  return `?${[...pairs, ...strange].join('&')}`;
}

const files = [
  wordFile('Telefonen er låst'),
  new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 500 }, (_, at) => at % 256)]),
  new Uint8Array(Buffer.from(`%PDF-1.7\n${'<<'.repeat(20_000)}`)),
  new Uint8Array(200_000),
];

function bodyOf({ endpoint, name }: Route, dice: Dice, known: Known): Pick<Request, 'body' | 'headers'> {
  if (endpoint.upload) {
    const fileName = encoded(one(farTexts, dice(farTexts.length)).slice(0, 200));
    return { body: one(files, dice(files.length)), headers: { 'x-file-name': fileName || 'a.docx' } };
  }
  const headers = { 'content-type': 'application/json' };
  if (!endpoint.body)
    return name.startsWith('GET') || dice(4) > 0 ? { headers: {} } : { body: one(rawBodies, dice(5)), headers };
  if (dice(20) === 0) return { body: one(rawBodies, dice(rawBodies.length)), headers };
  return { body: JSON.stringify(inputOf(inputSchema(endpoint.body), dice, known)) ?? 'null', headers };
}

/** Sends generated requests to one route and returns wrong answers. */
export async function fuzzRoute(world: ApiWorld, route: Route, inputs: number, dice: Dice) {
  const [counts, findings]: [Counts, Finding[]] = [noCounts(), []];
  const method = route.name.split(' ')[0] ?? 'GET';
  const may = askers.filter((who) => isAllowed(the(world.context, who), route.allow));
  const allowed = may.length > 0 ? may : askers;
  let known = knownOf(world, route.name);
  for (let place = 0; place < inputs; place += 1) {
    const who = one(place % strangerEach === 0 ? askers : allowed, place);
    if (place % knownFor === 0) known = knownOf(world, route.name);
    const path = pathOf(route.name, dice, known) + queryOf(route.endpoint.query, dice, known);
    const { body, headers } = bodyOf(route, dice, known);
    const authorization = `Bearer ${await tokenFor(who)}`;
    const request: Request = {
      method,
      path,
      headers: { ...headers, authorization },
      ...(body === undefined ? {} : { body }),
    };
    const fault = await problemOf(world, () => send(world.address, request), counts);
    if (fault !== undefined)
      findings.push({ what: `${route.name} as ${who}`, problem: fault, input: shown([path, body]) });
  }
  return { counts, findings };
}

const tokens = new Map<string, Promise<string>>();
function tokenFor(who: string): Promise<string> {
  const known = tokens.get(who) ?? tokenOf(who);
  tokens.set(who, known);
  return known;
}

async function problemOf(world: ApiWorld, ask: () => Promise<Given>, counts: Counts): Promise<string | undefined> {
  const before = versionsOf(world);
  const given = await ask();
  counts.sent += 1;
  if (given.status < 400) counts.done += 1;
  else {
    counts.refused += 1;
    countCode(counts, /"code":"([\w.]+)"/.exec(given.text)?.[1] ?? String(given.status));
  }
  if (given.status >= 500) return `${given.status} ${given.text.slice(0, 200)} ${world.logged.at(-1) ?? ''}`;
  if (given.status >= 400 && versionsOf(world) !== before && (await writesAgain(world, ask)))
    return `${given.status}, and yet something was written`;
  const spent = given.spent <= mostProcessor ? given.spent : (await longestGo(ask)).milliseconds;
  counts.slowest = Math.max(counts.slowest, spent);
  return spent > mostProcessor ? tooSlow(spent) : undefined;
}

/** Effects of the previous act may be written late; a refusal that writes does so each time. */
async function writesAgain(world: ApiWorld, ask: () => Promise<Given>): Promise<boolean> {
  for (let round = 0; round < 3; round += 1) {
    const before = versionsOf(world);
    await ask();
    if (versionsOf(world) === before) return false;
  }
  return true;
}
const versionsOf = ({ context }: ApiWorld): string => allLists.map((list) => context.list(list).version).join('.');
