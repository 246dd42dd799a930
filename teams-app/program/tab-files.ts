import express, { Router } from 'express';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The built tab under `/tab/`. Hashed assets are cached for a year, the page never, so that a new version shows at the
 * next opening. Any other path under `/tab/` is a page of the tab. Outside Teams it shows `openInTeams`, the app's deep
 * link.
 */
export function tabFiles(folder: string, openInTeams: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, fallthrough: false }),
  );
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      maxAge: 0,
      // A cached service worker would keep an old tab.
      setHeaders: (response, path) => void (path.endsWith('sw.js') && response.set('Cache-Control', 'no-cache')),
    }),
  );
  router.get('/{*path}', (_request, response) => {
    if (!existsSync(page)) {
      response.status(503).type('text/plain').send('The tab is not built yet: run `npm run build`.');
      return;
    }
    const html = readFileSync(page, 'utf8').replace(
      /(?<=<meta name="open-in-teams" content=")[^"]*/,
      () => openInTeams,
    );
    response.set('Cache-Control', 'no-cache').type('html').send(html);
  });
  return router;
}
