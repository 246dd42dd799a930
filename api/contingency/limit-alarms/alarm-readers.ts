import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { PersonId } from '../../kernel/index.ts';
import { roleHolders } from '../../organisation/index.ts';
import { namedIn } from '../downtime/own-part.ts';
import { plansOf } from '../downtime/testable.ts';
import { atWork, toldOf } from '../downtime/told.ts';
import type { Downtime } from '../exercises/test-lists.ts';
import type { LimitMark } from './marks.ts';

const holdersOf = (context: Context, isOne: (held: ReturnType<typeof roleHolders>[number]['held']) => boolean) =>
  roleHolders(context)
    .filter(({ held }) => isOne(held))
    .map(({ person }) => person.key as PersonId);

/** The executive board is told when an accepted downtime is exceeded, and not before. */
export const boardOf = (context: Context): PersonId[] =>
  atWork(
    context,
    holdersOf(context, ({ role }) => role === 'executiveBoard'),
  );

/**
 * Recipients of an alarm: the ISKs of the affected centres, who wrote the plans, the system's owner, the reporter, and
 * those named in the plans. When exceeded, all recipients of the downtime, and the executive board. Nobody on leave;
 * distinct, by person id. From memory.
 */
export function alarmReaders(context: Context, downtime: Downtime, mark: LimitMark): PersonId[] {
  const { assetKey, centreIds, reportedBy } = downtime;
  const ownerId = findAsset(context, assetKey)?.ownerId;
  const hit = new Set<string>(centreIds);
  const own = atWork(context, [
    ...holdersOf(
      context,
      ({ role, centreId }) => role === 'coordinator' && centreId !== undefined && hit.has(centreId),
    ),
    ...plansOf(context, downtime).flatMap(({ current }) => (current ? [current.version.madeBy] : [])),
    ...(ownerId === undefined ? [] : [ownerId]),
    ...namedIn(context, downtime),
    reportedBy,
  ]);
  if (mark !== 'full') return own;
  const { leaders, others, named } = toldOf(context, downtime);
  return [...new Set([...own, ...leaders, ...others, ...named, ...boardOf(context)])].sort();
}
