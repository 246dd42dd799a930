import { z } from 'zod';
import { personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { id } from '../http/input.ts';
import { fileBytes, fileHead, givenFile, heading as column, importProgress } from '../imports/contract.ts';
import { count, localDate, moment } from './contract-fields.ts';

export const importMapping = z.object({
  /** Heading of the person column: user name, mail or name (with centre). */
  person: column,
  completedOn: column,
  /** Heading and value of completed rows, e.g. `Status` and `Gennemført`; absent: all rows. */
  state: z.object({ column, completed: z.string().max(500) }).optional(),
  /** Heading and value of the course's rows, in a file of several; absent: all rows. */
  course: z.object({ column, value: z.string().max(500) }).optional(),
});
const importProblem = z.object({
  /** Line in the file, the heading is 1. */
  line: count,
  code: z.enum(['noPerson', 'personNotFound', 'severalPeople', 'noDate', 'wrongDate', 'dateAhead', 'notCompleted']),
  text: z.string(),
});
const importCheck = z.object({
  rows: count,
  /** New completions. */
  fresh: count,
  /** Known already, or twice in the file. */
  duplicates: count,
  /** Before `historyBefore`: history, not recorded again. */
  history: count,
  historyBefore: localDate.optional(),
  notCompleted: count,
  /** About another course. */
  otherCourse: count,
  problems: z.array(importProblem),
  problemCount: count,
  sample: z.array(z.object({ person: personRef, completedOn: localDate })),
});
const importRun = z.object({
  ...importProgress,
  courseKey: z.string(),
  recorded: count,
  startedAt: moment,
});
export type ImportRun = z.output<typeof importRun>;
export type ImportCheck = z.output<typeof importCheck>;

/** Completions from a learning system's file. */
export const importContract = {
  'POST /api/learning/imports/read': {
    summary: 'The headings of a file and a guess at what they mean',
    body: z.object(givenFile),
    bodyBytes: fileBytes,
    answer: z.object({
      ...fileHead,
      guess: importMapping.partial(),
      /** The course column and its values, most frequent first. */
      courses: z.object({ column, values: z.array(z.string()) }).optional(),
    }),
  },
  'POST /api/learning/imports/check': {
    summary: 'A dry run: what would be recorded, and what is wrong by line',
    body: z.object({ ...givenFile, courseKey: id, mapping: importMapping }),
    bodyBytes: fileBytes,
    answer: importCheck,
  },
  'POST /api/learning/imports': {
    summary: 'Record the completions of a file; a repeat records nothing twice',
    body: z.object({ ...givenFile, courseKey: id, mapping: importMapping }),
    bodyBytes: fileBytes,
    /** `left`: still being written after the answer; see `GET /api/learning/imports/running`. */
    answer: importCheck.extend({ recorded: count, left: count }),
  },
  'GET /api/learning/imports/running': {
    summary: 'How a large import goes that is still being written, or how the latest ended',
    answer: z.object({ run: importRun.optional() }),
  },
} satisfies Endpoints;
