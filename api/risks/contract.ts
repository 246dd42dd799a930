import type { Endpoints } from '../http/endpoint.ts';
import { assessmentsContract } from './assessment-contract.ts';
import { overviewContract } from './overview-contract.ts';
import { registerContract, treatmentContract } from './register-contract.ts';
import { scalesContract } from './scale-contract.ts';

export * from './assessment-contract.ts';
export * from './quick-contract.ts';
export * from './estimate-contract.ts';
export * from './overview-contract.ts';
export * from './register-contract.ts';
export * from './scale-contract.ts';
export * from './vocabulary.ts';

/** Risk assessments, the register and the overview (R1, R2). */
export const risksContract = {
  ...scalesContract,
  ...assessmentsContract,
  ...registerContract,
  ...treatmentContract,
  ...overviewContract,
} satisfies Endpoints;
