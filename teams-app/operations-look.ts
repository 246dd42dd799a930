import { readFileSync } from 'node:fs';
import type { Directory } from '../api/directory/index.ts';
import type { Instant } from '../api/kernel/index.ts';
import type { OperationsLook } from '../api/operations/index.ts';
import type { Drift, Graph, Lists } from '../api/sharepoint/index.ts';
import type { Sending } from '../bot/sending/index.ts';
import type { Config } from './config/index.ts';
import type { Jobs } from './jobs.ts';

export interface RunningParts {
  lists: Lists;
  directory: Directory;
  jobs: Jobs;
  sending: Sending;
  graph: Graph;
  /** As it was found at the start. */
  drift: readonly Drift[];
  startedAt: Instant;
}

/** What the program tells its operators of itself, asked for anew each time. */
export const operationsLook = (config: Config, parts: RunningParts): (() => OperationsLook) => {
  const program = { version: programVersion(), startedAt: parts.startedAt };
  const siteUrl = siteUrlOf(config);
  return () => ({
    program,
    lists: parts.lists.status(),
    directory: parts.directory.status(),
    jobs: parts.jobs.status(),
    sending: parts.sending.status(),
    units: parts.graph.budget.status(),
    drift: parts.drift,
    ...(siteUrl === undefined ? {} : { siteUrl }),
  });
};

/** The desk's SharePoint has no pages that a browser could open, so there is nothing to link to. */
export function siteUrlOf({ site, microsoft365 }: Pick<Config, 'site' | 'microsoft365'>): string | undefined {
  if ('id' in site || microsoft365.kind === 'desk') return undefined;
  return `https://${site.host}${encodeURI(site.path)}`.replace(/\/+$/, '');
}

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
