import type { Context } from '../../context.ts';
import type { LocalDate } from '../../kernel/index.ts';
import type { KnownRisk } from '../known-risks.ts';
import type { AcceptanceState } from '../vocabulary.ts';

/** How the acceptance of a risk stands: its state, and the last day of what is accepted or asked for. */
export interface AcceptanceNow {
  state: AcceptanceState;
  until?: LocalDate;
}

/** How the acceptance of a risk in force stands on a day. From memory. */
export const acceptanceOf = (_context: Context, _known: KnownRisk, _today: LocalDate): AcceptanceNow => ({
  state: 'none',
});
