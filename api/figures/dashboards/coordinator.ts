import { NetworkMeetings } from '../../annual-wheel/index.ts';
import type { Context } from '../../context.ts';
import { addDays, forbidden, todayOf, type Actor } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { allProcedures } from '../../procedures/index.ts';
import type { CoordinatorView } from '../contract.ts';
import { figuresFreshness, figuresOf, ownerAsked, visibleOwners } from '../figures-view.ts';
import type { Owner } from '../figure.ts';
import { boardsOf } from '../permissions.ts';
import { ownWork, partsOf } from './own-work.ts';

/** An ISK's areas in the centre (R16). */
const parts = {
  checks: ['controlsLate', 'assessmentsLate', 'treatmentsLate', 'vitalTested', 'findingsOpen', 'improvementsLate'],
  procedures: ['procedureCoverage', 'procedureReviewsLate', 'procedureReceipts'],
  network: ['networkAttendance'],
  people: ['unreachable', 'policyCoverage', 'courseCoverage', 'tasksLate'],
} as const;
const [reviewWithin, mostReviews, mostMeetings] = [60, 20, 3];

/** An ISK's overview of a centre. Throws AppError `forbidden`. */
export async function coordinatorViewOf(
  context: Context,
  actor: Actor,
  { owner: asked }: { owner?: string | undefined },
): Promise<CoordinatorView> {
  const centres = visibleOwners(context, actor).flatMap((one) => (one === 'whole' ? [] : [one]));
  const owner = asked === undefined || asked === 'whole' ? ownOrFirst(context, actor, centres) : asked;
  const allowed = ownerAsked(context, actor, owner);
  const centre = allowed === 'whole' ? undefined : centreRef(context, allowed);
  if (!centre) throw forbidden('figures.mayNotSee');
  const figures = await figuresOf(context, actor, allowed);
  return {
    day: todayOf(context.clock),
    owner: centre.id,
    centre,
    centres: centres.flatMap((one) => centreRef(context, one) ?? []),
    work: ownWork(context, actor),
    reviews: reviewsOf(context, allowed),
    meetings: meetingsAhead(context),
    parts: partsOf(figures, parts),
    abilities: boardsOf(actor),
    freshness: figuresFreshness(context),
  };
}

/** The actor's own centre, else the first visible. */
function ownOrFirst(context: Context, actor: Actor, centres: readonly Owner[]): string | undefined {
  const own = ownerAsked(context, actor, undefined);
  return own === 'whole' ? centres[0] : own;
}

function reviewsOf(context: Context, owner: Owner): CoordinatorView['reviews'] {
  const until = addDays(todayOf(context.clock), reviewWithin);
  return [...allProcedures(context).values()]
    .flatMap(({ procedure, current }) =>
      procedure.centreId === owner && current?.reviewOn !== undefined && current.reviewOn <= until
        ? [
            {
              key: procedure.key,
              title: current.version.title,
              reviewOn: current.reviewOn,
              path: `/procedures/${encodeURIComponent(procedure.key)}`,
            },
          ]
        : [],
    )
    .sort((one, other) => one.reviewOn.localeCompare(other.reviewOn))
    .slice(0, mostReviews);
}

function meetingsAhead(context: Context): CoordinatorView['meetings'] {
  const today = todayOf(context.clock);
  return context
    .list(NetworkMeetings)
    .all()
    .filter(({ on, cancelledAt }) => on >= today && cancelledAt === undefined)
    .sort((one, other) => one.on.localeCompare(other.on))
    .slice(0, mostMeetings)
    .map(({ key, on, title }) => ({ on, title, path: `/wheel/meetings/${encodeURIComponent(key)}` }));
}
