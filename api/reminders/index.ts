/** Reminders: cadence, working hours and obligations become at most one digest a person a day; escalation. */
export { ReminderCadences } from './cadence-list.ts';
export { ReminderWishes } from './wishes-list.ts';
export { ReminderPages } from './page-list.ts';
export { isLegallyRequired } from './cadence.ts';
export type { Digest, DigestLine, Escalation } from './digest.ts';
export { digestOf, digestsOf } from './digests.ts';
export { digestsAbout, leftOfDigest, readDigests, wasOnDigest, wasOnDigestOf, type ToldOn } from './left-of-digest.ts';
export { digestKind, isDigestToCome } from './digest-kind.ts';
export { digestCampaignKey, isDigestRepeated } from './told.ts';
export { nudgeOthers, planNudge, type OthersNudge } from './nudge-others.ts';
export { othersToldBefore, type OthersTold } from './told-before.ts';
export { digestPeople, latestDigestDay, newestToldOthers, previousDigestDay } from './succession.ts';
export { countAnew } from './follow-ups.ts';
export { planDigests } from './plan-digests.ts';
export { remindersRoutes } from './routes.ts';
export { isDayNeeded, reminderHistory, remindersLookBack } from './reminder-history.ts';
