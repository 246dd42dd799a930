import { z } from 'zod';
import { answersOf } from './question.ts';
import { isQuestion, questionIds, questions, type Answers } from './table.ts';

/** A file of answers, as `probe --out` writes it. */
const profileSchema = z.strictObject({
  version: z.literal(1),
  askedAt: z.iso.datetime(),
  /** By the question's id. What is left out is answered as by the desk. */
  answers: z.record(z.string(), z.string()),
  /** Answers that no row declares, in the service's words. */
  odd: z.record(z.string(), z.string()).default({}),
  /** Why there is none. */
  notAsked: z.record(z.string(), z.string()).default({}),
});
export type Profile = z.output<typeof profileSchema>;

/** All answers: those given, and the desk's. Throws RangeError with a line for each that is none. */
export function allAnswers(given: Readonly<Record<string, string>> = {}): Answers {
  const problems = Object.entries(given).flatMap(([id, word]) => problemWith(id, word));
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  // Every id has one of its own words, which the type of a made object does not say.
  return Object.fromEntries(questionIds.map((id) => [id, given[id] ?? questions[id].desk])) as unknown as Answers;
}

/** The answers in the text of a profile. Throws RangeError with a line for each problem. */
export function readProfile(text: string): Answers {
  const { data, error } = profileSchema.safeParse(parsed(text));
  if (data) return allAnswers(data.answers);
  throw new RangeError(
    error.issues.map(({ path, message }) => `${path.join('.') || 'The file'}: ${message}.`).join('\n'),
  );
}

function problemWith(id: string, word: string): string[] {
  if (!isQuestion(id)) return [`There is no question ${id}.`];
  const words = answersOf(questions[id]);
  return words.includes(word) ? [] : [`${id} is "${word}", and is one of: ${words.join(', ')}.`];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('The file is not JSON.');
  }
}
