import type { Context, Translate } from '../context.ts';
import { isOverdue, todayOf, type Actor, type LocalDate, type Obligation } from '../kernel/index.ts';
import { centreRef, findPerson } from '../organisation/index.ts';
import { workbook, type Sheet, type Workbook } from '../workbook/index.ts';
import { obligationsSeen, type RowsQuery } from './people-obligations.ts';

const columns = ['name', 'jobTitle', 'centre', 'kind', 'what', 'due', 'state', 'since', 'why'] as const;
const widths = [32, 32, 44, 16, 60, 14, 18, 14, 44];

/**
 * The rows of a query as an Excel workbook in the actor's language, all of them. Throws AppError forbidden
 * `obligations.mayNotSeePeople` outside the actor's reach.
 */
export function obligationsWorkbook(context: Context, actor: Actor, query: RowsQuery): Promise<Workbook> {
  const texts = context.texts(actor.language);
  const today = todayOf(context.clock);
  const rows: Sheet['rows'] = [
    columns.map((column) => texts(`documents.obligations.${column}`)),
    ...obligationsSeen(context, actor, query).map((one) => lineOf(context, one, today, texts)),
  ];
  return workbook(texts('documents.obligations.fileName', { date: today }), [
    { name: texts('documents.obligations.sheet'), rows, widths },
  ]);
}

function lineOf(context: Context, one: Obligation, today: LocalDate, texts: Translate): string[] {
  const person = findPerson(context, one.personId);
  return [
    person?.title ?? one.personId,
    person?.jobTitle ?? '',
    centreRef(context, one.centreId)?.title ?? texts('documents.obligations.noCentre'),
    texts(`kinds.${one.kind}.name`),
    one.subject.title,
    one.due,
    texts(`documents.obligations.states.${isOverdue(one, today) ? 'overdue' : one.state}`),
    one.since,
    why(context, one, texts),
  ];
}

function why(context: Context, { passed }: Obligation, texts: Translate): string {
  if (!passed) return '';
  const name = passed.from === undefined ? '' : (findPerson(context, passed.from)?.title ?? '');
  return texts(`documents.obligations.passed.${passed.reason}`, { name });
}
