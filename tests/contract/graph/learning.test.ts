import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUserTokens } from '../../../api/sharepoint/index.ts';
import { apps, tenantId } from '../../../teams-app/emulator/municipality.ts';
import { startGraph, type GraphWorld } from './world.ts';

let graph: GraphWorld;
let anne: string;
let bo: string;
beforeAll(async () => {
  graph = await startGraph();
  const { directory, learning } = graph.emulator.world;
  anne = directory.addUser({ displayName: 'Anne' }).id;
  bo = directory.addUser({ displayName: 'Bo' }).id;
  learning.put({ userId: anne, contentId: 'gdpr', status: 'completed', completedDateTime: '2026-11-20T09:30:00Z' });
  learning.put({ userId: anne, contentId: 'phishing', status: 'inProgress' });
});
afterAll(() => graph.close());

const scopes = ['https://graph.microsoft.com/LearningAssignedCourse.Read'];
const { clientId, secret } = apps.app;
const userTokens = (credential: { secret: string } = { secret }, id: string = clientId) =>
  createUserTokens({ tenantId, clientId: id, credential, fetch: graph.fetch });
const delegated = async (personId: string) =>
  userTokens()(await graph.emulator.world.entra.personToken(personId), scopes);
const activities = (user: string) => `/users/${user}/employeeExperience/learningCourseActivities`;

describe('course activities of Viva Learning', () => {
  it('are given to an app that acts for a person, its own and others’', async () => {
    const token = await delegated(anne);
    const own = await graph.ask('GET', '/me/employeeExperience/learningCourseActivities', { token });
    expect(own.body.value).toMatchObject([
      {
        learningContentId: 'gdpr',
        status: 'completed',
        completedDateTime: '2026-11-20T09:30:00Z',
        learnerUserId: anne,
      },
      { learningContentId: 'phishing', status: 'inProgress', completedDateTime: null },
    ]);
    const others = await graph.ask('GET', activities(anne), { token: await delegated(bo) });
    expect(others.body.value).toHaveLength(2);
  });

  it('are refused to an app alone: application permissions are not supported', async () => {
    const refused = await graph.ask('GET', activities(anne));
    expect([refused.status, refused.body.error.code]).toEqual([403, 'Forbidden']);
  });

  it('cannot be read with a delegated token from any list', async () => {
    const refused = await graph.site('GET', '/lists', { token: await delegated(anne) });
    expect(refused.status).toBe(403);
  });
});

describe('a token on behalf of a person', () => {
  it('is asked for once and then kept', async () => {
    const tokens = userTokens();
    const person = await graph.emulator.world.entra.personToken(anne);
    expect(await tokens(person, scopes)).toBe(await tokens(person, scopes));
  });

  it('is not given for permissions that nobody consented to', async () => {
    const person = await graph.emulator.world.entra.personToken(anne);
    const asked = userTokens()(person, ['https://graph.microsoft.com/Mail.Read']);
    await expect(asked).rejects.toMatchObject({ kind: 'forbidden', code: 'sharepoint.noConsent' });
  });

  it('is not given for a token that is for another app, has ended, or is signed by somebody else', async () => {
    const { entra } = graph.emulator.world;
    const bad = [
      await entra.mint({ personId: anne, audience: 'another-app' }),
      await entra.mint({ personId: anne, expired: true }),
      await entra.mint({ personId: anne, otherKey: true }),
    ];
    for (const token of bad) await expect(userTokens()(token, scopes)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is a fault of set-up when the app’s own credential is refused', async () => {
    const person = await graph.emulator.world.entra.personToken(anne);
    await expect(userTokens({ secret: 'wrong' })(person, scopes)).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'sharepoint.badCredential',
    });
  });
});
