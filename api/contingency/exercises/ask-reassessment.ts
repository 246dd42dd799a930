import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { addDays, asAppError, localDate, nowOf, stableKey, type Instant, type PersonId } from '../../kernel/index.ts';
import { keepTrigger, takeBackKept } from '../../risks/index.ts';
import { ContingencyTests, Downtimes, type ContingencyTest, type Downtime } from './test-lists.ts';
import { reassessWithin } from './retest.ts';

/** Days back in which a failure triggers a reassessment. */
const looksBack = 14;

/** A failure, or its correction to none. */
interface Outcome {
  key: string;
  assetKey: string;
  failed: boolean;
  at: Instant;
  by: PersonId;
  text: 'testFailed' | 'downtimeBroken';
  title: string;
}

const ofTest = ({ key, assetKey, passed, closedAt, closedBy, title, downtimeKey }: ContingencyTest): Outcome[] =>
  // A downtime counted as a test is left to that.
  closedAt === undefined || closedBy === undefined || downtimeKey !== undefined
    ? []
    : [{ key, assetKey, failed: passed === false, at: closedAt, by: closedBy, text: 'testFailed', title }];

const ofDowntime = ({ key, assetKey, kept, closedAt, closedBy, title }: Downtime): Outcome[] =>
  closedAt === undefined || closedBy === undefined
    ? []
    : [{ key, assetKey, failed: kept === false, at: closedAt, by: closedBy, text: 'downtimeBroken', title }];

/**
 * A failed test, or a downtime longer than accepted, asks the owner to reassess the system; a correction of the record
 * to no failure withdraws it (R2, R6). Keyed by the record: idempotent, also after a crash and across instances. 4
 * resource units for each; free when complete.
 */
export async function askReassessments(context: Context): Promise<void> {
  const outcomes = [
    ...context.list(ContingencyTests).all().flatMap(ofTest),
    ...context.list(Downtimes).all().flatMap(ofDowntime),
  ];
  for (const outcome of outcomes)
    try {
      await settle(context, outcome);
    } catch (thrown) {
      context.log.warn({ record: outcome.key, code: asAppError(thrown).code }, 'no new assessment asked for');
    }
}

async function settle(context: Context, { key, assetKey, failed, at, by, text, title }: Outcome): Promise<void> {
  const triggerKey = stableKey('reassess', ...key.split('_'));
  if (!failed) return takeBackKept(context, triggerKey);
  const isNew = Date.parse(nowOf(context.clock)) - Date.parse(at) <= looksBack * 86_400_000;
  if (!isNew || findAsset(context, assetKey)?.state !== 'inUse') return;
  await keepTrigger(context, {
    key: triggerKey,
    assetKey,
    reason: 'incident',
    raisedBy: by,
    raisedAt: at,
    title: context.texts('da')(`contingencyTests.reassess.${text}`, { title }),
    due: addDays(localDate(at), reassessWithin),
  });
}
