import { closePolicyPlan } from '../annual-wheel/index.ts';
import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { conflict, forbidden, missing, nowOf, stableKey, type Actor, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { mayDraftPolicy } from './permissions.ts';
import { requireNotWaiting } from './policy-requests.ts';
import { PolicyVersions, type ChangeKind, type PolicyVersion } from './policy-version-list.ts';
import { recordDiscarding } from './record-policy-acts.ts';
import { policyTurn, policyVersions, requireAfterComing, versionOrThrow } from './versions.ts';

export interface PolicyDraft {
  title: string;
  number: string;
  body: string;
  summary: string;
  changeKind: ChangeKind;
  effectiveOn: LocalDate;
}

const requireDrafter = (actor: Actor) => {
  if (!mayDraftPolicy(actor)) throw forbidden('policy.mayNotDraft');
};

/** Numbers are unique, so that a receipt's "version 4.0" means one text. */
function requireFreeNumber(context: Context, number: string, ownKey?: string): void {
  const taken = policyVersions(context).some((version) => version.number === number && version.key !== ownKey);
  if (taken) throw conflict('policy.numberTaken', { field: 'number', number });
}

/** The key derives from the number, so that concurrent drafts, in two processes too, are one item. */
function keyOfNumber(context: Context, number: string): string {
  const discarded = context
    .list(PolicyVersions)
    .all()
    .filter((version) => version.number === number && version.state === 'discarded');
  return stableKey(`policy-${number}${discarded.length === 0 ? '' : `-${discarded.length + 1}`}`);
}

const isSameDraft = (known: PolicyVersion, draft: PolicyDraft, by: Actor): boolean =>
  known.state === 'draft' &&
  known.draftedBy === by.personId &&
  known.title === draft.title &&
  known.number === draft.number &&
  known.body === draft.body &&
  known.summary === draft.summary &&
  known.changeKind === draft.changeKind &&
  known.effectiveOn === draft.effectiveOn;

/**
 * Creates a draft; a repeat by the same writer returns it. 2 resource units. Throws AppError: forbidden, conflict
 * `policy.numberTaken`, also for the second of two concurrent ones, `policy.beforeComing`.
 */
export async function draftPolicy(context: Context, actor: Actor, draft: PolicyDraft): Promise<Stored<PolicyVersion>> {
  requireDrafter(actor);
  return oneAtATime(context, policyTurn, async () => {
    const known = policyVersions(context).find((version) => isSameDraft(version, draft, actor));
    if (known) return known;
    requireFreeNumber(context, draft.number);
    requireAfterComing(context, draft);
    const { record, existed } = await context.list(PolicyVersions).create({
      key: keyOfNumber(context, draft.number),
      ...draft,
      state: 'draft',
      draftedBy: actor.personId,
      draftedAt: nowOf(context.clock),
    });
    if (existed && !isSameDraft(record, draft, actor))
      throw conflict('policy.numberTaken', { field: 'number', number: draft.number });
    return record;
  });
}

/**
 * Changes a draft. 2 resource units. Throws AppError: forbidden, missing, conflict `policy.notDraft` once published,
 * `policy.isWaiting` while in approval, `policy.numberTaken` `policy.beforeComing`.
 */
export async function editDraft(
  context: Context,
  actor: Actor,
  versionKey: string,
  draft: PolicyDraft,
): Promise<Stored<PolicyVersion>> {
  requireDrafter(actor);
  versionOrThrow(context, versionKey);
  return oneAtATime(context, policyTurn, async () => {
    requireFreeNumber(context, draft.number, versionKey);
    return context.list(PolicyVersions).update(versionKey, (current) => {
      if (current.state !== 'draft') throw conflict('policy.notDraft');
      requireNotWaiting(context, current);
      requireAfterComing(context, draft);
      return says(current, draft) ? undefined : { ...draft };
    });
  });
}

/**
 * Discards a draft. It stays in the list, marked and hidden, so that a concurrent discard cannot remove a published
 * version. Its plan closes with it. A repeat is a success. 4 resource units, and those of `closePolicyPlan`. Throws
 * AppError: forbidden, missing, conflict `policy.notDraft` `policy.isWaiting`.
 */
export async function discardDraft(context: Context, actor: Actor, versionKey: string): Promise<void> {
  requireDrafter(actor);
  if (!context.list(PolicyVersions).get(versionKey)) throw missing('policy.noSuchVersion');
  const discarded = await oneAtATime(context, policyTurn, () =>
    context.list(PolicyVersions).update(versionKey, (current) => {
      if (current.state === 'discarded') return undefined;
      if (current.state !== 'draft') throw conflict('policy.notDraft');
      requireNotWaiting(context, current);
      return { state: 'discarded', discardedBy: actor.personId, discardedAt: nowOf(context.clock) };
    }),
  );
  await recordDiscarding(context, discarded);
  await closePolicyPlan(context, {
    policyVersionKey: versionKey,
    by: actor.personId,
    reason: context.texts(actor.language)('wheelPlan.discarded', { number: discarded.number }),
  });
}
