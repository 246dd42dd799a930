import type { Context, Translate } from '../../api/context.ts';
import { incidentKinds, incidentPath, openIncidents, type IncidentKind } from '../../api/incidents/index.ts';
import { digest, nowOf, type Actor, type Language } from '../../api/kernel/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  buttons,
  cardMessage,
  deepLink,
  execute,
  field,
  notice,
  openUrl,
  paragraph,
  plain,
  sayings,
  type CardAction,
  type CardElement,
} from '../cards/index.ts';
import type { ChatMessage } from '../sending/chat-port.ts';
import { firstAid, firstAidBox, toBeTold } from './accident-parts.ts';

/** "Giv besked til ISK": `{ kind, askKey }`, and the field's text. */
export const reportVerb = 'incident.report';
/** A kind of the menu: `{ kind }`. */
export const askVerb = 'incident.ask';
export const whatField = 'text';
/** Characters in the field. */
export const longestWhat = 500;

/** Kinds in the menu; outages have their own card. */
const menuKinds = incidentKinds.filter((kind) => kind !== 'systemDown');

/**
 * The answer to a person with an accident: the first step, the number to call, and a button that informs the ISK. From
 * memory, so that it works while SharePoint is unavailable.
 */
export function accidentCard(context: Context, actor: Actor, kind: IncidentKind, language: Language): ChatMessage {
  const t = context.texts(language);
  const aid = firstAid(context, actor, kind, language);
  const title = t(`incidents.kind.${kind}.title`);
  return cardMessage({
    kind: 'incident.firstAid',
    language,
    title,
    summary: t('incidents.card.summary', { title, first: aid.step }),
    notice: toldBefore(context, actor, kind, language),
    body: [...firstAidBox(aid), ...tellPart(context, actor, t)],
    actions: [tellButton(context, actor, kind, t), openOwn(context, actor, t)],
  });
}

/** The first step and the number, to whom the directory does not know: nobody can be told for them. */
export function strangerAccidentCard(context: Context, kind: IncidentKind, language: Language): ChatMessage {
  const t = context.texts(language);
  const aid = firstAid(context, {}, kind, language);
  const title = t(`incidents.kind.${kind}.title`);
  return cardMessage({
    kind: 'incident.stranger',
    language,
    title,
    summary: t('incidents.card.summary', { title, first: aid.step }),
    body: [...firstAidBox(aid), paragraph(t('incidents.card.stranger'))],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}

/** The field, and the button's effect. */
export function tellPart(context: Context, actor: Actor, t: Translate): CardElement[] {
  const { as, count, names } = toBeTold(context, actor, t);
  const key = {
    coordinator: 'incidents.card.tellsIsk',
    deputy: 'incidents.card.tellsDeputy',
    team: 'incidents.card.tellsTeam',
    manager: 'incidents.card.tellsTeam',
  } as const;
  const text = as === undefined ? t('incidents.card.tellsNobody') : t(key[as], { count, names: plain(names) });
  return [field(whatField, t('incidents.card.field'), longestWhat), aside(text)];
}

/** Identifies an answer: person, kind, and moment. */
const askKeyOf = (context: Context, { personId }: Actor, kind: IncidentKind): string =>
  digest(JSON.stringify([personId, kind, nowOf(context.clock)])).slice(0, 32);

/** Each answer has its own key: it reports once. */
export function tellButton(context: Context, actor: Actor, kind: IncidentKind, t: Translate): CardAction {
  const { as } = toBeTold(context, actor, t);
  const title = as === 'coordinator' ? t('incidents.card.tell') : t('incidents.card.tellTeam');
  return execute(title, reportVerb, { kind, askKey: askKeyOf(context, actor, kind) });
}

const openOwn = (context: Context, actor: Actor, t: Translate): CardAction => {
  const [latest] = openIncidents(context, actor.personId);
  return latest
    ? openUrl(t('incidents.card.tab'), deepLink(context, incidentPath(latest.key)))
    : openUrl(t('cards.openApp'), deepLink(context, '/'));
};

/** Tells a repeated reporter that it is known. */
function toldBefore(context: Context, actor: Actor, kind: IncidentKind, language: Language): CardElement[] {
  const t = context.texts(language);
  const known = openIncidents(context, actor.personId).find((one) => one.kind === kind);
  if (!known) return [];
  const values = { moment: formatMoment(known.reportedAt, language), kind: t(`incidents.kind.${kind}.name`) };
  return [notice('emphasis', paragraph(t('incidents.card.alreadyOpen', values)))];
}

/** "Der er sket noget": kinds to choose from, two a row. */
export function accidentMenu(context: Context, language: Language): ChatMessage {
  const t = context.texts(language);
  return cardMessage({
    kind: 'incident.menu',
    language,
    title: t('incidents.card.menuTitle'),
    summary: t('incidents.card.menuSummary'),
    body: [
      ...sayings(t('incidents.card.menuText')),
      ...menuKinds.flatMap((kind) => buttons([execute(t(`incidents.kind.${kind}.name`), askVerb, { kind })])),
    ],
    actions: [openUrl(t('cards.openApp'), deepLink(context, '/'))],
  });
}
