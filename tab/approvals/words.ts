import type { ApprovalRow } from '../../api/approvals/contract.ts';
import { dayOf } from '../../api/texts/format.ts';
import { asDate, t, textOf } from '../shared/texts/texts.ts';

/** The kind of subject; kinds without texts of their own are a case. */
export const subjectName = (kind: string): string =>
  textOf(`approvals.subject.${kind}`) ?? t('approvals.subject.other');

/** Label of the button to the subject itself. */
export const openText = (kind: string): string =>
  textOf(`approvals.openSubject.${kind}`) ?? t('approvals.openSubject.other');

/** The purpose, unless new. */
const purposeName = (purpose: string | undefined): string | undefined =>
  purpose === undefined ? undefined : textOf(`approvals.purpose.${purpose}`);

/** `Procedure · Forlængelse · 2. runde`. */
export const aboutWords = ({ subjectKind, purpose, round }: Pick<ApprovalRow, 'subjectKind' | 'purpose' | 'round'>) =>
  [subjectName(subjectKind), purposeName(purpose), round > 1 && t('approvals.list.round', { count: round })]
    .filter(Boolean)
    .join(' · ');

export type Body = NonNullable<ApprovalRow['stage']>['body'];
/** A body within a sentence. */
export const bodyName = (body: Body): string => t(`approvals.body.${body}`);

export const onDay = (moment: string): string => asDate(dayOf(moment));
export const approvalPath = (key: string): string => `/approvals/${encodeURIComponent(key)}`;
export const agendaPath = (key: string): string => `/approvals/agendas/${encodeURIComponent(key)}`;

/** The remedy for an overdue one, in words. */
export function lateText({ mine, stage }: Pick<ApprovalRow, 'mine' | 'stage'>): string | undefined {
  if (!stage || stage.daysLeft >= 0) return undefined;
  if (mine === 'vote') return t('approvals.late.vote');
  if (mine === 'record') return t('approvals.late.record');
  if (stage.rule === 'external') return t('approvals.late.external');
  return t(stage.rule === 'quorum' ? 'approvals.late.quorum' : 'approvals.late.others');
}

/** Whether the open stage's last day comes before a meeting: it can be decided without it. */
export const isDueBefore = (meetsOn: string, { stage }: Pick<ApprovalRow, 'stage'>): boolean =>
  stage !== undefined && stage.dueOn < meetsOn;
