import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import { problemWith, questions, type Answers } from './answers.ts';

/** Asks for the needed answers that are missing, again after a wrong one. The end of the input ends the questions. */
export async function askMissing(answers: Answers, input: Readable, output: Writable): Promise<Answers> {
  const found: Record<string, string> = { ...answers };
  const terminal = createInterface({ input });
  const lines = terminal[Symbol.asyncIterator]();
  const open = questions.filter(({ name, needed }) => needed && found[name] === undefined);
  try {
    for (const { name, ask } of open) {
      for (let problem: string | undefined = ask; problem !== undefined;) {
        output.write(`${problem}\n${name} (empty: later) = `);
        const line = await lines.next();
        if (line.done) return found;
        const answer = line.value.trim();
        problem = answer === '' ? undefined : problemWith(name, answer);
        if (answer !== '' && problem === undefined) found[name] = answer;
      }
    }
    return found;
  } finally {
    terminal.close();
  }
}
