import { actUnderWay } from '../../api/audit/act-under-way.ts';
import { actHeader } from '../support/toll-gate.ts';

/** The program, whose requests to Microsoft 365 say which act makes them, e.g. `POST /api/assets` or a job. */
const plainFetch = globalThis.fetch;
globalThis.fetch = (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set(actHeader, actUnderWay() ?? '');
  return plainFetch(url, { ...init, headers });
};
await import('../../teams-app/main.ts');
