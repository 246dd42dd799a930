import { editing } from '../edits/index.ts';
import { allow, from, routes, type Route } from '../http/route.ts';
import type { LocalDate, PersonId } from '../kernel/index.ts';
import { closeRound } from './close-round.ts';
import { learningContract } from './contract.ts';
import { courseList, courseView, roundFields, roundList, roundPreview, roundView } from './course-views.ts';
import { begunRound, learningCoverage } from './coverage-view.ts';
import { courseOrThrow, roundOrThrow } from './rounds.ts';
import { completionsThen } from './completions-then.ts';
import { declareCourse } from './declare-course.ts';
import { endExemption, exemptPerson } from './exempt-person.ts';
import { exemptionList, exemptionView } from './exemption-views.ts';
import { learnersPage } from './learners-view.ts';
import { learningWorkbook } from './learning-workbook.ts';
import { myEarlier, myLearning } from './mine-view.ts';
import { nudgePeople, planNudge } from './nudge-people.ts';
import { courseEditors, exempters, learnerReaders, learningReaders, registrars } from './permissions.ts';
import { registerCompletion } from './register-completion.ts';
import { saveCourse } from './save-course.ts';
import { saveRound } from './save-round.ts';

export const learningRoutes: Route[] = routes(learningContract, {
  'GET /api/learning': allow('everyone', myLearning),
  'GET /api/learning/earlier': allow('everyone', from(myEarlier, 'query.year')),
  'POST /api/learning/rounds/:roundKey/declare': allow(
    'everyone',
    async (context, actor, { params: { roundKey }, body: { takenOn } }) => {
      const when = takenOn === undefined ? {} : { takenOn: takenOn as LocalDate };
      const { result } = await declareCourse(context, actor, { roundKey, ...when, channel: 'tab' });
      return { result, mine: myLearning(context, actor) };
    },
  ),
  'GET /api/learning/courses': allow(learningReaders, courseList),
  'POST /api/learning/courses': allow(courseEditors, async (context, actor, { body }) =>
    courseView(actor, await saveCourse(context, actor, body)),
  ),
  'PUT /api/learning/courses/:courseKey': allow(
    courseEditors,
    editing(
      (context, { params }, actor) => courseView(actor, courseOrThrow(context, params.courseKey)).etag,
      async (context, actor, { params, body }) =>
        courseView(actor, await saveCourse(context, actor, body, params.courseKey)),
    ),
  ),
  'GET /api/learning/rounds': allow(learningReaders, roundList),
  'POST /api/learning/rounds/preview': allow(courseEditors, from(roundPreview, 'body')),
  'POST /api/learning/rounds': allow(courseEditors, async (context, actor, { body }) =>
    roundView(context, actor, await saveRound(context, actor, roundFields(body))),
  ),
  'PUT /api/learning/rounds/:roundKey': allow(
    courseEditors,
    editing(
      (context, { params }, actor) => roundView(context, actor, roundOrThrow(context, params.roundKey)).etag,
      async (context, actor, { params, body }) =>
        roundView(context, actor, await saveRound(context, actor, roundFields(body), params.roundKey)),
    ),
  ),
  'POST /api/learning/rounds/:roundKey/close': allow(courseEditors, async (context, actor, { params }) =>
    roundView(context, actor, await closeRound(context, actor, params.roundKey)),
  ),
  'GET /api/learning/rounds/:roundKey/coverage': allow(learningReaders, from(learningCoverage, 'roundKey')),
  'GET /api/learning/rounds/:roundKey/people': allow(learnerReaders, async (context, actor, { params, query }) => {
    const round = begunRound(context, params.roundKey);
    return learnersPage(context, actor, round, query, await completionsThen(context, round));
  }),
  'GET /api/learning/rounds/:roundKey/coverage.xlsx': allow(learningReaders, (context, actor, { params, query }) =>
    learningWorkbook(context, actor, begunRound(context, params.roundKey), query),
  ),
  'POST /api/learning/rounds/:roundKey/nudge': allow(registrars, (context, actor, { params, body }) =>
    nudgePeople(context, actor, { ...params, ...body }),
  ),
  'POST /api/learning/rounds/:roundKey/nudge/preview': allow(
    registrars,
    (context, actor, { params, body }) => planNudge(context, actor, { ...params, ...body }).view,
  ),
  'POST /api/learning/completions': allow(
    registrars,
    (context, actor, { body: { personId, courseKey, completedOn, note } }) =>
      registerCompletion(context, actor, {
        personId: personId as PersonId,
        courseKey,
        completedOn: completedOn as LocalDate,
        note,
      }),
  ),
  'GET /api/learning/exemptions': allow(learnerReaders, exemptionList),
  'POST /api/learning/exemptions': allow(
    exempters,
    async (context, actor, { body: { personId, courseKey, reason, from, until } }) => {
      const given = { personId: personId as PersonId, courseKey, reason, from: from as LocalDate };
      const end = until === undefined ? {} : { until: until as LocalDate };
      return exemptionView(context, actor, await exemptPerson(context, actor, { ...given, ...end }));
    },
  ),
  'POST /api/learning/exemptions/:key/end': allow(exempters, async (context, actor, { params }) =>
    exemptionView(context, actor, await endExemption(context, actor, params.key)),
  ),
});
