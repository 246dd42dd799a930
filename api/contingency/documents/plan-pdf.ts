import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import type { PlanNow, PlanVersionNow } from '../plans/plans.ts';

/** A version of a plan as a PDF to print: steps and phones first. A4, tagged. Some 100 ms. */
export function planPdf(
  _context: Context,
  _now: PlanNow,
  _version: PlanVersionNow,
  _language: Language,
): Promise<Uint8Array> {
  return Promise.reject(new Error('the document has not been written yet'));
}
