import type { Context } from '../../context.ts';
import { contextPart } from '../../context-part.ts';
import type { Actor } from '../../kernel/index.ts';
import { downtimeLog } from './downtime-log.ts';
import type { FindLogSubject, LogSubject } from './log-subject.ts';
import { testLog } from './test-log.ts';

/** What has a log. A kind joins with one row. */
const logSubjects: readonly FindLogSubject[] = [testLog, downtimeLog];

/** What a room above keeps improvements about: findings of inspections. */
export interface ImprovementSubject {
  find: FindLogSubject;
  /** For whoever owes one, whatever they may read. */
  titleOf(context: Context, subjectKey: string): string | undefined;
}
const above = contextPart<readonly ImprovementSubject[]>('contingency/logSubjects');

/** Called once when the application is put together: what is to be better is kept in one list, whatever it comes from. */
export const declareImprovementSubjects = (context: Context, subjects: readonly ImprovementSubject[]): void =>
  above.set(context, subjects);

export function logSubjectOf(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
  for (const find of [...logSubjects, ...(above.get(context) ?? []).map((one) => one.find)]) {
    const found = find(context, actor, subjectKey);
    if (found) return found;
  }
  return undefined;
}

/** What a subject of a room above is called. From memory. */
export const titleAbove = (context: Context, subjectKey: string): string | undefined =>
  (above.get(context) ?? []).map((one) => one.titleOf(context, subjectKey)).find((title) => title !== undefined);
