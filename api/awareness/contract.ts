import { importContract } from './import-contract.ts';
import { learningContract } from './learning-contract.ts';
import { vivaContract } from './viva-contract.ts';

export * from './course-contract.ts';
export * from './import-contract.ts';
export * from './learner-contract.ts';
export * from './learning-contract.ts';
export * from './viva-contract.ts';

/** All e-learning endpoints (R8). */
export const awarenessContract = { ...learningContract, ...importContract, ...vivaContract };
