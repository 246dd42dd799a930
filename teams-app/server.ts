import express, { type Express, type RequestHandler, type Router } from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { listChangesPath } from '../api/sharepoint/index.ts';
import type { Health } from './health.ts';
import { securityHeaders } from './security-headers.ts';
import { tabFiles } from './tab-files.ts';

export interface Doors {
  health(): Health;
  /** `POST /api/messages`, authenticated by the channel's token. */
  messages: RequestHandler;
  api: Router;
  /** `POST /api/list-changes/<name>`, from Microsoft Graph. */
  listChanges: RequestHandler;
  /** `GET /calendar/<secret>.ics`. */
  calendar: RequestHandler;
  /** The app's own link, for whoever opens the tab outside Teams. */
  openInTeams: string;
  /** The desk's control API and host page; absent on a real tenant. */
  desk?: Router;
}

const tabFolder = join(import.meta.dirname, '..', 'dist', 'tab');

/** Everything the program answers over HTTP. */
export function createWeb({ health, messages, listChanges, api, calendar, openInTeams, desk }: Doors): Express {
  const web = express();
  web.disable('x-powered-by');
  web.set('query parser', 'simple');
  web.use(securityHeaders(desk !== undefined));
  web.get('/api/health', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(health());
  });
  web.post('/api/messages', express.json({ limit: '1mb' }), messages);
  web.post(`${listChangesPath}/:name`, listChanges);
  web.get('/calendar/:file', calendar);
  web.use(api);
  web.use('/tab', tabFiles(tabFolder, openInTeams));
  if (desk) web.use(desk);
  else web.get('/', (_request, response) => response.redirect('/tab/'));
  return web;
}

/** Listens; port 0 takes a free one. Rejects when the port is taken. */
export async function listen(web: Express, port: number, host: string): Promise<{ server: Server; port: number }> {
  const server = createServer(web);
  // Whoever sends slowly does not hold a place for minutes.
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** Ends the connections that are idle and waits for those that are not. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 2_000).unref())]);
  server.closeAllConnections();
}
