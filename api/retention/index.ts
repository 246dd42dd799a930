/** For how long each kind of personal data is kept, what is older, and the job that deletes it. Knows no feature. */
export { Retention, type RetentionSetting } from './retention-list.ts';
export {
  declareRetention,
  retentionRow,
  type Expired,
  type FixedRetention,
  type RetentionRow,
} from './retention-row.ts';
export { deleteExpired } from './delete-expired.ts';
export { retentionRoutes } from './routes.ts';
