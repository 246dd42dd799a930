/** `returned`: sent back for changes; the next round may follow. */
export const requestStates = ['open', 'approved', 'rejected', 'returned', 'withdrawn'] as const;
/** `skipped`: the request ended before its turn. */
export const stageStates = ['waiting', 'open', 'approved', 'rejected', 'returned', 'skipped'] as const;
/** `one`: the first of the body. `external`: decided in a meeting outside Teams and recorded by the secretary. */
export const stageRules = ['one', 'all', 'quorum', 'external'] as const;
/** `abstain`: disqualified (inhabil), not counted. */
export const voteChoices = ['approve', 'reject', 'askChanges', 'abstain'] as const;
export const outcomes = ['approved', 'rejected', 'returned'] as const;
export type Outcome = (typeof outcomes)[number];
/** What a meeting can do with a case. `postponed` decides nothing: the stage stays open. */
export const meetingOutcomes = [...outcomes, 'postponed'] as const;
/** How a stage was closed. `inquorate`: too few eligible voters. */
export const closings = ['votes', 'chairsVote', 'deadline', 'chair', 'membership', 'external', 'inquorate'] as const;
export const eventKinds = [
  'submitted',
  'stageOpened',
  'voted',
  'voteChanged',
  'stageClosed',
  'recorded',
  'postponed',
  'corrected',
  'minutesAttached',
  'withdrawn',
  'ended',
] as const;

/** Status of a version, from its approval and the day: never stored. */
export const versionStates = [
  'draft',
  'waiting',
  'returned',
  'rejected',
  'valid',
  'expired',
  'superseded',
  'retired',
] as const;
