import type { Context } from '../../api/context.ts';
import { minutesInWords, nextStepOf, ownPlanPath, type OwnPart, type OwnStepNow } from '../../api/contingency/index.ts';
import { formatMoment } from '../../api/texts/format.ts';
import {
  aside,
  deepLink,
  execute,
  openUrl,
  paragraph,
  plain,
  shorten,
  type CardAction,
  type CardElement,
} from '../cards/index.ts';
import type { Reader } from '../cards/reader.ts';

export const stepDoneVerb = 'downtime.stepDone';

/** Steps and manual routines on the card; the rest is in the plan. */
const [mostSteps, mostByHand] = [20, 6];
const small = { spacing: 'Small' } as const;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A named person's steps, and the manual procedures. */
export function ownLines(reader: Reader, part: OwnPart): CardElement[] {
  const { t } = reader;
  const roles = plain(shorten(part.roles.filter((role) => role !== '').join(', '), 200));
  if (part.steps.length === 0)
    return [paragraph(roles === '' ? t('downtime.own.onCall') : t('downtime.own.onCallAs', { roles })), ...byHand()];
  const shown = part.steps.slice(0, mostSteps).map((step, place) => ({ step, number: place + 1 }));
  const lines = (isAfter: boolean) => shown.filter(({ step }) => step.isAfter === isAfter).map(line);
  const after = lines(true);
  const rest = part.steps.length - shown.length;
  return [
    paragraph(roles === '' ? t('downtime.own.doing') : t('downtime.own.doingAs', { roles }), { weight: 'Bolder' }),
    ...lines(false),
    ...(after.length > 0 ? [paragraph(t('downtime.own.after'), { weight: 'Bolder' }), ...after] : []),
    ...(rest > 0 ? [aside(t('downtime.own.more', { count: rest }))] : []),
    ...(nextStepOf(part) ? [] : [paragraph(t('downtime.own.allDone'), { color: 'Good' })]),
    ...byHand(),
  ];

  function line({ step, number }: { step: OwnStepNow; number: number }): CardElement {
    const text = plain(shorten(oneLine(step.text).replace(/\.$/, ''), 300));
    if (step.doneAt !== undefined) {
      const moment = formatMoment(step.doneAt, reader.language);
      return paragraph(t('downtime.own.stepDone', { number, text, moment }), { ...small, isSubtle: true });
    }
    if (step.minutes === undefined || step.minutes === 0)
      return paragraph(t('downtime.card.step', { number, text }), small);
    const time = minutesInWords(t, step.minutes);
    return paragraph(t('downtime.own.stepWithin', { number, text, time }), small);
  }
  function byHand(): CardElement[] {
    const ways = part.workarounds
      .map(({ title, text, form }) => ({ title: oneLine(title), text: oneLine(text), form: oneLine(form) }))
      .filter(({ title, text, form }) => title + text + form !== '')
      .slice(0, mostByHand);
    if (ways.length === 0) return [];
    return [
      paragraph(t('downtime.own.byHand'), { weight: 'Bolder' }),
      ...ways.map(({ title, text, form }) => {
        const parts = [title, shorten(text, 300), form === '' ? '' : t('contingencyPlans.document.form', { form })];
        const sentences = parts.filter((one) => one !== '').map((one) => one.replace(/\.$/, ''));
        return paragraph(plain(sentences.join('. ')), small);
      }),
    ];
  }
}

/** The button of the next step. */
export function ownActions({ t }: Reader, part: OwnPart, subjectKey: string): CardAction[] {
  const next = nextStepOf(part);
  return next
    ? [
        execute(t('downtime.own.done', { number: part.steps.indexOf(next) + 1 }), stepDoneVerb, {
          subjectKey,
          planKey: next.planKey,
          stepKey: next.key,
        }),
      ]
    : [];
}

/** Page of the person's plan. */
export const ownPlan = (context: Context, { t }: Reader, part: OwnPart): CardAction[] => {
  const [now] = part.plans;
  return now ? [openUrl(t('downtime.own.plan'), deepLink(context, ownPlanPath(now.plan.key)))] : [];
};
