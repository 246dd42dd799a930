import type { Endpoints } from '../http/endpoint.ts';

/** The plans that concern the reader, to be kept on the device (R5). */
export const pocketContract = {} satisfies Endpoints;
