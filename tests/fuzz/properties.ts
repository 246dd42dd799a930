import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Every property of the tests, with many samples: `npm run properties -- --times 50`. Another seed each time, told at
 * its beginning; `--seed` tries one again, `--only policy` those of files whose names have it.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    only: { type: 'string', default: '' },
  },
});

const root = join(import.meta.dirname, '../..');
const hasProperties = (file: string) => readFileSync(join(root, file), 'utf8').includes(`from 'fast-check'`);
const files = globSync('tests/**/*.test.ts', { cwd: root }).filter(
  (file) => file.includes(values.only) && hasProperties(file),
);
console.log(`${files.length} files, ${values.times} times their samples, --seed ${values.seed}`);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const child = spawn(process.execPath, [vitest, 'run', '--testTimeout=0', '--hookTimeout=0', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PROPERTY_TIMES: values.times, PROPERTY_SEED: values.seed },
});
const [code] = (await once(child, 'exit')) as [number | null];
process.exit(code ?? 1);
