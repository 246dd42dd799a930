import type { Context } from '../../api/context.ts';
import {
  acceptedOf,
  alarmsOf,
  boardOf,
  downtimePath,
  Downtimes,
  mayReadDowntime,
  minutesBetween,
  minutesInWords,
  openAlarm,
  ownPartOf,
  servicesHitBy,
  subjectOfAlarm,
  hoursAfter,
  type Downtime,
  type LimitMark,
} from '../../api/contingency/index.ts';
import { nowOf, type PersonId } from '../../api/kernel/index.ts';
import { actorOf, centreRef, findPerson } from '../../api/organisation/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import { cardMessage, deepLink, facts, lineMessage, openUrl, paragraph, plain, shorten } from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';
import { ownPlan } from './own-steps.ts';
import { phoneLink } from '../cards/phone-link.ts';

/**
 * A limit alarm's card as of now; one line once closed, corrected, or superseded by a later alarm. Never throws for
 * removed things.
 */
export function limitAlarmCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const open = openAlarm(context, subjectKey);
  return open
    ? alarmCard(context, reader, open.downtime, open.mark)
    : lineMessage('downtime.alarm.replaced', reader.language, plain(lineOf(context, reader, subjectKey)));
}

function lineOf(context: Context, { t }: Reader, subjectKey: string): string {
  const named = subjectOfAlarm(subjectKey);
  const downtime = named && context.list(Downtimes).get(named.downtimeKey);
  if (!downtime) return t('downtime.limitCard.gone');
  const { key, state, startedAt, endedAt = startedAt } = downtime;
  const system = shorten(downtime.title, 120);
  switch (state) {
    case 'closed':
      return t('downtime.limitCard.closedLine', {
        system,
        length: minutesInWords(t, minutesBetween(startedAt, endedAt)),
      });
    case 'cancelled':
      return t('downtime.limitCard.cancelledLine', { system });
    case 'running':
      return alarmsOf(context, key).at(-1)?.subjectKey === subjectKey
        ? t('downtime.limitCard.corrected', { system })
        : t('downtime.limitCard.replaced', { system });
  }
}

function alarmCard(context: Context, reader: Reader, downtime: Downtime, mark: LimitMark): ChatMessage {
  const { t, language, personId } = reader;
  const system = shorten(downtime.title, 100);
  const title = t(`downtime.limitCard.${mark}.title`, { system });
  const { label, until } = untilWords(context, reader, downtime);
  const actor = actorOf(context, personId);
  const mayRead = actor !== undefined && mayReadDowntime(context, actor, downtime);
  const own = ownPartOf(context, downtime, personId);
  const text = t(
    mark === 'full' ? `downtime.limitCard.full.${boardWords(context, personId)}` : `downtime.limitCard.${mark}.text`,
  );
  return cardMessage({
    kind: `downtime.alarm.${mark}`,
    language,
    title: plain(title),
    summary: t('downtime.limitCard.summary', { title, label, until }),
    body: [
      ...facts([
        [t('downtime.limitCard.since'), formatMoment(downtime.startedAt, language)],
        [label, plain(until)],
        ...hitFact(context, reader, downtime),
        [t('downtime.limitCard.keeper'), keeperOf(context, reader, downtime)],
      ]),
      paragraph(text),
      ...(own && own.steps.length > 0 ? [paragraph(t('downtime.limitCard.own'))] : []),
    ],
    actions: [
      ...(mayRead ? [openUrl(t('downtime.notice.open'), deepLink(context, downtimePath(downtime.key)))] : []),
      ...(own ? ownPlan(context, reader, own) : []),
      ...(mayRead || own ? [] : [openUrl(t('downtime.limitCard.all'), deepLink(context, '/contingency/mine'))]),
    ],
  });
}

/** None where no service is hit. */
function hitFact(context: Context, { t }: Reader, { assetKey, centreIds }: Downtime): (readonly [string, string])[] {
  const count = servicesHitBy(context, assetKey).length;
  if (count === 0) return [];
  const services = t('downtime.services', { count });
  const centres = t('downtime.centres', { count: centreIds.length });
  return [[t('downtime.limitCard.hit'), t('downtime.card.hitWhole', { services, centres })]];
}

/** Direktionen gets the reason; the others that it was told, if it has members. */
function boardWords(context: Context, personId: PersonId): 'board' | 'text' | 'textAlone' {
  const board = boardOf(context);
  if (board.includes(personId)) return 'board';
  return board.length > 0 ? 'text' : 'textAlone';
}

/** End of the accepted downtime, with the deciding service and centre. */
function untilWords(
  context: Context,
  { t, language }: Reader,
  downtime: Downtime,
): Readonly<Record<'label' | 'until', string>> {
  const accepted = acceptedOf(context, downtime);
  const moment = hoursAfter(downtime.startedAt, accepted?.hours ?? 0);
  const { title, centreId } = accepted?.service ?? { title: t('downtime.card.system') };
  const centre = centreRef(context, centreId)?.title;
  const isPast = moment <= nowOf(context.clock);
  return {
    label: t(`downtime.limitCard.${isPast ? 'untilOver' : 'until'}`),
    until: t(`downtime.limitCard.${isPast ? 'untilPast' : 'untilBy'}`, {
      moment: formatMoment(moment, language),
      title: shorten(centre ? `${title}, ${centre}` : title, 140),
    }),
  };
}

function keeperOf(context: Context, { t }: Reader, { reportedBy }: Downtime): string {
  const [name, phone = ''] = [plain(nameOf(context, reportedBy)), findPerson(context, reportedBy)?.phone];
  return phone === '' ? name : t('downtime.limitCard.keeperPhone', { name, phone: phoneLink(phone) });
}
