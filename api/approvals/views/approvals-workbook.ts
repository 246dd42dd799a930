import type { Context } from '../../context.ts';
import { localDate, todayOf, type Actor } from '../../kernel/index.ts';
import { sheetOf, workbook, type Workbook } from '../../files/workbook/index.ts';
import { subjectKindName } from '../approval-subject.ts';
import type { ApprovalRow } from '../contract.ts';
import { approvalRows, type ApprovalsQuery } from './approvals-view.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

/** All rows of a query as an Excel workbook in the actor's language. */
export function approvalsWorkbook(context: Context, actor: Actor, query: ApprovalsQuery): Promise<Workbook> {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.approvals'>, values?: Record<string, string | number>) =>
    t(`documents.approvals.${key}`, values);
  const stageWords = ({ number, of, body, centre }: NonNullable<ApprovalRow['stage']>) =>
    say('stageOf', { number, of, body: [t(`roles.${body}`), centre?.title].filter(Boolean).join(', ') });
  return workbook(say('fileName', { date: todayOf(context.clock) }), [
    sheetOf(say('sheet'), approvalRows(context, actor, query), [
      [say('title'), 60, ({ title }) => title],
      [say('kind'), 26, ({ subjectKind, centre }) => subjectKindName(t, { subjectKind, centreId: centre?.id })],
      [say('centre'), 44, ({ centre }) => centre?.title],
      [say('round'), 8, ({ round }) => round],
      [say('state'), 18, ({ state }) => say(`states.${state}`)],
      [say('submittedBy'), 32, ({ submittedBy }) => submittedBy.name],
      [say('submittedAt'), 14, ({ submittedAt }) => localDate(new Date(submittedAt))],
      [say('stage'), 40, ({ stage }) => stage && stageWords(stage)],
      [say('due'), 14, ({ stage }) => stage?.dueOn],
      [say('voted'), 12, ({ stage }) => stage && say('votedOf', { voted: stage.voted, seats: stage.seats })],
      [say('endedAt'), 14, ({ endedAt }) => endedAt && localDate(new Date(endedAt))],
      [say('myChoice'), 18, ({ myChoice }) => myChoice && say(`choices.${myChoice}`)],
    ]),
  ]);
}
