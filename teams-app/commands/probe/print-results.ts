import { isWell, type Result } from './ask-all.ts';

type Print = (line: string) => void;

/** One result, with what a difference means. */
export function printResult(print: Print, { id, question, outcome }: Result): void {
  const line = (mark: string, said: string) => print(`${mark.padEnd(9)} ${id.padEnd(20)} ${said}`);
  const more = (text: string) => print(`          → ${text}`);
  switch (outcome.is) {
    case 'same':
      return line('same', outcome.answer);
    case 'differs':
      line('DIFFERS', `${outcome.answer} (the desk: ${question.desk}). ${question.asks}`);
      more(`It touches ${question.touches}.`);
      return typeof outcome.otherwise === 'string'
        ? more(`Then: ${outcome.otherwise}.`)
        : more(`NO FALLBACK: ${outcome.otherwise.lacks}`);
    case 'odd':
      line('UNKNOWN', `${outcome.said}. ${question.asks}`);
      return more(`It touches ${question.touches}. What the program does then is not known: report this line.`);
    case 'notAsked':
      line(outcome.isFailure ? 'NOT ASKED' : 'left out', question.asks);
      return more(outcome.why);
  }
}

/** How many of each, and whether that is well. */
export function printSummary(print: Print, results: readonly Result[]): void {
  const count = (...kinds: Result['outcome']['is'][]) =>
    results.filter(({ outcome }) => kinds.includes(outcome.is)).length;
  print('');
  print(
    `${count('same')} as on the desk, ${count('differs')} otherwise, ${count('odd')} unknown, ${count('notAsked')} not asked.`,
  );
  const unwell = results.filter((result) => !isWell(result)).map(({ id }) => id);
  print(
    unwell.length === 0
      ? 'The program has a way for every difference.'
      : `Look at ${unwell.slice(0, 10).join(', ')}${unwell.length > 10 ? ` and ${unwell.length - 10} more` : ''} first.`,
  );
}
