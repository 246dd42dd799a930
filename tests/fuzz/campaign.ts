import { verbs } from '../../bot/index.ts';
import { allRoutes } from '../../teams-app/routes.ts';
import { dice } from '../load/dice.ts';
import { apiWorld } from '../security/api-world.ts';
import { fuzzVerb } from './card-verbs.ts';
import type { Counts, Finding } from './finding.ts';
import { fuzzRoute } from './routes.ts';

export interface Wanted {
  /** Generated inputs for each contract and each button. */
  inputs: number;
  seed: number;
  /** Only those whose name holds this text. */
  only?: string;
  /** Told of each contract as it ends. */
  told?: (name: string, counts: Counts, findings: readonly Finding[]) => void;
}

/** A small town forgets what was made after so many inputs: a world that only grows gets slower. */
const inputsOfWorld = 2_000;

/** The same number for the same name, so that one contract alone meets what it met among all. */
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 99_991, 7);

/** Sends generated inputs to every contract and every button, and gives what came back wrong. */
export async function fuzz({ inputs, seed, only = '', told }: Wanted) {
  const findings: Finding[] = [];
  const counts = new Map<string, Counts>();
  let world = await apiWorld();
  let left = inputsOfWorld;
  const all = [
    ...allRoutes.map((route) => ({
      name: route.name,
      run: (some: number, thrown: ReturnType<typeof dice>) => fuzzRoute(world, route, some, thrown),
    })),
    ...Object.keys(verbs).map((name) => ({
      name,
      run: (some: number, thrown: ReturnType<typeof dice>) => fuzzVerb(world, name, some, thrown),
    })),
  ].filter(({ name }) => name.includes(only));
  for (const { name, run } of all) {
    const thrown = dice(seed + numberOf(name));
    const own: Counts = { sent: 0, done: 0, refused: 0, slowest: 0 };
    const ownFindings: Finding[] = [];
    while (own.sent < inputs) {
      if (left <= 0) {
        await world.close();
        [world, left] = [await apiWorld(), inputsOfWorld];
      }
      const found = await run(Math.min(left, inputs - own.sent), thrown);
      left -= found.counts.sent;
      own.sent += found.counts.sent;
      own.done += found.counts.done;
      own.refused += found.counts.refused;
      own.slowest = Math.max(own.slowest, found.counts.slowest);
      ownFindings.push(...found.findings);
    }
    counts.set(name, own);
    findings.push(...ownFindings);
    told?.(name, own, ownFindings);
  }
  await world.close();
  return { counts, findings };
}
