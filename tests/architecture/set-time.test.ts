import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

/** Files between which a worker keeps the shared world; those of other folders come after them (vitest.config.ts). */
const beside = /^tests\/(?:browser|faults|journeys)\/.*\.test\.tsx?$/;

it('a file that sets the time of its worker has ended the world that its files share', () => {
  const setting = projectFiles()
    .filter((file) => beside.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .filter(({ text }) => /vi\s*\.(?:useFakeTimers|setSystemTime)\(/.test(text));
  expect(setting.length).toBeGreaterThan(0);
  expect(setting.filter(({ text }) => !text.includes('await endSharedWorld()')).map(({ file }) => file)).toEqual([]);
});

it('a journey that begins today names a time of day as Denmark does: in UTC it is another one in summer', () => {
  const inUtc = /`\$\{[^`]*\}T(?!00:00:00)\d\d:\d\d[^`]*Z`/;
  const files = projectFiles().filter((file) => /^tests\/(?:browser|journeys)\//.test(file));
  expect(files.filter((file) => inUtc.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
