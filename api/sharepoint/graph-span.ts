import { inSpan } from '../kernel/index.ts';
import type { Lane } from './list-handle.ts';
import { unitsOf } from './unit-cost.ts';

/** Words of Graph's addresses; what stands between them are ids, keys and names. */
const known =
  /^(sites|lists|items|columns|delta|fields|versions|drives?|root|children|content|users|groups|members|transitiveMembers|manager|teamwork|installedApps|chat|subscriptions|permissions|applications|directory|me|employeeExperience|learningCourseActivities|appCatalogs|teamsApps|\$batch)$/;

/** An address without what it names: `GET sites/x/lists/x/items` with a star for each `x`. */
function callName(method: string, path: string): string {
  const [address = ''] = path.replace(/^https:\/\/[^/]+\/[^/]+/, '').split('?');
  const parts = address.split('/').filter((part) => part !== '');
  return `${method} ${parts.map((part) => (known.test(part) ? part : '*')).join('/')}`;
}

type Call<Method, Options, Answer> = (
  method: Method,
  path: string,
  body: unknown,
  options?: Options,
) => Promise<Answer>;

/** The call as a span of the request or run that it is made for. */
export const traced =
  <Method extends string, Options extends { lane?: Lane }, Answer extends { status: number }>(
    call: Call<Method, Options, Answer>,
  ): Call<Method, Options, Answer> =>
  (method, path, body, options) =>
    inSpan(
      `Graph ${callName(method, path)}`,
      { 'graph.lane': options?.lane ?? 'interactive', 'graph.units': unitsOf(method, path) },
      async (set) => {
        const answer = await call(method, path, body, options);
        set({ 'http.response.status_code': answer.status });
        return answer;
      },
    );
