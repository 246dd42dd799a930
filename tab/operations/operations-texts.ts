import type { AttentionView, OperationsView } from '../../api/operations/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { asMoment, t, textOf } from '../shared/texts/texts.ts';

const daySeconds = 86_400;

/** What a list is called by people, or its name in SharePoint when it is new to us. */
export const listText = (list: string): string => textOf(`operations.list.${list}`) ?? list;
export const jobText = (job: string): string => textOf(`operations.job.${job}`) ?? job;

/** Error codes are dotted, as the texts about them are. */
export const causeTitle = (code: string): string =>
  textOf(`operations.cause.${code}.title`) ?? t('operations.cause.other.title');
export const causeText = (code: string): string =>
  textOf(`operations.cause.${code}.text`) ?? t('operations.cause.other.text');

export const stopText = (code: string | undefined): string =>
  textOf(`operations.campaignStopped.why.${code ?? 'other'}`) ?? t('operations.campaignStopped.why.other');

/** `for 12 sekunder siden`, by the program's own clock; the moment itself when it is long ago. */
export function asAgo(moment: string | undefined, now: string): string {
  if (moment === undefined) return t('operations.never');
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(moment)) / 1000);
  return seconds >= daySeconds ? asMoment(moment) : t('operations.ago', { duration: asDuration(seconds) });
}

type Difference = OperationsView['drift'][number];
export const differenceText = ({ column, problem, details }: Difference): string => {
  const text = column === undefined ? t('operations.drift.missingList') : t(`operations.drift.${problem}`, { column });
  return details === undefined ? text : `${text} (${details})`;
};

/** The lists and jobs that fail for one cause, as one says them. */
export const partsOf = ({ lists, jobs }: Extract<AttentionView, { kind: 'failing' }>): string =>
  [...lists.map(listText), ...jobs.map((job) => `“${jobText(job)}”`)].join(', ');
