export { meetingCardFor } from './meeting-card.ts';
export { createMeetingFollower, meetingVerbs } from './meeting-verbs.ts';
export { completeAct, completePress, completeVerb } from './complete-act.ts';
