import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { conflict, forbidden, nowOf, type Actor, type Instant } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { findPlan } from '../plans/plans.ts';
import { ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { mayKeepTest } from './test-permissions.ts';
import { testOrThrow } from './tests.ts';

/** Loads the test and checks permission. Throws AppError: missing, forbidden `contingency.mayNotTest`. */
export function managedTest(context: Context, actor: Actor, testKey: string): Stored<ContingencyTest> {
  const test = testOrThrow(context, testKey);
  if (!mayKeepTest(context, actor, test)) throw forbidden('contingency.mayNotTest');
  return test;
}

type Fields = Partial<Omit<ContingencyTest, 'key'>>;

/** One transition of a test and its audit entry; `step` returns nothing when already taken, a success. */
async function move(
  context: Context,
  actor: Actor,
  testKey: string,
  act: string,
  step: (test: ContingencyTest, now: Instant) => Fields | undefined,
): Promise<Stored<ContingencyTest>> {
  managedTest(context, actor, testKey);
  const now = nowOf(context.clock);
  const moved = await context.list(ContingencyTests).update(testKey, (current) => {
    const fields = step(current, now);
    return fields && { ...fields, changedAt: now, changedBy: actor.personId };
  });
  // Each step is taken once: a repeat completes the audit after a crash.
  await recordAct(context, { act, subjectKey: testKey, actorId: moved.changedBy, at: moved.changedAt });
  return moved;
}

/**
 * Starts the stopwatch and the posting of injects (R6). The version now in force is tested. 4 resource units. Throws
 * AppError: missing, forbidden, conflict `contingency.testOver`, unavailable.
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
 * Ends it: no more injects, and the leader must evaluate. 4 resource units. Throws AppError: missing, forbidden,
 * conflict `contingency.testNotRunning`, unavailable.
 */
export const endTest = (context: Context, actor: Actor, testKey: string): Promise<Stored<ContingencyTest>> =>
  move(context, actor, testKey, 'endTest', ({ state }, now) => {
    if (state === 'ended' || state === 'closed') return undefined;
    if (state !== 'running') throw conflict('contingency.testNotRunning');
    return { state: 'ended', endedAt: now };
  });

/**
 * Cancels a planned or running test, with the reason; the invitees' cards show it. 4 resource units. Throws AppError:
 * missing, forbidden, conflict `contingency.testOver`, unavailable.
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
