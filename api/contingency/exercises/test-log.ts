import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { ContingencyTests } from './test-lists.ts';
import { subjectOfInject } from './inject-keys.ts';
import type { LogSubject } from './log-subject.ts';
import { mayKeepTest, mayReadTest, mayWriteTestLog } from './test-permissions.ts';
import { testPath } from './tests.ts';

/** A test by its own key, or by that of one of its injects. */
export function testLog(context: Context, actor: Actor, subjectKey: string): LogSubject | undefined {
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
