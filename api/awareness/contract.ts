import { importContract } from './import-contract.ts';
import { learningContract } from './learning-contract.ts';
import { vivaContract } from './viva-contract.ts';

export * from './course-contract.ts';
export * from './import-contract.ts';
export * from './learner-contract.ts';
export * from './learning-contract.ts';
export * from './viva-contract.ts';

/** Everything about e-learning (R8), as the tab asks for it. */
export const awarenessContract = { ...learningContract, ...importContract, ...vivaContract };
