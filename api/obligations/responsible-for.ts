import type { Context } from '../context.ts';
import type { LocalDate, Responsible } from '../kernel/index.ts';
import { handOversInForce } from './hand-overs.ts';
import { assign, type Assigned } from './responsible.ts';
import { rosterOn } from './roster.ts';

/**
 * Who has a piece of work on a day, and why when it passed from another (R14–R16): hand-over, the person named, the
 * role, the centre's ISK and manager, the CISO, the security team; never a person on leave while another of them is at
 * work. `key` is the obligation's, for its hand-overs. `undefined` only when none of them is employed. From memory: no
 * Graph call.
 */
export const responsibleFor = (
  context: Context,
  responsible: Responsible,
  today: LocalDate,
  key?: string,
): Assigned | undefined =>
  assign(responsible, rosterOn(context, today), key === undefined ? [] : handOversInForce(context, key, today));
