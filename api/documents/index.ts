/**
 * Versioned documents: drafted, submitted, approved, renewed, retired; reviewed, searched, downloaded, acknowledged. A
 * kind (procedures, contingency plans) declares its specifics. Knows no kind.
 */
export { documentKind } from './document-kind.ts';
export type { DocumentNow } from './document-declaration.ts';
export { discardColumns, documentColumns } from './document-columns.ts';
export { shownVersion } from './document-store.ts';
export { documentIndex } from './document-index.ts';
export { documentReviews, type ReviewTerm } from './document-reviews.ts';
export { decidesNow, documentSubject } from './document-subject.ts';
export {
  fileView,
  retirementView,
  reviewDay,
  versionFacts,
  versionFile,
  versionRows,
  writerAbilities,
} from './document-views.ts';
export { receiptCampaign } from './receipt-campaign.ts';
export { percentDone, receiptDebt } from './receipt-debt.ts';
export { inOrder } from './document-order.ts';
