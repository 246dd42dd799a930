import type { VerifyToken } from '../../api/http/index.ts';
import { verbs } from '../../bot/index.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { dice } from '../load/dice.ts';
import { apiWorld, type ApiWorld } from '../security/api-world.ts';
import { entraVerifier } from '../security/served-api.ts';
import { fuzzVerb } from './card-verbs.ts';
import { addCounts, noCounts, type Finding } from './finding.ts';
import { fuzzRoute } from './routes.ts';

export interface Wanted {
  /** Generated inputs for each contract and each button. */
  inputs: number;
  seed: number;
  /** Only those whose name holds this text. */
  only?: string;
  /** Only one part of several, from 1: for concurrent processes. */
  shard?: { part: number; of: number };
  told?: {
    /** Called after so many inputs each. */
    round?(each: number): void;
    finding?(finding: Finding): void;
  };
}

/** Inputs until a small town is reset: a growing world gets slower. */
const inputsOfWorld = 2_000;
/** Inputs of one contract per round: a stopped run has tried all equally often. */
const inputsOfRound = 100;

/** The same number for the same name, so that one contract alone meets what it met among all. */
const numberOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 99_991, 7);

type Found = Awaited<ReturnType<typeof fuzzRoute>>;
type Run = (world: ApiWorld, some: number, thrown: ReturnType<typeof dice>) => Promise<Found>;

const everything: readonly { name: string; run: Run }[] = [
  ...allRoutes.map((route) => ({
    name: route.name,
    run: (...[world, some, thrown]: Parameters<Run>) => fuzzRoute(world, route, some, thrown),
  })),
  ...Object.keys(verbs).map((name) => ({
    name,
    run: (...[world, some, thrown]: Parameters<Run>) => fuzzVerb(world, name, some, thrown),
  })),
];

/** Sends generated inputs to every contract and every button, and returns wrong answers. */
export async function fuzz({ inputs, seed, only = '', shard = { part: 1, of: 1 }, told = {} }: Wanted) {
  const findings: Finding[] = [];
  const verifyToken = lookedAtOnce();
  const all = everything
    .filter(({ name }) => name.includes(only))
    .filter((_, place) => place % shard.of === shard.part - 1)
    .map(({ name, run }) => ({ name, run, thrown: dice(seed + numberOf(name)), counts: noCounts() }));
  let world = await apiWorld({ verifyToken });
  let left = inputsOfWorld;
  for (let each = 0; each < inputs; each += inputsOfRound) {
    const some = Math.min(inputsOfRound, inputs - each);
    for (const { run, thrown, counts } of all) {
      if (left < some) {
        await world.close();
        [world, left] = [await apiWorld({ verifyToken }), inputsOfWorld];
      }
      const found = await run(world, some, thrown);
      left -= some;
      addCounts(counts, found.counts);
      findings.push(...found.findings);
      for (const finding of found.findings) told.finding?.(finding);
    }
    told.round?.(each + some);
  }
  await world.close();
  return { counts: new Map(all.map(({ name, counts }) => [name, counts])), findings };
}

/** Few tokens recur: each is verified once. */
function lookedAtOnce(): VerifyToken {
  const verify = entraVerifier();
  const known = new Map<string, ReturnType<VerifyToken>>();
  return (token) => {
    const found = known.get(token) ?? verify(token);
    known.set(token, found);
    return found;
  };
}
