export { downtimeCardFor } from './downtime-card.ts';
export { createDowntimeFollower } from './downtime-follower.ts';
export { injectCardFor } from './inject-card.ts';
export { testInvitationCardFor } from './test-invitation-card.ts';
export { contingencyTestVerbs } from './test-verbs.ts';
