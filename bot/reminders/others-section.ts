import type { Context } from '../../api/context.ts';
import { daysBetween, todayOf, type LocalDate, type Obligation } from '../../api/kernel/index.ts';
import type { OverdueGroup } from '../../api/obligations/index.ts';
import { actorOf, centreRef, findPerson } from '../../api/organisation/index.ts';
import {
  othersToldBefore,
  planNudge,
  type Digest,
  type Escalation,
  type OthersNudge,
  type OthersTold,
} from '../../api/reminders/index.ts';
import { formatDay, formatNumber, formatWeekday } from '../../api/texts/format.ts';
import {
  aside,
  buttons,
  execute,
  namesOf,
  paragraph,
  plain,
  shorten,
  type CardElement,
  type Wording,
} from '../cards/index.ts';
import { oweText } from './line-row.ts';
import { shippedIn } from '../../api/texts/shipped-words.ts';

/** Groups of an own centre, and centres in total, on a card; the rest as a number. */
const mostGroups = 5;
const mostCentres = 12;
/** So few are named, in the own centre. */
const mostNamed = 3;

export const nudgeVerb = 'digest.nudge';

const countOf = (escalations: readonly Escalation[]): number =>
  escalations.reduce((sum, { obligations }) => sum + obligations.length, 0);

/** "Center for Børn og Unge har 1.813 opgaver, der er over tiden", or how many centres do. Not escaped. */
export function othersTitle(context: Context, escalations: readonly Escalation[], wording: Wording): string {
  const { t } = wording;
  const count = countOf(escalations);
  const values = { count, number: formatNumber(count, wording.language) };
  const [first] = escalations;
  if (first && escalations.length === 1)
    return t('reminderCards.others.title', { ...values, centre: centreName(context, first, wording) });
  const centres = escalations.filter(({ centreId }) => centreId !== undefined).length;
  const key = centres < escalations.length ? 'reminderCards.others.severalAndWhole' : 'reminderCards.others.several';
  return t(centres === 1 ? 'reminderCards.others.oneAndWhole' : key, { ...values, centres });
}

/** Not escaped. */
function centreName(context: Context, { centreId }: Pick<Escalation, 'centreId'>, { t }: Wording): string {
  const title = centreRef(context, centreId)?.title;
  return title === undefined ? t('reminderCards.others.whole') : shorten(title, 80);
}

/**
 * Others' overdue work, as in the tab: own centres by subject, other centres as a number each, and the increase since
 * the last time. Below it a button that sends reminders, with its effect in words.
 */
export function othersSection(context: Context, digest: Digest, wording: Wording, headed: boolean): CardElement[] {
  const { escalations, personId, day } = digest;
  const { t, language } = wording;
  const before = othersToldBefore(context, personId, day);
  const own = escalations.filter(({ level }) => level !== 'committee');
  const others = escalations.filter(({ level }) => level === 'committee');
  const levels = [...new Set(escalations.map(({ level }) => level))];
  const isOneOnly = escalations.length === 1;
  return [
    ...(headed ? [{ ...bold(plain(othersTitle(context, escalations, wording))), separator: true as const }] : []),
    ...own.flatMap((one) => [
      ...(isOneOnly ? [] : [bold(plain(othersTitle(context, [one], wording)))]),
      ...ownCentre(context, one, personId, before, wording),
    ]),
    ...(own.length > 0 ? nudgePart(context, digest, wording) : []),
    ...(own.length > 0 && others.length > 0 ? [bold(t('reminderCards.others.otherCentres'))] : []),
    ...otherCentres(context, others, before, wording),
    ...levels.map((level) => aside(t(`reminderCards.others.why.${level}`))),
    aside(t('reminderCards.others.asOf', { date: formatDay(todayOf(context.clock), language) })),
  ];
}

const bold = (text: string) => paragraph(text, { weight: 'Bolder' as const });

/** Change since the last time; empty without a last time, or without change. */
function change(now: number, before: number | undefined, key: 'change' | 'short', wording: Wording, day?: LocalDate) {
  const { t, language } = wording;
  if (before === undefined || before === now) return undefined;
  const way = now > before ? 'more' : 'fewer';
  const count = Math.abs(now - before);
  const date = day === undefined ? '' : formatWeekday(day, language);
  return t(`reminderCards.others.${key}.${way}`, { count, number: formatNumber(count, language), date });
}

