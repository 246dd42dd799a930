import type { Endpoints } from '../http/endpoint.ts';
import { downtimeContract } from './downtime/downtime-contract.ts';
import { contingencyOverviewContract } from './overview/overview-contract.ts';
import { packsContract } from './packs/pack-contract.ts';
import { plansContract } from './plans/plan-contract.ts';
import { pocketContract } from './pocket/pocket-contract.ts';
import { testsContract } from './exercises/test-contract.ts';

export * from './downtime/downtime-contract.ts';
export * from './exercises/improvement-contract.ts';
export * from './overview/overview-contract.ts';
export * from './packs/pack-contract.ts';
export * from './plans/plan-content-contract.ts';
export * from './plans/plan-contract.ts';
export * from './pocket/pocket-contract.ts';
export * from './exercises/test-cards-contract.ts';
export { evaluationBody, longestInEvaluation, type EvaluationBody } from './exercises/evaluation-contract.ts';
export * from './exercises/test-contract.ts';
export * from './vocabulary.ts';

/** IT downtime: plans, tests, downtime, and copies independent of Microsoft 365 (R4–R6). */
export const contingencyContract = {
  ...plansContract,
  ...contingencyOverviewContract,
  ...testsContract,
  ...downtimeContract,
  ...packsContract,
  ...pocketContract,
} satisfies Endpoints;
