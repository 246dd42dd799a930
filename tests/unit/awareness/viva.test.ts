import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Completions, Courses } from '../../../api/awareness/index.ts';
import { fetchCompletions, fetchMine } from '../../../api/awareness/viva/fetch-completions.ts';
import type { Context } from '../../../api/context.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { createGraph, createUnitBudget, createUserTokens, type Graph } from '../../../api/sharepoint/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { startGraph, type GraphWorld } from '../../contract/graph/world.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';
import { anOpenRound } from './builders.ts';

const contentId = 'gdpr-i-hverdagen';
const scopes = ['https://graph.microsoft.com/LearningAssignedCourse.Read'];
let world: GraphWorld;
let context: Context;
let courseKey: string;
beforeAll(async () => {
  world = await startGraph();
});
afterAll(() => world.close());
beforeEach(async () => {
  ({ context } = await aTown());
  courseKey = (await anOpenRound(context)).course.key;
  await context.list(Courses).update(courseKey, () => ({ vivaContentId: contentId }));
  const { directory, learning } = world.emulator.world;
  for (const id of ['anne', 'bo', 'ciso', 'isk-nord']) {
    if (!directory.user(id)) directory.addUser({ id, displayName: id });
    learning.put({
      userId: id,
      contentId: 'another-course',
      status: 'completed',
      completedDateTime: '2026-11-01T08:00:00Z',
    });
  }
  learning.put({ userId: 'anne', contentId, status: 'completed', completedDateTime: '2026-11-20T23:30:00Z' });
  learning.put({ userId: 'bo', contentId, status: 'inProgress' });
});

const { clientId, secret } = apps.app;
/** Graph as from the API: with the reader's permissions. */
function graphOf(personId: string): Graph {
  const tokens = createUserTokens({ tenantId, clientId, credential: { secret }, fetch: world.fetch });
  return createGraph({
    fetch: world.fetch,
    accessToken: async () => tokens(await world.emulator.world.entra.personToken(personId), scopes),
    budget: createUnitBudget({}),
    userAgent: 'test',
  });
}
const completions = () => context.list(Completions).all();

describe('completions from Viva Learning', () => {
  it('are fetched for everybody who misses the course, on the Danish day, and once', async () => {
    const ciso = the(context, 'ciso');
    const fetched = await fetchCompletions(context, ciso, graphOf('ciso'), courseKey);
    expect(fetched).toMatchObject({ recorded: 1, left: 0 });
    expect(completions()).toMatchObject([{ personId: 'anne', completedOn: '2026-11-21', source: 'viva' }]);
    expect(context.list(Courses).get(courseKey)).toMatchObject({ vivaSyncedAt: '2026-11-24T09:00:00.000Z' });
    const again = await fetchCompletions(context, ciso, graphOf('ciso'), courseKey);
    expect(again).toMatchObject({ asked: 0, recorded: 0 });
  });

  it('are fetched by the person, also those of a course that nobody misses', async () => {
    expect(await fetchMine(context, the(context, 'anne'), graphOf('anne'))).toBe(1);
    expect(await fetchMine(context, the(context, 'anne'), graphOf('anne'))).toBe(0);
    expect(await fetchMine(context, the(context, 'bo'), graphOf('bo'))).toBe(0);
    expect(completions().map(({ personId }) => personId)).toEqual(['anne' as PersonId]);
  });

  it('are for the CISO and the team to fetch for others, and need an id', async () => {
    expect(
      await refusal(() => fetchCompletions(context, the(context, 'isk-nord'), graphOf('isk-nord'), courseKey)),
    ).toBe('awareness.mayNotSync');
    await context.list(Courses).update(courseKey, () => ({ vivaContentId: undefined }));
    expect(await refusal(() => fetchCompletions(context, the(context, 'ciso'), graphOf('ciso'), courseKey))).toBe(
      'awareness.noVivaCourse',
    );
  });

  it('say that an administrator has not consented, and keep what went wrong with the course', async () => {
    const tokens = createUserTokens({ tenantId, clientId, credential: { secret }, fetch: world.fetch });
    const graph = createGraph({
      fetch: world.fetch,
      accessToken: async () =>
        tokens(await world.emulator.world.entra.personToken('ciso'), ['https://graph.microsoft.com/Mail.Read']),
      budget: createUnitBudget({}),
      userAgent: 'test',
    });
    expect(await refusal(() => fetchCompletions(context, the(context, 'ciso'), graph, courseKey))).toBe(
      'sharepoint.noConsent',
    );
    expect(context.list(Courses).get(courseKey)).toMatchObject({ vivaProblem: 'sharepoint.noConsent' });
  });
});
