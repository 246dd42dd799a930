import { z } from 'zod';
import { receiptChannels } from '../acknowledgements/contract.ts';
import { approvalSummary, wayView } from '../approvals/contract.ts';
import { freshness, personRef } from '../http/contract.ts';

const localDate = z.iso.date();
const moment = z.iso.datetime();

export const receiptView = z.object({
  versionKey: z.string(),
  versionNumber: z.string(),
  outcome: z.enum(['acknowledged', 'carriedOver', 'left', 'onLeave', 'moved']),
  at: moment,
  channel: z.enum(receiptChannels),
  contentHash: z.string(),
  note: z.string().optional(),
});
export type ReceiptView = z.output<typeof receiptView>;

export const policyVersionRow = z.object({
  key: z.string(),
  title: z.string(),
  number: z.string(),
  /** `coming`: published, and in force from `effectiveOn` on; until then the previous one is. */
  state: z.enum(['draft', 'coming', 'published', 'superseded']),
  changeKind: z.enum(['minor', 'major']),
  summary: z.string(),
  effectiveOn: localDate,
  acknowledgeBy: localDate.optional(),
  publishedAt: moment.optional(),
  publishedBy: personRef.optional(),
  /** When its cards are sent, if scheduled and pending. */
  cardsAt: moment.optional(),
  publishReason: z.string().optional(),
  contentHash: z.string().optional(),
  /** Progress of its latest approval request (R10); for those who govern it. */
  approval: approvalSummary.optional(),
  abilities: z.object({
    edit: z.boolean(),
    publish: z.boolean(),
    seeCoverage: z.boolean(),
    /** Progress of its campaign. */
    seeCampaign: z.boolean().optional(),
    submit: z.boolean().optional(),
    comment: z.boolean().optional(),
    readComments: z.boolean().optional(),
  }),
});
export type PolicyVersionRow = z.output<typeof policyVersionRow>;

/** The text as Markdown: the tab renders it without raw HTML and with safe links only. */
export const policyVersionView = policyVersionRow.extend({
  etag: z.string(),
  body: z.string(),
  receipt: receiptView.optional(),
  /** The pending approval that blocks submitting this draft. */
  heldBy: approvalSummary.extend({ number: z.string() }).optional(),
  /** Approvers on submission. */
  way: wayView.optional(),
  /** The previous version, for comparison. */
  previous: z.object({ key: z.string(), number: z.string() }).optional(),
  freshness,
});
export type PolicyVersionView = z.output<typeof policyVersionView>;

export const policyPageView = z.object({
  /** The published version, absent before the first. */
  current: policyVersionView.optional(),
  /** The newest version to come, from which a new draft begins; for those who draft. */
  coming: policyVersionView.optional(),
  /** The reader's deadline without a receipt: later than the version's for new employees and people back from leave. */
  due: localDate.optional(),
  versions: z.array(policyVersionRow),
  /** My receipts, newest first. */
  receipts: z.array(receiptView),
  /** Number of earlier versions whose receipts have a separate endpoint. */
  earlier: z.number().int(),
  /** The yearly approval (R10); for those who govern it. */
  yearly: z
    .object({
      /** Latest approval by Byrådet. */
      approvedOn: localDate.optional(),
      /** The version approved then; a later one may be in force. */
      approvedNumber: z.string().optional(),
      isCurrentApproved: z.boolean(),
      nextDue: localDate.optional(),
      daysLeft: z.number().int().optional(),
      /** The pending request, with or without a change. */
      approval: approvalSummary.optional(),
      reapprove: z.boolean(),
    })
    .optional(),
  abilities: z.object({ draft: z.boolean(), seeCoverage: z.boolean(), acknowledge: z.boolean() }),
  freshness,
});
export type PolicyPageView = z.output<typeof policyPageView>;

/** My receipts of long-ended versions, newest first. */
export const earlierReceiptsView = z.object({ receipts: z.array(receiptView), freshness });
export type EarlierReceiptsView = z.output<typeof earlierReceiptsView>;
