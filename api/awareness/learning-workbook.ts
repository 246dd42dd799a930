import type { Context, Translate } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import type { Actor } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { workbook, type Sheet } from '../workbook/index.ts';
import type { OwnCompletionsOf } from './completions.ts';
import { completionsThen } from './completions-then.ts';
import { learnersInSight, learnersSeen, missedBefore } from './learners-view.ts';
import { maySeeAllLearners } from './permissions.ts';
import { percentDone, type LearningCount } from './learning-count.ts';
import type { CourseRound } from './round-list.ts';
import { roundCounts } from './round-standings.ts';
import { roundBefore } from './rounds.ts';

type Rows = Sheet['rows'];
interface Asked {
  centreId?: string | undefined;
}

/**
 * The coverage of a round as an Excel workbook in the actor’s language: one sheet by centre, one with the people the
 * actor may see. Throws AppError forbidden `awareness.mayNotSeePeople` for a centre outside the actor’s reach, and as
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
  const people = peopleRows(context, actor, round, asked, texts, await completionsThen(context, round));
  const centres = centreRows(context, actor, round, asked, texts);
  return workbook(texts('documents.learning.fileName', { round: round.title }), [
    { name: texts('documents.coverage.centresSheet'), rows: centres, widths: [44, 14, 14, 18, 14, 14, 14, 14, 14, 18] },
    { name: say('peopleSheet'), rows: people, widths: [32, 32, 44, 14, 18, 14, 16, 22, 18] },
  ]);
}

const header = (texts: Translate, ...keys: string[]): Rows[number] =>
  keys.map((key) => texts(`documents.learning.${key}`));

function centreRows(context: Context, actor: Actor, round: CourseRound, { centreId }: Asked, texts: Translate): Rows {
  const inSight = learnersInSight(actor, centreId);
  const { whole, centres } = roundCounts(context, round);
  const previous = roundBefore(context, round);
  const earlier = previous && roundCounts(context, previous);
  const line = (name: string, count: LearningCount, then: LearningCount | undefined): Rows[number] => [
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
  const rows = [...centres].filter(([key]) => inSight(key)).sort(([, one], [, other]) => other.missing - one.missing);
  const all = centreId === undefined && maySeeAllLearners(actor);
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
): Rows {
  const seen = learnersSeen(context, actor, round, { centreId, show: 'all' }, then);
  const rows = seen.map(({ person, personId, centreId: own, standing }): Rows[number] => {
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
  const head = ['name', 'jobTitle', 'centre', 'hiredOn', 'status', 'due', 'completedOn', 'how', 'missedBefore'];
  return [header(texts, ...head), ...rows];
}
