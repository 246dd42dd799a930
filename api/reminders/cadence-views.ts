import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import { missing, type Actor } from '../kernel/index.ts';
import { freshnessOf, personRef } from '../organisation/index.ts';
import { isLegallyRequired } from './cadence.ts';
import { ReminderCadences } from './cadence-list.ts';
import { cadenceOf, reminderKinds } from './cadences.ts';
import type { CadenceView } from './contract.ts';
import { mayEditCadences, maySeeReminded } from './permissions.ts';

/** Throws AppError missing `reminders.noSuchKind`. */
export function cadenceView(context: Context, kind: string): CadenceView {
  if (!reminderKinds(context).includes(kind)) throw missing('reminders.noSuchKind');
  return viewOf(context, kind);
}

function viewOf(context: Context, kind: string): CadenceView {
  const { before, onTheDay, overdueEvery, coordinatorAfter, managerAfter, committeeAfter } = cadenceOf(context, kind);
  const changed = context.list(ReminderCadences).get(kind);
  return {
    kind,
    etag: etagOf([before, onTheDay, overdueEvery, coordinatorAfter, managerAfter, committeeAfter]),
    before: [...before],
    onTheDay,
    overdueEvery,
    ...(coordinatorAfter === undefined ? {} : { coordinatorAfter }),
    ...(managerAfter === undefined ? {} : { managerAfter }),
    ...(committeeAfter === undefined ? {} : { committeeAfter }),
    legallyRequired: isLegallyRequired(kind),
    isDefault: !changed,
    ...(changed ? { changedBy: personRef(context, changed.changedBy), changedAt: changed.changedAt } : {}),
  };
}

export const cadenceList = (context: Context, actor: Actor) => ({
  cadences: reminderKinds(context).map((kind) => viewOf(context, kind)),
  abilities: { edit: mayEditCadences(actor), seePeople: maySeeReminded(actor) },
  freshness: freshnessOf(context, ReminderCadences),
});
