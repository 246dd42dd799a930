const diskFull = 13;
/** Meaning of SQLite's primary result codes for the desk's user (https://www.sqlite.org/rescode.html). */
const sentences: Readonly<Record<number, string>> = {
  8: 'The desk may not write its file any more. Give this user the right to; what is not written is asked for again.',
  10: 'The desk cannot read or write its file: look at the disk. What is not written is asked for again.',
  11: 'The desk’s file is damaged. Stop the desk and put a copy back: the next start says what is wrong and what to do.',
  [diskFull]:
    'The disk of the desk is full. Make room: what could not be written is asked for again, and nothing is lost.',
  26: 'The desk’s file is damaged. Stop the desk and put a copy back: the next start says what is wrong and what to do.',
};
const onceAMinuteMs = 60_000;
const saidAt = new Map<number, number>();

/** SQLite's primary result code of an error of the desk's file. */
const codeOf = (thrown: unknown): number | undefined =>
  thrown instanceof Error && 'errcode' in thrown && typeof thrown.errcode === 'number'
    ? thrown.errcode % 256
    : undefined;

/** Nothing can be written; reading works. */
export const isDiskFull = (thrown: unknown): boolean => codeOf(thrown) === diskFull;

/** Reports errors of the desk's file on standard error, each once a minute. */
export function tellFileTrouble(
  thrown: unknown,
  write: (line: string) => void = (line) => process.stderr.write(line),
): void {
  const code = codeOf(thrown);
  const sentence = code === undefined ? undefined : sentences[code];
  if (code === undefined || sentence === undefined || Date.now() - (saidAt.get(code) ?? -Infinity) < onceAMinuteMs)
    return;
  saidAt.set(code, Date.now());
  write(`${sentence} (${thrown instanceof Error ? thrown.message : String(thrown)})\n`);
}