function ownCentre(
  context: Context,
  one: Escalation,
  reader: string,
  before: OthersTold | undefined,
  wording: Wording,
): CardElement[] {
  const { t, language } = wording;
  const then = before?.centres.find(({ centre }) => centre === one.centreId);
  const grown = change(one.obligations.length, then?.overdue, 'change', wording, before?.day);
  const shown = one.groups.slice(0, mostGroups);
  const hidden = one.groups.slice(mostGroups);
  const left = hidden.reduce((sum, { obligations }) => sum + obligations.length, 0);
  return [
    ...(grown === undefined ? [] : [paragraph(grown)]),
    ...shown.map((group) => {
      const known = then?.groups.find(
        ({ about, subject }) => about.kind === group.kind && subject === group.subject.key,
      );
      const more = change(group.obligations.length, known?.count, 'short', wording);
      const text = [groupText(context, group, reader, wording), ...(more === undefined ? [] : [`(${more})`])].join(' ');
      return paragraph(plain(text), { spacing: 'Small' });
    }),
    ...(left > 0
      ? [aside(t('reminderCards.others.rest', { count: hidden.length, number: formatNumber(left, language) }))]
      : []),
  ];
}

/** "590 mangler Telefoner i hjemmeplejen"; so few are named. Not escaped. */
function groupText(context: Context, { subject, obligations }: OverdueGroup, reader: string, wording: Wording): string {
  const { t, language } = wording;
  const late = longestLate(obligations, todayOf(context.clock));
  const people = new Set(obligations.map(({ personId }) => personId));
  const values = {
    title: shorten(shippedIn(subject.title, language), 100),
    late: t('reminderCards.others.late', { count: late }),
  };
  if (obligations.length > mostNamed)
    return t('reminderCards.others.group', { ...values, number: formatNumber(obligations.length, language) });
  // The reader is last.
  const inOrder = [...people].sort((one, other) => Number(one === reader) - Number(other === reader));
  const named = inOrder.map((one) => ({
    title: one === reader ? t('reminderCards.others.you') : (findPerson(context, one)?.title ?? one),
  }));
  const [first] = obligations;
  const isOwn = inOrder.length === 1 && inOrder[0] === reader;
  const what = first ? oweText(first, wording, isOwn ? 'owe' : 'theirs') : values.title;
  const names = namesOf(named, t);
  const begun = names.charAt(0).toUpperCase() + names.slice(1);
  return t('reminderCards.others.named', { ...values, what, names: begun, count: obligations.length });
}

const longestLate = (obligations: readonly Obligation[], today: LocalDate): number =>
  obligations.reduce((most, { due }) => Math.max(most, daysBetween(due, today)), 0);

/** A number per centre: readers of all centres need no names. */
function otherCentres(
  context: Context,
  others: readonly Escalation[],
  before: OthersTold | undefined,
  wording: Wording,
): CardElement[] {
  const { t, language } = wording;
  const hidden = others.slice(mostCentres);
  return [
    ...others.slice(0, mostCentres).map((one) => {
      const then = before?.centres.find(({ centre }) => centre === one.centreId);
      const more = change(one.obligations.length, then?.overdue, 'short', wording);
      const number = formatNumber(one.obligations.length, language);
      const text = t('reminderCards.others.centre', { centre: centreName(context, one, wording), number });
      return paragraph(plain([text, ...(more === undefined ? [] : [`(${more})`])].join(' ')), { spacing: 'Small' });
    }),
    ...(hidden.length > 0
      ? [
          aside(
            t('reminderCards.others.restCentres', {
              count: hidden.length,
              number: formatNumber(countOf(hidden), language),
            }),
          ),
        ]
      : []),
  ];
}

function whenOf({ people, soon }: OthersNudge): 'soon' | 'later' | 'both' {
  if (soon === people) return 'soon';
  return soon === 0 ? 'later' : 'both';
}

/** The button's effect, stated beforehand; or why there is none. */
function nudgePart(context: Context, { personId, day }: Digest, { t, language }: Wording): CardElement[] {
  const actor = actorOf(context, personId);
  if (!actor) return [];
  const plan = planNudge(context, actor);
  if (plan.people === 0)
    return plan.asked > 0 ? [aside(t('reminderCards.others.nudge.asked', { count: plan.asked }))] : [];
  const later = plan.people - plan.soon;
  const values = { date: formatWeekday(plan.day, language), later: formatNumber(later, language) };
  const what = t(`reminderCards.others.nudge.${whenOf(plan)}`, {
    ...values,
    count: plan.people,
    number: formatNumber(plan.people, language),
    soon: formatNumber(plan.soon, language),
  });
  const not = plan.unreachable > 0 ? t('reminderCards.others.nudge.unreachable', { count: plan.unreachable }) : '';
  return [
    paragraph(not === '' ? what : `${what} ${not}`),
    ...buttons([execute(t('reminderCards.others.nudge.press'), nudgeVerb, { day })]),
  ];
}
