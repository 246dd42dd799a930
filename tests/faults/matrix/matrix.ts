/**
 * `npm run faults -- [--story risk,phone] [--fault graph.random] [--share 0/4] [--seed 1] [--parallel 3]`: tells each
 * story of `tests/kills/stories` under each fault switch of the desk, and compares the end with an undisturbed run.
 * Prints a table with a row a fault, and what is wrong in each cell. Ends with 1 when anything is wrong.
 */
import { parseArgs } from 'node:util';
import { inParallel } from '../../../api/kernel/index.ts';
import { stories, type Story } from '../../kills/stories/index.ts';
import { cell, type Cell } from './cell.ts';
import { faults, type Fault } from './fault-rows.ts';
import { differing } from './what-is-left.ts';

const { values } = parseArgs({
  options: {
    story: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '3' },
    share: { type: 'string', default: '0/1' },
    told: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const named = (name: string, wanted: string) => wanted.split(',').some((part) => name.includes(part));
const told = stories.filter(({ name }) => named(name, values.story));
const struck = faults.filter(({ name, elsewhere }) => named(name, values.fault) && elsewhere === undefined);

/** `--share 0/4`: every fourth cell, so that each fault and each story is met. */
const [part = 0, parts = 1] = values.share.split('/').map(Number);
const cells = struck
  .flatMap((fault, row) => told.map((story, column) => ({ fault, story, place: row + column })))
  .filter(({ place }) => place % parts === part);
const undisturbed = new Map<Story, Cell>();
for (const story of new Set(cells.map((one) => one.story))) {
  const one = await cell(story, undefined, seed);
  const lines = [...one.wrong, ...one.told];
  if (lines.length > 0)
    console.log(`Without a fault, ${story.name}:\n${lines.map((line) => `    ${line}`).join('\n')}`);
  undisturbed.set(story, one);
}

const wrong = new Map<Fault, string>();
let found = 0;
let errors = 0;
await inParallel(Number(values.parallel), cells, async ({ fault, story }) => {
  const {
    wrong: own,
    left,
    told: errorsTold,
  } = await cell(story, fault, seed).catch((failure: unknown) => ({
    ...{ wrong: [String(failure)], left: undefined, told: [] },
  }));
  const calm = undisturbed.get(story);
  const lines = [...own, ...(left && calm ? differing(calm.left, left) : [])];
  errors += errorsTold.length;
  wrong.set(fault, (wrong.get(fault) ?? '') + (lines.length === 0 ? '.' : 'X'));
  if (lines.length > 0) found += 1;
  if (lines.length > 0 || values.told)
    console.log(
      [
        `${lines.length === 0 ? 'ok' : 'WRONG'} ${fault.name} × ${story.name}`,
        ...lines.slice(0, 12).map((line) => `    ${line}`),
        ...errorsTold.slice(0, 12).map((line) => `    told: ${line}`),
      ].join('\n'),
    );
});

const width = Math.max(...struck.map(({ name }) => name.length));
for (const fault of struck) console.log(`${fault.name.padEnd(width)}  ${wrong.get(fault) ?? ''}`);
for (const { name, elsewhere } of faults) if (elsewhere !== undefined) console.log(`${name}: ${elsewhere}`);
console.log(`${cells.length} cells, ${found} wrong; people were told ${errors} errors and pressed again.`);
process.exit(found === 0 ? 0 : 1);
