import type { Context, Translate } from '../context.ts';
import { isOverdue, todayOf, turn, type Actor, type LocalDate, type Obligation } from '../kernel/index.ts';
import { centreRef, findPerson } from '../organisation/index.ts';
import { rowsOf, workbook, type Workbook } from '../workbook/index.ts';
import { obligationsInTurn } from './obligations.ts';
import { obligationsSeen, reach, type RowsQuery } from './people-obligations.ts';

const columns = ['name', 'jobTitle', 'centre', 'kind', 'what', 'due', 'state', 'since', 'why'] as const;
const widths = [32, 32, 44, 16, 60, 14, 18, 14, 44];

/**
 * The rows of a query as an Excel workbook in the actor's language, all of them. Throws AppError forbidden
 * `obligations.mayNotSeePeople` outside the actor's reach.
 */
export async function obligationsWorkbook(context: Context, actor: Actor, query: RowsQuery): Promise<Workbook> {
  const texts = context.texts(actor.language);
  const today = todayOf(context.clock);
  reach(context, actor, query);
  await obligationsInTurn(context, today);
  await turn();
  const header = columns.map((column) => texts(`documents.obligations.${column}`));
  const rows = rowsOf(header, obligationsSeen(context, actor, query), (one) => lineOf(context, one, today, texts));
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
    texts('shipped', { text: one.subject.title }),
    one.due,
    texts(`documents.obligations.states.${isOverdue(one, today) ? 'overdue' : one.state}`),
    one.since,
    why(context, one, texts),
  ];
}

function why(context: Context, { passed }: Obligation, texts: Translate): string {
  if (!passed) return '';
  const name = passed.from === undefined ? '' : (findPerson(context, passed.from)?.title ?? '');
  const reason = texts(`documents.obligations.passed.${passed.reason}`, { name });
  return passed.note === undefined ? reason : `${reason}: ${passed.note}`;
}
