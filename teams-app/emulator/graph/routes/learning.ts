import { directoryNotFound } from '../errors.ts';
import type { Answer } from '../http/http.ts';
import { pick } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { LearningActivity } from '../store/learning.ts';
import { collection } from './collection.ts';

/**
 * Listing a person's activities needs delegated permissions; application permissions are not supported
 * (learn.microsoft.com/graph/api/learningcourseactivity-list).
 */
const scopes = ['LearningAssignedCourse.Read', 'LearningSelfInitiatedCourse.Read'];
const providerId = '13727311-e7bb-470d-8b20-6a23d9030d70';

const activityView = ({ id, userId, contentId, status, completedDateTime }: LearningActivity) => ({
  '@odata.type': '#microsoft.graph.learningSelfInitiatedCourse',
  id,
  learnerUserId: userId,
  learningContentId: contentId,
  learningProviderId: providerId,
  externalCourseActivityId: null,
  status,
  completedDateTime: completedDateTime ?? null,
  completionPercentage: status === 'completed' ? 100 : null,
});

function activities(call: Call, userId: string): Answer {
  const rules = {
    context: `users('${userId}')/employeeExperience/learningCourseActivities`,
    pageSize: { standard: 10, largest: 100 },
    filterable: {},
  };
  return collection(call, call.world.learning.of(userId), rules, (activity) =>
    pick(activityView(activity), call.query.select(), ['@odata.type', 'id']),
  );
}

function ofUser(call: Call): Answer {
  const id = call.params.user ?? '';
  if (!call.world.directory.user(id)) throw directoryNotFound(id);
  return activities(call, id);
}

const at = (path: string, run: Route['run']): Route => ({
  area: 'learning',
  scopes,
  method: 'GET',
  path,
  run,
  cost: 1,
});
export const learningRoutes: readonly Route[] = [
  at('/me/employeeExperience/learningCourseActivities', (call) => activities(call, call.caller.personId ?? '')),
  at('/users/{user}/employeeExperience/learningCourseActivities', ofUser),
];
