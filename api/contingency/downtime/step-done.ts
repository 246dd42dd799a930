import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { forbidden, saidAt, type Actor } from '../../kernel/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import { ContingencyLog, type LogEntry } from '../exercises/test-lists.ts';
import { requireRunning } from './change-downtime.ts';
import { downtimeOrThrow } from './downtimes.ts';
import { ownPartOf, stepDoneKey } from './own-part.ts';

const titleLength = 80;

/**
 * Completes one of the actor's own steps of a plan: logged on the downtime with the time of the press. A repeat is a
 * success. 4 resource units. Throws AppError: missing, forbidden `contingency.notNamed`, conflict
 * `contingency.downtimeClosed` `contingency.downtimeCancelled`, unavailable (R5, R6).
 */
export async function stepDone(
  context: Context,
  actor: Actor,
  { downtimeKey, planKey, stepKey }: { downtimeKey: string; planKey: string; stepKey: string },
): Promise<Stored<LogEntry>> {
  const downtime = downtimeOrThrow(context, downtimeKey);
  const { personId } = actor;
  const key = stepDoneKey(downtimeKey, { planKey, stepKey, personId });
  const known = context.list(ContingencyLog).get(key);
  const step = ownPartOf(context, downtime, personId)?.steps.find(
    (one) => one.planKey === planKey && one.key === stepKey,
  );
  if (!known) {
    requireRunning(context, downtime);
    if (!step) throw forbidden('contingency.notNamed');
  }
  const text = known?.text ?? context.texts('da')('downtime.own.logged', { text: step?.text ?? '' });
  const entry: LogEntry = {
    key,
    title: text.slice(0, titleLength),
    subjectKey: downtimeKey,
    kind: 'event',
    text,
    at: saidAt(context.clock, actor),
    by: personId,
  };
  const record = await createOnce(context.list(ContingencyLog), entry, ['at']);
  await recordAct(context, {
    act: 'writeContingencyLog',
    subjectKey: downtimeKey,
    actorId: record.by,
    at: record.at,
    occasion: record.key,
    details: { entryKey: record.key, kind: record.kind },
  });
  return record;
}
