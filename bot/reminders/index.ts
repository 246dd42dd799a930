export { digestCardFor } from './digest-card.ts';
export { createDigestFollowers } from './digest-followers.ts';
export { digestPresses, reminderVerbs } from './reminder-verbs.ts';
export { ownCard, type TaskFilter } from './own-card.ts';
