import type { Context } from '../context.ts';
import { closedAs, conversationOf, notInTeams } from '../deliveries/index.ts';
import { addDays, daysBetween, todayOf, type LocalDate, type Obligation, type PersonId } from '../kernel/index.ts';
import { everybodyByName, fold, foldedMatch, freshnessOf, People, personRef } from '../organisation/index.ts';
import { holidayName, isWorkingDay, workingDayFrom } from '../working-days.ts';
import type { DigestPreview } from './contract.ts';
import type { Digest } from './digest.ts';
import { digestsOf } from './digests.ts';
import { wishesOf } from './wishes.ts';

export interface PreviewQuery {
  day?: LocalDate | undefined;
  q?: string | undefined;
  offset: number;
  limit: number;
}

/**
 * What would be sent on a day, to whom and why, as far as is known now; without a day the next working day after today.
 * Of a day to come, digests before it count as sent. Only the page that is asked for is written out. No Graph call.
 */
export function previewOf(context: Context, query: PreviewQuery) {
  const day = query.day ?? workingDayFrom(addDays(todayOf(context.clock), 1));
  const found = digestsSeen(context, day, query.q);
  const holiday = holidayName(day);
  return {
    day,
    working: isWorkingDay(day),
    ...(holiday === undefined ? {} : { holiday }),
    nextWorkingDay: workingDayFrom(addDays(day, 1)),
    total: found.length,
    unreachable: found.filter(({ personId }) => unreachable(context, personId) !== undefined).length,
    digests: found.slice(query.offset, query.offset + query.limit).map((digest) => digestPreview(context, digest)),
    freshness: freshnessOf(context, People),
  };
}

/** In the order of a phone book. */
function digestsSeen(context: Context, day: LocalDate, q = ''): Digest[] {
  const byPerson = new Map(digestsOf(context, day).map((digest) => [digest.personId, digest]));
  const search = fold(q);
  return everybodyByName(context).flatMap(({ person, folded }) => {
    const digest = byPerson.get(person.key as PersonId);
    return digest && foldedMatch(folded, search) ? [digest] : [];
  });
}

function digestPreview(context: Context, { day, personId, lines, escalations }: Digest): DigestPreview {
  const reason = unreachable(context, personId);
  return {
    person: personRef(context, personId),
    hour: wishesOf(context, personId).hour,
    lines: [
      ...lines.map(({ obligation, step }) => ({ ...lineOf(obligation, day), ...(step ? { step } : {}) })),
      ...escalations.flatMap(({ obligations }) =>
        obligations.map((obligation) => ({
          ...lineOf(obligation, day),
          step: 'escalation' as const,
          person: personRef(context, obligation.personId),
        })),
      ),
    ],
    ...(reason === undefined ? {} : { unreachable: reason }),
  };
}

const lineOf = ({ kind, subject, due }: Obligation, day: LocalDate) => ({
  kind,
  title: subject.title,
  due,
  daysLeft: daysBetween(day, due),
});

/** No licence, or a chat that is known to be closed; what is not known is opened when it is sent to. */
const unreachable = (context: Context, personId: PersonId): string | undefined =>
  notInTeams(context, personId) ?? closedAs(conversationOf(context, personId));
