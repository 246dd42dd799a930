import { z } from 'zod';
import type { PersonId } from '../kernel/index.ts';
import { choice, date, defineList, id, json, moment, text, type RecordIn, momentIn } from '../sharepoint/index.ts';
import { signedKinds, signedWays } from './contract.ts';

const people = z.array(z.string()) as unknown as z.ZodType<PersonId[]>;
const tick = z.object({
  person: z.string(),
  by: z.string(),
  at: momentIn,
  /** When the receipt was written. */
  recordedAt: momentIn.optional(),
});
export type Tick = z.output<typeof tick>;

/** Sheets signed by people without Teams, with their ticks. */
export const SignSheets = defineList('SignSheets', {
  describe: 'Sheets signed on paper at a meeting, or letters, for people whom Teams does not reach (R8, R9, R16).',
  columns: {
    title: text('What is signed for'),
    kind: choice(signedKinds, 'Policy, procedure or course'),
    subjectKey: id<string>('Version or round'),
    contentHash: text('Hash of the version that is signed for; empty for a course'),
    way: choice(signedWays, 'Sheet at a meeting, or a letter to each'),
    heldOn: date('Day of the meeting, or of the letters'),
    place: text('Where'),
    people: json(people, 'Who stands on it'),
    ticks: json(z.array(tick), 'Who has signed: who ticked it, when, and when the receipt was written'),
    madeBy: id<PersonId>('Who made it'),
    madeAt: moment('When it was made'),
  },
});
export type SignSheet = RecordIn<typeof SignSheets>;
