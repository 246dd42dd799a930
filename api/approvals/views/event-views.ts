import type { Context } from '../../context.ts';
import { personRef } from '../../organisation/index.ts';
import type { EventView } from '../contract.ts';
import { eventsOf } from '../events.ts';
import type { ApprovalRequest } from '../request-list.ts';

/** The time line of a request, oldest first, with the names of people. */
export const eventViews = (context: Context, request: ApprovalRequest): EventView[] =>
  eventsOf(request).map(({ person, inPlaceOf, occasion: _occasion, ...event }) => ({
    ...event,
    ...(person === undefined ? {} : { person: personRef(context, person) }),
    ...(inPlaceOf === undefined ? {} : { inPlaceOf: personRef(context, inPlaceOf) }),
  }));
