/** What SQLite's primary result codes mean for whoever runs the desk (https://www.sqlite.org/rescode.html). */
const sentences: Readonly<Record<number, string>> = {
  8: 'The desk may not write its file any more. Give this user the right to; what is not written is asked for again.',
  10: 'The desk cannot read or write its file: look at the disk. What is not written is asked for again.',
  11: 'The desk’s file is damaged. Stop the desk and put a copy back: the next start says what is wrong and what to do.',
  13: 'The disk of the desk is full. Make room: what could not be written is asked for again, and nothing is lost.',
  26: 'The desk’s file is damaged. Stop the desk and put a copy back: the next start says what is wrong and what to do.',
};
const onceAMinuteMs = 60_000;
const saidAt = new Map<number, number>();

/** Tells it on standard error, each trouble once a minute, when something was thrown because of the desk's file. */
export function tellFileTrouble(
  thrown: unknown,
  write: (line: string) => void = (line) => process.stderr.write(line),
): void {
  if (!(thrown instanceof Error) || !('errcode' in thrown) || typeof thrown.errcode !== 'number') return;
  const code = thrown.errcode % 256;
  const sentence = sentences[code];
  if (sentence === undefined || Date.now() - (saidAt.get(code) ?? -Infinity) < onceAMinuteMs) return;
  saidAt.set(code, Date.now());
  write(`${sentence} (${thrown.message})\n`);
}
