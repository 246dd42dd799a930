import express, { Router, type NextFunction, type Request, type Response } from 'express';
import type { World } from '../world.ts';
import { addAppRoutes } from './app-routes.ts';
import { addChatRoutes } from './chat-routes.ts';
import { addDeskRoutes, type EmulatorAddresses } from './desk-routes.ts';
import { addHostPage } from './host-page.ts';
import { jsonOnly, loopbackOnly } from './loopback.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { refuse } from './refuse.ts';
import { addSettingsRoutes } from './settings-routes.ts';
import { addSiteRoutes } from './site-routes.ts';

/** The control API under `/emulator` and the host page at `/`. For this machine only. */
export function createControl(world: World, addresses: () => EmulatorAddresses): Router {
  const api = Router();
  api.use(loopbackOnly, jsonOnly, express.json({ limit: '1mb' }));
  api.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  addPeopleRoutes(api, world, world.control);
  addAppRoutes(api, world);
  addChatRoutes(api, world);
  addSiteRoutes(api, world);
  addSettingsRoutes(api, world);
  addDeskRoutes(api, world, world.control, addresses);
  api.use((request, response) => refuse(response, 404, 'unknown', `The control API has no ${request.path}.`));
  api.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const bad = error instanceof SyntaxError;
    const message = error instanceof Error ? error.message : String(error);
    refuse(response, bad ? 400 : 500, bad ? 'invalidBody' : 'failed', message);
  });

  const router = Router();
  router.use('/emulator', api);
  addHostPage(router);
  return router;
}
