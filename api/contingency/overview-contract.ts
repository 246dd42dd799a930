import type { Endpoints } from '../http/endpoint.ts';

/** How vital systems stand (R4). */
export const contingencyOverviewContract = {} satisfies Endpoints;
