import type { Context } from '../../api/context.ts';
import {
  findPlan,
  invitationSubject,
  peopleOfTest,
  planPath,
  testOfInvitation,
  testPath,
  type ContingencyTest,
} from '../../api/contingency/index.ts';
import { deliveryOf } from '../../api/deliveries/index.ts';
import type { Instant, Language, PersonId } from '../../api/kernel/index.ts';
import { dayOf, formatTime, formatWeekday } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  facts,
  linesOf,
  notice,
  openUrl,
  paragraph,
  plain,
  shorten,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';
import {
  begunTestCard,
  cancelledTestCard,
  goneTestCard,
  heldTestCard,
  notOnTestCard,
  titleOf,
} from './test-over-cards.ts';

/** Lines of the scenario on the card; the rest is in the tab. */
const mostLines = 3;

/**
 * A participant's card for a test as of now: time, people and preparation; that it has begun, is cancelled or over, and
 * its result. Never throws for removed things.
 */
export function testInvitationCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const test = testOfInvitation(context, subjectKey);
  if (!test) return goneTestCard(context, reader);
  if (!peopleOfTest(test).includes(personId)) return notOnTestCard(context, test, reader);
  switch (test.state) {
    case 'planned':
      return invitationCard(
        context,
        test,
        reader,
        deliveryOf(context, invitationSubject(context, test.key), personId)?.at,
      );
    case 'running':
      return begunTestCard(context, test, reader);
    case 'ended':
    case 'closed':
      return heldTestCard(context, test, reader);
    case 'cancelled':
      return cancelledTestCard(context, test, reader);
  }
}

function invitationCard(
  context: Context,
  test: ContingencyTest,
  reader: Reader,
  sentAt: Instant | undefined,
): ChatMessage {
  const { t, language, personId } = reader;
  const title = titleOf(test);
  const when = whenOf(test.plannedAt, language);
  const plan = findPlan(context, test.planKey)?.current?.version.title ?? '';
  const leads = test.leaderId === personId;
  const moved = movedSince(test, reader, sentAt);
  return cardMessage({
    kind: 'test.invitation',
    language,
    title: plain(t('contingencyTests.card.invitation.title', { title })),
    summary: t(`contingencyTests.card.invitation.${moved.length > 0 ? 'movedSummary' : 'summary'}`, { title, ...when }),
    notice: moved,
    body: [
      paragraph(t(`contingencyTests.card.invitation.${leads ? 'lead' : 'ask'}`, when), { weight: 'Bolder' }),
      ...facts([
        [t('contingencyTests.sheet.kind'), t(`contingency.testKind.${test.kind}`)],
        [t('contingencyTests.sheet.leader'), plain(nameOf(context, test.leaderId))],
        ...(plan === '' ? [] : [[t('contingencyTests.sheet.plan'), plain(shorten(plan, 120))] as const]),
      ]),
      paragraph(t('contingencyTests.form.scenario'), { weight: 'Bolder' }),
      ...scenarioOf(test),
      aside(t('contingencyTests.card.invitation.read')),
    ],
    actions: [
      openUrl(t('contingencyTests.card.openPlan'), deepLink(context, planPath(test.planKey))),
      openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key))),
    ],
  });
}

const whenOf = (moment: Instant, language: Language) => ({
  date: formatWeekday(dayOf(moment), language),
  time: formatTime(moment, language),
});

/** People invited after the move know no other time. */
function movedSince(
  { movedFrom, movedAt }: ContingencyTest,
  { t, language }: Reader,
  sentAt: Instant | undefined,
): CardElement[] {
  if (movedFrom === undefined || movedAt === undefined || sentAt === undefined || sentAt > movedAt) return [];
  return [notice('warning', paragraph(t('contingencyTests.card.invitation.moved', whenOf(movedFrom, language))))];
}

const scenarioOf = ({ scenario }: ContingencyTest): CardElement[] =>
  linesOf(scenario)
    .slice(0, mostLines)
    .map((line) => paragraph(plain(shorten(line, 400)), { spacing: 'Small' }));
