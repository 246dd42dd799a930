import type { Endpoints } from '../http/endpoint.ts';
import { assetRegisterContract } from './asset-contract.ts';
import { assetImportContract } from './import-contract.ts';

export * from './asset-contract.ts';
export * from './import-contract.ts';

/** The register of IT systems and work processes (R1). */
export const assetsContract = { ...assetRegisterContract, ...assetImportContract } satisfies Endpoints;
