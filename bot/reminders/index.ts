export { digestCard, digestCardFor } from './digest-card.ts';
export { createDigestFollowers, type DigestFollowers } from './digest-followers.ts';
export { digestPresses, reminderVerbs } from './reminder-verbs.ts';
