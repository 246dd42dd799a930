import type { Context } from '../../api/context.ts';
import {
  downtimeForPerson,
  downtimePath,
  Downtimes,
  mayReadDowntime,
  planPath,
  type Downtime,
  type DowntimeForPerson,
} from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf } from '../../api/organisation/index.ts';
import { formatMoment } from '../../teams-app/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  execute,
  facts,
  field,
  linesOf,
  noticeOf,
  openUrl,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { decisionField, longestDecision, logDecisionVerb } from './decision-field.ts';
import { cancelledCard, closedCard, goneCard, notYoursCard } from './downtime-over-cards.ts';
import { nameOf, readerOf, type Reader } from './card-reader.ts';

/** Lines of what is known, and numbers to call, that a card holds; the rest stands in the tab. */
const [mostLines, mostNumbers] = [3, 4];

/**
 * What a person is told about a downtime at this moment: since when, what is hit where the person answers for it, what to
 * do first and whom to call; once it is over, the record in short. Never throws for what is gone.
 */
export function downtimeCardFor(
  context: Context,
  downtimeKey: string,
  personId: PersonId,
  thanks?: Thanks,
): ChatMessage {
  const reader = readerOf(context, personId);
  const downtime = context.list(Downtimes).get(downtimeKey);
  if (!downtime) return goneCard(context, reader, thanks);
  const actor = actorOf(context, personId);
  // Whoever no longer answers for anything in it keeps no numbers and steps in the chat.
  if (!actor || !mayReadDowntime(context, actor, downtime)) return notYoursCard(context, reader, thanks);
  switch (downtime.state) {
    case 'running':
      return runningCard(context, downtime, reader, thanks);
    case 'closed':
      return closedCard(context, downtime, reader, thanks);
    case 'cancelled':
      return cancelledCard(context, downtime, reader, thanks);
  }
}

function runningCard(context: Context, downtime: Downtime, reader: Reader, thanks: Thanks | undefined): ChatMessage {
  const { t, language, personId } = reader;
  const told = downtimeForPerson(context, downtime, personId);
  const system = shorten(downtime.title, 120);
  const since = formatMoment(downtime.startedAt, language);
  const hit = hitIn(reader, told);
  const open = openUrl(t('downtime.card.open'), deepLink(context, downtimePath(downtime.key)));
  return cardMessage({
    language,
    title: plain(t('downtime.card.title', { system })),
    summary: thanks?.text ?? t('downtime.card.summary', { system, since, hit }),
    notice: noticeOf(thanks),
    body: [
      ...facts([
        [t('downtime.card.since'), since],
        [t('downtime.card.hit'), plain(hit)],
        ...untilFact(reader, told),
        [t('downtime.card.reportedBy'), plain(nameOf(context, downtime.reportedBy))],
      ]),
      ...linesOf(downtime.note)
        .slice(0, mostLines)
        .map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' })),
      ...stepsOf(reader, told),
      ...numbersOf(reader, told),
      field(decisionField, t('downtime.card.field'), longestDecision),
    ],
    actions: [
      execute(t('downtime.card.write'), logDecisionVerb, { subjectKey: downtime.key }),
      open,
      ...(told.plan ? [openUrl(t('downtime.card.plan'), deepLink(context, planPath(told.plan.key)))] : []),
    ],
  });
}

function hitIn({ t }: Reader, { centre, services, centres }: DowntimeForPerson): string {
  const count = t('downtime.services', { count: services });
  return centre
    ? t('downtime.card.hitIn', { services: count, centre: shorten(centre.title, 80) })
    : t('downtime.card.hitWhole', { services: count, centres: t('downtime.centres', { count: centres }) });
}

function untilFact({ t, language }: Reader, { limit }: DowntimeForPerson): (readonly [string, string])[] {
  if (!limit) return [];
  const key = limit.isPast ? 'downtime.card.untilPast' : 'downtime.card.untilBy';
  const title = plain(shorten(limit.title ?? t('downtime.card.system'), 100));
  return [[t('downtime.card.until'), t(key, { moment: formatMoment(limit.until, language), title })]];
}

function stepsOf({ t }: Reader, { centre, plan, steps }: DowntimeForPerson): CardElement[] {
  const name = plain(shorten(centre?.title ?? '', 80));
  if (steps.length === 0) return centre ? [paragraph(t('downtime.card.noPlan', { centre: name }))] : [];
  const heading = centre ? t('downtime.card.steps', { centre: name }) : t('downtime.card.restoreSteps');
  return [
    paragraph(heading, { weight: 'Bolder' }),
    ...steps.map(({ text, role }, place) => {
      const step = { number: place + 1, text: shorten(text.replace(/\s+/g, ' '), 300), role: shorten(role, 80) };
      return paragraph(plain(t(`downtime.card.${role === '' ? 'step' : 'stepRole'}`, step)), { spacing: 'Small' });
    }),
    ...(plan?.inForce === false ? [aside(t('downtime.card.notInForce'))] : []),
  ];
}

function numbersOf({ t }: Reader, { contacts, suppliers }: DowntimeForPerson): CardElement[] {
  const people = contacts
    .filter(({ left }) => !left)
    .map(({ role, name, phone }) => ({ who: [role, name].filter((word) => word !== '').join(', '), phone }));
  const numbers = [...people, ...suppliers.map(({ name, phone }) => ({ who: name, phone }))].slice(0, mostNumbers);
  if (numbers.length === 0) return [];
  return [
    paragraph(t('downtime.card.call'), { weight: 'Bolder' }),
    ...numbers.map(({ who, phone }) =>
      paragraph(plain(t('downtime.card.number', { who: shorten(who, 120), phone: shorten(phone, 60) })), {
        spacing: 'Small',
      }),
    ),
  ];
}
