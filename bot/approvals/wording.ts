import { subjectKindName, type ApprovalRequest, type Stage } from '../../api/approvals/index.ts';
import type { Context, Translate } from '../../api/context.ts';
import {
  daysBetween,
  isCentreRole,
  languageOf,
  todayOf,
  type Language,
  type LocalDate,
  type PersonId,
} from '../../api/kernel/index.ts';
import { centreRef, findPerson, personRef } from '../../api/organisation/index.ts';
import { formatDay } from '../../api/texts/format.ts';
import { deepLink, openUrl, shorten, type OpenUrl } from '../cards/index.ts';
import { textIfThere } from '../../api/texts/translate.ts';

/** Reader and language of a card. */
export interface Reader {
  personId: PersonId;
  name: string;
  language: Language;
  t: Translate;
}

export function readerOf(context: Context, personId: PersonId): Reader {
  const person = findPerson(context, personId);
  const language = person?.language ?? languageOf(undefined);
  return { personId, name: person?.title ?? '', language, t: context.texts(language) };
}

/** `Lokal procedure – Udlevering af journaler`. Not escaped. */
export function subjectWords(request: ApprovalRequest, t: Translate, length = 120): string {
  const title = shorten(request.title, length);
  const kind = subjectKindName(t, request);
  return kind === undefined ? title : t('approvalCards.what', { kind, title });
}

/** Why it is submitted again; undefined without a reason. */
export const purposeOf = ({ purpose }: ApprovalRequest, t: Translate): string | undefined =>
  purpose === undefined ? undefined : textIfThere(t, `approvalCards.purpose.${purpose}`);

/** Not escaped. */
export const nameOf = (context: Context, personId: PersonId | string): string =>
  shorten(personRef(context, personId).name, 80);

/** `Informationssikkerhedsudvalget`, `centerchefen i Center for Børn og Unge`, or who is named. Not escaped. */
export function bodyOf(context: Context, stage: Pick<Stage, 'body' | 'personId' | 'centreId'>, t: Translate): string {
  if (stage.personId !== undefined) return nameOf(context, stage.personId);
  const body = t(`approvalCards.body.${stage.body}`);
  const centre = isCentreRole(stage.body) ? centreRef(context, stage.centreId)?.title : undefined;
  return centre === undefined ? body : t('approvalCards.inCentre', { body, centre: shorten(centre, 80) });
}

/** For the start of a sentence. */
export const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `senest 12. december (om 18 dage)` or `fristen var 12. november (for 12 dage siden)`. */
export function byWhen(
  context: Context,
  dueOn: LocalDate,
  { language, t }: Pick<Reader, 'language' | 't'>,
): { late: boolean; text: string } {
  const days = daysBetween(todayOf(context.clock), dueOn);
  const date = formatDay(dueOn, language);
  if (days < 0) {
    const left = t('approvalCards.by.overdue', { count: -days });
    return { late: true, text: t('approvalCards.by.over', { date, left }) };
  }
  const left = days === 0 ? t('approvalCards.by.today') : t('approvalCards.by.left', { count: days });
  return { late: false, text: t('approvalCards.by.date', { date, left }) };
}

/** The request's page in the tab. */
export const requestPath = ({ key }: Pick<ApprovalRequest, 'key'>): string => `/approvals/${key}`;
export const openRequest = (context: Context, request: Pick<ApprovalRequest, 'key'>, t: Translate): OpenUrl =>
  openUrl(t('approvalCards.open'), deepLink(context, requestPath(request)));
