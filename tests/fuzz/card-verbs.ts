import { instant } from '../../api/kernel/index.ts';
import { attempt, readPress, type Verb } from '../../bot/actions/index.ts';
import { verbs } from '../../bot/index.ts';
import { digestPresses } from '../../bot/reminders/index.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { one } from '../load/dice.ts';
import type { ApiWorld } from '../security/api-world.ts';
import { longestGo } from '../support/processor-time.ts';
import { person } from '../unit/organisation/builders.ts';
import { inputOf, inputSchema } from './an-input.ts';
import type { Dice } from './far-ends.ts';
import {
  countCode,
  mostProcessor,
  noCounts,
  shown,
  threadTime,
  type Counts,
  type Finding,
  tooSlow,
} from './finding.ts';
import { knownFor, knownOf } from './known-keys.ts';

const askers = ['ciso', 'isk-nord', 'anne', 'committee', 'nobody'];
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Including the data for a digest's press. */
function schemaOf(name: string, verb: Verb) {
  const [own, pressed] = [inputSchema(verb.data), digestPresses[name]];
  if (!pressed) return own;
  const inner = inputSchema(pressed.data);
  const members = (json: Record<string, unknown>) => (isRecord(json['properties']) ? json['properties'] : {});
  return { ...own, properties: { ...members(inner), ...members(own) } };
}

/** Presses one button repeatedly with generated data. */
export async function fuzzVerb(world: ApiWorld, name: string, inputs: number, dice: Dice) {
  const [counts, findings]: [Counts, Finding[]] = [noCounts(), []];
  const { context } = world;
  const verb = verbs[name];
  if (!verb) throw new Error(name);
  const schema = schemaOf(name, verb);
  let known = knownOf(world, name);
  const versions = () => allLists.map((list) => context.list(list).version).join('.');
  for (let place = 0; place < inputs; place += 1) {
    const who = one(askers, place);
    if (place % knownFor === 0) known = knownOf(world, name);
    const given = inputOf(schema, dice, known);
    const press = { verb: dice(30) === 0 ? '__proto__' : name, data: isRecord(given) ? given : { given } };
    const pressedAt = instant(context.clock.now());
    const run = async () => {
      const began = threadTime();
      const answer = await attempt(
        context,
        readPress(verbs, press),
        { personId: person(who), locale: 'da' },
        pressedAt,
      );
      return { answer, spent: threadTime() - began };
    };
    const before = versions();
    const { answer, spent: first } = await run();
    counts.sent += 1;
    if (answer.failed) {
      counts.refused += 1;
      countCode(counts, answer.failed.code);
    } else counts.done += 1;
    const add = (problem: string) => findings.push({ what: `${name} as ${who}`, problem, input: shown(press.data) });
    if (answer.failed?.kind === 'unexpected') add(`unexpected ${String(answer.failed.cause)}`);
    if (answer.failed && versions() !== before) {
      const again = versions();
      await run();
      if (versions() !== again) add(`${answer.failed.code}, and yet something was written`);
    }
    const spent = first <= mostProcessor ? first : (await longestGo(run)).milliseconds;
    counts.slowest = Math.max(counts.slowest, spent);
    if (spent > mostProcessor) add(tooSlow(spent));
  }
  return { counts, findings };
}
