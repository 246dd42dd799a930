import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DeskProcess } from './desk-process.ts';
import { milliseconds, number, print } from './figures.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'ask-first.ts');
const measured = z.object({
  people: z.number(),
  warming: z.number(),
  first: z.number(),
  again: z.number(),
  longest: z.number(),
});

/** Waiting time of the first request of the two views that walk over everybody; and its effect on others. */
export async function measureFirstAsked(desk: DeskProcess): Promise<void> {
  for (const [view, name] of [
    ['preview', 'The preview of reminders'],
    ['centres', 'All centres'],
  ] as const) {
    const { stdout } = await run(process.execPath, [script, view, desk.address], { maxBuffer: 10_000_000 });
    const { people, warming, first, again, longest } = measured.parse(JSON.parse(stdout));
    print(`${name}, ${number(people)} people, asked for the first time since the start`, [
      { what: 'derived at the start, before anybody asks', figure: milliseconds(warming) },
      { what: 'first', figure: milliseconds(first), beside: 'of processor; goal 1,000 ms' },
      { what: 'again', figure: milliseconds(again) },
      { what: 'longest time nobody else was answered', figure: milliseconds(longest), beside: 'on the clock' },
    ]);
  }
}
