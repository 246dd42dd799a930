import type { Context } from '../../api/context.ts';
import {
  ContingencyTests,
  logOf,
  subjectOfInject,
  testPath,
  type ContingencyTest,
} from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { formatTime } from '../../teams-app/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  execute,
  field,
  linesOf,
  notice,
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
import { nameOf, readerOf, type Reader } from './card-reader.ts';

/** Lines of an inject, and decisions of others, that a card holds; the rest stands in the tab. */
const [mostLines, mostDecisions] = [8, 3];

/**
 * What has happened now in a test, and a field for what those who take part do about it. Once the test is over it says
 * so, and takes nothing more. Never throws for what is gone.
 */
export function injectCardFor(context: Context, subjectKey: string, personId: PersonId, thanks?: Thanks): ChatMessage {
  const reader = readerOf(context, personId);
  const about = subjectOfInject(subjectKey);
  const test = about && context.list(ContingencyTests).get(about.testKey);
  const inject = test?.injects.find(({ key }) => key === about?.injectKey);
  const { t, language } = reader;
  if (!test || !inject)
    return cardMessage({
      language,
      title: t('contingencyTests.card.gone.title'),
      body: sayings(t('contingencyTests.card.gone.text')),
      actions: [openUrl(t('contingencyTests.card.all'), deepLink(context, '/contingency/tests'))],
    });
  const running = test.state === 'running';
  const see = openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key)));
  const write = execute(t('contingencyTests.card.inject.write'), logDecisionVerb, { subjectKey });
  const first = shorten(inject.text.replace(/\s+/g, ' '), 150);
  return cardMessage({
    language,
    title: t('contingencyTests.card.inject.title', { minute: inject.minute }),
    summary: thanks?.text ?? t('contingencyTests.card.inject.summary', { text: first }),
    notice: thanks ? [notice(thanks.tone, paragraph(plain(thanks.text)))] : [],
    body: [
      // Nobody may take it for the real thing.
      aside(t('contingencyTests.card.inject.exercise', { title: plain(shorten(test.title, 120)) })),
      ...linesOf(inject.text)
        .slice(0, mostLines)
        .map((line) => paragraph(plain(shorten(line, 600)), { weight: 'Bolder', spacing: 'Small' })),
      ...decisionsOf(context, test, reader),
      running
        ? field(decisionField, t('contingencyTests.card.inject.ask'), longestDecision)
        : paragraph(t('contingencyTests.card.inject.over')),
    ],
    actions: running ? [write, see] : [see],
  });
}

/** The latest that anybody in the test has decided. */
function decisionsOf(context: Context, test: ContingencyTest, { t, language }: Reader): CardElement[] {
  const decisions = logOf(context, test.key).filter(({ kind }) => kind === 'decision');
  if (decisions.length === 0) return [];
  return [
    paragraph(t('contingencyTests.card.inject.decided'), { spacing: 'Medium' }),
    ...decisions.slice(0, mostDecisions).map(({ at, by, text }) => {
      const said = {
        time: formatTime(at, language),
        name: nameOf(context, by),
        text: shorten(text.replace(/\s+/g, ' '), 200),
      };
      return paragraph(plain(t('contingencyTests.card.inject.decision', said)), { spacing: 'Small' });
    }),
  ];
}
