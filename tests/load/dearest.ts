import { allRoutes } from '../../teams-app/program/routes.ts';
import type { ProgramProcess } from '../support/program-process.ts';
import { blocksSeen } from './block-probe.ts';
import { milliseconds, print, type Figure } from './figures.ts';

/** Rows printed. */
const most = 12;

/**
 * Each keyless answer's longest block of the main thread, in processor time. Each is requested three times, since the
 * first may derive what the others reuse.
 */
export async function measureDearest(program: ProgramProcess, token: string): Promise<void> {
  const figures: (Figure & { worst: number })[] = [];
  const routes = allRoutes.filter(({ name }) => name.startsWith('GET ') && !name.includes(':'));
  for (const { name } of routes) {
    const goes: number[] = [];
    let status = 0;
    for (let round = 0; round < 3; round += 1) {
      await program.ask('blocks');
      const answer = await fetch(program.address + name.slice(4), { headers: { authorization: `Bearer ${token}` } });
      await answer.arrayBuffer();
      ({ status } = answer);
      goes.push(blocksSeen.parse(await program.ask('blocks')).processor);
    }
    const [first = 0, ...later] = goes;
    const then = Math.min(...later);
    figures.push({
      ...{ what: name, figure: milliseconds(then), worst: Math.max(first, then) },
      beside: `the first time ${milliseconds(first)}; ${status}`,
    });
  }
  const dearest = figures.toSorted((one, other) => other.worst - one.worst).slice(0, most);
  print(`Longest go of the main thread of ${figures.length} answers, the dearest; goal < 50 ms`, dearest);
}
