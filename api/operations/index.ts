/** How the program itself runs: lists, jobs, sending, units, and what somebody should do something about. */
export { attentionOf } from './attention.ts';
export { nothingRunning, type JobLook, type OperationsLook, type SendingLook } from './look.ts';
export { operationsOf } from './operations-view.ts';
export { operationsRoutes } from './routes.ts';
