import type { Context } from '../../context.ts';
import { asAppError } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { Downtimes, type Downtime } from '../exercises/test-lists.ts';
import { followChange } from './change-downtime.ts';
import { followCancel, followClose } from './close-downtime.ts';
import { followCorrection } from './correct-downtime.ts';
import { followReport } from './report-downtime.ts';

/** Completes work after a crash: audit trail, cards, improvements, tests. Free when complete. */
export async function continueDowntimes(context: Context): Promise<void> {
  for (const downtime of context.list(Downtimes).all())
    try {
      await follow(context, downtime);
    } catch (thrown) {
      const { code } = asAppError(thrown);
      context.log.warn({ downtime: downtime.key, code }, 'downtime not carried on, tried again');
    }
}

async function follow(context: Context, downtime: Stored<Downtime>): Promise<void> {
  await followReport(context, downtime);
  const isChanged = downtime.changedAt !== downtime.reportedAt;
  if (downtime.state === 'running' && isChanged) await followChange(context, downtime);
  if (downtime.state === 'closed') {
    await followClose(context, downtime);
    await followCorrection(context, downtime);
  }
  if (downtime.state === 'cancelled') await followCancel(context, downtime);
}
