import type { Context } from '../../api/context.ts';
import { verdictFor, type Campaign, type CampaignKind, type Verdict } from '../../api/deliveries/index.ts';
import { asAppError, type AppError, type PersonId } from '../../api/kernel/index.ts';

/** A campaign while it is sent, as far as it can be hindered. */
interface Hindered {
  context: Context;
  kind: CampaignKind;
  campaign: Campaign;
  /** What the card or the recipient is judged by is away: nothing more of the campaign is sent in this run. */
  onAway(error: AppError): void;
}

/** Whether what was needed is away for now. It says nothing of the recipient: whoever waits goes on waiting. */
export function isAway(run: Pick<Hindered, 'onAway'>, thrown: unknown): boolean {
  const error = asAppError(thrown);
  if (error.kind !== 'unavailable') return false;
  run.onAway(error);
  return true;
}

/** Whether the person is sent to now; `undefined` while a list that decides it is gone. */
export function verdictOf(run: Hindered, personId: PersonId): Verdict | undefined {
  try {
    return verdictFor(run.context, run.kind, run.campaign.subjectKey, personId);
  } catch (thrown) {
    if (isAway(run, thrown)) return undefined;
    throw thrown;
  }
}
