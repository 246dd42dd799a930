import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Who may frame the tab in Microsoft's own clients (Teams, Microsoft 365, Outlook on the new domain). */
const teamsFrames = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];

/**
 * Headers of every answer. Nothing is fetched from outside; the tab's styles are written at run time by Fluent, hence
 * inline styles. On the desk the host page, on the same origin, frames the tab as Teams does.
 */
export function securityHeaders(onDesk: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: onDesk ? ["'self'"] : teamsFrames,
      },
    },
    frameguard: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: onDesk ? false : { maxAge: 31_536_000, includeSubDomains: true },
  });
}
