import { z } from 'zod';
import { personRef } from '../../http/contract.ts';

/** Delivery of a participant's card. */
const testCard = personRef.extend({
  /** `missed`: inform in another way. `none`: none due. */
  status: z.enum(['got', 'coming', 'missed', 'none']),
  /** A recipient state, or `notAsked` before sending. */
  state: z.string(),
  /** Scheduled time, while waiting for working hours. */
  at: z.iso.datetime().optional(),
  /** Failure code. */
  code: z.string().optional(),
});
export type TestCard = z.output<typeof testCard>;

/** Delivery by person; the posted injects by key. */
export const testCards = z.object({
  invitation: z.array(testCard),
  injects: z.record(z.string(), z.array(testCard)),
});
