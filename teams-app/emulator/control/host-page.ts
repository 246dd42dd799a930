import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';

/** Output of `npm run build`. */
const built = join(import.meta.dirname, '../../../dist/host');

/** This origin only; cards embed their pictures. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const protect = (response: Response) =>
  response.set({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });

/** The host page at `/` and its files under `/host/`. */
export function addHostPage(router: Router): void {
  router.use(
    '/host',
    express.static(built, {
      index: false,
      immutable: true,
      maxAge: '1y',
      setHeaders: (response) => protect(response),
    }),
  );
  router.get('/', (_request, response) => {
    protect(response).set('cache-control', 'no-cache');
    if (!existsSync(join(built, 'index.html'))) {
      response.status(503).type('text').send('The host page is not built. Run: npm run build');
      return;
    }
    response.sendFile('index.html', { root: built });
  });
}
