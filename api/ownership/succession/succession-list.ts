import { z } from 'zod';
import type { PersonId } from '../../kernel/index.ts';
import { choice, defineList, id, json, longText, moment, text, type RecordIn } from '../../sharepoint/index.ts';
import { belongingKinds, mostGiven, successionStates } from '../succession-contract.ts';

const given = z.object({
  kind: z.enum(belongingKinds),
  key: z.string(),
  title: z.string(),
  to: z.string() as unknown as z.ZodType<PersonId>,
  /** Given; absent: not looked at yet, or it stayed with `why`. */
  moved: z.boolean().optional(),
  /** Code of why it stayed. */
  why: z.string().optional(),
});
export type GivenItem = z.output<typeof given>;

/** Transfers of everything of a leaver: one item a press, with each record's result. */
export const Successions = defineList('Successions', {
  describe:
    'Hand-overs of everything of somebody who leaves: to whom each record goes, and what became of it (R15, R16).',
  columns: {
    title: text('Name of who leaves, as it was'),
    from: id<PersonId>('Who leaves'),
    by: id<PersonId>('Who handed it over'),
    note: longText('Why, in words; the receivers are told'),
    at: moment('When'),
    state: choice(successionStates, 'Being carried out, or done'),
    items: json(z.array(given).max(mostGiven), 'The records with their receivers, and what became of each'),
  },
});
export type Succession = RecordIn<typeof Successions>;
