export { agendaCardFor } from './agenda-card.ts';
export { approvalCardFor } from './approval-card.ts';
export { createApprovalFollowers } from './approval-followers.ts';
export { approvalVerbs } from './approval-verbs.ts';
export { approvalEndedCardFor } from './ended-card.ts';
export { approvalPostponedCardFor } from './postponed-card.ts';
export { byWhen } from './wording.ts';
