/**
 * `node tests/kills/every-write.ts [--story 2] [--every 3] [--people 60]`: kills the program at every write that a story makes to
 * Microsoft 365, before it is passed on and after it is done, and compares what there is in the end with an undisturbed
 * run. The writes are found by counting them. Ends with 1 when anything is wrong.
 */
import { parseArgs } from 'node:util';
import { stories, type Story } from './stories/index.ts';
import { aTown, type State } from './town.ts';

const { values } = parseArgs({
  options: {
    story: { type: 'string' },
    every: { type: 'string', default: '1' },
    people: { type: 'string', default: '60' },
  },
});
const people = Number(values.people);
let wrong = 0;
let tried = 0;
for (const [place, story] of stories.entries())
  if (values.story === undefined || Number(values.story) === place + 1) wrong += await killed(story);
console.log(`${tried} kills, ${wrong} of them left something wrong.`);
process.exit(wrong === 0 ? 0 : 1);

async function killed(story: Story): Promise<number> {
  const { state, writes } = await told(story);
  console.log(`${story.name}: ${writes.length} writes.`);
  let found = 0;
  for (let number = 1; number <= writes.length; number += Number(values.every))
    for (const when of ['before', 'after'] as const) {
      tried += 1;
      const { state: now, wrong: problems, kills } = await told(story, { number, when });
      const differences = kills === 0 ? ['the write was not made'] : [...problems, ...differing(state, now)];
      if (differences.length === 0) continue;
      found += 1;
      console.log(`  killed ${when} write ${number} (${writes[number - 1]}):`);
      for (const line of differences) console.log(`    ${line}`);
    }
  return found;
}

/** Tells the story in a town of its own, with at most one kill. */
async function told(story: Story, at?: { number: number; when: 'before' | 'after' }) {
  const town = await aTown(people);
  try {
    await town.process();
    await story.before?.(town);
    town.killAt(at?.number, at?.when ?? 'before');
    await story.acts(town);
    const writes = [...town.writes()];
    await town.process();
    await town.later();
    return { state: town.state(), writes, kills: town.kills(), wrong: await story.wrong(town) };
  } finally {
    await town.close();
  }
}

/** What another run left otherwise, one line each. */
function differing(one: State, other: State): string[] {
  const lists = Object.keys({ ...one.lists, ...other.lists })
    .filter((name) => one.lists[name] !== other.lists[name])
    .map((name) => `${name} has ${other.lists[name]} items, not ${one.lists[name]}`);
  const chats = Object.keys(one.chats)
    .filter((id) => !other.inDoubt.has(id) && !one.inDoubt.has(id))
    .filter((id) => (other.chats[id] ?? []).join('|') !== (one.chats[id] ?? []).join('|'))
    .map((id) => `the chat of ${id} has [${other.chats[id]?.join(' | ')}], not [${one.chats[id]?.join(' | ')}]`);
  return [...lists, ...chats];
}
