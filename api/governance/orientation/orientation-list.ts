import { z } from 'zod';
import { frozenFile } from '../../approvals/index.ts';
import type { PersonId } from '../../kernel/index.ts';
import {
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  moment,
  optional,
  text,
  whole,
  type RecordIn,
  instantIn,
} from '../../sharepoint/index.ts';
import { orientationStates } from '../contract.ts';

const person = z.string().min(1) as unknown as z.ZodType<PersonId>;

/** One subject for Byrådet. */
const subject = z.object({
  key: z.string(),
  title: z.string(),
  text: z.string(),
  /** Its record, as a path of the tab. */
  path: z.string().optional(),
  /** Its suggestion, which is not repeated. */
  suggestion: z.string().optional(),
  addedBy: person,
  addedAt: instantIn,
  changedBy: person,
  changedAt: instantIn,
});
export type OrientationSubject = z.output<typeof subject>;

/** Orientations of Byrådet: one collects until it is sent, and is then immutable (R11). */
export const CouncilOrientations = defineList('CouncilOrientations', {
  describe: 'Information of Byrådet: the subjects that were collected, and the document that was sent (R11).',
  columns: {
    title: text('Readable line'),
    number: whole('The number of it, from 1'),
    state: choice(orientationStates, 'collecting → sent'),
    subjects: json(z.array(subject), 'What it tells of, in order'),
    madeAt: moment('When the first subject was added'),
    intro: longText('What stands before the subjects'),
    sentOn: optional(date('The day on which it was sent')),
    sentAt: optional(moment('When that was recorded')),
    sentBy: optional(id<PersonId>('Who sent it')),
    file: optional(json(frozenFile, 'The document that was sent, with version and hash')),
  },
});
export type CouncilOrientation = RecordIn<typeof CouncilOrientations>;
