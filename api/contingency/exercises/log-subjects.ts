import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import type { Actor } from '../../kernel/index.ts';
import { downtimeLog } from './downtime-log.ts';
import type { FindLogSubject, LogSubject } from './log-subject.ts';
import { ContingencyTests } from './test-lists.ts';
import { subjectOfInject } from './inject-keys.ts';
import { mayKeepTest, mayReadTest, mayWriteTestLog } from './test-permissions.ts';
import { testPath } from './tests.ts';

/** Subjects with a log. A kind is one row. */
const logSubjects: readonly FindLogSubject[] = [testLog, downtimeLog];

/** A room above's subject of improvements: findings of inspections. */
export interface ImprovementSubject {
  find: FindLogSubject;
  /** For owners, whatever they may read. */
  titleOf(context: Context, subjectKey: string): string | undefined;
}
const above = contextPart<readonly ImprovementSubject[]>('contingency/logSubjects');

/** Called once at composition: all improvements are in one list, whatever their origin. */
export const declareImprovementSubjects = (context: Context, subjects: readonly ImprovementSubject[]): void =>
  above.set(context, subjects);

export function logSubjectOf(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
  for (const find of [...logSubjects, ...(above.get(context) ?? []).map((one) => one.find)]) {
    const found = find(context, actor, subjectKey);
    if (found) return found;
  }
  return undefined;
}

/** Title of a subject of a room above. From memory. */
export const titleAbove = (context: Context, subjectKey: string): string | undefined =>
  (above.get(context) ?? []).map((one) => one.titleOf(context, subjectKey)).find((title) => title !== undefined);

/** A test by its own key, or by that of one of its injects. */
function testLog(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
  const test = context.list(ContingencyTests).get(subjectOfInject(subjectKey)?.testKey ?? subjectKey);
  if (!test) return undefined;
  const { key, title, centreId, planKey, state } = test;
  return {
    source: 'test',
    key,
    title,
    planKey,
    path: testPath(key),
    ...(centreId === undefined ? {} : { centreId }),
    isOpen: state === 'running' || state === 'ended',
    mayRead: mayReadTest(context, actor, test),
    mayWrite: mayWriteTestLog(context, actor, test),
    mayKeep: mayKeepTest(context, actor, test),
  };
}
