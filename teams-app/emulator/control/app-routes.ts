import type { Router } from 'express';
import { z } from 'zod';
import { appStates } from '../entra/index.ts';
import { allApps, apps } from '../municipality.ts';
import type { World } from '../world.ts';
import { bodyOf } from './refuse.ts';

const appName = z.enum(['app', 'provisioning', 'weak']);
const appBody = z.strictObject({
  permissions: z
    .array(z.string().regex(/^[A-Za-z.]{1,100}$/))
    .max(100)
    .optional(),
  role: z.enum(['read', 'write', 'manage', 'fullcontrol']).nullable().optional(),
  state: z.enum(appStates).optional(),
});

/** Administrators' acts in Entra and SharePoint on app registrations. */
export function addAppRoutes(router: Router, { entra, sites }: World): void {
  const view = (clientId: string) => ({
    clientId,
    permissions: entra.permissionsOf(clientId),
    role: sites.grants.of(clientId)?.role ?? null,
  });
  router.get('/apps', (_request, response) => {
    response.json(allApps.map(({ clientId }) => view(clientId)));
  });
  router.put('/apps/:name', (request, response) => {
    const name = appName.safeParse(request.params.name);
    const body = bodyOf(appBody, request, response);
    if (!body || !name.success) {
      if (body) response.status(404).json({ error: { code: 'appUnknown', message: 'Apps: app, provisioning, weak.' } });
      return;
    }
    const { clientId, name: title } = apps[name.data];
    entra.setApp(clientId, { permissions: body.permissions, state: body.state });
    const grant = sites.grants.of(clientId);
    if (body.role === null && grant) sites.grants.remove(grant.id);
    else if (body.role) sites.grants.put(clientId, title, body.role);
    response.json(view(clientId));
  });
}
