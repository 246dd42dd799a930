import type { Context, Translate } from '../../api/context.ts';
import { daysBetween, todayOf, type Obligation } from '../../api/kernel/index.ts';
import { centreRef, findPerson } from '../../api/organisation/index.ts';
import type { Escalation } from '../../api/reminders/index.ts';
import { formatDay } from '../../teams-app/texts/format.ts';
import { aside, paragraph, plain, shorten, type CardElement, type Wording } from '../cards/index.ts';
import { oweText } from './line-row.ts';

/** Rows in the card for what others owe; the rest stand in the tab. */
const most = 5;

const countOf = (escalations: readonly Escalation[]): number =>
  escalations.reduce((sum, { obligations }) => sum + obligations.length, 0);

/** "Center for Børn og Unge mangler 3 ting, der er over tiden", or how many centres do. Not escaped. */
export function othersTitle(context: Context, escalations: readonly Escalation[], t: Translate): string {
  const count = countOf(escalations);
  const centres = new Set(escalations.map(({ centreId }) => centreId ?? ''));
  const [first] = escalations;
  if (centres.size > 1) return t('reminderCards.others.several', { centres: centres.size, count });
  return t('reminderCards.others.title', { centre: first ? centreName(context, first, t) : '', count });
}

/** Not escaped. */
function centreName(context: Context, { centreId }: Escalation, t: Translate): string {
  const title = centreRef(context, centreId)?.title;
  return title === undefined ? t('reminderCards.others.whole') : shorten(title, 80);
}

/** What others owe and have not done, centre by centre, longest overdue first, and why one is told. */
export function othersSection(
  context: Context,
  escalations: readonly Escalation[],
  wording: Wording,
  headed: boolean,
): CardElement[] {
  const { t } = wording;
  let room = most;
  const parts = escalations.flatMap((escalation): CardElement[] => {
    const shown = escalation.obligations.slice(0, room);
    room -= shown.length;
    if (shown.length === 0) return [];
    const title = plain(othersTitle(context, [escalation], t));
    return [
      ...(headed || escalations.length > 1 ? [paragraph(title, { weight: 'Bolder' as const })] : []),
      ...shown.flatMap((obligation) => rowOf(context, obligation, wording)),
    ];
  });
  const left = countOf(escalations) - (most - room);
  const levels = [...new Set(escalations.map(({ level }) => level))];
  return [
    ...parts,
    ...(left > 0 ? [aside(t('cards.more', { count: left }))] : []),
    ...levels.map((level) => aside(t(`reminderCards.others.why.${level}`))),
  ];
}

function rowOf(context: Context, obligation: Obligation, { language, t }: Wording): CardElement[] {
  const name = shorten(findPerson(context, obligation.personId)?.title ?? obligation.personId, 80);
  const count = daysBetween(obligation.due, todayOf(context.clock));
  return [
    paragraph(plain(t('reminderCards.others.row', { name, what: oweText(obligation, t) }))),
    paragraph(t('reminderCards.others.late', { count, date: formatDay(obligation.due, language) }), {
      isSubtle: true,
      spacing: 'None',
    }),
  ];
}
