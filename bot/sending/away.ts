import type { Context } from '../../api/context.ts';
import { verdictFor, type Campaign, type CampaignKind, type Verdict } from '../../api/deliveries/index.ts';
import { asAppError, type AppError, type PersonId } from '../../api/kernel/index.ts';

/** A running campaign, as far as it can be blocked. */
interface Hindered {
  context: Context;
  kind: CampaignKind;
  campaign: Campaign;
  /** A dependency of card or recipient is unavailable: the campaign stops for this run. */
  onAway(error: AppError): void;
}

/** Whether a dependency is unavailable. Says nothing of the recipient, who keeps waiting. */
export function isAway(run: Pick<Hindered, 'onAway'>, thrown: unknown): boolean {
  const error = asAppError(thrown);
  if (error.kind !== 'unavailable') return false;
  run.onAway(error);
  return true;
}

/** Whether to send to the person now; `undefined` while a deciding list is gone. */
export function verdictOf(run: Hindered, personId: PersonId): Verdict | undefined {
  try {
    return verdictFor(run.context, run.kind, run.campaign.subjectKey, personId);
  } catch (thrown) {
    if (isAway(run, thrown)) return undefined;
    throw thrown;
  }
}
