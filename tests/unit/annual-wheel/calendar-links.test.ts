import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarFeedOf,
  calendarPath,
  feedOwner,
  makeCalendarFeed,
  stopCalendarFeed,
} from '../../../api/annual-wheel/calendar/feeds.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import { asAppError } from '../../../api/kernel/index.ts';
import { aTown, the } from '../organisation/builders.ts';

const people = ['anne', 'bo'] as const;
const act = fc.record({ who: fc.constantFrom(...people), makes: fc.boolean() });

describe('calendar links that are issued and revoked, in any order', () => {
  it('open the calendar of their owner until a newer one, or until they are stopped; the trail has what was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
        const { context, setNow } = await aTown('2026-11-24T09:00:00.000Z');
        const made: { who: string; secret: string }[] = [];
        const latest = new Map<string, string>();
        const expected: string[] = [];
        for (const [place, { who, makes }] of acts.entries()) {
          setNow(`2026-11-24T09:1${place}:00.000Z`);
          const actor = the(context, who);
          if (makes) {
            const { url } = await makeCalendarFeed(context, actor);
            const secret = (url.split(calendarPath)[1] ?? '').replace('.ics', '');
            made.push({ who, secret });
            latest.set(who, secret);
            expected.push(`makeCalendarFeed ${who}`);
          } else {
            await stopCalendarFeed(context, actor);
            if (latest.delete(who)) expected.push(`stopCalendarFeed ${who}`);
          }
        }
        const opened = (secret: string): string => {
          try {
            return feedOwner(context, secret);
          } catch (thrown) {
            return asAppError(thrown).kind;
          }
        };
        for (const { who, secret } of made) expect(opened(secret)).toBe(latest.get(who) === secret ? who : 'missing');
        for (const who of people) expect(calendarFeedOf(context, the(context, who)).active).toBe(latest.has(who));
        const told = context.list(AuditEntries).all();
        expect(told.map(({ title, actorId }) => `${title} ${actorId}`)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
