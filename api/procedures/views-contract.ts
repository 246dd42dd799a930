import { z } from 'zod';
import { receiptChannels } from '../acknowledgements/contract.ts';
import { fileView, versionStates, wayView } from '../approvals/contract.ts';
import { differenceBlock } from '../difference/contract.ts';
import { retirement, versionFacts, versionRow, writerAbilities } from '../documents/contract.ts';
import { centreRef, freshness, personRef } from '../http/contract.ts';
import { timestamp } from '../http/input.ts';
import { wordNotes } from '../word/contract.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();
const count = z.number().int();

/** A `guideline` is central and for everybody; a `procedure` is a centre's own (R12, R16). */
export const procedureKinds = ['procedure', 'guideline'] as const;
/** What a centre has of a guideline that wants a local procedure. */
export const coverageStates = ['missing', 'draft', 'waiting', 'valid', 'expired'] as const;
/** Who decides about an area's procedures after the centre manager. */
export const deciders = ['securityCommittee', 'securityTeam'] as const;

export const areaView = z.object({
  key: z.string(),
  title: z.string(),
  decidedBy: z.enum(deciders),
  /** Months until a procedure of the area is looked at again, when nobody says otherwise. */
  reviewMonths: count,
  closed: z.boolean(),
});
export type AreaView = z.output<typeof areaView>;

const procedureLink = z.object({ key: z.string(), title: z.string() });

/** A row of the library: the version in force, or for those who write it the one on its way. */
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
  /** Where in title, text or file the search was found. */
  found: z.string().optional(),
  file: fileView.pick({ name: true, type: true, size: true }).optional(),
  validFrom: localDate.optional(),
  reviewOn: localDate.optional(),
  /** A newer version on its way, beside the one in force. */
  coming: z.enum(['draft', 'waiting', 'returned']).optional(),
  /** The reader has to read and acknowledge it, or has done so. */
  acknowledge: z.enum(['due', 'done']).optional(),
});
export type ProcedureRow = z.output<typeof procedureRow>;

export const proceduresView = z.object({
  procedures: z.array(procedureRow),
  total: count,
  counts: z.object({ procedures: count, guidelines: count }),
  areas: z.array(areaView),
  /** Centres that the reader may look at, for the choice above the list. */
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
  /** What a Word file says, Markdown, to read without opening it. */
  fileText: z.string().optional(),
  /** What of the file did not come along into that text. */
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
  /** On its way: only for those who write or decide it. */
  coming: procedureVersionView.optional(),
  /** What the one on its way changes in the one in force. */
  difference: z.array(differenceBlock).optional(),
  versions: z.array(versionRow),
  /** How many people it is for, and of them how many have acknowledged the one in force. */
  audience: z.object({
    people: count,
    acknowledged: count.optional(),
    /** How many the one on its way is for. */
    coming: count.optional(),
  }),
  receipt: z.object({ at: moment, channel: z.enum(receiptChannels), recordedBy: personRef.optional() }).optional(),
  /** The reader's last day to acknowledge. */
  due: localDate.optional(),
  /** Of a guideline: the local procedures that carry it out, those that the reader may see. */
  local: z.array(procedureRow),
  /** Who will decide when it is submitted. */
  way: wayView.optional(),
  /** Who will decide when the reader asks for its renewal. */
  renewalBy: z.enum(['centreManager', ...deciders]).optional(),
  abilities: writerAbilities.extend({
    acknowledge: z.boolean(),
    seePeople: z.boolean(),
  }),
  freshness,
});
export type ProcedureView = z.output<typeof procedureView>;

const draftFields = {
  title: z.string().trim().min(1).max(200),
  area: z.string().min(1).max(255),
  guidelineKey: z.string().max(255).optional(),
  control: z.string().trim().max(60).optional(),
  jobTitles: z.array(z.string().trim().min(1).max(120)).max(40),
  mustAcknowledge: z.boolean(),
  /** Of a guideline: every centre must have a local procedure for it. */
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
  /** `changedAt` of the version that the writer saw; refused when somebody has changed it, or begun the next, since. */
  seen: timestamp().optional(),
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

export const coverageCell = z.object({
  centreId: z.string(),
  state: z.enum(coverageStates),
  procedureKey: z.string().optional(),
  reviewOn: localDate.optional(),
  /** The reader may begin, go on with or renew it. */
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
