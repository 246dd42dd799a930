import { z } from 'zod';
import { milliseconds, number, percentile, print, spread, type Figure } from './figures.ts';
import type { DeskProcess } from './desk-process.ts';
import { askProgram, readPeople, tokensOf } from './people.ts';

/** What is opened to govern by: figures with their history, what got worse, management's page, the feed's settings, one centre. */
const pages = [
  '/api/figures',
  '/api/figures/worse',
  '/api/figures/management',
  '/api/figures/frozen',
  '/api/figures/settings',
  '/api/obligations/centres',
] as const;
const answers = 100;
const view = z.object({ figures: z.array(z.unknown()), owners: z.array(z.object({ owner: z.string() })) });

/** The dashboards over HTTP, each so many times, and a centre's page for another centre each time; figures are counted by then. */
export async function measureFigures(desk: DeskProcess, program: { address: string }): Promise<void> {
  const { ciso, everybody } = await readPeople(program);
  const [token = ''] = await tokensOf(desk, [ciso]);
  const ask = (path: string) => askProgram(program, token, 'GET', path);
  const began = performance.now();
  const { figures, owners } = view.parse(await ask('/api/figures'));
  const first = performance.now() - began;
  const rows: Figure[] = [{ what: 'all figures counted, first time', figure: milliseconds(first) }];
  const all: number[] = [];
  const timed = async (what: string, path: (turn: number) => string) => {
    const took: number[] = [];
    for (let turn = -5; turn < answers; turn += 1) {
      const start = performance.now();
      await ask(path(Math.abs(turn)));
      if (turn >= 0) took.push(performance.now() - start);
    }
    all.push(...took);
    rows.push({ what, figure: spread(took), beside: 'goal p99 50 ms' });
  };
  for (const page of pages) await timed(`GET ${page}`, () => page);
  const owner = (turn: number) => encodeURIComponent(owners[turn % owners.length]?.owner ?? 'whole');
  await timed('figures of one owner after the other', (turn) => `/api/figures?owner=${owner(turn)}`);
  print(`Dashboards of ${number(everybody.length)} people: ${figures.length} figures of ${owners.length} owners`, rows);
  if (percentile(all, 99) > 50) console.log('  p99 is over its goal.');
}
