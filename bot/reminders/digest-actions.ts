import type { Context } from '../../api/context.ts';
import type { Obligation } from '../../api/kernel/index.ts';
import type { Digest } from '../../api/reminders/index.ts';
import { openCourse } from '../awareness/index.ts';
import {
  buttonLimit,
  deepLink,
  execute,
  openUrl,
  shorten,
  type CardAction,
  type CardElement,
  type Wording,
} from '../cards/index.ts';
import { actTable } from './act-table.ts';

export interface DigestActions {
  actions: CardAction[];
  /** What is seen and filled in for the act on an obligation, by its key; it stands below its row. */
  parts: ReadonlyMap<string, CardElement[]>;
}

/** Where all tasks stand, and where those of the centres that one follows up. */
const tasksPath = '/tasks';
export const centrePath = '/centre';

/**
 * At most three buttons: the first of what is owed, done by one press where that is possible and else opened, and the
 * way to all of it. Fields belong to the first act that has any, so that nobody fills in the wrong one.
 */
export function actionsOf(context: Context, digest: Digest, wording: Wording): DigestActions {
  const { t, alone } = wording;
  const { lines, escalations, day } = digest;
  const parts = new Map<string, CardElement[]>();
  let hasFields = false;
  const ways: CardAction[] = [
    ...(escalations.length === 0 ? [] : [openCentre(context, digest, wording)]),
    ...(lines.length === 0 && escalations.length > 0
      ? []
      : [openUrl(t('reminderCards.all'), deepLink(context, tasksPath))]),
  ];
  const acts: CardAction[] = [];
  const room = () => buttonLimit - ways.length - acts.length;
  for (const { obligation } of lines) {
    if (room() <= 0) break;
    const act = actTable[obligation.kind]?.(context, obligation, wording);
    const needsFields = act?.fields !== undefined;
    if (act && !(needsFields && hasFields)) {
      if (alone && obligation.kind === 'takeCourse' && room() > 1) acts.push(openCourse(context, obligation, wording));
      hasFields ||= needsFields;
      parts.set(obligation.key, [...(act.shown ?? []), ...(act.fields ?? [])]);
      acts.push(execute(act.title, act.verb, { day, ...act.data }));
    } else acts.push(openOne(context, obligation, wording));
  }
  return { actions: [...acts, ...ways], parts };
}

function openOne(context: Context, obligation: Obligation, wording: Wording): CardAction {
  if (wording.alone && obligation.kind === 'takeCourse') return openCourse(context, obligation, wording);
  const title = shorten(obligation.subject.title, 45);
  return openUrl(wording.t('reminderCards.openTask', { title }), deepLink(context, obligation.path));
}

function openCentre(context: Context, { escalations }: Digest, { t }: Wording): CardAction {
  const isOwn = escalations.every(({ level }) => level !== 'committee');
  return openUrl(
    t(isOwn ? 'reminderCards.others.open' : 'reminderCards.others.openAll'),
    deepLink(context, centrePath),
  );
}
