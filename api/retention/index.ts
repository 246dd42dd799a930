/** Retention of each kind of personal data, what exceeds it, and the job that deletes it. Knows no feature. */
export { Retention } from './retention-list.ts';
export {
  declareRetention,
  retentionRow,
  type Expired,
  type FixedRetention,
  type RetentionRow,
} from './retention-row.ts';
export { deleteExpired } from './delete-expired.ts';
export { retentionRoutes } from './routes.ts';
