import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { digest, missing, nowOf, type Actor, type Instant, type PersonId } from '../../kernel/index.ts';
import { hasLeft } from '../../organisation/index.ts';
import type { calendarContract } from './calendar-contract.ts';
import { CalendarFeeds } from './feed-list.ts';

type Answer<Name extends keyof typeof calendarContract> = (typeof calendarContract)[Name] extends { answer: infer S }
  ? z.output<S & z.ZodType>
  : never;

const secretBytes = 32;
/** Path of the calendar feed; the secret precedes `.ics`. */
export const calendarPath = '/calendar/';

/** Whether the actor has a link, and since when. */
export function calendarFeedOf(context: Context, actor: Actor): Answer<'GET /api/calendar-feed'> {
  const feed = context.list(CalendarFeeds).get(actor.personId);
  return feed && feed.stoppedAt === undefined ? { active: true, madeAt: feed.madeAt } : { active: false };
}

/**
 * Creates a new secret link and revokes the old one. The secret is returned once and stored as a digest. 3 to 5
 * resource units. Throws AppError `unavailable`.
 */
export async function makeCalendarFeed(context: Context, actor: Actor): Promise<Answer<'POST /api/calendar-feed'>> {
  const secret = randomBytes(secretBytes).toString('base64url');
  const madeAt = nowOf(context.clock);
  const fields = { title: actor.name, secretDigest: digest(secret), madeAt };
  const feeds = context.list(CalendarFeeds);
  const { existed } = await feeds.create({ key: actor.personId, ...fields });
  if (existed) await feeds.update(actor.personId, () => ({ ...fields, stoppedAt: undefined }));
  await record(context, actor, 'makeCalendarFeed', madeAt);
  return { url: `${context.organisation.publicUrl}${calendarPath}${secret}.ics`, madeAt };
}

/** Revokes the link. Idempotent: a repeat appends what a crash left out of the trail. */
export async function stopCalendarFeed(context: Context, actor: Actor): Promise<undefined> {
  const feeds = context.list(CalendarFeeds);
  if (!feeds.get(actor.personId)) return undefined;
  const now = nowOf(context.clock);
  const stopped = await feeds.update(actor.personId, (feed) =>
    feed.stoppedAt === undefined ? { stoppedAt: now } : undefined,
  );
  await record(context, actor, 'stopCalendarFeed', stopped.stoppedAt ?? now);
  return undefined;
}

const record = (context: Context, { personId }: Actor, act: string, at: Instant) =>
  recordAct(context, { act, subjectKey: personId, actorId: personId, at, occasion: at });

const ownersBySecret = derivation([CalendarFeeds], (context) => {
  const active = context
    .list(CalendarFeeds)
    .all()
    .filter(({ stoppedAt }) => stoppedAt === undefined);
  return new Map(active.map((feed) => [feed.secretDigest, feed.key as PersonId]));
});

/** The owner of a secret. Throws AppError `missing` for an unknown or revoked link, or a departed owner. */
export function feedOwner(context: Context, secret: string): PersonId {
  const personId = ownersBySecret(context).get(digest(secret));
  if (personId === undefined || hasLeft(context, personId)) throw missing('wheel.noSuchCalendar');
  return personId;
}
