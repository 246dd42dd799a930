import type { Context } from '../../api/context.ts';
import { metOf, minutesInWords, soundHours, testPath, type ContingencyTest } from '../../api/contingency/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardMessage, deepLink, thanksNotice, openUrl, plain, sayings, shorten, type Thanks } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { nameOf, type Reader } from '../cards/reader.ts';

const minutesAnHour = 60;

export const titleOf = ({ title }: Pick<ContingencyTest, 'title'>): string => shorten(title, 150);
/** The reason in one line, if any. */
export function reasonIn({ t }: Reader, { cancelledReason = '' }: ContingencyTest): string | undefined {
  const reason = shorten(cancelledReason.replace(/\s+/g, ' ').trim(), 300);
  return reason === '' ? undefined : t('contingencyTests.card.cancelled.reason', { reason: plain(reason) });
}

export function cancelledTestCard(context: Context, test: ContingencyTest, reader: Reader): ChatMessage {
  const { language, t } = reader;
  const title = titleOf(test);
  return cardMessage({
    kind: 'test.cancelled',
    language,
    title: t('contingencyTests.card.inject.cancelledTitle'),
    summary: t('contingencyTests.card.cancelled.summary', { title }),
    body: sayings(
      t('contingencyTests.card.cancelled.text', { title: plain(title), at: formatMoment(test.plannedAt, language) }),
      reasonIn(reader, test),
    ),
    actions: [openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key)))],
  });
}

/** It runs: injects arrive as separate cards, and all write in the log. */
export function begunTestCard(context: Context, test: ContingencyTest, { language, t }: Reader): ChatMessage {
  const title = titleOf(test);
  const at = formatMoment(test.startedAt ?? test.plannedAt, language);
  return cardMessage({
    kind: 'test.begun',
    language,
    title: plain(t('contingencyTests.card.begun.title', { title })),
    body: sayings(t('contingencyTests.card.begun.at', { at }), t('contingencyTests.card.begun.running')),
    actions: [openUrl(t('contingencyTests.card.begun.log'), deepLink(context, testPath(test.key)))],
  });
}

/** It is over: the result, once known. */
export function heldTestCard(context: Context, test: ContingencyTest, reader: Reader): ChatMessage {
  const { language, t } = reader;
  const title = titleOf(test);
  const isClosed = test.state === 'closed';
  const at = formatMoment(test.endedAt ?? test.changedAt, language);
  return cardMessage({
    kind: 'test.held',
    language,
    title: plain(t('contingencyTests.card.held.title', { title })),
    body: sayings(
      t('contingencyTests.card.held.at', { at }),
      ...(isClosed ? resultOf(test, t) : [waitsFor(context, test, reader)]),
    ),
    actions: [
      openUrl(t(`contingencyTests.card.${isClosed ? 'held.see' : 'open'}`), deepLink(context, testPath(test.key))),
    ],
  });
}

function waitsFor(context: Context, { leaderId }: ContingencyTest, { personId, t }: Reader): string {
  return leaderId === personId
    ? t('contingencyTests.card.held.yours')
    : t('contingencyTests.card.held.waits', { name: plain(nameOf(context, leaderId)) });
}

function resultOf(test: ContingencyTest, t: Reader['t']): string[] {
  const met = test.criteria.filter((criterion) => metOf(criterion, test) === true).length;
  const recovery = soundHours(test.recovery);
  return [
    test.passed === true
      ? t('contingencyTests.card.held.passed')
      : t('contingencyTests.card.held.failed', { met, count: test.criteria.length }),
    ...(recovery === undefined
      ? []
      : [t('contingencyTests.measured.took', { hours: minutesInWords(t, Math.round(recovery * minutesAnHour)) })]),
  ];
}

/** For a former participant. */
export function notOnTestCard(context: Context, test: ContingencyTest, { language, t }: Reader): ChatMessage {
  return cardMessage({
    kind: 'test.removed',
    language,
    title: t('contingencyTests.card.removed.title'),
    body: sayings(t('contingencyTests.card.removed.text', { title: plain(titleOf(test)) })),
    actions: [openUrl(t('contingencyTests.card.all'), deepLink(context, '/contingency/tests'))],
  });
}

/** For people without access to a test. */
export const notYourTestCard = (context: Context, reader: Reader, thanks?: Thanks): ChatMessage =>
  sayingCard(context, reader, 'notYours', thanks);
export const goneTestCard = (context: Context, reader: Reader, thanks?: Thanks): ChatMessage =>
  sayingCard(context, reader, 'gone', thanks);

const sayingCard = (
  context: Context,
  { language, t }: Reader,
  what: 'notYours' | 'gone',
  thanks: Thanks | undefined,
): ChatMessage =>
  cardMessage({
    kind: 'test.saying',
    language,
    title: t(`contingencyTests.card.${what}.title`),
    notice: thanksNotice(thanks),
    body: sayings(t(`contingencyTests.card.${what}.text`)),
    actions: [openUrl(t('contingencyTests.card.all'), deepLink(context, '/contingency/tests'))],
  });
