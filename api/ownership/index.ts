/**
 * What one person answers for: the own systems with how each stands (R1, R4, R7), and how everything of somebody who leaves
 * goes to colleagues (R15, R16). Stands above everything it tells of.
 */
export { ownsAssets } from './own-assets.ts';
export { assetOfWork } from './work-about-assets.ts';
export { Successions, type Succession } from './succession/succession-list.ts';
export { ownedKinds } from './succession/owned-kinds.ts';
export { handOverEverything } from './succession/hand-over-everything.ts';
export { continueSuccessions } from './succession/continue-successions.ts';
export { givenTo, successionKind } from './succession/succession-campaign.ts';
export { ownershipRoutes } from './routes.ts';
