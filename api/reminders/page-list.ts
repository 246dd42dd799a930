import { z } from 'zod';
import { isLocalDate, sharedText, type LocalDate, type PersonId } from '../kernel/index.ts';
import { date, defineList, json, whole, text, type RecordIn, codeText } from '../sharepoint/index.ts';

const personId = z.string().transform(sharedText) as unknown as z.ZodType<PersonId>;

/**
 * An obligation: the page's subject, its key, and its owner (`of`) where it escalated before totals were introduced.
 */
const plannedLine = z.object({
  about: z.number().int().min(0),
  key: z.string().transform(sharedText),
  of: personId.optional(),
});
export type PlannedLine = z.output<typeof plannedLine>;

/** A centre's overdue work, for those who follow it up: the total, and the largest groups by subject. */
const plannedCentre = z.object({
  /** Absent: the whole organisation. */
  centre: z.string().transform(sharedText).optional(),
  level: z.enum(['coordinator', 'manager', 'committee']),
  overdue: z.number().int().min(0),
  groups: z.array(z.object({ about: z.number().int().min(0), subject: z.string(), count: z.number().int().min(0) })),
});
export type PlannedCentre = z.output<typeof plannedCentre>;

/** `more`: continued on another page of the day. */
const plannedPerson = z.object({
  person: personId,
  lines: z.array(plannedLine),
  others: z.array(plannedCentre).optional(),
  more: z.literal(true).optional(),
});
export type PlannedPerson = z.output<typeof plannedPerson>;

const plannedSubject = z.object({
  kind: codeText,
  title: z.string(),
  // As it was reckoned, also from an item edited by hand: a page that is not stored is planned again.
  due: z.string().refine(isLocalDate) as unknown as z.ZodType<LocalDate>,
});
export type PlannedSubject = z.output<typeof plannedSubject>;

/** People per item; fewer when their lines exceed a cell, and one may continue on the next. */
export const mostOnPage = 200;

export const ReminderPages = defineList('ReminderPages', {
  editedBy: 'program',
  describe: 'What people were to be told on a day, up to 200 people in one item. What became of it: DeliveryBlocks.',
  columns: {
    title: text('Day and number'),
    day: date('The day'),
    position: whole('Number of the page in its day, from 1'),
    subjects: json(z.array(plannedSubject), 'What it is about'),
    people: json(z.array(plannedPerson), 'Who is told, and which obligations'),
  },
});
export type ReminderPage = RecordIn<typeof ReminderPages>;
