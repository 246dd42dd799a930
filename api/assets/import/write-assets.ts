import type { Context } from '../../context.ts';
import { importRuns } from '../../imports/index.ts';
import { conflict, inParallel, type Actor, type Instant } from '../../kernel/index.ts';
import { Assets, type Asset } from '../asset-list.ts';
import type { JudgedRow } from './judge-rows.ts';

const runs = importRuns<Readonly<Record<never, string>>>(() => conflict('assets.importRunning'));
export const { runOf: assetImportRunOf } = runs;

/** Concurrent writes; the unit budget limits their rate. */
const writers = 8;

/**
 * Writes the rows' changes with one timestamp, and answers when done or after a time limit; the rest is written after
 * the answer. 2 resource units an asset in the background lane. Throws AppError `conflict` while another import runs,
 * and `unavailable` if stopped in time; earlier writes stay.
 */
export function writeAssets(
  context: Context,
  actor: Actor,
  rows: readonly JudgedRow[],
  at: Instant,
): Promise<{ written: number; left: number }> {
  const writes = rows.flatMap(({ write }) => write ?? []);
  return runs.start(context, {}, writes.length, async (onWritten) => {
    let written = 0;
    await inParallel(writers, writes, async (write) => {
      await writeOne(context, actor, write, at);
      written += 1;
      onWritten(written);
    });
  });
}

async function writeOne(
  context: Context,
  actor: Actor,
  write: NonNullable<JudgedRow['write']>,
  changedAt: Instant,
): Promise<void> {
  const { key, fields, isNew } = write;
  const stamp = { changedAt, changedBy: actor.personId };
  const retiredReason = context.texts('da')('riskDocuments.assets.retiredByImport');
  const retired = { ...(fields.state === 'retired' ? { retiredReason } : {}) };
  if (isNew) {
    // New assets have all required fields; only optional ones may be missing.
    await context.list(Assets).create({ key, ...(fields as Omit<Asset, 'key'>), ...retired, ...stamp }, 'background');
    return;
  }
  const back = fields.state !== undefined && fields.state !== 'retired' ? { retiredReason: undefined } : retired;
  await context.list(Assets).update(key, () => ({ ...fields, ...back, ...stamp }), 'background');
}
