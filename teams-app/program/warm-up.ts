import type { Context } from '../../api/context.ts';
import { readyToFind } from '../../api/find/index.ts';
import { asAppError } from '../../api/kernel/index.ts';
import { obligationsInTurn } from '../../api/obligations/index.ts';
import { readDigests } from '../../api/reminders/index.ts';

/**
 * Derives all obligations in advance: with 50,000 people the first derivation takes a second, later ones milliseconds.
 * In slices. A failure here recurs, and is reported, on use.
 */
export async function warmUp(context: Context): Promise<void> {
  try {
    await obligationsInTurn(context);
    await readDigests(context);
    await readyToFind(context);
  } catch (thrown) {
    context.log.info(
      { code: asAppError(thrown).code },
      'what everybody owes is derived, digests are read and texts are indexed when they are asked for',
    );
  }
}
