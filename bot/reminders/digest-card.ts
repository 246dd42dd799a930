import type { Context } from '../../api/context.ts';
import { languageOf, todayOf, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { findPerson } from '../../api/organisation/index.ts';
import { digestOf, leftOfDigest, type Digest } from '../../api/reminders/index.ts';
import { courseBody, courseTitle } from '../awareness/index.ts';
import {
  aside,
  cardMessage,
  coordinatorLine,
  firstName,
  noticeOf,
  plain,
  sayings,
  type CardElement,
  type Thanks,
  type Wording,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { actionsOf, type DigestActions } from './digest-actions.ts';
import { dueText, lineRow, oweText, whyRows } from './line-row.ts';
import { othersSection, othersTitle } from './others-section.ts';

/** Own rows in the card; the rest stand in the tab. */
const most = 6;

/**
 * The card of a day as it is right for a person at this moment, whether it is sent, pressed or brought up to date. On
 * the day it is what is to be told; later, and when all that fell is done, what is left of it.
 */
export function digestCardFor(context: Context, day: LocalDate, personId: PersonId, thanks?: Thanks): ChatMessage {
  const known = day === todayOf(context.clock) ? digestOf(context, personId, day) : undefined;
  return digestCard(context, known ?? leftOfDigest(context, personId, day), thanks);
}

/** A digest as its card; with nothing in it, the receipt that the card turns into. */
export function digestCard(context: Context, digest: Digest, thanks?: Thanks): ChatMessage {
  const { lines, escalations, personId } = digest;
  const language = findPerson(context, personId)?.language ?? languageOf(undefined);
  const wording: Wording = { language, t: context.texts(language), alone: lines.length === 1 };
  const { actions, parts } = actionsOf(context, digest, wording);
  if (lines.length === 0 && escalations.length === 0)
    return cardMessage({ language, ...receipt(context, personId, wording, thanks), actions });
  const { title, summary, body } =
    lines.length === 0 ? ofOthers(context, digest, wording) : ofOwn(context, digest, wording, parts);
  return cardMessage({
    language,
    title: plain(title),
    summary: thanks?.text ?? summary,
    notice: noticeOf(thanks),
    body: [...body, coordinatorLine(context, personId, language)],
    actions,
  });
}

interface Content {
  /** Not escaped. */
  title: string;
  /** What a watch shows: not escaped. */
  summary: string;
  body: CardElement[];
}

function ofOwn(context: Context, digest: Digest, wording: Wording, parts: DigestActions['parts']): Content {
  const { lines, escalations } = digest;
  const { t } = wording;
  const [first] = lines;
  const others = escalations.length === 0 ? [] : othersSection(context, escalations, wording, true);
  if (first && wording.alone && first.obligation.kind === 'takeCourse') {
    const { obligation } = first;
    const title = courseTitle(context, obligation, wording);
    const due = dueText(context, obligation, wording);
    return {
      title,
      summary: t('reminderCards.course.summary', { title, due }),
      body: [...courseBody(context, obligation, due, wording), ...whyRows(context, first, t), ...others],
    };
  }
  const title = t('reminderCards.title', { count: lines.length });
  const rows = lines
    .slice(0, most)
    .flatMap((line) => [...lineRow(context, line, wording), ...(parts.get(line.obligation.key) ?? [])]);
  const more = lines.length > most ? [aside(t('cards.more', { count: lines.length - most }))] : [];
  return { title, summary: summaryOf(context, digest, title, wording), body: [...rows, ...more, ...others] };
}

/** The answer first: how many, and what presses most. */
function summaryOf(context: Context, { lines }: Digest, title: string, wording: Wording): string {
  const [first] = lines;
  if (!first) return title;
  const what = oweText(first.obligation, wording.t);
  return wording.t('reminderCards.summary', {
    title,
    first: `${what}, ${dueText(context, first.obligation, wording)}`,
  });
}

function ofOthers(context: Context, { escalations }: Digest, wording: Wording): Content {
  const title = othersTitle(context, escalations, wording.t);
  return { title, summary: title, body: othersSection(context, escalations, wording, false) };
}

function receipt(context: Context, personId: PersonId, { t }: Wording, thanks: Thanks | undefined) {
  const name = firstName(findPerson(context, personId)?.title ?? '');
  const lasting = {
    title: t('reminderCards.thanks.doneTitle'),
    body: sayings(t('reminderCards.thanks.nothingLeft')),
  };
  const isThanks = thanks?.tone === 'good' && name !== '';
  return {
    title: isThanks ? plain(t('reminderCards.thanks.title', { name })) : lasting.title,
    summary: thanks?.text ?? lasting.title,
    body: [...noticeOf(thanks), ...lasting.body],
    lasting,
  };
}
