/** `returned`: sent back for changes, and may come again as the next round. */
export const requestStates = ['open', 'approved', 'rejected', 'returned', 'withdrawn'] as const;
/** `skipped`: the request ended before its turn. */
export const stageStates = ['waiting', 'open', 'approved', 'rejected', 'returned', 'skipped'] as const;
/** `one`: whoever of the body is first. `external`: decided in a meeting outside Teams and recorded by the secretary. */
export const stageRules = ['one', 'all', 'quorum', 'external'] as const;
/** `abstain`: disqualified (inhabil), and then not counted. */
export const voteChoices = ['approve', 'reject', 'askChanges', 'abstain'] as const;
export const outcomes = ['approved', 'rejected', 'returned'] as const;
/** What closed a stage. `inquorate`: too few may vote for the body to decide. */
export const closings = ['votes', 'chairsVote', 'deadline', 'chair', 'membership', 'external', 'inquorate'] as const;
export const eventKinds = [
  'submitted',
  'stageOpened',
  'voted',
  'voteChanged',
  'stageClosed',
  'recorded',
  'minutesAttached',
  'withdrawn',
  'ended',
] as const;

/** Where a version of a paper stands, from its approval and the day: nothing of it is stored. */
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
