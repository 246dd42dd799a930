import type { Context } from '../../context.ts';
import { localDate, type Language } from '../../kernel/index.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plan-lists.ts';
import { drawOnThread } from './draw-on-thread.ts';
import { planHash, planSheet } from './plan-sheet.ts';

/**
 * A plan's version as a PDF to print: steps and phones first. A4, tagged. Some 100 ms on a separate thread; the same
 * version gives the same bytes while nobody named in it leaves and no figure changes. Rejects as `ownThread`.
 */
export function planPdf(
  context: Context,
  now: PlanNow,
  version: PlanVersionNow,
  language: Language,
): Promise<Uint8Array> {
  const { changedAt } = version.version;
  return drawOnThread({
    what: 'plan',
    plan: {
      sheet: planSheet(context, now, version),
      organisation: context.organisation.name,
      language,
      madeAt: changedAt,
      hash: planHash(version),
      validFrom: version.validFrom ?? localDate(changedAt),
    },
  });
}
