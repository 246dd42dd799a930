import type { Context } from '../../api/context.ts';
import type { Obligation } from '../../api/kernel/index.ts';
import type { DigestLine } from '../../api/reminders/index.ts';
import { openCourse } from '../awareness/index.ts';
import {
  buttons,
  deepLink,
  execute,
  openUrl,
  shorten,
  type CardAction,
  type CardElement,
  type Wording,
} from '../cards/index.ts';
import { actTable, fieldNames } from './act-table.ts';
import { shippedIn } from '../../api/texts/shipped-words.ts';

/** Distinguish the rows' fields; the first row with fields needs none. */
const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

/**
 * Content below each row of a page: the act's content and fields, and its button. By obligation key. `day` is the
 * digest's, or the request: a press returns that card.
 */
export function rowActs(
  context: Context,
  day: string,
  lines: readonly DigestLine[],
  wording: Wording,
): ReadonlyMap<string, CardElement[]> {
  let hasPlain = false;
  return new Map(
    lines.map(({ obligation }, place) => {
      const act = actTable[obligation.kind]?.(context, obligation, wording);
      if (!act) return [obligation.key, buttons([openOne(context, obligation, wording)])];
      const { fields = [] } = act;
      const row = hasPlain || fields.length === 0 ? letters[place] : undefined;
      hasPlain ||= fields.length > 0;
      const named = row === undefined || wording.alone ? {} : { row };
      const press = execute(act.title, act.verb, { day, ...act.data, ...named });
      return [
        obligation.key,
        [
          ...(act.shown ?? []),
          ...fields.map((one) => renamed(one, named.row)),
          ...buttons([...ways(context, obligation, wording), press]),
        ],
      ];
    }),
  );
}

/** What one press cannot do is opened. */
function openOne(context: Context, obligation: Obligation, wording: Wording): CardAction {
  if (wording.alone && obligation.kind === 'takeCourse') return openCourse(context, obligation, wording);
  const title = shorten(shippedIn(obligation.subject.title, wording.language), 45);
  return openUrl(wording.t('reminderCards.openTask', { title }), deepLink(context, obligation.path));
}

const ways = (context: Context, obligation: Obligation, wording: Wording): CardAction[] =>
  wording.alone && obligation.kind === 'takeCourse' ? [openCourse(context, obligation, wording)] : [];

const renamed = (one: CardElement, row: string | undefined): CardElement =>
  one.type === 'Input.Text' && row !== undefined ? { ...one, id: one.id + row } : one;

/** A press's data, with its row's fields under the act's names. */
export function ofItsRow(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { row, ...rest } = data;
  if (typeof row !== 'string') return rest;
  const isField = (name: string) =>
    fieldNames.some((field) => name === field || letters.some((one) => name === field + one));
  const own = fieldNames.flatMap((field) => {
    const value = rest[field + row];
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries([...Object.entries(rest).filter(([name]) => !isField(name)), ...own]);
}
