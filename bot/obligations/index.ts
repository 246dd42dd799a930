export { endLeaveVerb, leaveCardFor } from './leave-card.ts';
export { createLeaveFollower } from './leave-follower.ts';
export { leaveVerbs } from './leave-verbs.ts';
