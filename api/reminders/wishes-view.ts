import type { Context } from '../context.ts';
import type { Actor } from '../kernel/index.ts';
import { freshnessOf } from '../organisation/index.ts';
import { isLegallyRequired } from './cadence.ts';
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
    kinds: reminderKinds(context).map((kind) => ({ kind, legallyRequired: isLegallyRequired(kind) })),
    isDefault: !context.list(ReminderWishes).get(personId),
    freshness: freshnessOf(context, ReminderWishes),
  };
}
