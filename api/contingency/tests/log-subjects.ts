import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import type { FindLogSubject, LogSubject } from './log-subject.ts';
import { downtimeLog } from '../downtime/downtime-log.ts';
import { testLog } from './test-log.ts';

/** What has a log. A kind joins with one row. */
const logSubjects: readonly FindLogSubject[] = [testLog, downtimeLog];

export function logSubjectOf(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
  for (const find of logSubjects) {
    const found = find(context, actor, subjectKey);
    if (found) return found;
  }
  return undefined;
}
