import type { Endpoints } from '../http/endpoint.ts';

/** Copies that work without Microsoft 365 (R5). */
export const packsContract = {} satisfies Endpoints;
