import { changes } from './changes.ts';
import { files } from './files.ts';
import { items } from './items.ts';
import { keys } from './keys.ts';
import { lists } from './lists.ts';
import { queries } from './queries.ts';
import type { Group, Question } from './question.ts';
import { teams } from './teams.ts';

/** In the order in which they are asked. */
export const groups: readonly Group[] = [lists, items, keys, queries, changes, files, teams];

const rows = {
  ...lists.questions,
  ...items.questions,
  ...keys.questions,
  ...queries.questions,
  ...changes.questions,
  ...files.questions,
  ...teams.questions,
};
type Rows = typeof rows;

export type QuestionId = keyof Rows;
/** One answer to each question. */
export type Answers = { readonly [Id in QuestionId]: Rows[Id] extends Question<infer Answer> ? Answer : never };

export const questions: Readonly<Record<QuestionId, Question>> = rows;
export const questionIds = Object.keys(rows) as readonly QuestionId[];
export const isQuestion = (id: string): id is QuestionId => Object.hasOwn(rows, id);
