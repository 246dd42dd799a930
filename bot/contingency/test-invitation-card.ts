import type { Context } from '../../api/context.ts';
import { findPlan, planPath, testOfInvitation, testPath, type ContingencyTest } from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { formatMoment, formatTime, formatWeekday, dayOf } from '../../teams-app/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  facts,
  linesOf,
  openUrl,
  paragraph,
  plain,
  sayings,
  shorten,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { nameOf, readerOf, type Reader } from './card-reader.ts';

/** Lines of the scenario in the card; the rest stands in the tab. */
const mostLines = 3;

/** What somebody who takes part is told of a test: when, with whom and what to read first, or that it is not to be. */
export function testInvitationCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const found = testOfInvitation(context, subjectKey);
  if (!found) return goneCard(context, reader);
  const { test, isCurrent } = found;
  if (test.state === 'cancelled') return cancelledCard(context, test, reader);
  if (test.state !== 'planned') return begunCard(context, test, reader);
  return invitationCard(context, test, reader, !isCurrent);
}

function invitationCard(context: Context, test: ContingencyTest, reader: Reader, moved: boolean): ChatMessage {
  const { t, language, personId } = reader;
  const title = shorten(test.title, 150);
  const when = { date: formatWeekday(dayOf(test.plannedAt), language), time: formatTime(test.plannedAt, language) };
  const plan = findPlan(context, test.planKey)?.current?.version.title ?? '';
  const leads = test.leaderId === personId;
  return cardMessage({
    language,
    title: plain(t('contingencyTests.card.invitation.title', { title })),
    summary: t('contingencyTests.card.invitation.summary', { title, ...when }),
    body: [
      paragraph(t(`contingencyTests.card.invitation.${leads ? 'lead' : 'ask'}`, when), { weight: 'Bolder' }),
      ...(moved ? [aside(t('contingencyTests.card.invitation.moved'))] : []),
      ...facts([
        [t('contingencyTests.card.invitation.kind'), t(`contingency.testKind.${test.kind}`)],
        [t('contingencyTests.card.invitation.leader'), plain(nameOf(context, test.leaderId))],
        ...(plan === '' ? [] : [[t('contingencyTests.card.invitation.plan'), plain(shorten(plan, 120))] as const]),
      ]),
      paragraph(t('contingencyTests.card.invitation.scenario'), { weight: 'Bolder' }),
      ...scenarioOf(test),
      aside(t('contingencyTests.card.invitation.read')),
    ],
    actions: [
      openUrl(t('contingencyTests.card.openPlan'), deepLink(context, planPath(test.planKey))),
      openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key))),
    ],
  });
}

const scenarioOf = ({ scenario }: ContingencyTest): CardElement[] =>
  linesOf(scenario)
    .slice(0, mostLines)
    .map((line) => paragraph(plain(shorten(line, 400)), { spacing: 'Small' }));

function cancelledCard(context: Context, test: ContingencyTest, { language, t }: Reader): ChatMessage {
  const title = shorten(test.title, 150);
  const text = t('contingencyTests.card.cancelled.text', {
    title: plain(title),
    at: formatMoment(test.plannedAt, language),
  });
  const reason = shorten((test.cancelledReason ?? '').replace(/\s+/g, ' '), 300);
  return cardMessage({
    language,
    title: t('contingencyTests.card.cancelled.title'),
    summary: t('contingencyTests.card.cancelled.summary', { title }),
    body: sayings(
      text,
      reason === '' ? undefined : t('contingencyTests.card.cancelled.reason', { reason: plain(reason) }),
    ),
    actions: [openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key)))],
  });
}

/** It runs or has been held since the invitation was sent. */
function begunCard(context: Context, test: ContingencyTest, { language, t }: Reader): ChatMessage {
  const title = shorten(test.title, 150);
  const state = test.state === 'running' ? 'running' : 'held';
  return cardMessage({
    language,
    title: plain(title),
    body: sayings(t(`contingencyTests.card.begun.${state}`)),
    actions: [openUrl(t('contingencyTests.card.open'), deepLink(context, testPath(test.key)))],
  });
}

function goneCard(context: Context, { language, t }: Reader): ChatMessage {
  return cardMessage({
    language,
    title: t('contingencyTests.card.gone.title'),
    body: sayings(t('contingencyTests.card.gone.text')),
    actions: [openUrl(t('contingencyTests.card.all'), deepLink(context, '/contingency/tests'))],
  });
}
