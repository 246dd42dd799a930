import { allow, routes } from '../../http/route.ts';
import { vivaContract } from '../contract.ts';
import { courseView } from '../course-views.ts';
import { myLearning } from '../mine-view.ts';
import { courseOrThrow } from '../rounds.ts';
import { fetchCompletions, fetchMine } from './fetch-completions.ts';
import { courseEditors } from '../permissions.ts';

/** Viva Learning's endpoints, with the reader's rights in Microsoft 365. */
export const vivaRoutes = routes(vivaContract, {
  'POST /api/learning/courses/:courseKey/sync': allow(courseEditors, async (context, actor, { params }, asking) => {
    const fetched = await fetchCompletions(context, actor, asking.graph(), params.courseKey);
    return { ...fetched, course: courseView(actor, courseOrThrow(context, params.courseKey)) };
  }),
  'POST /api/learning/fetch-mine': allow('everyone', async (context, actor, _input, asking) => {
    const recorded = await fetchMine(context, actor, asking.graph());
    return { recorded, mine: myLearning(context, actor) };
  }),
});
