/** Reminders: cadence, working hours and obligations become at most one digest a person a day; escalation. */
export { ReminderCadences, type ReminderCadence } from './cadence-list.ts';
export { ReminderWishes, type ReminderWish } from './wishes-list.ts';
export { ReminderPages, type ReminderPage } from './page-list.ts';
export { isLegallyRequired, type Cadence } from './cadence.ts';
export type { Digest, DigestLine, Escalation, EscalationLevel, ReminderStep } from './digest.ts';
export { digestOf, digestsOf } from './digests.ts';
export { digestsAbout, leftOfDigest, readDigests, wasOnDigest, wasOnDigestOf, type ToldOn } from './left-of-digest.ts';
export { digestKind } from './digest-kind.ts';
export { digestCampaignKey, isDigestRepeated } from './told.ts';
export { nudgeOthers, planNudge, type OthersNudge } from './nudge-others.ts';
export { othersToldBefore, type OthersTold } from './told-before.ts';
export { digestPeople, latestDigestDay, newestToldOthers, previousDigestDay } from './succession.ts';
export { countAnew } from './follow-ups.ts';
export { planDigests } from './plan-digests.ts';
export { mayEditCadences, maySeeReminders } from './permissions.ts';
export { remindersRoutes } from './routes.ts';
export { isDayNeeded, reminderHistory, remindersLookBack } from './reminder-history.ts';
