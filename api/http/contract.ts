import { z } from 'zod';

/** A person as shown to others: name with role and centre, never a bare id. */
export const personRef = z.object({
  id: z.string(),
  name: z.string(),
  jobTitle: z.string().optional(),
  centre: z.string().optional(),
});
export type PersonRef = z.output<typeof personRef>;

export const centreRef = z.object({ id: z.string(), title: z.string() });
export type CentreRef = z.output<typeof centreRef>;

/** When the data was current; `stale` while Microsoft 365 cannot be reached. */
/** `held`: a list was deleted or changed in SharePoint; its last known state is shown. */
/** `missing`: lists of unknown content, gone since the program started: the answer lacks their data. */
export const freshness = z.object({
  asOf: z.iso.datetime(),
  stale: z.boolean(),
  held: z.boolean().optional(),
  missing: z.array(z.string()).optional(),
});
export type FreshnessView = z.output<typeof freshness>;

/** Every error answer. `code` is a text key under `errors.`; `message` is that text in the reader's language. */
export const errorAnswer = z.object({
  error: z.object({
    kind: z.enum(['invalid', 'forbidden', 'missing', 'conflict', 'unavailable', 'unexpected']),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    requestId: z.string(),
    /** For `invalid`: which fields are wrong and why (text keys). */
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  }),
});
export type ErrorAnswer = z.output<typeof errorAnswer>;
