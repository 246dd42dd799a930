import helmet from 'helmet';
import type { RequestHandler } from 'express';

/** Microsoft's clients that may frame the tab (Teams, Microsoft 365, Outlook on the new domain). */
const teamsFrames = ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft'];

/**
 * Headers of every answer. Nothing is loaded from other origins; Fluent writes styles at run time, hence inline styles.
 * On the desk the host page, of the same origin, frames the tab like Teams.
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
