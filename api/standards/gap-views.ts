import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import type { GapRow } from './contract.ts';
import { mayAddSomeControl } from './permissions.ts';
import { meets, requirementRow, standardTitle } from './requirement-views.ts';
import { requirementsNow, type RequirementNow } from './requirements-now.ts';
import { standardsFreshness } from './standard-views.ts';
import { knownStandards } from './standards.ts';
import { isGap, statusRank } from './requirement-status.ts';
import { compareDanish } from '../texts/format.ts';

export interface GapsQuery {
  q?: string | undefined;
  standardKey?: string | undefined;
  status?: GapRow['status'] | undefined;
  sort: 'standard' | 'ref' | 'standing';
  descending: boolean;
}

/** `A.5.2` precedes `A.5.10`. */
const orders: Record<GapsQuery['sort'], (one: RequirementNow, other: RequirementNow) => number> = {
  // In given order.
  standard: () => 0,
  ref: (one, other) => compareDanish(one.requirement.ref, other.requirement.ref),
  standing: (one, other) => statusRank[one.status] - statusRank[other.status],
};

/** What no control covers well, over all standards; the de-selected are no gaps. */
export function gapRows(context: Context, { language }: Actor, query: GapsQuery): GapRow[] {
  const { q, standardKey, status, sort, descending } = query;
  const found = [...requirementsNow(context).values()]
    .filter((now) => isGap(now.status))
    .filter(({ requirement }) => standardKey === undefined || requirement.standardKey === standardKey)
    .filter((now) => status === undefined || now.status === status)
    .filter(({ requirement }) => meets(requirement, q))
    .sort(orders[sort]);
  if (descending) found.reverse();
  return found.map((now) => ({
    ...requirementRow(context, now, language),
    standard: standardTitle(now.standard, language),
  }));
}

export function gapsView(context: Context, actor: Actor, query: GapsQuery) {
  const gaps = gapRows(context, actor, query);
  return {
    gaps,
    total: gaps.length,
    standards: [...knownStandards(context).values()].map((standard) => ({
      key: standard.key,
      title: standardTitle(standard, actor.language),
    })),
    abilities: { addControl: mayAddSomeControl(actor) },
    freshness: standardsFreshness(context),
  };
}
