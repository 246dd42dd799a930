import type { Context, Translate } from '../../api/context.ts';
import { daysBetween, todayOf, type Obligation, type PersonId } from '../../api/kernel/index.ts';
import { centreElsewhere, findPerson } from '../../api/organisation/index.ts';
import type { DigestLine } from '../../api/reminders/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import { aside, deepLink, paragraph, plain, shorten, type CardElement, type Wording } from '../cards/index.ts';
import { hasAct } from './act-table.ts';
import { shippedIn } from '../../api/texts/shipped-words.ts';
import { oweWords } from '../../api/texts/owed.ts';

/** The obligation in words: `Læs og bekræft Informationssikkerhedspolitik 4.0`. Not escaped. */
export function oweText({ kind, subject }: Obligation, wording: Wording, whose: 'owe' | 'theirs' = 'owe'): string {
  const title = shorten(shippedIn(subject.title, wording.language), 120);
  return oweWords({ kind, subject: { title } }, wording, whose);
}

/** `senest 12. december (om 18 dage)` or `fristen var 12. november (for 12 dage siden)`. */
export function dueText(context: Context, { due }: Obligation, { language, t }: Wording): string {
  const days = daysBetween(todayOf(context.clock), due);
  const date = formatDay(due, language);
  if (days < 0) return t('reminderCards.late', { date, left: t('reminderCards.overdue', { count: -days }) });
  const left = days === 0 ? t('reminderCards.today') : t('reminderCards.left', { count: days });
  return t('reminderCards.due', { date, left });
}

/**
 * One item in a card of several: what, deadline (with a link if its button does something else), and why it is this
 * person's or due now.
 */
export function lineRow(context: Context, { obligation, step }: DigestLine, wording: Wording): CardElement[] {
  const { t } = wording;
  const due = dueText(context, obligation, wording);
  const link = `[${t('reminderCards.open')}](${deepLink(context, obligation.path)})`;
  const when = hasAct(obligation) ? t('reminderCards.row', { due, open: link }) : due;
  return [
    paragraph(plain(oweText(obligation, wording)), { weight: 'Bolder' }),
    paragraph(when, { spacing: 'None' }),
    ...whyRows(context, { obligation, ...(step === undefined ? {} : { step }) }, t),
  ];
}

/** Of which centre, when it is not the own; that it was handed over, or a reminder requested. */
export function whyRows(context: Context, { obligation, step }: DigestLine, t: Translate): CardElement[] {
  return [
    ...elsewhereRow(context, obligation),
    ...passedRow(context, obligation, t),
    ...(step === 'nudge' ? [aside(t('reminderCards.nudged'))] : []),
  ];
}

function elsewhereRow(context: Context, obligation: Obligation): CardElement[] {
  const centre = centreElsewhere(context, obligation);
  return centre === undefined ? [] : [aside(plain(shorten(centre, 80)))];
}

function passedRow(context: Context, { passed }: Obligation, t: Translate): CardElement[] {
  if (!passed) return [];
  const why = t(`reminderCards.passed.${passed.reason}`, { name: nameOf(context, passed.from, t) });
  const note = passed.note === undefined ? '' : plain(shorten(passed.note, 160));
  return [aside(note === '' ? why : t('reminderCards.passed.note', { why, note }))];
}

function nameOf(context: Context, personId: PersonId | undefined, t: Translate): string {
  const name = personId && findPerson(context, personId)?.title;
  return name === undefined ? t('reminderCards.passed.somebody') : plain(shorten(name, 80));
}
