import { z } from 'zod';
import { frozenFile } from '../approvals/index.ts';
import { assignableRoles, type PersonId } from '../kernel/index.ts';
import {
  dayIn,
  date,
  defineList,
  id,
  json,
  moment,
  optional,
  text,
  type RecordIn,
  whole,
  momentIn,
} from '../sharepoint/index.ts';
import { sectionKeys } from './vocabulary.ts';

const section = z.enum(sectionKeys);

const decision = z.object({ title: z.string(), why: z.string(), role: z.enum(assignableRoles), due: dayIn });
/**
 * The submission: the text to decide, the files, the trail's seal of that day, and the press (its repeat adds nothing).
 */
const sent = z.object({
  at: momentIn,
  title: z.string(),
  text: z.string(),
  summary: z.string(),
  word: frozenFile,
  paper: frozenFile,
  seal: z.object({ day: dayIn, seal: z.string() }).optional(),
  press: z.string().optional(),
  /** The stamp of what the files are made from. */
  of: z.string().optional(),
});
export type SentReport = z.output<typeof sent>;

/** Yearly reports, one a year. Their state follows from the approval (R12). */
export const YearlyReports = defineList('YearlyReports', {
  describe:
    'Yearly reports to Direktionen: which frozen figures, own texts, recommended decisions, what was sent (R12).',
  columns: {
    title: text('Readable line'),
    year: whole('The year'),
    asOf: date('The day that the figures describe'),
    figuresKey: id<string>('The frozen figures of the whole'),
    beforeKey: optional(id<string>('The frozen figures of the year before')),
    texts: json(z.array(z.object({ key: section, text: z.string() })), 'Own texts instead of those from the figures'),
    off: json(z.array(section), 'Sections that are left out'),
    decisions: json(z.array(decision), 'What is recommended to decide'),
    template: optional(json(frozenFile, 'Own Word template; absent: the shipped one')),
    sent: optional(json(sent, 'As it was last sent for approval')),
    madeBy: id<PersonId>('Who began it'),
    madeAt: moment('When it was begun'),
    changedAt: moment('When its texts were last changed'),
    changedBy: id<PersonId>('Who changed them last'),
  },
});
export type YearlyReport = RecordIn<typeof YearlyReports>;
