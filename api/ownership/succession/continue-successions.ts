import type { Context } from '../../context.ts';
import { eachItem } from '../../each-item.ts';
import { carryOutSuccession } from './carry-out-succession.ts';
import { recordBeginning } from './hand-over-everything.ts';
import { Successions } from './succession-list.ts';

/** Continues interrupted hand-overs. Free when all are complete. */
export async function continueSuccessions(context: Context): Promise<void> {
  const each = eachItem(context, 'successions');
  await each.of(context.list(Successions).all(), async (succession) => {
    await recordBeginning(context, succession);
    await carryOutSuccession(context, succession.key);
  });
  each.end();
}
