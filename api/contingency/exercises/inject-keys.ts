/** Stands between the key of a test and that of its inject; in no key of its own. */
const mark = '_inject_';

/** What the campaign of an inject is about. */
export const injectSubject = (testKey: string, injectKey: string): string => `${testKey}${mark}${injectKey}`;

/** The test and the inject that a campaign is about; undefined when it is about something else. */
export function subjectOfInject(subjectKey: string): { testKey: string; injectKey: string } | undefined {
  const at = subjectKey.lastIndexOf(mark);
  return at <= 0 ? undefined : { testKey: subjectKey.slice(0, at), injectKey: subjectKey.slice(at + mark.length) };
}
