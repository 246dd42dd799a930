import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DeskProcess } from './desk-process.ts';
import { megabytes, number, print, seconds, times } from './figures.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'load-lists.ts');
const measured = z.object({
  milliseconds: z.number(),
  items: z.number(),
  rss: z.number(),
  heap: z.number(),
  wholeRss: z.number(),
});

async function load(desk: DeskProcess, mode: 'mirror' | 'raw') {
  await desk.resetStats();
  const { stdout } = await run(process.execPath, ['--expose-gc', script, mode, desk.address]);
  const { graph } = await desk.stats();
  return { ...measured.parse(JSON.parse(stdout)), requests: graph.requests, units: graph.resourceUnits };
}

/** Loading the mirror, beside plain paging of the same lists and columns. The better of two runs each. */
export async function measureColdStart(desk: DeskProcess): Promise<void> {
  const rounds = { mirror: [await load(desk, 'mirror')], raw: [await load(desk, 'raw')] };
  rounds.mirror.push(await load(desk, 'mirror'));
  rounds.raw.push(await load(desk, 'raw'));
  const best = (of: keyof typeof rounds) =>
    rounds[of].toSorted((one, other) => one.milliseconds - other.milliseconds)[0] ?? rounds[of][0];
  const mirror = best('mirror');
  const raw = best('raw');
  if (!mirror || !raw) throw new Error('nothing was measured');
  print(`Mirror, cold start: ${number(mirror.items)} items of all lists`, [
    {
      what: 'time',
      figure: seconds(mirror.milliseconds),
      beside: `plain paging ${seconds(raw.milliseconds)}; ${times(mirror.milliseconds, raw.milliseconds)}`,
    },
    {
      what: 'resource units',
      figure: number(mirror.units),
      beside: `plain paging ${number(raw.units)}; ${number(mirror.requests)} and ${number(raw.requests)} requests`,
    },
    {
      what: 'memory (RSS) that it adds',
      figure: megabytes(mirror.rss),
      beside: `heap ${megabytes(mirror.heap)}; ${number(mirror.heap / mirror.items)} bytes an item`,
    },
  ]);
}
