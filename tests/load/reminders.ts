import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DeskProcess } from './desk-process.ts';
import { milliseconds, number, print, spread } from './figures.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, 'plan-reminders.ts');
const measured = z.object({
  people: z.number(),
  ledger: z.number(),
  foldsLedger: z.number(),
  days: z.array(z.object({ digests: z.number(), ms: z.number() })),
  job: z.number(),
  planned: z.number(),
  pages: z.number(),
  largestPage: z.number(),
  rechecks: z.array(z.number()),
  again: z.number(),
});

/** Planning the digests of a day with a year of them in the ledger, and rechecking before each is sent. */
export async function measureReminders(desk: DeskProcess): Promise<void> {
  const { stdout } = await run(process.execPath, [script, desk.address], { maxBuffer: 10_000_000 });
  const { people, ledger, foldsLedger, days, job, planned, pages, largestPage, rechecks, again } = measured.parse(
    JSON.parse(stdout),
  );
  const fullest = days.reduce((most, day) => (day.digests > most.digests ? day : most), { digests: 0, ms: 0 });
  print(`Reminders of ${number(people)} people, ${number(ledger)} digests of a year in the ledger`, [
    {
      what: 'first plan of a day, ledger walked',
      figure: milliseconds(foldsLedger),
      beside: 'with what all owe; goal 2,000 ms',
    },
    { what: '20 working days planned', figure: spread(days.map(({ ms }) => ms)), beside: 'goal 2,000 ms' },
    { what: 'the fullest of them', figure: milliseconds(fullest.ms), beside: `${number(fullest.digests)} digests` },
    {
      what: 'the job: plan, pages, ledger',
      figure: milliseconds(job),
      beside: `${number(planned)} people, ${pages} pages`,
    },
    { what: 'largest page', figure: number(largestPage), beside: 'characters of 60,000' },
    { what: 'the job again, nothing new', figure: milliseconds(again) },
    { what: 'asked again before a message', figure: spread(rechecks), beside: `${number(rechecks.length)} people` },
  ]);
}
