import type { Context } from '../../api/context.ts';
import { downtimePath, minutesBetween, minutesInWords, type Downtime } from '../../api/contingency/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  cardMessage,
  deepLink,
  lineMessage,
  thanksNotice,
  openUrl,
  plain,
  sayings,
  shorten,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import type { Reader } from '../cards/reader.ts';

/** Summary of the record: duration, whether in time, and cause. */
export function closedCard(
  context: Context,
  { key, title, startedAt, endedAt = startedAt, kept, cause }: Downtime,
  { t, language }: Reader,
  thanks?: Thanks,
): ChatMessage {
  const name = t('downtime.card.closed.title', { system: shorten(title, 120) });
  const text = t('downtime.card.closed.text', {
    length: minutesInWords(t, minutesBetween(startedAt, endedAt)),
    from: formatMoment(startedAt, language),
    to: formatMoment(endedAt, language),
  });
  return cardMessage({
    kind: 'downtime.closed',
    language,
    title: plain(name),
    summary: `${name}. ${text}`,
    notice: thanksNotice(thanks),
    body: sayings(
      text,
      kept === undefined ? undefined : t(`downtime.card.closed.${kept ? 'kept' : 'broken'}`),
      cause === ''
        ? undefined
        : t('downtime.card.closed.cause', { cause: plain(shorten(cause.replace(/\s+/g, ' '), 300)) }),
    ),
    actions: [openUrl(t('downtime.card.closed.open'), deepLink(context, downtimePath(key)))],
  });
}

/** One line for people with own steps who do not edit the record. */
export function closedLine({ title, startedAt, endedAt = startedAt }: Downtime, { t, language }: Reader): ChatMessage {
  const length = minutesInWords(t, minutesBetween(startedAt, endedAt));
  return lineMessage(
    'downtime.own.replaced',
    language,
    plain(t('downtime.own.closedLine', { system: shorten(title, 120), length })),
  );
}

export function cancelledCard(
  context: Context,
  { key, title, cancelledReason = '' }: Downtime,
  { t, language }: Reader,
  { mayRead, thanks }: { mayRead: boolean; thanks: Thanks | undefined },
): ChatMessage {
  if (!mayRead)
    return lineMessage(
      'downtime.own.replaced',
      language,
      plain(t('downtime.card.cancelled.title', { system: shorten(title, 120) })),
    );
  const reason = shorten(cancelledReason.replace(/\s+/g, ' '), 300);
  return cardMessage({
    kind: 'downtime.cancelled',
    language,
    title: plain(t('downtime.card.cancelled.title', { system: shorten(title, 120) })),
    notice: thanksNotice(thanks),
    body: sayings(t('downtime.card.cancelled.text'), reason === '' ? undefined : plain(reason)),
    actions: [openUrl(t('downtime.card.open'), deepLink(context, downtimePath(key)))],
  });
}

const sayingCard = (
  context: Context,
  { t, language }: Reader,
  what: 'gone' | 'notYours',
  thanks?: Thanks,
): ChatMessage =>
  cardMessage({
    kind: 'downtime.saying',
    language,
    title: t(`downtime.card.${what}.title`),
    notice: thanksNotice(thanks),
    body: sayings(t(`downtime.card.${what}.text`)),
    actions: [openUrl(t('downtime.card.all'), deepLink(context, '/contingency/downtime'))],
  });

export const goneCard = (context: Context, reader: Reader, thanks?: Thanks): ChatMessage =>
  sayingCard(context, reader, 'gone', thanks);
export const notYoursCard = (context: Context, reader: Reader, thanks?: Thanks): ChatMessage =>
  sayingCard(context, reader, 'notYours', thanks);
