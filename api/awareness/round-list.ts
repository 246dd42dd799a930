import { z } from 'zod';
import type { CentreId, LocalDate, PersonId } from '../kernel/index.ts';
import {
  boolean,
  choice,
  date,
  defineList,
  id,
  json,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  dayIn,
} from '../sharepoint/index.ts';

/** `round`: everybody by the round’s date. `lastCompletion`: twelve months after one’s latest, within the round. */
const roundBases = ['round', 'lastCompletion'] as const;

/** Everybody, or the union of the rest. Old items must still parse: only add optional members. */
export interface ObligedRule {
  everybody: boolean;
  centreIds: CentreId[];
  groupIds: string[];
  personIds: PersonId[];
}
const obliged = z.object({
  everybody: z.boolean(),
  centreIds: z.array(z.string()),
  groupIds: z.array(z.string()),
  personIds: z.array(z.string()),
}) as unknown as z.ZodType<ObligedRule>;

/** Counts by status, without a centre under `null`: people, done, selfDeclared, missing, overdue, exempt, onLeave. */
const count = z.number().int().min(0).max(10_000_000);
const counts = z.tuple([count, count, count, count, count, count, count]);
/** Summary of a round whose completions are in history. */
export interface RoundHistory {
  /** First day of the next round. */
  nextOpensOn: LocalDate;
  centres: [centreId: CentreId | null, counts: z.output<typeof counts>][];
}
const roundHistory = z.object({
  nextOpensOn: dayIn,
  centres: z.array(z.tuple([z.string().nullable(), counts])),
}) as unknown as z.ZodType<RoundHistory>;

/** Yearly rounds of a course. A round ends when closed, or when the course's next round opens. */
export const CourseRounds = defineList('CourseRounds', {
  describe: 'Yearly rounds of the courses: who is obliged and until when (R8).',
  columns: {
    title: text('Name of the round'),
    courseKey: id<string>('Course'),
    opensOn: date('First day'),
    dueOn: date('Last day to take the course'),
    newWithinDays: whole('Days a new employee has from the hire date'),
    basis: choice(roundBases, 'Whether the date is the round’s or follows from the latest completion'),
    obliged: json(obliged, 'Who handles personal data: everybody, or the union of centres, Entra groups and people'),
    selfDeclared: boolean('Whether one’s own word counts'),
    closedOn: optional(date('Day it was closed by hand')),
    closedBy: optional(id<PersonId>('Who closed it')),
    savedBy: optional(id<PersonId>('Who saved it last')),
    savedAt: optional(moment('When it was saved last')),
    history: optional(json(roundHistory, 'Its numbers by centre, once its completions have left for history')),
  },
});
export type CourseRound = RecordIn<typeof CourseRounds>;
