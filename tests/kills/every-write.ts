/**
 * `npm run kills -- --points [--story 5,6] [--when after] [--point words] [--apart 1] [--people 60]`: kills the program
 * at every write point of what people do, before the write is passed on and after it is done, and compares what there
 * is in the end with an undisturbed run. A point is what an act (route, button or job) writes to a list, the first and
 * the last time in a story; the points are found by telling the story undisturbed, and killed at several in a run where
 * they are `--apart` writes from each other. One that an earlier story of the same run has is not killed again.
 * `--point` takes those with the words alone. Without `--points` it kills at every eighth write in a run, and at the
 * ones after them in the next; `--write 5` at one alone, `--from 3` is one run, from the third on. `--count` only
 * counts, and names the writes of the code that no story makes. Ends with 1 when anything is wrong.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eachOf, everyFrom, nameOf, pointsOf, type IsWanted, type NamedWrite, type When } from './points.ts';
import { stories } from './stories/index.ts';
import type { TownStory } from './stories/town-story.ts';
import { townStories } from './stories/town-stories.ts';
import { aTown, type State } from './town.ts';
import { named } from './what-is-told.ts';
import { elsewhere, writesInCode } from './writes.ts';

const { values } = parseArgs({
  options: {
    points: { type: 'boolean', default: false },
    point: { type: 'string', default: '' },
    story: { type: 'string' },
    apart: { type: 'string' },
    write: { type: 'string' },
    from: { type: 'string' },
    when: { type: 'string' },
    people: { type: 'string', default: '60' },
    count: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '../..');
const bundle = mkdtempSync(join(tmpdir(), 'kills-'));
process.on('exit', () => rmSync(bundle, { recursive: true, force: true }));
const bundler = join(root, 'teams-app/starter/bundle-program.mjs');
const bundled = spawnSync(process.execPath, [bundler, bundle, 'tests/kills/program.ts'], { stdio: 'inherit' });
if (bundled.status !== 0) process.exit(1);
const program = join(bundle, 'main.js');
process.env['NODE_COMPILE_CACHE'] = join(bundle, 'cache');

const people = Number(values.people);
const apart = Number(values.apart ?? (values.points ? 1 : 8));
const whens = (['before', 'after'] as const).filter((when) => values.when === undefined || values.when === when);
const all: readonly TownStory[] = [...stories, ...townStories];
const wanted =
  values.story?.split(',').map((place) => {
    const story = all[Number(place) - 1];
    if (!story) throw new Error(`No story ${place}: they are 1 to ${all.length}`);
    return story;
  }) ?? all;
const reached = new Set<string>();
const killedAt = new Set<string>();
let [kills, wrong, unmet] = [0, 0, 0];

for (const story of wanted) {
  const name = String(all.indexOf(story) + 1);
  const { state, writes, wrong: problems } = await told(story);
  const states = [state];
  while (states.length < (story.tellings ?? 1)) states.push((await told(story)).state);
  for (const write of writes) reached.add(write.name);
  console.log(`${name}: ${story.name}: ${writes.length} writes.`);
  report('not killed', problems);
  if (values.count) continue;
  const before = { kills, wrong };
  await (values.points ? killedAtPoints(story, states, writes) : killedAtEvery(story, states, writes.length));
  console.log(`  ${name}: ${kills - before.kills} kills, ${wrong - before.wrong} runs that left something wrong.`);
}
if (values.story === undefined) {
  const left = [...writesInCode()].filter(([write]) => !reached.has(write)).toSorted();
  const unexplained = left.filter(([write]) => elsewhere[write] === undefined);
  console.log(
    `${unexplained.length} writes of the code are in no story, ${left.length - unexplained.length} for a reason:`,
  );
  for (const [write, files] of left) console.log(`  ${write}: ${elsewhere[write] ?? [...files].join(', ')}`);
}
console.log(`${kills} kills, ${wrong} runs that left something wrong; ${unmet} points were not written again.`);
process.exit(wrong === 0 ? 0 : 1);

/** Runs until each point is killed at, or a run meets none of those that are left. */
async function killedAtPoints(
  story: TownStory,
  undisturbed: readonly State[],
  writes: readonly NamedWrite[],
): Promise<void> {
  const points = pointsOf(writes).filter(({ label }) => !killedAt.has(label) && label.includes(values.point));
  console.log(`  ${pointsOf(writes).length} points, ${points.length} of them in no story before:`);
  for (const { label } of points) console.log(`    ${label}`);
  for (const { label } of points) killedAt.add(label);
  for (const when of whens) {
    const left = new Set(points);
    for (let before = Infinity; left.size > 0 && left.size < before;) {
      before = left.size;
      await killed(story, undisturbed, eachOf(left, apart), when);
    }
    // Which of the program's own work writes it may depend on the moment.
    for (const { label } of left) console.log(`  never killed ${when} ${label}: it was not written again.`);
    unmet += left.size;
  }
}

