/** Governance: each body's duties and evidence (R10–R16), NIS 2-loven § 7, and the orientation of Byrådet (R11). */
export { areasApproval, areasContent, areasKey, areasSubject } from './management/area-approval.ts';
export { allDuties } from './duties/all-duties.ts';
export { CouncilOrientations } from './orientation/orientation-list.ts';
export { mayKeepOrientation } from './permissions.ts';
export { governanceRoutes } from './routes.ts';
