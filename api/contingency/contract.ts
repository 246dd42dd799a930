import type { Endpoints } from '../http/endpoint.ts';
import { downtimeContract } from './downtime-contract.ts';
import { contingencyOverviewContract } from './overview-contract.ts';
import { packsContract } from './pack-contract.ts';
import { plansContract } from './plan-contract.ts';
import { pocketContract } from './pocket-contract.ts';
import { testsContract } from './test-contract.ts';

export * from './downtime-contract.ts';
export * from './improvement-contract.ts';
export * from './overview-contract.ts';
export * from './pack-contract.ts';
export * from './plan-content-contract.ts';
export * from './plan-contract.ts';
export * from './pocket-contract.ts';
export * from './test-cards-contract.ts';
export * from './test-contract.ts';
export * from './vocabulary.ts';

/** When IT is down: plans, tests, downtime, and copies that work without Microsoft 365 (R4–R6). */
export const contingencyContract = {
  ...plansContract,
  ...contingencyOverviewContract,
  ...testsContract,
  ...downtimeContract,
  ...packsContract,
  ...pocketContract,
} satisfies Endpoints;
