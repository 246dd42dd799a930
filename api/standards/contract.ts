import type { Endpoints } from '../http/endpoint.ts';
import { controlsContract } from './control-contract.ts';
import { standardsRegisterContract } from './standard-contract.ts';
import { standardImportContract } from './import-contract.ts';

export * from './control-contract.ts';
export * from './import-contract.ts';
export * from './standard-contract.ts';

/** One control for many standards (R3). */
export const standardsContract = {
  ...standardsRegisterContract,
  ...controlsContract,
  ...standardImportContract,
} satisfies Endpoints;