async function killedAtEvery(story: TownStory, undisturbed: readonly State[], count: number): Promise<void> {
  const [alone, from] = [values.write, values.from].map((number) =>
    number === undefined ? undefined : Number(number),
  );
  const firsts = (alone ?? from) ? [alone ?? from ?? 1] : Array.from({ length: apart }, (_, place) => place + 1);
  for (const when of whens)
    for (const first of firsts) {
      const most = alone === undefined ? Math.ceil((count - first + 1) / apart) : 1;
      await killed(story, undisturbed, everyFrom(first, apart, most), when);
    }
}

async function killed(story: TownStory, undisturbed: readonly State[], isWanted: IsWanted, when: When): Promise<void> {
  const run = await told(story, { isWanted, when });
  kills += run.killed.length;
  const where = run.killed.map((write) => `${write.number} (${nameOf(write)})`).join(', ');
  console.log(`  ${when}: ${run.killed.length} kills`);
  report(`killed ${when} ${where}`, [...run.wrong, ...differingFromAll(undisturbed, run.state, story.toldAgain)]);
}

function report(what: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  wrong += 1;
  console.log(`  ${what}:`);
  for (const line of problems) console.log(`    ${line}`);
}

/** Tells the story in a town of its own. */
async function told(story: TownStory, at?: { isWanted: IsWanted; when: When }) {
  const town = await aTown(people, program);
  try {
    await town.process();
    await story.before?.(town);
    town.killAt(at?.isWanted, at?.when ?? 'before');
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

/** What a run left otherwise than any undisturbed one; told as it differs from the first. */
function differingFromAll(undisturbed: readonly State[], other: State, toldAgain?: readonly string[]): string[] {
  const [first = {}, ...rest] = undisturbed.map((one) => differing(one, other, toldAgain));
  return Object.entries(first)
    .filter(([what]) => rest.every((lines) => lines[what] !== undefined))
    .map(([, line]) => line);
}

type Line = readonly [what: string, line: string];

/**
 * What another run left otherwise, one line for each list, act or chat. An act whose repeat found nothing to do may
 * have lost its name: there is an entry without one for each, and what it tells is compared.
 */
function differing(one: State, other: State, toldAgain: readonly string[] = []): Record<string, string> {
  let mayLackNames = other.nameless - one.nameless;
  const lists = Object.keys({ ...one.lists, ...other.lists })
    .filter((name) => {
      const lacking = (one.lists[name] ?? 0) - (other.lists[name] ?? 0);
      const isExcused = name.startsWith(named) && lacking > 0 && lacking <= mayLackNames;
      if (isExcused) mayLackNames -= lacking;
      const isAgain = lacking < 0 && toldAgain.some((beginning) => name.startsWith(beginning));
      return lacking !== 0 && !isExcused && !isAgain;
    })
    .map((name): Line => [name, `${name}: ${other.lists[name] ?? 0}, not ${one.lists[name] ?? 0}`]);
  const chats = Object.keys(one.chats)
    .filter((id) => !other.inDoubt.has(id) && !one.inDoubt.has(id))
    .filter((id) => (other.chats[id] ?? []).join('|') !== (one.chats[id] ?? []).join('|'))
    .map((id): Line => [
      id,
      `the chat of ${id} has [${other.chats[id]?.join(' | ')}], not [${one.chats[id]?.join(' | ')}]`,
    ]);
  return Object.fromEntries([...lists, ...chats]);
}
