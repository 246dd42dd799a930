import type { AttentionView, OperationsView } from '../../api/operations/contract.ts';
import { asDuration } from '../shared/duration.ts';
import { asDate, asMoment, t, textOf } from '../shared/texts/texts.ts';

const daySeconds = 86_400;

/** A list's title, or its name in SharePoint if unknown. */
export const listText = (list: string): string =>
  textOf(`operations.list.${list}`) ?? textOf(`operations.library.${list}`) ?? list;
export const jobText = (job: string): string => textOf(`operations.job.${job}`) ?? job;

/** The answer that a person gets to this code; none for one that names what it is about. */
function refusalText(code: string): string | undefined {
  const text = textOf(`errors.${code}`);
  return text?.includes('{{') === true ? undefined : text;
}
const otherCause = (code: string) => (refusalText(code) === undefined ? 'other' : 'refused');
/** Error codes are dotted, as their texts' keys are. */
export const causeTitle = (code: string): string =>
  textOf(`operations.cause.${code}.title`) ?? t(`operations.cause.${otherCause(code)}.title`);
export const causeText = (code: string): string =>
  textOf(`operations.cause.${code}.text`) ??
  t(`operations.cause.${otherCause(code)}.text`, { answer: refusalText(code) ?? '' });

/** How soon others' changes in the list are seen. */
export function seenText({ seen }: OperationsView['lists'][number]): string {
  if (seen === undefined) return '';
  return seen.by === 'notification'
    ? t('operations.lists.atOnce')
    : t('operations.lists.within', { count: Math.ceil(seen.everyMinutes) });
}

/** Why a list has no change notifications. */
export const untoldText = (problem: string): string =>
  textOf(`operations.changes.reasons.${problem.split('.').at(-1) ?? ''}`) ?? t('operations.changes.reasons.other');

export const stopText = (code: string | undefined): string =>
  textOf(`operations.campaignStopped.why.${code ?? 'other'}`) ?? t('operations.campaignStopped.why.other');

/** `for 12 sekunder siden`, by the server's clock; the timestamp itself if long ago. */
export function asAgo(moment: string | undefined, now: string): string {
  if (moment === undefined) return t('operations.never');
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(moment)) / 1000);
  return seconds >= daySeconds ? asMoment(moment) : t('operations.ago', { duration: asDuration(seconds) });
}

/** `om 12 sekunder`, by the server's clock; the timestamp itself if far ahead. */
export function asSoon(moment: string, now: string): string {
  const seconds = (Date.parse(moment) - Date.parse(now)) / 1000;
  if (seconds >= daySeconds / 2) return asMoment(moment);
  return seconds < 1 ? t('operations.jobs.now') : t('operations.jobs.in', { duration: asDuration(seconds) });
}

type OfInstances = Extract<AttentionView, { kind: 'instances' }>;
export function instancesText(thing: OfInstances, now: string): { title: string; text: string } {
  if (thing.why === 'away')
    return { title: t('operations.instances.awayTitle'), text: t('operations.instances.awayText') };
  const name = thing.name === '' ? t('operations.instances.unnamed') : thing.name;
  if (thing.why === 'silent')
    return {
      title: t('operations.instances.silentTitle', { name }),
      text: t('operations.instances.silentText', { ago: asAgo(thing.since, now) }),
    };
  const duration = asDuration(Math.abs(thing.seconds));
  return {
    title: t('operations.instances.clockTitle', { name, duration }),
    text: t('operations.instances.clockText'),
  };
}

type ClockWrong = Extract<AttentionView, { kind: 'clockWrong' }>;
export const clockTitle = ({ aheadSeconds }: ClockWrong): string =>
  t(`operations.clockWrong.${aheadSeconds > 0 ? 'ahead' : 'behind'}`, {
    duration: asDuration(Math.round(Math.abs(aheadSeconds) / 60) * 60),
  });

type SecretEnd = Extract<AttentionView, { kind: 'secretEnds' }>;
export function secretEndTitle({ app, secret, expiresOn, daysLeft }: SecretEnd): string {
  const what = t(`operations.secret.${app}.${secret}`);
  if (daysLeft < 0) return t('operations.secretEnds.ended', { what, date: asDate(expiresOn) });
  return daysLeft === 0
    ? t('operations.secretEnds.today', { what })
    : t('operations.secretEnds.title', { what, count: daysLeft });
}

const settingOf = { app: 'APP_SECRET_EXPIRES_ON', provisioning: 'PROVISIONING_SECRET_EXPIRES_ON' } as const;
/** Remaining life of a certificate or secret, or how the page can know it. */
export function secretText({ app, kind, expiresOn, daysLeft }: OperationsView['secrets'][number]): string {
  if (expiresOn === undefined || daysLeft === undefined)
    return t(`operations.secret.unknown.${kind}`, { variable: settingOf[app] });
  const date = asDate(expiresOn);
  if (daysLeft < 0) return t('operations.secret.ended', { date });
  return t('operations.secret.left', { date, left: t('operations.secret.daysLeft', { count: daysLeft }) });
}

type Problem = OperationsView['problems'][number];
const nameOf: Partial<Record<NonNullable<Problem['where']>['part'], (name: string) => string>> = {
  job: jobText,
  list: listText,
  verb: (name) => textOf(`operations.verb.${name}`) ?? name,
  follower: (name) => textOf(`operations.follower.${name}`) ?? name,
};
type Placed = Pick<Problem, 'code' | 'where'>;
/** What went wrong: an unknown code of a campaign is an answer of Teams. */
export const problemTitle = (problem: Placed): string => causeTitle(codeAt(problem));
export const problemText = (problem: Placed): string => causeText(codeAt(problem));
const codeAt = ({ code, where }: Placed): string => {
  const isSending = where?.part === 'campaign' || where?.part === 'block';
  return isSending && causeTitle(code) === t('operations.cause.other.title') ? 'teams' : code;
};
/** Where a problem occurred, by its title. */
export function placeText({ where }: Placed): string {
  if (where === undefined) return t('operations.problems.nowhere');
  const name = nameOf[where.part]?.(where.name) ?? where.name;
  return t(`operations.problems.place.${where.part}`, { name });
}

type Difference = OperationsView['drift'][number];
export const differenceText = ({ column, problem, details, instead }: Difference): string => {
  const isList = column === undefined && problem === 'missing';
  const text = isList ? t('operations.drift.missingList') : t(`operations.drift.${problem}`, { column: column ?? '' });
  // The numbers of a list's shape are for the commands.
  const more = details === undefined || problem === 'newer' ? '' : ` (${details})`;
  return `${text}${instead ? ` ${insteadText(problem, instead)}` : ''}${more}`;
};
const columnTypeText = (type: string): string => textOf(`operations.columnType.${type}`) ?? type;
const insteadText = (problem: Difference['problem'], { found, wanted }: NonNullable<Difference['instead']>): string =>
  problem === 'textLength'
    ? t('operations.drift.room', { found, wanted })
    : t('operations.drift.type', { found: columnTypeText(found), wanted: columnTypeText(wanted) });

/** The lists and jobs failing for one cause, in words. */
export const partsOf = ({ lists, jobs }: Extract<AttentionView, { kind: 'failing' }>): string =>
  [...lists.map(listText), ...jobs.map((job) => `“${jobText(job)}”`)].join(', ');
