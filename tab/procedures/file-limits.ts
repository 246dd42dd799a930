import type { FileKind } from '../shared/files.ts';

/** As the API takes them (its limit of 50 MB is checked there too). */
export const fileKindsTaken = ['word', 'pdf', 'picture'] as const satisfies readonly FileKind[];
/** Bytes. */
export const largestFile = 50 * 1024 * 1024;
