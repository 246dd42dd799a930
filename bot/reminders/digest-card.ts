import type { Context } from '../../api/context.ts';
import { todayOf, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { digestOf, latestDigestDay, leftOfDigest, type Digest } from '../../api/reminders/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import { courseBody, courseTitle } from '../awareness/index.ts';
import {
  aside,
  buttons,
  cardLimit,
  cardMessage,
  coordinatorLine,
  deepLink,
  execute,
  lineMessage,
  thanksNotice,
  openUrl,
  plain,
  sayings,
  type CardAction,
  type CardElement,
  type CardKind,
  type Thanks,
  type Wording,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { dueText, lineRow, oweText, whyRows } from './line-row.ts';
import { othersSection, othersTitle } from './others-section.ts';
import { rowActs } from './row-acts.ts';
import { readerOf } from '../cards/reader.ts';

/** Own rows shown at a time, each with its button. */
const most = 4;
/** Pages of all tasks, and of followed-up centres' tasks. */
const tasksPath = '/tasks';
const centrePath = '/centre?show=overdue';

/** The part of a card shown, and the result of a press on it. */
export interface Shown {
  thanks?: Thanks | undefined;
  /** Own rows skipped. */
  from?: number;
}

/**
 * A day's card for a person as of now, for sending, pressing and updating. On the day it has the digest; later, and
 * once all steps are done, what is left of it. After a newer digest it is one line, except for the presser.
 */
export function digestCardFor(context: Context, day: LocalDate, personId: PersonId, shown: Shown = {}): ChatMessage {
  const newer = latestDigestDay(context, personId, day);
  if (newer !== undefined && !shown.thanks && shown.from === undefined) return replacedCard(context, personId, newer);
  const known = day === todayOf(context.clock) ? digestOf(context, personId, day) : undefined;
  return digestCard(context, known ?? leftOfDigest(context, personId, day), shown);
}

function replacedCard(context: Context, personId: PersonId, newer: LocalDate): ChatMessage {
  const { language, t } = readerOf(context, personId);
  return lineMessage('digest.replaced', language, t('reminderCards.replaced', { date: formatDay(newer, language) }));
}

/** A digest as a card; an empty one becomes the receipt. */
function digestCard(context: Context, digest: Digest, { thanks, from = 0 }: Shown = {}): ChatMessage {
  const { lines, escalations, personId } = digest;
  const { language, t } = readerOf(context, personId);
  const wording: Wording = { language, t, alone: lines.length === 1 };
  if (lines.length === 0 && escalations.length === 0)
    return cardMessage({
      kind: 'digest.done',
      language,
      ...receipt(digest, wording, thanks),
      actions: [allTasks(context, wording)],
    });
  const start = from < lines.length ? from : 0;
  for (let count = most; ; count -= 1) {
    const page: Page = { start, lines: lines.slice(start, start + count) };
    const { kind, title, summary, body } =
      lines.length === 0 ? ofOthers(context, digest, wording) : ofOwn(context, digest, wording, page);
    const message = cardMessage({
      kind,
      language,
      title: plain(title),
      summary: thanks?.text ?? summary,
      notice: thanksNotice(thanks),
      body: [...body, coordinatorLine(context, personId, language)],
      actions: waysOn(context, digest, wording),
    });
    if (count === 1 || Buffer.byteLength(JSON.stringify(message.card)) <= cardLimit) return message;
  }
}

/** The own rows shown. */
interface Page {
  start: number;
  lines: Digest['lines'];
}

interface Content {
  kind: CardKind;
  /** Not escaped. */
  title: string;
  /** Text for a watch: not escaped. */
  summary: string;
  body: CardElement[];
}

/** Own work first, each with its button below; others' work after. */
function ofOwn(context: Context, digest: Digest, wording: Wording, page: Page): Content {
  const { lines, escalations, open } = digest;
  const { t } = wording;
  const acts = rowActs(context, digest.day, page.lines, wording);
  const others = escalations.length === 0 ? [] : othersSection(context, digest, wording, true);
  const rest = open > lines.length ? [aside(t('reminderCards.rest', { count: open - lines.length }))] : [];
  const [first] = lines;
  if (first && wording.alone && first.obligation.kind === 'takeCourse') {
    const { obligation } = first;
    const title = courseTitle(context, obligation, wording);
    const due = dueText(context, obligation, wording);
    const own = [
      ...courseBody(context, obligation, due, wording),
      ...whyRows(context, first, t),
      ...(acts.get(obligation.key) ?? []),
    ];
    return {
      kind: 'digest.course',
      title,
      summary: t('reminderCards.course.summary', { title, due }),
      body: [...own, ...rest, ...others],
    };
  }
  const title = t('reminderCards.title', { count: open });
  const rows = page.lines.flatMap((line) => [
    ...lineRow(context, line, wording),
    ...(acts.get(line.obligation.key) ?? []),
  ]);
  const { start } = page;
  const values = { from: start + 1, to: start + page.lines.length, count: lines.length };
  const place =
    page.lines.length < lines.length
      ? [aside(t('reminderCards.page', values)), ...buttons([nextPage(digest, wording, page)])]
      : [];
  const summary = summaryOf(context, digest, title, wording);
  return { kind: 'digest.own', title, summary, body: [...rows, ...place, ...rest, ...others] };
}

/** The answer first: how many, and the most urgent. */
function summaryOf(context: Context, { lines }: Digest, title: string, wording: Wording): string {
  const [first] = lines;
  if (!first) return title;
  const what = oweText(first.obligation, wording);
  return wording.t('reminderCards.summary', {
    title,
    first: `${what}, ${dueText(context, first.obligation, wording)}`,
  });
}

function ofOthers(context: Context, digest: Digest, wording: Wording): Content {
  const title = othersTitle(context, digest.escalations, wording);
  return { kind: 'digest.others', title, summary: title, body: othersSection(context, digest, wording, false) };
}

export const nextVerb = 'digest.next';

/** The next own rows; after the last the first again. */
function nextPage({ lines, day }: Digest, { t }: Wording, page: Page): CardAction {
  const end = page.start + page.lines.length;
  const isLast = end >= lines.length;
  const title = isLast
    ? t('reminderCards.first')
    : t('reminderCards.next', { count: Math.min(most, lines.length - end) });
  return execute(title, nextVerb, { day, from: String(isLast ? 0 : end) });
}

/** Links to followed-up centres, and to all own work. */
const waysOn = (context: Context, digest: Digest, wording: Wording): CardAction[] => [
  ...(digest.escalations.length === 0 ? [] : [openCentre(context, digest, wording)]),
  ...(digest.lines.length === 0 ? [] : [allTasks(context, wording)]),
];

const allTasks = (context: Context, { t }: Wording): CardAction =>
  openUrl(t('reminderCards.all'), deepLink(context, tasksPath));

function openCentre(context: Context, { escalations }: Digest, { t }: Wording): CardAction {
  const own = escalations.filter(({ level }) => level !== 'committee');
  const [one] = own;
  const isOne = escalations.length === 1 && one?.centreId !== undefined;
  return openUrl(
    t(own.length === escalations.length ? 'reminderCards.others.open' : 'reminderCards.others.openAll'),
    deepLink(context, isOne ? `${centrePath}&centre=${one.centreId}` : centrePath),
  );
}

function receipt({ open }: Digest, { t }: Wording, thanks: Thanks | undefined) {
  const left = open === 0 ? t('reminderCards.thanks.nothingLeft') : t('reminderCards.thanks.leftOver', { count: open });
  const lasting = {
    title: t(open === 0 ? 'reminderCards.thanks.doneTitle' : 'reminderCards.thanks.cardDoneTitle'),
    body: sayings(left),
  };
  // The notice says what was done.
  return {
    title: lasting.title,
    summary: thanks?.text ?? lasting.title,
    body: [...thanksNotice(thanks), ...lasting.body],
    lasting,
  };
}
