import { stableKey } from '../../kernel/index.ts';

/** Separator of a test's key and its inject's; in neither key. */
const mark = '_inject_';

/** The subject of an inject's campaign. */
export const injectSubject = (testKey: string, injectKey: string): string => `${testKey}${mark}${injectKey}`;

/** The log entry of a posted inject. */
export const injectLogKey = (testKey: string, injectKey: string): string =>
  stableKey('logInject', ...injectSubject(testKey, injectKey).split('_'));

/** The test and the inject of a campaign; undefined for other subjects. */
export function subjectOfInject(subjectKey: string): { testKey: string; injectKey: string } | undefined {
  const at = subjectKey.lastIndexOf(mark);
  return at <= 0 ? undefined : { testKey: subjectKey.slice(0, at), injectKey: subjectKey.slice(at + mark.length) };
}
