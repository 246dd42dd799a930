import type { Context } from '../../context.ts';
import { ownThread } from '../../threads/index.ts';
import type { Drawing, DrawingWork } from './document-worker.ts';

const draw = ownThread<DrawingWork, Uint8Array>(new URL('./document-worker.ts', import.meta.url), {
  milliseconds: 60_000,
  megabytes: 256,
});

/** A document as a PDF, drawn on a thread of its own: the largest packs take seconds. Rejects as `ownThread`. */
export const drawOnThread = ({ textsModule }: Pick<Context, 'textsModule'>, drawing: Drawing): Promise<Uint8Array> =>
  draw({ textsModule, drawing });
