import type { Context } from '../../context.ts';
import { nowOf, type Instant, type PersonId } from '../../kernel/index.ts';
import { actorOf, centreRef } from '../../organisation/index.ts';
import type { CentreProcedure, DowntimeContact } from '../contract.ts';
import { mayWriteWhole } from '../permissions.ts';
import { planForCentre, restorePlanOf } from '../plans/plans.ts';
import type { PlanNow } from '../plans/plan-lists.ts';
import type { Downtime } from '../exercises/test-lists.ts';
import { shortest, hoursAfter, type Accepted } from './downtime.ts';
import { hitBy } from './hit.ts';
import { ownPartOf } from './own-part.ts';
import { centreFor } from './told.ts';
import { contactsOf, firstStepsOf, planRefOf, procedureOf, suppliersOf } from './what-to-do.ts';

/** A downtime as told to one person: of the affected centre they are responsible for, or in full. */
export interface DowntimeForPerson {
  centre?: { id: string; title: string };
  /** Services in the told centre, or in all centres (`centres`) for those who lead all. Absent where none is hit. */
  hit?: { services: number; centres?: number };
  /** The least time left, and its service; without one it is the system’s own. */
  limit?: { until: Instant; isPast: boolean; title?: string };
  /** The centre's procedure, else the restore plan. */
  plan?: NonNullable<CentreProcedure['plan']>;
  steps: CentreProcedure['steps'];
  contacts: DowntimeContact[];
  suppliers: { name: string; phone: string }[];
}

/** From memory. */
export function downtimeForPerson(context: Context, downtime: Downtime, personId: PersonId): DowntimeForPerson {
  const { assetKey, startedAt, centreIds } = downtime;
  const now = nowOf(context.clock);
  const centreId = centreFor(context, centreIds, personId);
  const centre = centreRef(context, centreId);
  const { services, limit, system } = hitBy(context, assetKey, startedAt, now);
  const own = services.filter(
    ({ service }) => centre === undefined || service.centreId === undefined || service.centreId === centre.id,
  );
  const [first] = own;
  const ofService = first?.accepted && { ...first.accepted, title: first.service.title };
  const least = shortest<Accepted & { title?: string }>([ofService, system]) ?? limit;
  const restore = restorePlanOf(context, assetKey);
  const local = centreId === undefined ? undefined : planForCentre(context, assetKey, centreId);
  // People named in another centre's plan call the contacts of that plan.
  const named = ownPartOf(context, downtime, personId)?.plans ?? [];
  const plans: PlanNow[] = [...new Set([local, ...named, restore])].filter((now) => now !== undefined);
  const shown = centreId === undefined ? restore : local;
  return {
    ...(centre ? { centre } : {}),
    ...hitFor(context, personId, centre && own.length, { services: services.length, centres: centreIds.length }),
    ...(least ? { limit: limitOf(least, startedAt, now) } : {}),
    ...(shown ? { plan: planRefOf(shown) } : {}),
    steps: centreId === undefined ? firstStepsOf(restore) : procedureOf(context, assetKey, centreId).steps,
    contacts: contactsOf(context, plans),
    suppliers: suppliersOf(context, assetKey, plans).filter(({ phone }) => phone !== ''),
  };
}

/** `inCentre`: services hit in the told centre. */
function hitFor(
  context: Context,
  personId: PersonId,
  inCentre: number | undefined,
  whole: { services: number; centres: number },
): Pick<DowntimeForPerson, 'hit'> {
  const actor = actorOf(context, personId);
  const hit = inCentre === undefined || (actor && mayWriteWhole(actor)) ? whole : { services: inCentre };
  return hit.services === 0 ? {} : { hit };
}

function limitOf({ hours, title }: Accepted & { title?: string }, startedAt: Instant, now: Instant) {
  const until = hoursAfter(startedAt, hours);
  return { until, isPast: until < now, ...(title === undefined ? {} : { title }) };
}
