import type { Context } from '../../context.ts';
import { isOverdue, todayOf, type Actor } from '../../kernel/index.ts';
import { obligationsOf } from '../../obligations/index.ts';
import { ownObligationView } from '../../organisation/index.ts';
import type { FigureView, TeamView } from '../contract.ts';

const mostRows = 10;

/** The actor's obligations by due date. From memory. */
export function ownWork(context: Context, actor: Actor): TeamView['work'] {
  const today = todayOf(context.clock);
  const open = obligationsOf(context, actor.personId, today)
    .filter(({ state }) => state === 'open')
    .sort((one, other) => one.due.localeCompare(other.due));
  return {
    rows: open.slice(0, mostRows).map((one) => ownObligationView(context, actor, one, today)),
    total: open.length,
    overdue: open.filter((one) => isOverdue(one, today)).length,
  };
}

/** The figures of each part, in order. */
export const partsOf = <Key extends string>(
  figures: readonly FigureView[],
  parts: Readonly<Record<Key, readonly string[]>>,
): { key: Key; figures: FigureView[] }[] =>
  (Object.keys(parts) as Key[]).map((part) => ({
    key: part,
    figures: parts[part].flatMap((key) => figures.find((figure) => figure.key === key) ?? []),
  }));
