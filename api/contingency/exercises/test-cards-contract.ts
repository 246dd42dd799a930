import { z } from 'zod';
import { personRef } from '../../http/contract.ts';

/** Where the card of one who takes part in a test stands. */
const testCard = personRef.extend({
  /** `missed`: to be told in another way. `none`: none was to be sent, or is any more. */
  standing: z.enum(['got', 'coming', 'missed', 'none']),
  /** A recipient state, or `notAsked` before anything was sent. */
  state: z.string(),
  /** When it leaves, while it waits for working hours. */
  at: z.iso.datetime().optional(),
  /** Why it was not sent. */
  code: z.string().optional(),
});
export type TestCard = z.output<typeof testCard>;

/** Who has got what; the injects that were posted, by their keys. */
export const testCards = z.object({
  invitation: z.array(testCard),
  injects: z.record(z.string(), z.array(testCard)),
});
