/**
 * `npm run figures -- <report of vitest's json reporter>`: writes what the suites found into docs/figures.md.
 * `FIGURES=1 npm test` does so by itself.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { relative } from 'node:path';
import { z } from 'zod';
import { number } from './figures.ts';
import { writeFigures, type Measured } from './figures-page.ts';

const report = z.object({
  startTime: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

const root = new URL('../..', import.meta.url).pathname;
const minutes = (milliseconds: number): string => `${number(milliseconds / 60_000, 1)} min`;

/** A row a room, and their sum. Files that could not be run count as a failure each. */
export function suitesTable(json: unknown, folder = root): Measured {
  const { startTime, testResults } = report.parse(json);
  const rooms = new Map<string, typeof testResults>();
  for (const file of testResults) {
    const room = relative(folder, file.name).split('/')[1] ?? '';
    rooms.set(room, [...(rooms.get(room) ?? []), file]);
  }
  const row = (what: string, files: typeof testResults, took: number) => {
    const all = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
    const broken = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
    const failed = all.filter((status) => status === 'failed').length + broken.length;
    const passed = all.filter((status) => status === 'passed').length;
    return {
      what,
      figure: `${number(passed)} passed, ${number(failed)} failed`,
      beside: `${number(files.length)} files, ${minutes(took)}`,
    };
  };
  const sumOf = (files: typeof testResults) => files.reduce((sum, one) => sum + one.endTime - one.startTime, 0);
  const ended = Math.max(startTime, ...testResults.map(({ endTime }) => endTime));
  const inOrder = [...rooms].toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return {
    part: 'suites',
    title: 'Tests by room, with the time of their files; several run at a time',
    figures: [
      ...inOrder.map(([room, files]) => row(room, files, sumOf(files))),
      row('all', testResults, ended - startTime),
    ],
  };
}

if (import.meta.main) {
  const [file, ...more] = process.argv.slice(2);
  if (file === undefined || more.length > 0) {
    console.error('Give the report of vitest: npx vitest run --reporter=json --outputFile=report.json');
    process.exit(1);
  }
  const measured = suitesTable(JSON.parse(readFileSync(file, 'utf8')));
  writeFigures([measured], {
    day: new Date().toISOString().slice(0, 10),
    by: 'FIGURES=1 npm test',
    node: process.version,
    cores: availableParallelism(),
    load: loadavg()[0] ?? 0,
  });
  console.log('docs/figures.md has the figures of the suites.');
}
