/**
 * One person's responsibilities: systems and their status (R1, R4, R7), and the transfer of everything of a leaver to
 * colleagues (R15, R16). Above all it describes.
 */
export { ownsAssets } from './own-assets.ts';
export { assetOfWork } from './work-about-assets.ts';
export { givenNow } from './succession/belongings.ts';
export { Successions } from './succession/succession-list.ts';
export { ownedKinds } from './succession/owned-kinds.ts';
export { handOverEverything } from './succession/hand-over-everything.ts';
export { continueSuccessions } from './succession/continue-successions.ts';
export { givenTo, successionKind } from './succession/succession-campaign.ts';
export { ownershipRoutes } from './routes.ts';
