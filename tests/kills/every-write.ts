/**
 * `npm run kills -- [--story 5] [--apart 8] [--when after] [--write 5] [--people 60]`: kills the program at every write
 * that a story makes to Microsoft 365, before it is passed on and after it is done, and compares what there is in the end
 * with an undisturbed run. The writes are found by counting them; a run kills at every eighth, and the next at the ones
 * after them. `--write` kills at one alone, `--from 3` is one run, from the third on. `--count` only counts, and names the writes of the code that no story makes.
 * Ends with 1 when anything is wrong.
 */
import { parseArgs } from 'node:util';
import { stories } from './stories/index.ts';
import type { TownStory } from './stories/town-story.ts';
import { townStories } from './stories/town-stories.ts';
import { aTown, type State } from './town.ts';
import { named } from './what-is-told.ts';
import { writesInCode } from './writes.ts';

const { values } = parseArgs({
  options: {
    story: { type: 'string' },
    apart: { type: 'string', default: '8' },
    write: { type: 'string' },
    from: { type: 'string' },
    when: { type: 'string' },
    people: { type: 'string', default: '60' },
    count: { type: 'boolean', default: false },
  },
});
type When = 'before' | 'after';
interface Kills {
  number: number;
  again?: { every: number; most: number };
  when: When;
}

const people = Number(values.people);
const whens = (['before', 'after'] as const).filter((when) => values.when === undefined || values.when === when);
const all: readonly TownStory[] = [...stories, ...townStories];
const wanted = all.filter((_, place) => values.story === undefined || Number(values.story) === place + 1);
const reached = new Set<string>();
let [kills, wrong] = [0, 0];

for (const story of wanted) {
  const name = String(all.indexOf(story) + 1);
  const { state, writes, wrong: problems } = await told(story);
  for (const write of writes) reached.add(write);
  console.log(`${name}: ${story.name}: ${writes.length} writes.`);
  report('not killed', problems);
  if (!values.count) await killed(name, story, state, writes.length);
}
if (values.story === undefined) {
  const left = [...writesInCode()].filter(([write]) => !reached.has(write));
  console.log(`${left.length} writes of the code are in no story:`);
  for (const [write, files] of left.toSorted()) console.log(`  ${write}: ${[...files].join(', ')}`);
}
console.log(`${kills} kills, ${wrong} runs that left something wrong.`);
process.exit(wrong === 0 ? 0 : 1);

async function killed(name: string, story: TownStory, undisturbed: State, count: number): Promise<void> {
  const before = { kills, wrong };
  const apart = Number(values.apart);
  const alone = values.write === undefined ? undefined : Number(values.write);
  const from = values.from === undefined ? undefined : Number(values.from);
  const firsts = (alone ?? from) ? [alone ?? from ?? 1] : Array.from({ length: apart }, (_, place) => place + 1);
  for (const when of whens)
    for (const number of firsts) {
      const at = {
        number,
        when,
        ...(alone === undefined ? { again: { every: apart, most: Math.ceil((count - number + 1) / apart) } } : {}),
      };
      const { state, wrong: problems, killed: writes } = await told(story, at);
      kills += writes.length;
      console.log(`  ${when}, from ${number}: ${writes.length} kills`);
      const where = writes.map((write, place) => `${number + place * (at.again?.every ?? 0)} (${write})`).join(', ');
      report(`killed ${when} ${where}`, [...problems, ...differing(undisturbed, state)]);
    }
  console.log(`  ${name}: ${kills - before.kills} kills, ${wrong - before.wrong} runs that left something wrong.`);
}

function report(what: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  wrong += 1;
  console.log(`  ${what}:`);
  for (const line of problems) console.log(`    ${line}`);
}

/** Tells the story in a town of its own. */
async function told(story: TownStory, at?: Kills) {
  const town = await aTown(people);
  try {
    await town.process();
    await story.before?.(town);
    town.killAt(at?.number, at?.when ?? 'before', at?.again);
    const failure = await story.acts(town).then(
      () => [],
      (thrown: unknown) => [String(thrown)],
    );
    const writes = town.writes();
    town.killNoMore();
    await town.process();
    await town.later();
    const problems = failure.length > 0 ? failure : await story.wrong(town);
    return { state: town.state(), writes, killed: town.killed(), wrong: problems };
  } finally {
    await town.close();
  }
}

/**
 * What another run left otherwise, one line each. An act whose repeat found nothing to do may have lost its name: there is
 * an entry without one for each, and what it tells is compared.
 */
function differing(one: State, other: State): string[] {
  let mayLackNames = other.nameless - one.nameless;
  const lists = Object.keys({ ...one.lists, ...other.lists })
    .filter((name) => {
      const lacking = (one.lists[name] ?? 0) - (other.lists[name] ?? 0);
      const isExcused = name.startsWith(named) && lacking > 0 && lacking <= mayLackNames;
      if (isExcused) mayLackNames -= lacking;
      return lacking !== 0 && !isExcused;
    })
    .map((name) => `${name}: ${other.lists[name] ?? 0}, not ${one.lists[name] ?? 0}`);
  const chats = Object.keys(one.chats)
    .filter((id) => !other.inDoubt.has(id) && !one.inDoubt.has(id))
    .filter((id) => (other.chats[id] ?? []).join('|') !== (one.chats[id] ?? []).join('|'))
    .map((id) => `the chat of ${id} has [${other.chats[id]?.join(' | ')}], not [${one.chats[id]?.join(' | ')}]`);
  return [...lists, ...chats];
}
