import type { z } from 'zod';
import { assetOrThrow, type Asset } from '../assets/index.ts';
import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import {
  conflict,
  countsFrom,
  forbidden,
  localDate,
  nowOf,
  repeatableKey,
  type Actor,
  type Instant,
} from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { recoveryBody } from './contract.ts';
import { mayEditRecovery } from './permissions.ts';
import { AssetRecovery, type Recovery } from './service-lists.ts';

const written = recoveryBody.omit({ expected: true });
type RecoveryWritten = z.input<typeof written> & { expected?: string | null | undefined };
type Fields = Partial<Omit<Recovery, 'key'>>;

/**
 * Replaces an asset's capability and own figures (R4); absent fields are cleared. Without changes nothing is written. 4
 * resource units. Throws AppError: missing, forbidden `services.mayNotEditRecovery`, conflict `services.assetOutOfUse`,
 * and `services.changedMeanwhile` when changed since `expected`, unavailable.
 */
export async function saveRecovery(
  context: Context,
  actor: Actor,
  assetKey: string,
  { expected, ...given }: RecoveryWritten,
): Promise<void> {
  const asset = assetOrThrow(context, assetKey);
  if (!mayEditRecovery(actor, asset)) throw forbidden('services.mayNotEditRecovery');
  requireInUse(asset);
  const { promise, backup, ownMtd, ownRto, ownRpo, redundancy, note } = written.parse(given);
  const fields = { promise, backup, ownMtd, ownRto, ownRpo, redundancy, note };
  await changeRecovery(context, actor, asset, 'changeRecovery', (current, now) => {
    if (current && isSame(current, fields)) return undefined;
    // One that only says what is vital holds nothing that the writer could have seen.
    const isFirst = (expected ?? undefined) === undefined && current !== undefined && isSame(current, unsaid);
    if (current && !isFirst && expected !== current.changedAt)
      throw conflict('services.changedMeanwhile', { name: personRef(context, current.changedBy).name });
    const isCounted = !current || current.ownMtd !== fields.ownMtd;
    const counted = { countsFrom: isCounted ? localDate(now) : countsFrom(current) };
    return { ...fields, ...counted, title: asset.title, changedAt: now, changedBy: actor.personId };
  });
}

export function requireInUse({ state }: Pick<Asset, 'state'>): void {
  if (state === 'retired') throw conflict('services.assetOutOfUse');
}

const isSame = (current: Recovery, fields: Partial<Recovery>): boolean =>
  (Object.keys(fields) as (keyof Recovery)[]).every((name) => current[name] === fields[name]);

/**
 * Changes an asset's recovery data and audits it; `change` gets the present data, and returns nothing for no change. Of
 * two concurrent first writes, the later is checked against the first.
 */
export async function changeRecovery(
  context: Context,
  actor: Actor,
  { key, title }: Pick<Asset, 'key' | 'title'>,
  act: string,
  change: (current: Stored<Recovery> | undefined, now: Instant) => Fields | undefined,
): Promise<void> {
  const now = nowOf(context.clock);
  const list = context.list(AssetRecovery);
  let done = false;
  const known = list.get(key);
  const first = known ? undefined : change(undefined, now);
  const made = first && (await list.create({ ...empty(key, title, actor, now), ...first }));
  if (made && !made.existed) done = true;
  else if (known ?? made)
    await list.update(key, (current) => {
      const fields = change(current, now);
      done = fields !== undefined;
      return fields;
    });
  const occasion = repeatableKey(actor, 'act');
  if (done) await recordAct(context, { act, subjectKey: key, actorId: actor.personId, at: now, occasion });
}

const unsaid = {
  promise: undefined,
  backup: undefined,
  ownMtd: undefined,
  ownRto: undefined,
  ownRpo: undefined,
  redundancy: 'unknown',
  note: '',
} satisfies Partial<Recovery>;

const empty = (key: string, title: string, actor: Actor, now: Instant): Recovery => ({
  key,
  title,
  redundancy: 'unknown',
  note: '',
  changedAt: now,
  changedBy: actor.personId,
});
