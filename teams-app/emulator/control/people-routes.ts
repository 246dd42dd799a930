import type { Router } from 'express';
import { z } from 'zod';
import { apps, directoryRoles, type DirectoryRole } from '../municipality.ts';
import type { World } from '../world.ts';
import { bodyOf, refuse } from './refuse.ts';
import type { ControlRegistry } from './registry.ts';

const tokenBody = z.union([
  z.strictObject({ personId: z.string().min(1) }),
  z.strictObject({ client: z.enum(['app', 'provisioning', 'weak']) }),
]);
const isRole = (name: string): name is DirectoryRole => Object.hasOwn(directoryRoles, name);
const administratorBody = z.strictObject({
  roles: z.array(z.custom<DirectoryRole>((name) => typeof name === 'string' && isRole(name), 'no role of Entra')),
  scopes: z.array(z.string()),
  resource: z.enum(['graph', 'azure']),
});
const personBody = z.strictObject({ installed: z.boolean().optional(), blocked: z.boolean().optional() });

const learningBody = z.strictObject({
  contentId: z.string().min(1),
  status: z.enum(['notStarted', 'inProgress', 'completed']),
  completedAt: z.iso.datetime({ offset: true }).optional(),
});

/** People, their course activities, and tokens for them. */
export function addPeopleRoutes(router: Router, world: World, registry: ControlRegistry): void {
  router.get('/people', (_request, response) => {
    const people = world.directory
      .users()
      .filter((user) => user.accountEnabled)
      .map((user) => {
        const { roles, centre } = registry.describe(user.id);
        return {
          id: user.id,
          name: user.displayName,
          upn: user.userPrincipalName,
          roles,
          centre: centre ?? null,
          title: user.jobTitle ?? null,
          language: user.preferredLanguage ?? 'da',
          teams: user.teamsLicence,
          installed: world.directory.isInstalled(user.id),
        };
      });
    response.json(people);
  });

  router.put('/people/:person', async (request, response) => {
    const body = bodyOf(personBody, request, response);
    if (!body) return;
    const user = world.directory.user(request.params.person);
    if (!user) return refuse(response, 404, 'personUnknown', `Nobody has the id ${request.params.person}.`);
    if (body.blocked !== undefined) world.teams.block(user.id, body.blocked);
    if (body.installed === true) await world.teams.install(user.id);
    if (body.installed === false) await world.teams.uninstall(user.id);
    const { installed, blocked } = world.teams.chat(user.id);
    response.json({ id: user.id, installed, blocked });
  });

  router.put('/learning/:person', (request, response) => {
    const body = bodyOf(learningBody, request, response);
    if (!body) return;
    const user = world.directory.user(request.params.person);
    if (!user) return refuse(response, 404, 'personUnknown', `Nobody has the id ${request.params.person}.`);
    const { contentId, status, completedAt } = body;
    const completed =
      status === 'completed' ? { completedDateTime: completedAt ?? world.clock.now().toISOString() } : {};
    response.json(world.learning.put({ userId: user.id, contentId, status, ...completed }));
  });

  router.post('/administrator-token', async (request, response) => {
    const body = bodyOf(administratorBody, request, response);
    if (!body) return;
    response.json({ token: await world.entra.administratorToken(body.roles, body.scopes, body.resource) });
  });

  router.post('/token', async (request, response) => {
    const body = bodyOf(tokenBody, request, response);
    if (!body) return;
    if ('client' in body) {
      response.json({ token: await world.entra.appToken(apps[body.client].clientId) });
      return;
    }
    const user = world.directory.user(body.personId);
    if (!user?.accountEnabled) {
      return refuse(response, 404, 'personUnknown', `Nobody who can sign in has the id ${body.personId}.`);
    }
    response.json({ token: await world.entra.personToken(user.id) });
  });
}
