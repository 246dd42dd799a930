import type { Context } from '../../api/context.ts';
import {
  cprMark,
  incidentOfSubject,
  incidentPath,
  incidentsPath,
  tellingOf,
  type Incident,
} from '../../api/incidents/index.ts';
import { phoneCalled } from '../../api/contingency/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf, findPerson, personRef } from '../../api/organisation/index.ts';
import { isWorkingTime, workingTimeFrom } from '../../api/working-days.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  chatLink,
  deepLink,
  firstName,
  notice,
  openUrl,
  paragraph,
  phoneLink,
  plain,
  sayings,
  shorten,
  type CardAction,
  type CardElement,
} from '../cards/index.ts';
import { nameOf, readerOf, type Reader } from '../cards/reader.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { firstAid, namesIn } from './accident-parts.ts';

/** The reporter's receipt, as of now: who was informed when, who takes it. Never throws for removed things. */
export function incidentReceiptCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const incident = incidentOfSubject(context, subjectKey);
  return incident?.reportedBy === personId ? receiptCard(context, incident, reader) : goneCard(context, reader);
}

export function receiptCard(context: Context, incident: Incident, reader: Reader): ChatMessage {
  const { t, language, personId } = reader;
  const name = firstName(personRef(context, personId).name);
  const actor = actorOf(context, personId);
  const isOver = incident.state !== 'open';
  const aid = actor && !isOver ? firstAid(context, actor, incident.kind, language) : undefined;
  return cardMessage({
    kind: 'incident.receipt',
    language,
    title: plain(t('incidents.receipt.title', { name })),
    summary: t('incidents.receipt.summary', { name }),
    body: [
      notice('good', ...status(context, incident, reader)),
      ...(aid
        ? [
            paragraph(plain(aid.step), { weight: 'Bolder' }),
            paragraph(t('incidents.receipt.call'), { spacing: 'Small' }),
            ...aid.rows,
          ]
        : []),
      ...written(incident, reader),
    ],
    actions: [openUrl(t('incidents.card.tab'), deepLink(context, incidentPath(incident.key)))],
  });
}

function status(context: Context, incident: Incident, { t, language }: Reader) {
  const { takenBy, takenAt, closedBy, closedAt } = incident;
  const moment = (at: string) => formatMoment(at, language);
  if (closedBy !== undefined && closedAt !== undefined)
    return sayings(t('incidents.receipt.closed', { name: plain(nameOf(context, closedBy)), moment: moment(closedAt) }));
  if (takenBy !== undefined && takenAt !== undefined)
    return sayings(t('incidents.receipt.taken', { name: plain(nameOf(context, takenBy)), moment: moment(takenAt) }));
  const { reached, missed, underWay } = tellingOf(context, incident);
  const names = (people: readonly PersonId[]) => plain(namesIn(context, people, t));
  const [first] = reached.map(({ at }) => at).sort();
  if (reached.length + missed.length + underWay.length === 0) return sayings(t('incidents.receipt.nobody'));
  const people = reached.map(({ personId }) => personId);
  return sayings(
    first === undefined
      ? undefined
      : t('incidents.receipt.told', { count: people.length, names: names(people), moment: moment(first) }),
    underWay.length === 0 || first !== undefined
      ? undefined
      : t('incidents.receipt.coming', { names: names(underWay) }),
    missed.length === 0 ? undefined : t('incidents.receipt.missed', { names: names(missed) }),
    nightText(context, incident, moment, t),
  );
}

function nightText(
  context: Context,
  { reportedAt }: Incident,
  moment: (at: string) => string,
  t: Reader['t'],
): string | undefined {
  const at = new Date(reportedAt);
  if (isWorkingTime(at) || isWorkingTime(context.clock.now())) return undefined;
  return t('incidents.receipt.night', { moment: moment(workingTimeFrom(at)) });
}

function written({ text }: Incident, { t }: Reader): CardElement[] {
  if (text === '') return [];
  return [
    aside(t('incidents.receipt.wrote', { text: plain(shorten(text, 300)) })),
    ...(text.includes(cprMark) ? [paragraph(t('incidents.receipt.masked'), { color: 'Warning' })] : []),
  ];
}

/** A new message, with a notification: the report is taken. Never throws for removed things. */
export function incidentTakenCardFor(context: Context, subjectKey: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const { t, language } = reader;
  const incident = incidentOfSubject(context, subjectKey);
  if (incident?.reportedBy !== personId || incident.takenBy === undefined) return goneCard(context, reader);
  const name = nameOf(context, incident.takenBy);
  const values = {
    name: plain(name),
    moment: formatMoment(incident.reportedAt, language),
    kind: t(`incidents.kind.${incident.kind}.name`),
  };
  const upn = findPerson(context, incident.takenBy)?.upn;
  const write: CardAction[] =
    upn === undefined ? [] : [openUrl(t('incidents.taken.write', { name: firstName(name) }), chatLink(upn))];
  const title = t('incidents.taken.title', { name });
  const number = phoneCalled(context, incident.takenBy);
  const phone =
    number === undefined ? [] : sayings(t('incidents.card.call', { name: plain(name), phone: phoneLink(number) }));
  return cardMessage({
    kind: 'incident.taken',
    language,
    title: plain(title),
    summary: title,
    body: [...sayings(t(`incidents.taken.${incident.state === 'closed' ? 'closedText' : 'text'}`, values)), ...phone],
    actions: [...write, openUrl(t('incidents.card.tab'), deepLink(context, incidentPath(incident.key)))],
  });
}

function goneCard(context: Context, { language, t }: Reader): ChatMessage {
  return cardMessage({
    kind: 'incident.gone',
    language,
    title: t('incidents.taken.gone'),
    body: sayings(t('incidents.taken.goneText')),
    actions: [openUrl(t('incidents.card.tab'), deepLink(context, incidentsPath))],
  });
}
