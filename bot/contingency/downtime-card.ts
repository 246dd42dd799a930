import type { Context } from '../../api/context.ts';
import {
  downtimeForPerson,
  downtimePath,
  Downtimes,
  mayReadDowntime,
  ownPartOf,
  planPath,
  type Downtime,
  type DowntimeForPerson,
  type OwnPart,
} from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf } from '../../api/organisation/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  deepLink,
  execute,
  facts,
  field,
  linesOf,
  thanksNotice,
  openUrl,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Thanks,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { decisionField, longestDecision, logDecisionVerb } from './decision-field.ts';
import { cancelledCard, closedCard, closedLine, goneCard, notYoursCard } from './downtime-over-cards.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';
import { ownActions, ownLines, ownPlan } from './own-steps.ts';
import { phoneLink } from '../cards/phone-link.ts';

/** Lines of description, and phone numbers, on a card; the rest is in the tab. */
const [mostLines, mostNumbers] = [3, 4];
/** Step owners call more people. */
const mostOwnNumbers = 12;

/**
 * A downtime's card as of now: start, impact in the person's area, first steps and contacts; after the end, a summary
 * of the record. Never throws for removed things.
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
  const mayRead = actor !== undefined && mayReadDowntime(context, actor, downtime);
  const own = actor && ownPartOf(context, downtime, personId);
  // Without responsibility in it, numbers and steps are removed from the chat.
  if (!mayRead && !own) return notYoursCard(context, reader, thanks);
  switch (downtime.state) {
    case 'running':
      return runningCard(context, downtime, { reader, mayRead, own, thanks });
    case 'closed':
      return mayRead ? closedCard(context, downtime, reader, thanks) : closedLine(downtime, reader);
    case 'cancelled':
      return cancelledCard(context, downtime, reader, { mayRead, thanks });
  }
}

interface For {
  reader: Reader;
  /** May read the record, stopwatch and log. */
  mayRead: boolean;
  /** The person's part in a plan. */
  own: OwnPart | undefined;
  thanks: Thanks | undefined;
}

function runningCard(context: Context, downtime: Downtime, { reader, mayRead, own, thanks }: For): ChatMessage {
  const { t, language, personId } = reader;
  const told = downtimeForPerson(context, downtime, personId);
  const system = shorten(downtime.title, 120);
  const since = formatMoment(downtime.startedAt, language);
  const hit = hitIn(reader, told);
  const open = mayRead ? [openUrl(t('downtime.card.open'), deepLink(context, downtimePath(downtime.key)))] : [];
  const plan = told.plan ? [openUrl(t('downtime.card.plan'), deepLink(context, planPath(told.plan.key)))] : [];
  const write = mayRead ? [execute(t('downtime.live.logAdd'), logDecisionVerb, { subjectKey: downtime.key })] : [];
  const actions = own ? [...ownActions(reader, own, downtime.key), ...write, ...open] : [...write, ...open, ...plan];
  return cardMessage({
    kind: own ? 'downtime.own' : 'downtime.running',
    language,
    title: plain(t('downtime.card.title', { system })),
    summary: thanks?.text ?? t(`downtime.card.${hit === '' ? 'summaryNoHit' : 'summary'}`, { system, since, hit }),
    notice: thanksNotice(thanks),
    body: [
      ...facts([
        [t('downtime.limitCard.since'), since],
        ...(hit === '' ? [] : [[t('downtime.limitCard.hit'), plain(hit)] as const]),
        ...untilFact(reader, told),
        [t('downtime.workbook.reportedBy'), plain(nameOf(context, downtime.reportedBy))],
      ]),
      ...linesOf(downtime.note)
        .slice(0, mostLines)
        .map((line) => paragraph(plain(shorten(line, 300)), { spacing: 'Small' })),
      ...(own ? ownLines(reader, own) : stepsOf(reader, told)),
      ...numbersOf(reader, told, own ? mostOwnNumbers : mostNumbers),
      ...(mayRead ? [field(decisionField, t('downtime.card.field'), longestDecision)] : []),
    ],
    actions: [...actions, ...(own ? ownPlan(context, reader, own) : [])].slice(0, 3),
  });
}

/** Empty where no service is hit. */
function hitIn({ t }: Reader, { centre, hit }: DowntimeForPerson): string {
  if (!hit) return '';
  const services = t('downtime.services', { count: hit.services });
  if (hit.centres !== undefined)
    return t('downtime.card.hitWhole', { services, centres: t('downtime.centres', { count: hit.centres }) });
  return t('downtime.card.hitIn', { services, centre: shorten(centre?.title ?? '', 80) });
}

function untilFact({ t, language }: Reader, { limit }: DowntimeForPerson): (readonly [string, string])[] {
  if (!limit) return [];
  const title = plain(shorten(limit.title ?? t('downtime.card.system'), 100));
  const values = { moment: formatMoment(limit.until, language), title };
  return limit.isPast
    ? [[t('downtime.limitCard.untilOver'), t('downtime.card.untilWas', values)]]
    : [[t('downtime.limitCard.until'), t('downtime.card.untilBy', values)]];
}

function stepsOf({ t }: Reader, { centre, plan, steps }: DowntimeForPerson): CardElement[] {
  const name = plain(shorten(centre?.title ?? '', 80));
  if (steps.length === 0) return centre ? [paragraph(t('downtime.card.noPlan', { centre: name }))] : [];
  const heading = centre ? t('downtime.card.steps', { centre: name }) : t('downtime.live.restore');
  return [
    paragraph(heading, { weight: 'Bolder' }),
    ...steps.map(({ text, role }, place) => {
      const step = { number: place + 1, text: shorten(text.replace(/\s+/g, ' '), 300), role: shorten(role, 80) };
      return paragraph(plain(t(`downtime.card.${role === '' ? 'step' : 'stepRole'}`, step)), { spacing: 'Small' });
    }),
    ...(plan?.inForce === false ? [aside(t('downtime.card.notInForce'))] : []),
  ];
}

function numbersOf({ t }: Reader, { contacts, suppliers }: DowntimeForPerson, most: number): CardElement[] {
  const people = contacts
    .filter(({ left }) => !left)
    .map(({ role, name, phone }) => ({ who: [role, name].filter((word) => word !== '').join(', '), phone }));
  const numbers = [...people, ...suppliers.map(({ name, phone }) => ({ who: name, phone }))].slice(0, most);
  if (numbers.length === 0) return [];
  return [
    paragraph(t('downtime.live.call'), { weight: 'Bolder' }),
    ...numbers.map(({ who, phone }) =>
      paragraph(t('downtime.card.number', { who: plain(shorten(who, 120)), phone: phoneLink(shorten(phone, 60)) }), {
        spacing: 'Small',
      }),
    ),
  ];
}
