import type { Handler } from '../../server.ts';
import type { World } from '../../world.ts';
import { send } from '../http/http.ts';

/** Answers uploads and downloads on the site's own host. */
export function createSiteHost(_world: World): Handler {
  return (_request, response) => send(response, { status: 404 });
}
