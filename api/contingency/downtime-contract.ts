import type { Endpoints } from '../http/endpoint.ts';

/** Downtime as it happens. */
export const downtimeContract = {} satisfies Endpoints;
