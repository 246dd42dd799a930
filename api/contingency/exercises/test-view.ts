import { etagOf } from '../../edits/index.ts';
import type { Context } from '../../context.ts';
import { DeliveryBlocks } from '../../deliveries/index.ts';
import { consolidation } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { forbidden, localDate, nowOf, type Actor } from '../../kernel/index.ts';
import { freshnessOf, personRef } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { LogEntryView, TestCriterion, TestView } from '../contract.ts';
import { findPlanVersion } from '../plans/plans.ts';
import { ContingencyLog, ContingencyTests, type ContingencyTest, type LogEntry } from './test-lists.ts';
import { injectLogKey } from './inject-keys.ts';
import { improvementViewOf } from './improvement-rows.ts';
import { improvementsOf } from './improvements.ts';
import { cardReach } from './test-reach.ts';
import { mayKeepTest, mayPrepareTest, mayReadInject, mayReadTest, mayWriteTestLog } from './test-permissions.ts';
import { soundHours, testRowOf } from './test-rows.ts';
import { byMinute, injectsDue, measuredOf, metOf, missingInEvaluation } from './test-rules.ts';
import { testOrThrow } from './tests.ts';
import { clockTime } from '../../texts/format.ts';

const bySubject = derivation([ContingencyLog], (context): ReadonlyMap<string, readonly Stored<LogEntry>[]> => {
  const found = new Map<string, Stored<LogEntry>[]>();
  for (const entry of context.list(ContingencyLog).all()) {
    const known = found.get(entry.subjectKey);
    if (known) known.push(entry);
    else found.set(entry.subjectKey, [entry]);
  }
  for (const entries of found.values())
    entries.sort((one, other) => other.at.localeCompare(one.at) || other.key.localeCompare(one.key));
  return found;
});

/** The log of a test or a downtime, newest first. From memory. */
export const logOf = (context: Context, subjectKey: string): readonly Stored<LogEntry>[] =>
  bySubject(context).get(subjectKey) ?? [];

const logEntryViewOf = (context: Context, { key, kind, text, at, by }: LogEntry): LogEntryView => ({
  key,
  kind,
  text,
  at,
  // An inject has no author.
  ...(kind === 'inject' ? {} : { by: personRef(context, by) }),
});

function criterionView(test: ContingencyTest, criterion: ContingencyTest['criteria'][number]): TestCriterion {
  const result = test.results.find(({ key }) => key === criterion.key);
  const [met, measured] = [metOf(criterion, test), soundHours(measuredOf(criterion, result, test.recovery))];
  return {
    ...criterion,
    ...(met === undefined ? {} : { met }),
    ...(measured === undefined ? {} : { measured }),
    note: result?.note ?? '',
  };
}

/** One test as seen by the actor. From memory. Throws AppError: missing, forbidden `contingency.mayNotReadTest`. */
export function testView(context: Context, actor: Actor, testKey: string): TestView {
  const test = testOrThrow(context, testKey);
  if (!mayReadTest(context, actor, test)) throw forbidden('contingency.mayNotReadTest');
  const [keeps, prepares] = [mayKeepTest(context, actor, test), mayPrepareTest(context, actor, test)];
  const now = nowOf(context.clock);
  const { state, wentWell, toImprove, scenario, cancelledReason, startedAt, endedAt, closedAt, closedBy } = test;
  const { kind, title, plannedAt, leaderId, participantIds, injects, criteria } = test;
  const version = findPlanVersion(context, test.versionKey)?.version.version.number;
  const figures = consolidation(context).get(test.assetKey);
  const dataLoss = soundHours(test.dataLoss);
  const improvements = improvementsOf(context, test.key);
  const kept = improvements.filter((one) => one.cancelledAt === undefined).length;
  const open = state === 'running' || state === 'ended';
  return {
    ...testRowOf(context, test),
    etag: etagOf([kind, title, plannedAt, leaderId, participantIds, scenario, injects, criteria]),
    ...(version === undefined ? {} : { version }),
    scenario,
    wentWell,
    toImprove,
    on: localDate(test.plannedAt),
    time: clockTime(test.plannedAt),
    people: test.participantIds.map((personId) => personRef(context, personId)),
    injects: injectViews(context, actor, test),
    criteria: test.criteria.map((criterion) => criterionView(test, criterion)),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
    ...(closedBy === undefined ? {} : { closedBy: personRef(context, closedBy) }),
    ...(cancelledReason === undefined ? {} : { cancelledReason }),
    ...(dataLoss === undefined ? {} : { dataLoss }),
    figures: {
      ...(figures?.mtd ? { mtd: figures.mtd.hours } : {}),
      ...(figures?.rto ? { rto: figures.rto.hours } : {}),
      ...(figures?.rpo ? { rpo: figures.rpo.hours } : {}),
    },
    ...(keeps && test.downtimeKey === undefined ? { cards: cardReach(context, test) } : {}),
    log: logOf(context, test.key).map((entry) => logEntryViewOf(context, entry)),
    improvementList: improvements.map((improvement) => improvementViewOf(context, actor, improvement)),
    gaps: state === 'ended' ? missingInEvaluation(test, kept) : [],
    now,
    abilities: {
      edit: prepares && state === 'planned',
      readAhead: prepares,
      start: keeps && state === 'planned',
      cancel: keeps && (state === 'planned' || state === 'running'),
      log: open && mayWriteTestLog(context, actor, test),
      end: keeps && state === 'running',
      evaluate: keeps && state === 'ended',
      improve: keeps && (open || state === 'closed'),
    },
    freshness: freshnessOf(context, ContingencyTests, ContingencyLog, DeliveryBlocks),
  };
}

/** Injects surprise participants: before their minute they are for those who prepare the test. */
function injectViews(context: Context, actor: Actor, test: ContingencyTest): TestView['injects'] {
  const posted = new Set(logOf(context, test.key).flatMap(({ kind, key }) => (kind === 'inject' ? [key] : [])));
  const due = new Set(injectsDue(test, nowOf(context.clock)).map(({ key }) => key));
  return test.injects
    .filter((inject) => mayReadInject(context, actor, test, inject))
    .sort(byMinute)
    .map((inject) => ({ ...inject, sent: due.has(inject.key) || posted.has(injectLogKey(test.key, inject.key)) }));
}
