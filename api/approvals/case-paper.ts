import type { Context, Translate } from '../context.ts';
import { fileNamed } from '../files/index.ts';
import type { FileAnswer } from '../http/route.ts';
import { localDate, missing, type Actor, type Language, type LocalDate } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import { writePaper, type PaperBlock } from '../paper/write-paper.ts';
import { summaryFor } from './approval-subject.ts';
import { decidedOn } from './decided-on.ts';
import type { ApprovalRequest, Stage } from './request-list.ts';
import { requestFor } from './views/approval-view.ts';

/**
 * A meeting's case as a PDF: a cover with the question, recommendation and deadline, the changes, and the exact text to
 * decide. Identical until the request changes. Throws AppError: missing `approvals.noCase`, forbidden
 * `approvals.mayNotSee`, invalid `threads.tooMuch`, unavailable.
 */
export async function casePaper(context: Context, actor: Actor, requestKey: string): Promise<FileAnswer> {
  const request = requestFor(context, actor, requestKey);
  const stage = request.stages.find(({ rule }) => rule === 'external');
  if (!stage) throw missing('approvals.noCase');
  // Always in Danish: for a meeting of the municipality.
  const language: Language = 'da';
  const t = context.texts(language);
  const { title, submittedAt, contentHash } = request;
  const bytes = await writePaper({
    title,
    language,
    madeAt: stage.openedAt ?? submittedAt,
    author: context.organisation.name,
    footer: t('documents.case.footer', { title, hash: contentHash.slice(0, 12) }),
    page: t('documents.case.page', { page: '{page}', of: '{of}' }),
    blocks: [...cover(context, request, stage, t), { kind: 'newPage' }, { kind: 'markdown', text: request.content }],
  });
  return { fileName: fileNamed(t('documents.case.file', { title }), 'pdf'), bytes };
}

function cover(context: Context, request: ApprovalRequest, stage: Stage, t: Translate): PaperBlock[] {
  const { title, purpose, submittedBy, submittedAt, dueOn } = { ...request, dueOn: stage.dueOn };
  const bodyOf = (one: Stage) => t(`approvalCards.body.${one.body}`);
  const before = request.stages.filter((one) => one !== stage && one.state === 'approved');
  const who = before.map(bodyOf);
  const names =
    who.length < 2 ? who.join('') : `${who.slice(0, -1).join(', ')} ${t('documents.case.and')} ${who.at(-1) ?? ''}`;
  const body = bodyOf(stage);
  const what = purpose === undefined ? 'decide' : 'again';
  return [
    { kind: 'title', above: t('documents.case.to', { body, organisation: context.organisation.name }), text: title },
    { kind: 'heading', text: t('documents.measures.content.recommendation') },
    {
      kind: 'text',
      strong: true,
      text: t(`documents.case.${who.length === 0 ? 'alone' : 'recommend'}.${what}`, {
        names: atStart(names),
        body,
        title,
      }),
    },
    { kind: 'heading', text: t('documents.case.about') },
    ...summaryFor(context, request, 'da')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((text): PaperBlock => ({ kind: 'text', text })),
    { kind: 'heading', text: t('documents.case.way') },
    {
      kind: 'table',
      head: (['body', 'outcome', 'on'] as const).map((column) => t(`documents.case.column.${column}`)),
      rows: [
        ...before.map((one) => [atStart(bodyOf(one)), t('documents.case.approved'), dayText(t, decidedOn(one))]),
        [atStart(body), t('documents.case.open'), dueOn === undefined ? '' : t('documents.case.by', { date: dueOn })],
      ],
    },
    {
      kind: 'text',
      text: t('documents.case.sent', { name: personRef(context, submittedBy).name, date: localDate(submittedAt) }),
    },
    { kind: 'text', text: t('documents.case.exact') },
  ];
}

const dayText = (t: Translate, date: LocalDate | undefined): string =>
  date === undefined ? '' : t('documents.case.on', { date });
const atStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
