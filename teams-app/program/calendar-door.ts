import type { RequestHandler } from 'express';
import { feedOwner, writeCalendar } from '../../api/annual-wheel/index.ts';
import type { Context } from '../../api/context.ts';
import { AppError } from '../../api/kernel/index.ts';

/** `GET /calendar/<secret>.ics`: calendars cannot sign in, so the secret alone opens the door. It is never logged. */
export const calendarDoor =
  (context: Context): RequestHandler =>
  (request, response) => {
    const file = request.params['file'];
    const secret = typeof file === 'string' ? /^([\w-]{20,100})\.ics$/.exec(file)?.[1] : undefined;
    const feed = secret === undefined ? undefined : feedOf(context, secret);
    response.set({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    if (feed === undefined) response.status(404).type('text/plain').send('Not found');
    else response.type('text/calendar; charset=utf-8').send(feed);
  };

function feedOf(context: Context, secret: string): string | undefined {
  try {
    return writeCalendar(context, feedOwner(context, secret));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.kind === 'missing') return undefined;
    throw thrown;
  }
}
