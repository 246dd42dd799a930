import type { Asking } from './asking.ts';
import type { Odd } from './reply.ts';

/** What the program does when a tenant answers so; `lacks`: nothing, and what that costs. */
export type Otherwise = string | { readonly lacks: string };

/** A question that only a real tenant answers. Each answer is one word, and the desk can give every one of them. */
export interface Question<Answer extends string = string> {
  /** Answered by one of the words below. */
  readonly asks: string;
  readonly calls: string;
  /** Part of the program that depends on it. */
  readonly touches: string;
  /** The desk's answer unless it has a profile. */
  readonly desk: Answer;
  /** The other answers, with what the program does then. */
  readonly otherwise: Readonly<Record<string, Otherwise>>;
  /** Throws NotAsked when no answer can be had. */
  ask(asking: Asking): Promise<Answer | Odd>;
}

/** A row of a table of questions; `ask` may return the declared words only. */
export const question = <const Desk extends string, const Other extends string>(row: {
  asks: string;
  calls: string;
  touches: string;
  desk: Desk;
  otherwise: Readonly<Record<Other, Otherwise>>;
  ask(asking: Asking): Promise<NoInfer<Desk | Other> | Odd>;
}): Question<Desk | Other> => row;

/** Questions that are asked of the same thing. */
export interface Group<Rows extends Readonly<Record<string, Question>> = Readonly<Record<string, Question>>> {
  readonly title: string;
  /** What is needed to ask them. */
  readonly takes: string;
  readonly questions: Rows;
}
export const group = <const Rows extends Readonly<Record<string, Question>>>(given: Group<Rows>): Group<Rows> => given;

/** All answers of a question, the desk's first. */
export const answersOf = ({ desk, otherwise }: Question): readonly [string, ...string[]] => [
  desk,
  ...Object.keys(otherwise),
];
