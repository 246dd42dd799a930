import type { Context } from '../context.ts';
import type { Actor, PersonId } from '../kernel/index.ts';
import { obligationsOf } from '../obligations/index.ts';
import { freshnessOf } from '../organisation/index.ts';
import { isForFew, isLegallyRequired } from './cadence.ts';
import { reminderKinds } from './cadences.ts';
import type { WishesView } from './contract.ts';
import { ReminderWishes } from './wishes-list.ts';
import { wishesOf } from './wishes.ts';

export function wishesView(context: Context, { personId }: Actor): WishesView {
  const { hour, rhythm, weekday, muted } = wishesOf(context, personId);
  return {
    hour,
    rhythm,
    weekday,
    muted: [...muted],
    kinds: kindsFor(context, personId, muted).map((kind) => ({ kind, legallyRequired: isLegallyRequired(kind) })),
    isDefault: !context.list(ReminderWishes).get(personId),
    freshness: freshnessOf(context, ReminderWishes),
  };
}

/** Kinds relevant to the person: not those that only others have. */
function kindsFor(context: Context, personId: PersonId, muted: readonly string[]): string[] {
  const owed = new Set(obligationsOf(context, personId).map(({ kind }) => kind));
  return reminderKinds(context).filter((kind) => !isForFew(kind) || owed.has(kind) || muted.includes(kind));
}
