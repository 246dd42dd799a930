import type { Context, Translate } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { workbook, type Sheet, type Workbook } from '../../workbook/index.ts';
import type { ApprovalRow } from '../contract.ts';
import { approvalRows, type ApprovalsQuery } from './approvals-view.ts';

const columns = [
  ...(['title', 'kind', 'centre', 'round', 'state', 'submittedBy', 'submittedAt'] as const),
  ...(['stage', 'due', 'voted', 'endedAt', 'myChoice'] as const),
];
const widths = [60, 26, 44, 8, 18, 32, 14, 40, 14, 12, 14, 18];

/** The rows of a query as an Excel workbook in the actor's language, all of them. */
export function approvalsWorkbook(context: Context, actor: Actor, query: ApprovalsQuery): Promise<Workbook> {
  const texts = context.texts(actor.language);
  const rows: Sheet['rows'] = [
    columns.map((column) => texts(`documents.approvals.${column}`)),
    ...approvalRows(context, actor, query).map((row) => lineOf(row, texts)),
  ];
  return workbook(texts('documents.approvals.fileName', { date: todayOf(context.clock) }), [
    { name: texts('documents.approvals.sheet'), rows, widths },
  ]);
}

function lineOf(row: ApprovalRow, texts: Translate): (string | number)[] {
  const { title, subjectKind, centre, round, state, submittedBy, submittedAt, stage, endedAt, myChoice } = row;
  const body = stage && [texts(`roles.${stage.body}`), stage.centre?.title].filter(Boolean).join(', ');
  return [
    title,
    texts(`approvals.subject.${subjectKind}`),
    centre?.title ?? '',
    round,
    texts(`documents.approvals.states.${state}`),
    submittedBy.name,
    localDate(new Date(submittedAt)),
    stage ? texts('documents.approvals.stageOf', { number: stage.number, of: stage.of, body: body ?? '' }) : '',
    stage?.dueOn ?? '',
    stage ? texts('documents.approvals.votedOf', { voted: stage.voted, seats: stage.seats }) : '',
    endedAt === undefined ? '' : localDate(new Date(endedAt)),
    myChoice ? texts(`documents.approvals.choices.${myChoice}`) : '',
  ];
}
