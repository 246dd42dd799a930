import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, nowOf, type Actor, type Instant } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { findPlan } from '../plans/plans.ts';
import { ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { mayKeepTest } from './test-permissions.ts';
import { testOrThrow } from './tests.ts';

/** Loads the test and asks whether the actor keeps it. Throws AppError: missing, forbidden `contingency.mayNotTest`. */
export function keptTest(context: Context, actor: Actor, testKey: string): Stored<ContingencyTest> {
  const test = testOrThrow(context, testKey);
  if (!mayKeepTest(context, actor, test)) throw forbidden('contingency.mayNotTest');
  return test;
}

type Fields = Partial<Omit<ContingencyTest, 'key'>>;

/** One step of a test and its audit entry; `step` gives nothing when it was taken already, which is done. */
async function move(
  context: Context,
  actor: Actor,
  testKey: string,
  act: string,
  step: (test: ContingencyTest, now: Instant) => Fields | undefined,
): Promise<Stored<ContingencyTest>> {
  keptTest(context, actor, testKey);
  const now = nowOf(context.clock);
  const moved = await context.list(ContingencyTests).update(testKey, (current) => {
    const fields = step(current, now);
    return fields && { ...fields, changedAt: now, changedBy: actor.personId };
  });
  // Each step is taken once: a repeat records what a crash left unrecorded.
  await recordAct(context, { act, subjectKey: testKey, actorId: moved.changedBy, at: moved.changedAt });
  return moved;
}

/**
 * Starts the stopwatch: from now on injects are posted (R6). What is tested is the version that is in force now. 4
 * resource units. Throws AppError: missing, forbidden, conflict `contingency.testOver`, unavailable.
 */
export const startTest = (context: Context, actor: Actor, testKey: string): Promise<Stored<ContingencyTest>> =>
  move(context, actor, testKey, 'startTest', ({ state, planKey, versionKey }, now) => {
    if (state === 'running') return undefined;
    if (state !== 'planned') throw conflict('contingency.testOver');
    return {
      state: 'running',
      startedAt: now,
      versionKey: findPlan(context, planKey)?.current?.version.key ?? versionKey,
    };
  });

/**
 * Ends it: nothing more is posted, and the leader owes the evaluation. 4 resource units. Throws AppError: missing,
 * forbidden, conflict `contingency.testNotRunning`, unavailable.
 */
export const endTest = (context: Context, actor: Actor, testKey: string): Promise<Stored<ContingencyTest>> =>
  move(context, actor, testKey, 'endTest', ({ state }, now) => {
    if (state === 'ended' || state === 'closed') return undefined;
    if (state !== 'running') throw conflict('contingency.testNotRunning');
    return { state: 'ended', endedAt: now };
  });

/**
 * Calls a test off that is planned or running, with the reason; the cards of those who were invited show it. 4 resource units.
 * Throws AppError: missing, forbidden, conflict `contingency.testOver`, unavailable.
 */
export const cancelTest = (
  context: Context,
  actor: Actor,
  testKey: string,
  reason: string,
): Promise<Stored<ContingencyTest>> =>
  move(context, actor, testKey, 'cancelTest', ({ state, startedAt }, now) => {
    if (state === 'cancelled') return undefined;
    if (state !== 'planned' && state !== 'running') throw conflict('contingency.testOver');
    return {
      state: 'cancelled',
      cancelledReason: reason,
      ...(startedAt === undefined ? {} : { endedAt: now }),
    };
  });
