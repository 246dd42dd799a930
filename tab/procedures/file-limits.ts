import type { FileKind } from '../shared/files.ts';

/** As in the API (which checks the limit of 50 MB too). */
export const fileKindsTaken = ['word', 'pdf', 'picture'] as const satisfies readonly FileKind[];
/** Bytes. */
export const largestFile = 50 * 1024 * 1024;
