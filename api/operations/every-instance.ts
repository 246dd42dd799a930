import { z } from 'zod';
import type { DirectoryStatus } from '../directory/index.ts';
import type { InstanceSeen } from '../instances/index.ts';
import type { Instant } from '../kernel/index.ts';
import { operationsView } from './contract.ts';
import type { InstanceLook, JobLook, OperationsLook, ProblemLook } from './look.ts';

/** Milliseconds after which an instance that has said nothing is silent: it says something each second. */
const silentAfter = 10_000;
/** Milliseconds by which the clock of an instance may differ. */
export const clockMayDiffer = 5_000;
const mostProblems = 50;

const moment = z.iso.datetime().transform((at) => at as Instant);
/** JSON has no infinity: an unlimited rate comes as null. */
const rate = z
  .number()
  .nullable()
  .transform((perSecond) => perSecond ?? Infinity);
const { jobs, directory, problems, sending } = operationsView.shape;
const as = <Look>(schema: z.ZodType) => z.custom<Look>((given) => schema.safeParse(given).success);

/** What an instance says of itself to the others. A part of another version that cannot be read is left out. */
const instanceSaid = z.object({
  name: z.string(),
  version: z.string(),
  startedAt: moment,
  clockAheadMs: z.number().catch(0),
  promises: z.object({ waiting: z.number(), since: moment.optional() }).catch({ waiting: 0 }),
  units: z
    .object({ usedLastMinute: z.number(), waiting: z.number(), inFlight: z.number() })
    .optional()
    .catch(undefined),
  problems: as<readonly ProblemLook[]>(problems).catch([]),
  /** What the one that leads does for all. */
  work: z
    .object({
      jobs: as<readonly JobLook[]>(jobs),
      directory: as<DirectoryStatus>(directory),
      sending: sending
        .pick({ state: true, alarm: true, secondsWithoutProgress: true, unwritten: true })
        .extend({
          campaigns: z.array(z.string()),
          gate: sending.shape.gate.extend({ ratePerSecond: rate, targetPerSecond: rate }),
        })
        .transform(({ alarm, secondsWithoutProgress, ...rest }) => ({
          ...rest,
          ...(alarm === undefined ? {} : { alarm }),
          ...(secondsWithoutProgress === undefined ? {} : { secondsWithoutProgress }),
        })),
    })
    .optional()
    .catch(undefined),
});
type InstanceSaid = z.output<typeof instanceSaid>;

/** The text that an instance says. */
export function saidOf(look: OperationsLook, name: string): string {
  const { program, instances, promises, units, problems: own, jobs: of, directory: people, sending: cards } = look;
  const said: z.input<typeof instanceSaid> = {
    name,
    ...program,
    clockAheadMs: instances.clockAheadMs ?? 0,
    promises,
    units,
    problems: own.map((problem) => ({ ...problem })),
    ...(instances.leads
      ? {
          work: {
            jobs: of.map((job) => ({ ...job })),
            directory: people,
            sending: { ...cards, campaigns: [...cards.campaigns] },
          },
        }
      : {}),
  };
  return JSON.stringify(said);
}

function read(said: string): InstanceSaid | undefined {
  try {
    return instanceSaid.safeParse(JSON.parse(said)).data;
  } catch {
    return undefined;
  }
}

/**
 * The status of all instances together, the same whichever is asked: the work of the one that leads, and everybody's
 * problems. `seen` is undefined while instances cannot agree.
 */
export function asOfAll(own: OperationsLook, seen: readonly InstanceSeen[] | undefined): OperationsLook {
  if (own.instances.engine === 'embedded') return own;
  const told = (seen ?? []).map((one) => ({ ...one, told: read(one.said) }));
  const living = told.filter(({ silentMs, isOwn }) => silentMs <= silentAfter && !isOwn);
  const others = living.flatMap((one) => one.told ?? []);
  const work = living.find(({ leadsForMs }) => leadsForMs !== undefined)?.told?.work;
  const waiting = [own.promises, ...others.map(({ promises }) => promises)];
  const [since] = waiting.flatMap((one) => one.since ?? []).toSorted();
  const used = others.flatMap(({ units }) => units ?? []);
  const isAlive = (name: string) => living.some((one) => one.told?.name === name) || told.some(isOwnNamed(name));
  return {
    ...own,
    ...(own.instances.leads ? {} : { ...work, workOf: work ? ('leader' as const) : ('unknown' as const) }),
    promises: {
      waiting: waiting.reduce((sum, one) => sum + one.waiting, 0),
      ...(since === undefined ? {} : { since }),
    },
    units: {
      ...own.units,
      usedLastMinute: used.reduce((sum, one) => sum + one.usedLastMinute, own.units.usedLastMinute),
      waiting: used.reduce((sum, one) => sum + one.waiting, own.units.waiting),
      inFlight: used.reduce((sum, one) => sum + one.inFlight, own.units.inFlight),
    },
    problems: together([own.problems, ...others.map((one) => one.problems)]),
    everyInstance: told
      .map((one): InstanceLook => ({
        id: one.id,
        name: one.told?.name ?? '',
        isOwn: one.isOwn,
        silentMs: one.silentMs,
        isSilent: one.silentMs > silentAfter,
        ...(one.told ? { version: one.told.version, startedAt: one.told.startedAt } : {}),
        ...(one.leadsForMs === undefined ? {} : { leadsForMs: one.leadsForMs }),
        clockAheadMs: one.told?.clockAheadMs ?? 0,
      }))
      // Started again under its name: the one before has been replaced.
      .filter(({ isSilent, name }) => !(isSilent && isAlive(name)))
      .toSorted((one, other) => `${one.name} ${one.id}`.localeCompare(`${other.name} ${other.id}`)),
  };
}

const isOwnNamed = (name: string) => (one: { isOwn: boolean; told: InstanceSaid | undefined }) =>
  one.isOwn && one.told?.name === name;

/** Problems of one kind are one, of all instances. */
function together(each: readonly (readonly ProblemLook[])[]): ProblemLook[] {
  const found = new Map<string, ProblemLook>();
  for (const problem of each.flat()) {
    const { level, code, message, where } = problem;
    const key = JSON.stringify([level, code, message, where?.part, where?.name]);
    const same = found.get(key);
    found.set(
      key,
      same
        ? {
            ...problem,
            at: same.at > problem.at ? same.at : problem.at,
            firstAt: same.firstAt < problem.firstAt ? same.firstAt : problem.firstAt,
            times: same.times + problem.times,
          }
        : problem,
    );
  }
  return [...found.values()].toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, mostProblems);
}
