export { agendaCardFor } from './agenda-card.ts';
export { approvalCardFor } from './approval-card.ts';
export { approvalVerbs } from './approval-verbs.ts';
