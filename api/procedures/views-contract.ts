import { z } from 'zod';
import { receiptChannels } from '../acknowledgements/contract.ts';
import { fileView, versionStates, wayView } from '../approvals/contract.ts';
import { differenceBlock } from '../difference/contract.ts';
import { retirement, versionFacts, versionRow, writerAbilities } from '../documents/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import { expectedAt, oneLine } from '../http/input.ts';
import { wordNotes } from '../word/contract.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

/** A `guideline` is central and for everybody; a `procedure` is a centre's own (R12, R16). */
export const procedureKinds = ['procedure', 'guideline'] as const;
/** A centre's coverage of a guideline with local procedures. */
export const coverageStates = ['missing', 'draft', 'waiting', 'valid', 'expired'] as const;
/** Approvers of an area's procedures after the centre manager. */
export const deciders = ['securityCommittee', 'securityTeam'] as const;

const areaView = z.object({
  key: z.string(),
  title: z.string(),
  decidedBy: z.enum(deciders),
  /** Default months to the review of the area's procedures. */
  reviewMonths: count,
  closed: z.boolean(),
});
export type AreaView = z.output<typeof areaView>;
export const areaRow = areaView.extend({ etag: z.string() });
export type AreaRow = z.output<typeof areaRow>;

const procedureLink = z.object({
  key: z.string(),
  title: z.string(),
  /** Out of use: what still names it says so. */
  retired: z.literal(true).optional(),
});

/** A row of the library: the version in force, or for its writers the one in approval. */
export const procedureRow = z.object({
  key: z.string(),
  versionKey: z.string(),
  kind: z.enum(procedureKinds),
  title: z.string(),
  number: count,
  state: z.enum(versionStates),
  centre: centreRef.optional(),
  area: areaView.pick({ key: true, title: true }),
  guideline: procedureLink.optional(),
  /** Where the search matched in title, text or file. */
  found: z.string().optional(),
  file: fileView.pick({ name: true, type: true, size: true }).optional(),
  validFrom: localDate.optional(),
  reviewOn: localDate.optional(),
  /** A newer version in approval, beside the current. */
  coming: z.enum(['draft', 'waiting', 'returned']).optional(),
  /** The reader must acknowledge it, or has. */
  acknowledge: z.enum(['due', 'done']).optional(),
});
export type ProcedureRow = z.output<typeof procedureRow>;

export const proceduresView = z.object({
  procedures: z.array(procedureRow),
  total: count,
  counts: z.object({ procedures: count, guidelines: count }),
  areas: z.array(areaView),
  /** Centres visible to the reader, for the filter above the list. */
  centres: z.array(centreRef),
  abilities: z.object({
    makeProcedure: z.boolean(),
    makeGuideline: z.boolean(),
    seeCoverage: z.boolean(),
    editAreas: z.boolean(),
  }),
  freshness,
});
export type ProceduresView = z.output<typeof proceduresView>;

export const procedureVersionView = versionFacts.extend({
  area: areaView,
  guideline: procedureLink.optional(),
  control: z.string().optional(),
  /** Empty: everybody in the centre (or, of a guideline, in the organisation). */
  jobTitles: z.array(z.string()),
  mustAcknowledge: z.boolean(),
  needsLocal: z.boolean(),
  /** Markdown. */
  text: z.string(),
  file: fileView.optional(),
  /** A Word file's text, as Markdown, to read without opening it. */
  fileText: z.string().optional(),
  /** Parts of the file not in that text. */
  fileNotes: wordNotes.optional(),
});
export type ProcedureVersionView = z.output<typeof procedureVersionView>;

export const procedureView = z.object({
  key: z.string(),
  kind: z.enum(procedureKinds),
  centre: centreRef.optional(),
  retired: retirement.optional(),
  /** In force, absent before the first is approved. */
  current: procedureVersionView.optional(),
  /** In approval: for its writers and approvers only. */
  coming: procedureVersionView.optional(),
  /** Its changes to the version in force. */
  difference: z.array(differenceBlock).optional(),
  versions: z.array(versionRow),
  /** Size of its audience, and how many have acknowledged the version in force. */
  audience: z.object({
    people: count,
    acknowledged: count.optional(),
    /** Of a guideline, for those who see their own centres' people only: how many of these, in how many centres. */
    own: z.object({ people: count, acknowledged: count, centres: count }).optional(),
    /** Audience of the one in approval. */
    coming: count.optional(),
  }),
  receipt: z.object({ at: moment, channel: z.enum(receiptChannels), recordedBy: personRef.optional() }).optional(),
  /** The reader's deadline to acknowledge. */
  due: localDate.optional(),
  /** For a guideline: the local procedures that implement it, as visible to the reader. */
  local: z.array(procedureRow),
  /** Approvers on submission. */
  way: wayView.optional(),
  /** Approver of a renewal requested by the reader. */
  renewalBy: z.enum(['centreManager', ...deciders]).optional(),
  abilities: writerAbilities.extend({
    acknowledge: z.boolean(),
    seePeople: z.boolean(),
  }),
  freshness,
});
export type ProcedureView = z.output<typeof procedureView>;

const draftFields = {
  title: oneLine.min(1).max(200),
  area: z.string().min(1).max(255),
  guidelineKey: z.string().max(255).optional(),
  control: z.string().trim().max(60).optional(),
  jobTitles: z.array(z.string().trim().min(1).max(120)).max(40),
  mustAcknowledge: z.boolean(),
  /** For a guideline: every centre must have a local procedure. */
  needsLocal: z.boolean().default(false),
  reviewMonths: count.min(1).max(36),
  summary: z.string().trim().max(600).default(''),
  text: z.string().trim().max(50_000).default(''),
};
export const makeProcedureBody = z.object({
  kind: z.enum(procedureKinds),
  centreId: z.string().max(255).optional(),
  ...draftFields,
});
export type MakeProcedureBody = z.input<typeof makeProcedureBody>;
export const draftBody = z.object({
  ...draftFields,
  /** `changedAt` of the version the writer loaded; refused when changed, or followed by another, since. */
  expected: expectedAt,
});
export type ProcedureDraftBody = z.input<typeof draftBody>;

export const templateView = z.object({
  key: z.string(),
  title: z.string(),
  why: z.string(),
  area: z.string(),
  text: z.string(),
  kinds: z.array(z.enum(procedureKinds)),
});
export type TemplateView = z.output<typeof templateView>;

const coverageCell = z.object({
  centreId: z.string(),
  state: z.enum(coverageStates),
  procedureKey: z.string().optional(),
  reviewOn: localDate.optional(),
  /** The reader may create, continue or renew it. */
  act: z.enum(['make', 'open', 'renew', 'none']),
});
export const procedureCoverageView = z.object({
  centres: z.array(
    centreRef.extend({ valid: count, needed: count, percent: z.number(), coordinators: z.array(personRef) }),
  ),
  guidelines: z.array(procedureLink.extend({ area: z.string(), valid: count, cells: z.array(coverageCell) })),
  total: z.object({ needed: count, valid: count, expired: count, waiting: count, draft: count, missing: count }),
  freshness,
});
export type ProcedureCoverageView = z.output<typeof procedureCoverageView>;

/** `recordedBy`: who recorded a signature on paper. */
export const readerRow = personRef.extend({
  at: moment.optional(),
  recordedBy: personRef.optional(),
  due: localDate.optional(),
  delivery: z.string(),
});
