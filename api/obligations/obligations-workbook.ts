import type { Context, Translate } from '../context.ts';
import { isOverdue, todayOf, turn, type Actor, type Obligation } from '../kernel/index.ts';
import { centreRef, findPerson } from '../organisation/index.ts';
import { sheetOf, workbook, type Workbook } from '../files/workbook/index.ts';
import { obligationsInTurn } from './obligations.ts';
import { visibleObligations, reach, type RowsQuery } from './people-obligations.ts';
import type { TextsUnder } from '../texts/catalogue.ts';
import { shippedIn } from '../texts/shipped-words.ts';
import { kindName } from '../texts/owed.ts';

/**
 * All rows of a query as an Excel workbook in the actor's language. Throws AppError forbidden
 * `obligations.mayNotSeePeople` outside the actor's reach.
 */
export async function obligationsWorkbook(context: Context, actor: Actor, query: RowsQuery): Promise<Workbook> {
  const texts = context.texts(actor.language);
  const today = todayOf(context.clock);
  reach(context, actor, query);
  await obligationsInTurn(context, today);
  await turn();
  const say = (key: TextsUnder<'documents.obligations'>) => texts(`documents.obligations.${key}`);
  const person = ({ personId }: Obligation) => findPerson(context, personId);
  return workbook(texts('documents.obligations.fileName', { date: today }), [
    sheetOf(say('sheet'), visibleObligations(context, actor, query), [
      [say('name'), 32, (one) => person(one)?.title ?? one.personId],
      [say('jobTitle'), 32, (one) => person(one)?.jobTitle],
      [
        say('centre'),
        44,
        (one) => centreRef(context, one.centreId)?.title ?? say(person(one)?.centreId ? 'whole' : 'noCentre'),
      ],
      [say('kind'), 16, ({ kind }) => kindName(texts, kind)],
      [say('what'), 60, ({ subject }) => shippedIn(subject.title, actor.language)],
      [say('due'), 14, ({ due }) => due],
      [say('state'), 18, (one) => say(`states.${isOverdue(one, today) ? 'overdue' : one.state}`)],
      [say('since'), 14, ({ since }) => since],
      [say('why'), 44, (one) => why(context, one, texts)],
    ]),
  ]);
}

function why(context: Context, { passed }: Obligation, texts: Translate): string {
  if (!passed) return '';
  const name = passed.from === undefined ? '' : (findPerson(context, passed.from)?.title ?? '');
  const reason = texts(`documents.obligations.passed.${passed.reason}`, { name });
  return passed.note === undefined ? reason : `${reason}: ${passed.note}`;
}
