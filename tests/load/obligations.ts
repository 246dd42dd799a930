import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { atRate, forever } from './crowd.ts';
import type { DeskProcess } from './desk-process.ts';
import { milliseconds, number, percentile, print, spread } from './figures.ts';
import { askProgram, readPeople, tokensOf } from './people.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'derive-obligations.ts');
const derived = z.object({
  people: z.number(),
  kinds: z.record(z.string(), z.number()),
  first: z.number(),
  anew: z.array(z.number()),
  again: z.number(),
  one: z.array(z.number()),
});

/** Openings of *Mine opgaver* a second, and concurrent receipts: a morning after a publication. */
const openingsPerSecond = 40;
const receiptsPerSecond = 20;
const openers = 300;
const forMs = 10_000;
const versionKey = 'policy-4-0';

const mine = z.object({ obligations: z.array(z.unknown()) });
const missingAnswer = z.object({ people: z.array(z.object({ id: z.string() })) });

/** Deriving all obligations, opening *Mine opgaver* and *Mit center*, with policy, a course and the whole wheel. */
export async function measureObligations(desk: DeskProcess, program: { address: string }): Promise<void> {
  const { ciso } = await readPeople(program);
  const [cisosToken = ''] = await tokensOf(desk, [ciso]);
  await fillWheelAndCourse(program, cisosToken);

  const { stdout } = await run(process.execPath, [script, desk.address], { maxBuffer: 10_000_000 });
  const { people, kinds, first, anew, again, one } = derived.parse(JSON.parse(stdout));

  const missing = await whoIsMissing(program, cisosToken);
  const tokens = await tokensOf(desk, missing.slice(0, openers));
  const open = async (token: string) => void mine.parse(await askProgram(program, token, 'GET', '/api/obligations'));
  await open(cisosToken);
  const quiet = await atRate(openingsPerSecond, round(tokens), open, forMs);
  const writers = await tokensOf(desk, missing.slice(openers));
  const acknowledge = `/api/policy/versions/${versionKey}/acknowledge`;
  const write = async (token: string) => void (await askProgram(program, token, 'POST', acknowledge));
  const [busy] = await Promise.all([
    atRate(openingsPerSecond, round(tokens), open, forMs),
    atRate(receiptsPerSecond, writers.values(), write, forMs),
  ]);
  const centres = async () => void (await askProgram(program, cisosToken, 'GET', '/api/obligations/centres'));
  const all = await atRate(2, forever(undefined), centres, forMs);

  const total = Object.values(kinds).reduce((sum, count) => sum + count, 0);
  print(`Obligations of ${number(people)} people: ${number(total)}, ${kindsOf(kinds)}`, [
    { what: 'derived for everybody, first time', figure: milliseconds(first), beside: 'of processor; goal 1,000 ms' },
    { what: 'derived anew for another day', figure: spread(anew), beside: 'goal 1,000 ms' },
    { what: 'asked again, nothing changed', figure: milliseconds(again) },
    { what: 'one person’s, in the program', figure: spread(one), beside: `${number(one.length)} people` },
    {
      what: `Mine opgaver over HTTP, ${openingsPerSecond} a second`,
      figure: spread(quiet),
      beside: 'goal p99 50 ms',
    },
    {
      what: `the same while ${receiptsPerSecond} receipts a second are written`,
      figure: spread(busy),
      beside: 'goal p99 50 ms',
    },
    {
      what: 'all centres counted, 2 a second',
      figure: spread(all),
      beside: `${milliseconds(percentile(all, 50))} each`,
    },
  ]);
}

const kindsOf = (kinds: Readonly<Record<string, number>>): string =>
  Object.entries(kinds)
    .map(([kind, count]) => `${number(count)} ${kind}`)
    .join(', ');

function* round<Item>(items: readonly Item[]): Generator<Item> {
  for (;;) yield* items;
}

/** Employees with open obligations, who may give a receipt. */
export async function whoIsMissing(
  program: { address: string },
  token: string,
  count = openers + (receiptsPerSecond * forMs) / 1000,
): Promise<string[]> {
  const path = `/api/policy/versions/${versionKey}/missing?limit=${count}&sort=hiredOn&offset=100`;
  return missingAnswer.parse(await askProgram(program, token, 'GET', path)).people.map(({ id }) => id);
}

/** The whole catalogue of the wheel, and a course for everybody, unless on the desk. */
export async function fillWheelAndCourse(program: { address: string }, token: string): Promise<void> {
  const { items } = z
    .object({ items: z.array(z.object({ key: z.string() })) })
    .parse(await askProgram(program, token, 'GET', '/api/wheel/catalogue'));
  await askProgram(program, token, 'POST', '/api/wheel/catalogue/adopt', { keys: items.map(({ key }) => key) });
  const { rounds } = z
    .object({ rounds: z.array(z.unknown()) })
    .parse(await askProgram(program, token, 'GET', '/api/learning/rounds'));
  if (rounds.length > 0) return;
  const course = { title: 'Persondata i hverdagen', url: '', minutes: 20, describe: '' };
  const { key } = z
    .object({ key: z.string() })
    .parse(await askProgram(program, token, 'POST', '/api/learning/courses', course));
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  await askProgram(program, token, 'POST', '/api/learning/rounds', {
    courseKey: key,
    title: 'Persondata i hverdagen',
    opensOn: day(0),
    dueOn: day(30),
    newWithinDays: 30,
    basis: 'round',
    obliged: { everybody: true, centreIds: [], groupIds: [], personIds: [] },
    selfDeclared: true,
  });
}
