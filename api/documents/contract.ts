import { z } from 'zod';
import { approvalSummary, versionStates } from '../approvals/contract.ts';
import { personRef } from '../http/contract.ts';

/** Fields of every kind's version. */
export const versionFacts = z.object({
  key: z.string(),
  number: z.number().int(),
  state: z.enum(versionStates),
  title: z.string(),
  /** What is new, in the author's words. */
  summary: z.string(),
  reviewMonths: z.number().int(),
  madeBy: personRef,
  changedAt: z.iso.datetime(),
  approval: approvalSummary.optional(),
  validFrom: z.iso.date().optional(),
  reviewOn: z.iso.date().optional(),
});

/** A version in the list of a document's versions. */
export const versionRow = versionFacts.pick({ key: true, number: true, state: true, title: true, validFrom: true });

export type VersionFacts = z.output<typeof versionFacts>;
export type VersionRow = z.output<typeof versionRow>;

export const retirement = z.object({ at: z.iso.datetime(), by: personRef, reason: z.string() });

/** What a writer of the document may do now. */
export const writerAbilities = z.object({
  edit: z.boolean(),
  submit: z.boolean(),
  discard: z.boolean(),
  renew: z.boolean(),
  retire: z.boolean(),
});
export type WriterAbilities = z.output<typeof writerAbilities>;
