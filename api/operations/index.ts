/** The running program: lists, jobs, sending, units, and what needs attention. */

export { asOfAll, saidOf } from './every-instance.ts';
export { isNoteDue, triedAgainAt, type RunResult } from './job-run.ts';
export { JobRuns, type JobRun } from './job-run-list.ts';
export { noteRun, runOf, takeTurn } from './record-job-run.ts';
export { nothingRunning, type OperationsLook, type ProblemLook, type SecretLook } from './look.ts';
export { secretWarningDays } from './secrets.ts';
export { operationsOf } from './operations-view.ts';
export { operationsRoutes } from './routes.ts';
