import type { Endpoints } from '../http/endpoint.ts';

/** Tests of plans (R6). */
export const testsContract = {} satisfies Endpoints;
