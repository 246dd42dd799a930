import type { Context } from '../../api/context.ts';
import {
  ContingencyTests,
  isWrittenOn,
  logOf,
  mayReadInject,
  mayReadTest,
  subjectOfInject,
  testPath,
  type ContingencyTest,
  type LogEntry,
} from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf } from '../../api/organisation/index.ts';
import { formatTime } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  execute,
  field,
  linesOf,
  thanksNotice,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { decisionField, longestDecision, logDecisionVerb } from './decision-field.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';
import { goneTestCard, notYourTestCard, reasonIn } from './test-over-cards.ts';

/** Lines of an inject, and others' decisions, on a card; the rest is in the tab. */
const [mostLines, mostDecisions] = [8, 3];

/**
 * An inject of a test, and a field for the participants' decision. Once the test is over it states so with the
 * decisions, and accepts no more. Never throws for removed things.
 */
export function injectCardFor(context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage {
  const reader = readerOf(context, personId);
  const about = subjectOfInject(subjectKey);
  const test = about && context.list(ContingencyTests).get(about.testKey);
  const inject = test?.injects.find(({ key }) => key === about?.injectKey);
  if (!test || !inject) return goneTestCard(context, reader, thanks);
  const actor = actorOf(context, personId);
  if (!actor || !mayReadTest(context, actor, test) || !mayReadInject(context, actor, test, inject))
    return notYourTestCard(context, reader, thanks);
  const shown = { test, inject, subjectKey, thanks };
  return test.state === 'running' ? askingCard(context, shown, reader) : overCard(context, shown, reader);
}

/** Whether an inject's card no longer accepts answers. */
export function isInjectOver(context: Context, subjectKey: string): boolean {
  const about = subjectOfInject(subjectKey);
  const state = about && context.list(ContingencyTests).get(about.testKey)?.state;
  return state !== undefined && state !== 'running';
}

interface Shown {
  test: ContingencyTest;
  inject: ContingencyTest['injects'][number];
  subjectKey: string;
  thanks: Thanks | undefined;
}

function askingCard(context: Context, { test, inject, subjectKey, thanks }: Shown, reader: Reader): ChatMessage {
  const { t, language } = reader;
  const first = shorten(inject.text.replace(/\s+/g, ' '), 150);
  const decisions = logOf(context, test.key).filter(({ kind }) => kind === 'decision');
  return cardMessage({
    kind: 'inject.happens',
    language,
    title: t('contingencyTests.card.inject.title', { minute: inject.minute }),
    summary: thanks?.text ?? t('contingencyTests.card.inject.summary', { text: first }),
    notice: thanksNotice(thanks),
    body: [
      // Must not be mistaken for a real event.
      aside(t('contingencyTests.card.inject.exercise', { title: plain(shorten(test.title, 120)) })),
      ...linesIn(inject, { weight: 'Bolder', spacing: 'Small' }),
      ...said(context, decisions, reader, 'decided'),
      field(decisionField, t('contingencyTests.card.inject.ask'), longestDecision),
    ],
    actions: [
      execute(t('contingencyTests.log.add'), logDecisionVerb, { subjectKey }),
      openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key))),
    ],
  });
}

function overCard(context: Context, { test, inject, subjectKey, thanks }: Shown, reader: Reader): ChatMessage {
  const { t, language } = reader;
  const isCancelled = test.state === 'cancelled';
  const written = logOf(context, test.key).filter((entry) => isWrittenOn(subjectKey, entry));
  const title = t(`contingencyTests.card.inject.${isCancelled ? 'cancelledTitle' : 'overTitle'}`);
  const over = t(`contingencyTests.card.inject.${isCancelled ? 'cancelled' : 'over'}`);
  return cardMessage({
    kind: 'inject.over',
    language,
    title,
    summary: thanks?.text ?? title,
    notice: thanksNotice(thanks),
    body: [
      ...sayings(over, isCancelled ? reasonIn(reader, test) : undefined),
      aside(t('contingencyTests.card.inject.was', { minute: inject.minute, title: plain(shorten(test.title, 120)) })),
      ...linesIn(inject, { spacing: 'Small' }),
      ...said(context, written, reader, 'written'),
    ],
    actions: [openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key)))],
  });
}

const linesIn = ({ text }: Shown['inject'], look: Parameters<typeof paragraph>[1]): CardElement[] =>
  linesOf(text)
    .slice(0, mostLines)
    .map((line) => paragraph(plain(shorten(line, 600)), look));

/** The latest decisions, and the number of others. */
function said(
  context: Context,
  entries: readonly LogEntry[],
  { t, language }: Reader,
  heading: 'decided' | 'written',
): CardElement[] {
  if (entries.length === 0) return [];
  const rest = entries.length - mostDecisions;
  return [
    paragraph(t(`contingencyTests.card.inject.${heading}`), { spacing: 'Medium' }),
    ...entries.slice(0, mostDecisions).map(({ at, by, text }) => {
      const entry = {
        time: formatTime(at, language),
        name: nameOf(context, by),
        text: shorten(text.replace(/\s+/g, ' '), 200),
      };
      return paragraph(plain(t('contingencyTests.card.inject.decision', entry)), { spacing: 'Small' });
    }),
    ...(rest > 0 ? [aside(t('contingencyTests.card.inject.more', { count: rest }))] : []),
  ];
}
