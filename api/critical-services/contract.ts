import type { Endpoints } from '../http/endpoint.ts';
import { recoveryContract } from './recovery-contract.ts';
import { servicesContract } from './service-contract.ts';
import { settingsContract } from './settings-contract.ts';

export * from './recovery-contract.ts';
export * from './service-contract.ts';
export * from './settings-contract.ts';
export * from './vocabulary.ts';

/** Critical services, impact over time, and inherited figures (R4). */
export const criticalServicesContract = {
  ...servicesContract,
  ...recoveryContract,
  ...settingsContract,
} satisfies Endpoints;
