/**
 * The audit trail for auditors: sealed daily, and verified against its seals. Above the rooms whose cards and files it
 * uses.
 */
export { DaySeals, type DaySeal } from './seals/seal-list.ts';
export { inGroups, latestSeal, sealHistory } from './seals/seals.ts';
export { fileLeafKey, sealDays } from './seals/seal-days.ts';
export { readLeaves } from './seals/leaf-file.ts';
export { trailRoutes } from './routes.ts';
export { sealKind, tellAuditors } from './seals/seal-campaign.ts';
export { verifyTrail, type RawEntry } from './seals/verify.ts';
