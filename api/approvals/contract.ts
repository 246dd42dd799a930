import { agendaContract } from './agenda-contract.ts';
import { requestContract } from './request-contract.ts';

export * from './agenda-contract.ts';
export * from './decide-contract.ts';
export * from './request-contract.ts';
export * from './stage-contract.ts';
export * from './vocabulary.ts';

/** Every endpoint of approvals. */
export const approvalsContract = { ...requestContract, ...agendaContract };
