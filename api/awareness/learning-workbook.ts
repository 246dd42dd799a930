import type { Context } from '../context.ts';
import type { FileAnswer } from '../http/route.ts';
import { forbidden, type Actor, type CentreId } from '../kernel/index.ts';
import { centreRef } from '../organisation/index.ts';
import { sheetOf, workbook, type Sheet } from '../files/workbook/index.ts';
import type { OwnCompletionsOf } from './completions.ts';
import { completionsThen } from './completions-then.ts';
import { visibleLearners, missedBefore } from './learners-view.ts';
import { learnerCentres, maySeeLearnersOf, maySeeNumbersOf } from './permissions.ts';
import { percentDone, type LearningCount } from './learning-count.ts';
import type { CourseRound } from './round-list.ts';
import { roundCounts } from './round-statuses.ts';
import { roundBefore } from './rounds.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

interface Asked {
  centreId?: string | undefined;
}

/**
 * A round's coverage as an Excel workbook in the actor’s language: a sheet by centre and, for permitted readers, one of
 * people. Throws AppError forbidden `awareness.mayNotSeePeople` for a centre outside the actor’s reach, and as
 * `completionsThen`.
 */
export async function learningWorkbook(
  context: Context,
  actor: Actor,
  round: CourseRound,
  asked: Asked,
): Promise<FileAnswer> {
  if (asked.centreId !== undefined && !maySeeNumbersOf(actor, centreOf(asked.centreId)))
    throw forbidden('awareness.mayNotSeePeople');
  const t = context.texts(actor.language);
  const centres = centresSheet(context, actor, round, asked);
  const people = namesSomebody(actor, asked)
    ? [peopleSheet(context, actor, round, asked, await completionsThen(context, round))]
    : [];
  return workbook(t('documents.learning.fileName', { round: round.title }), [centres, ...people]);
}

const centreOf = (asked: string): CentreId | undefined => (asked === 'none' ? undefined : (asked as CentreId));
/** Numbers only, for readers without access to people in the centre. */
const namesSomebody = (actor: Actor, { centreId }: Asked): boolean =>
  centreId === undefined ? learnerCentres(actor)?.length !== 0 : maySeeLearnersOf(actor, centreOf(centreId));

interface CentreLine {
  name: string;
  count: LearningCount;
  earlier: LearningCount | undefined;
}

function centresSheet(context: Context, actor: Actor, round: CourseRound, { centreId }: Asked): Sheet {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.learning'>) => t(`documents.learning.${key}`);
  const isAsked = (key: CentreId | undefined) => centreId === undefined || key === centreOf(centreId);
  const { whole, centres } = roundCounts(context, round);
  const previous = roundBefore(context, round);
  const before = previous && roundCounts(context, previous);
  const lines = [...centres]
    .filter(([key]) => isAsked(key) && maySeeNumbersOf(actor, key))
    .sort(([, one], [, other]) => other.missing - one.missing)
    .map(([key, count]): CentreLine => {
      const name = centreRef(context, key)?.title ?? t('documents.coverage.noCentre');
      return { name, count, earlier: before?.centres.get(key) };
    });
  if (centreId === undefined && maySeeNumbersOf(actor, undefined))
    lines.push({ name: t('documents.coverage.whole'), count: whole, earlier: before?.whole });
  return sheetOf(t('documents.coverage.centresSheet'), lines, [
    [say('centre'), 44, ({ name }) => name],
    [say('people'), 14, ({ count }) => count.people],
    [say('done'), 14, ({ count }) => count.done],
    [say('selfDeclared'), 18, ({ count }) => count.selfDeclared],
    [say('missing'), 14, ({ count }) => count.missing],
    [say('overdue'), 14, ({ count }) => count.overdue],
    [say('exempt'), 14, ({ count }) => count.exempt],
    [say('onLeave'), 14, ({ count }) => count.onLeave],
    [say('percent'), 14, ({ count }) => percentDone(count)],
    [say('before'), 18, ({ earlier }) => (earlier && earlier.people > 0 ? percentDone(earlier) : '')],
  ]);
}

function peopleSheet(
  context: Context,
  actor: Actor,
  round: CourseRound,
  { centreId }: Asked,
  then: OwnCompletionsOf | undefined,
): Sheet {
  const t = context.texts(actor.language);
  const say = (key: TextsUnder<'documents.learning'>) => t(`documents.learning.${key}`);
  const seen = visibleLearners(context, actor, round, { centreId, show: 'all' }, then);
  const done = ({ status }: (typeof seen)[number]) => (status.state === 'done' ? status.completion : undefined);
  const source = (completion: ReturnType<typeof done>) => completion && say(`source.${completion.source}`);
  return sheetOf(say('peopleSheet'), seen, [
    [say('name'), 32, ({ person }) => person.title],
    [say('jobTitle'), 32, ({ person }) => person.jobTitle],
    [say('centre'), 44, (one) => centreRef(context, one.centreId)?.title ?? t('documents.coverage.noCentre')],
    [say('hiredOn'), 14, ({ person }) => person.hiredOn],
    [say('status'), 18, ({ status }) => say(`state.${status.state}`)],
    [say('due'), 14, ({ status }) => status.due],
    [say('completedOn'), 16, (one) => done(one)?.completedOn],
    [say('how'), 22, (one) => source(done(one))],
    [say('missedBefore'), 18, ({ personId }) => missedBefore(context, round, personId)],
  ]);
}
