import { defineList, moment, whole, optional, text, type RecordIn } from '../sharepoint/index.ts';

/**
 * Each job's last run, across restarts and instances. `key` is the job's name, or follows it while an item with that is
 * damaged (`runOf`).
 */
export const JobRuns = defineList('JobRuns', {
  editedBy: 'program',
  describe: 'When each job of the program last ran and how it went. A daily job is taken here before it runs.',
  columns: {
    title: text('Job'),
    lastRunAt: optional(moment('Latest run that ended')),
    lastOkAt: optional(moment('Latest run that succeeded')),
    problem: optional(text('Error code of the latest run')),
    tookMs: optional(whole('How long the latest run took, in milliseconds')),
    /** Only daily jobs have the rest. */
    turn: optional(moment('The daily turn that was taken last')),
    startedAt: optional(moment('When it was taken')),
    holder: optional(text('The run of the program that took it')),
  },
});
export type JobRun = RecordIn<typeof JobRuns>;
