import type { Context } from '../../api/context.ts';
import { phoneCalled } from '../../api/contingency/index.ts';
import {
  findIncident,
  incidentPath,
  incidentsPath,
  maySeeIncident,
  notifyDeadline,
  toldOf,
  type Incident,
} from '../../api/incidents/index.ts';
import type { PersonId } from '../../api/kernel/index.ts';
import { actorOf, centreRef, findPerson } from '../../api/organisation/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  cardMessage,
  chatLink,
  deepLink,
  execute,
  facts,
  firstName,
  linesOf,
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

/** "Jeg tager den": `{ incidentKey }`. */
export const takeVerb = 'incident.take';
/** Lines of the reporter's text on a card; the rest are in the tab. */
const mostLines = 6;

/** The ISK's card: who, when, what, the phone, and a button to take it. Never throws for removed things. */
export function incidentCardFor(context: Context, key: string, personId: PersonId): ChatMessage {
  const reader = readerOf(context, personId);
  const incident = findIncident(context, key);
  const actor = actorOf(context, personId);
  if (!incident || !actor || !maySeeIncident(context, actor, incident)) return notYoursCard(context, reader);
  const { t, language } = reader;
  const name = nameOf(context, incident.reportedBy);
  const kind = t(`incidents.kind.${incident.kind}.name`);
  const moment = formatMoment(incident.reportedAt, language);
  const centre = centreRef(context, incident.centreId)?.title ?? t('incidents.alarm.noCentre');
  const phone = phoneCalled(context, incident.reportedBy);
  const title = t('incidents.alarm.title', { name: shorten(name, 60), kind });
  return cardMessage({
    kind: 'incident.alarm',
    language,
    title: plain(title),
    summary: t('incidents.alarm.summary', { name: shorten(name, 60), centre: shorten(centre, 80), kind, moment }),
    body: [
      ...stateOf(context, incident, reader),
      ...facts([
        [t('incidents.alarm.who'), plain(name)],
        [t('incidents.alarm.centre'), plain(shorten(centre, 80))],
        [t('incidents.alarm.when'), moment],
      ]),
      ...(phone === undefined
        ? []
        : [paragraph(t('incidents.card.call', { name: t('incidents.alarm.phone'), phone: phoneLink(phone) }))]),
      ...whatHappened(incident, reader),
      ...law(incident, reader),
      ...why(context, incident, reader, centre),
    ],
    actions: actionsOf(context, incident, reader),
  });
}

function stateOf(context: Context, incident: Incident, { t, language, personId }: Reader): CardElement[] {
  const { takenBy, takenAt, closedBy, closedAt } = incident;
  if (closedBy !== undefined && closedAt !== undefined) {
    const values = { name: plain(nameOf(context, closedBy)), moment: formatMoment(closedAt, language) };
    return [notice('good', paragraph(t('incidents.alarm.closed', values)))];
  }
  if (takenBy === undefined || takenAt === undefined) return [];
  const values = {
    taker: plain(nameOf(context, takenBy)),
    moment: formatMoment(takenAt, language),
    name: plain(firstName(nameOf(context, incident.reportedBy))),
  };
  const key = takenBy === personId ? 'incidents.alarm.takenByYou' : 'incidents.alarm.takenBy';
  return [notice('good', paragraph(t(key, values)))];
}

function whatHappened({ text }: Incident, { t }: Reader): CardElement[] {
  const lines = linesOf(text).slice(0, mostLines);
  if (lines.length === 0) return [aside(t('incidents.alarm.nothing'))];
  return [
    paragraph(t('incidents.alarm.what'), { weight: 'Bolder' }),
    ...lines.map((line) => paragraph(plain(shorten(line, 500)), { spacing: 'Small' })),
  ];
}

function law(incident: Incident, { t, language }: Reader): CardElement[] {
  const by = notifyDeadline(incident);
  return by === undefined ? [] : [aside(t('incidents.alarm.breach', { moment: formatMoment(by, language) }))];
}

/** Why a person other than the centre's ISK gets it. */
function why(context: Context, incident: Incident, { t, personId }: Reader, centre: string): CardElement[] {
  if (incident.state !== 'open') return [];
  const as = toldOf(context, incident).find(({ people }) => people.includes(personId))?.as;
  if (as === 'deputy') return [aside(t('incidents.alarm.whyDeputy', { centre: plain(shorten(centre, 80)) }))];
  return as === undefined || as === 'coordinator' ? [] : [aside(t('incidents.alarm.whyTeam'))];
}

function actionsOf(context: Context, incident: Incident, { t }: Reader): CardAction[] {
  const reporter = findPerson(context, incident.reportedBy);
  return [
    ...(incident.state === 'open' ? [execute(t('incidents.alarm.take'), takeVerb, { incidentKey: incident.key })] : []),
    ...(reporter
      ? [openUrl(t('incidents.taken.write', { name: firstName(reporter.title) }), chatLink(reporter.upn))]
      : []),
    openUrl(t('incidents.alarm.see'), deepLink(context, incidentPath(incident.key))),
  ];
}

function notYoursCard(context: Context, { language, t }: Reader): ChatMessage {
  return cardMessage({
    kind: 'incident.gone',
    language,
    title: t('incidents.alarm.notYours'),
    body: sayings(t('incidents.alarm.notYoursText')),
    actions: [openUrl(t('incidents.alarm.see'), deepLink(context, incidentsPath))],
  });
}
