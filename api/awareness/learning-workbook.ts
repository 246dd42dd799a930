import type { Context, Translate } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { forbidden, type Actor, type CentreId } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { rowsOf, workbook, type Row } from '../workbook/index.ts';
import type { OwnCompletionsOf } from './completions.ts';
import { completionsThen } from './completions-then.ts';
import { learnersSeen, missedBefore } from './learners-view.ts';
import { learnerCentres, maySeeLearnersOf, maySeeNumbersOf } from './permissions.ts';
import { percentDone, type LearningCount } from './learning-count.ts';
import type { CourseRound } from './round-list.ts';
import { roundCounts } from './round-standings.ts';
import { roundBefore } from './rounds.ts';

interface Asked {
  centreId?: string | undefined;
}

/**
 * The coverage of a round as an Excel workbook in the actor’s language: one sheet by centre and, for whoever may see people,
 * one with them. Throws AppError forbidden `awareness.mayNotSeePeople` for a centre outside the actor’s reach, and as
 * `completionsThen`.
 */
export async function learningWorkbook(
  context: Context,
  actor: Actor,
  round: CourseRound,
  asked: Asked,
): Promise<FileAnswer> {
  const texts = context.texts(actor.language);
  const say = (key: string) => texts(`documents.learning.${key}`);
  if (asked.centreId !== undefined && !maySeeNumbersOf(actor, centreOf(asked.centreId)))
    throw forbidden('awareness.mayNotSeePeople');
  const then = namesSomebody(actor, asked) ? await completionsThen(context, round) : undefined;
  const centres = centreRows(context, actor, round, asked, texts);
  return workbook(texts('documents.learning.fileName', { round: round.title }), [
    { name: texts('documents.coverage.centresSheet'), rows: centres, widths: [44, 14, 14, 18, 14, 14, 14, 14, 14, 18] },
    ...(namesSomebody(actor, asked)
      ? [
          {
            name: say('peopleSheet'),
            rows: peopleRows(context, actor, round, asked, texts, then),
            widths: [32, 32, 44, 14, 18, 14, 16, 22, 18],
          },
        ]
      : []),
  ]);
}

const centreOf = (asked: string): CentreId | undefined => (asked === 'none' ? undefined : (asked as CentreId));
/** Whoever sees the people of no centre asked for gets the numbers alone. */
const namesSomebody = (actor: Actor, { centreId }: Asked): boolean =>
  centreId === undefined ? learnerCentres(actor)?.length !== 0 : maySeeLearnersOf(actor, centreOf(centreId));

const header = (texts: Translate, ...keys: string[]): Row => keys.map((key) => texts(`documents.learning.${key}`));

function centreRows(context: Context, actor: Actor, round: CourseRound, { centreId }: Asked, texts: Translate): Row[] {
  const isAsked = (key: CentreId | undefined) => centreId === undefined || key === centreOf(centreId);
  const { whole, centres } = roundCounts(context, round);
  const previous = roundBefore(context, round);
  const earlier = previous && roundCounts(context, previous);
  const line = (name: string, count: LearningCount, then: LearningCount | undefined): Row => [
    name,
    count.people,
    count.done,
    count.selfDeclared,
    count.missing,
    count.overdue,
    count.exempt,
    count.onLeave,
    percentDone(count),
    then && then.people > 0 ? percentDone(then) : '',
  ];
  const rows = [...centres]
    .filter(([key]) => isAsked(key) && maySeeNumbersOf(actor, key))
    .sort(([, one], [, other]) => other.missing - one.missing);
  const all = centreId === undefined && maySeeNumbersOf(actor, undefined);
  return [
    header(
      texts,
      'centre',
      'people',
      'done',
      'selfDeclared',
      'missing',
      'overdue',
      'exempt',
      'onLeave',
      'percent',
      'before',
    ),
    ...rows.map(([key, count]) =>
      line(centreRef(context, key)?.title ?? texts('documents.coverage.noCentre'), count, earlier?.centres.get(key)),
    ),
    ...(all ? [line(texts('documents.coverage.whole'), whole, earlier?.whole)] : []),
  ];
}

function peopleRows(
  context: Context,
  actor: Actor,
  round: CourseRound,
  { centreId }: Asked,
  texts: Translate,
  then: OwnCompletionsOf | undefined,
): Iterable<Row> {
  const seen = learnersSeen(context, actor, round, { centreId, show: 'all' }, then);
  const head = ['name', 'jobTitle', 'centre', 'hiredOn', 'status', 'due', 'completedOn', 'how', 'missedBefore'];
  return rowsOf(header(texts, ...head), seen, ({ person, personId, centreId: own, standing }) => {
    const done = standing.state === 'done' ? standing.completion : undefined;
    return [
      person.title,
      person.jobTitle ?? '',
      centreRef(context, own)?.title ?? texts('documents.coverage.noCentre'),
      person.hiredOn ?? '',
      texts(`documents.learning.state.${standing.state}`),
      standing.due,
      done?.completedOn ?? '',
      done ? texts(`documents.learning.source.${done.source}`) : '',
      missedBefore(context, round, personId),
    ];
  });
}
