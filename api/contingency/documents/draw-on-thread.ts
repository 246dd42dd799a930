import { ownThread } from '../../threads/index.ts';
import type { Drawing } from './document-worker.ts';

/** A document as a PDF, drawn on a separate thread: the largest packs take seconds. Rejects as `ownThread`. */
export const drawOnThread = ownThread<Drawing, Uint8Array>(new URL('./document-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 256,
});
