import type { Endpoints } from '../http/endpoint.ts';
import { ownAssetsContract } from './own-assets-contract.ts';
import { successionContract } from './succession-contract.ts';

export * from './own-assets-contract.ts';
export * from './succession-contract.ts';

/** One person's responsibilities, and their transfer. */
export const ownershipContract = { ...ownAssetsContract, ...successionContract } satisfies Endpoints;
