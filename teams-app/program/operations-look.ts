import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Directory } from '../../api/directory/index.ts';
import type { Instances } from '../../api/instances/index.ts';
import type { Journal } from '../../api/journal/index.ts';
import { localDate, type Instant } from '../../api/kernel/index.ts';
import { asOfAll, saidOf, type OperationsLook, type ProblemLook, type SecretLook } from '../../api/operations/index.ts';
import type { Drift, Graph, Lists } from '../../api/sharepoint/index.ts';
import type { Promises } from '../../bot/index.ts';
import type { Sending } from '../../bot/sending/index.ts';
import type { AppRegistration, Config } from '../config/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { ListChanges } from './list-changes.ts';

export interface RunningParts {
  lists: Lists;
  journal: Journal;
  instances: Pick<Instances, 'status'>;
  promises: Promises;
  directory: Directory;
  jobs: Jobs;
  sending: Sending;
  graph: Graph;
  /** This machine's clock against Microsoft's. */
  clockAheadMs(): number;
  problems(): readonly ProblemLook[];
  /** What provisioning left at start-up. */
  drift: readonly Drift[];
  startedAt: Instant;
  changes: Pick<ListChanges, 'status'>;
}

/** The program's status for operators, current at each call. */
export const operationsLook = (config: Config, parts: RunningParts): (() => OperationsLook) => {
  const program = { version: programVersion(), startedAt: parts.startedAt };
  const siteUrl = siteUrlOf(config);
  return () => ({
    program,
    lists: parts.lists.status(),
    journal: parts.journal.status(),
    instances: parts.instances.status(),
    promises: parts.promises.status(),
    directory: parts.directory.status(),
    jobs: parts.jobs.status(),
    problems: parts.problems(),
    secrets: secretsOf(config),
    sending: parts.sending.status(),
    units: parts.graph.budget.status(),
    clockAheadMs: parts.clockAheadMs(),
    changes: parts.changes.status(),
    drift: driftNow(parts),
    ...(siteUrl === undefined ? {} : { siteUrl }),
  });
};

/** What provisioning left is told with its details; what is only known at the start stays. */
function driftNow({ drift: atStart, lists }: Pick<RunningParts, 'drift' | 'lists'>): Drift[] {
  const same = (one: Drift) => (other: Drift) =>
    one.list === other.list && one.column === other.column && one.problem === other.problem;
  return [
    ...atStart.filter(({ column, problem }) => problem === 'newer' || column === undefined),
    ...lists.drift().map((one) => atStart.find(same(one)) ?? one),
  ];
}

/** Milliseconds for which what an instance says of itself is good. */
const saidLasts = 5_000;

/** Says to the others how this instance runs; and gives the status of all of them together. */
export function lookOfAll(
  look: () => OperationsLook,
  instances: Pick<Instances, 'say' | 'every'>,
): () => Promise<OperationsLook> {
  let said = { at: -Infinity, text: '' };
  instances.say?.(() => {
    const at = performance.now();
    if (at - said.at > saidLasts) said = { at, text: saidOf(look(), hostname()) };
    return said.text;
  });
  return async () => asOfAll(look(), await instances.every?.().catch(() => undefined));
}

/** The desk's SharePoint has no pages to link to. */
export function siteUrlOf({ site, microsoft365 }: Pick<Config, 'site' | 'microsoft365'>): string | undefined {
  if ('id' in site || microsoft365.kind === 'desk') return undefined;
  return `https://${site.host}${encodeURI(site.path)}`.replace(/(?<!\/)\/+$/, '');
}

/** Credentials of the app registrations, and their expiry. The desk's never expire. */
export function secretsOf({ app, provisioning, microsoft365 }: Pick<Config, 'app' | 'provisioning' | 'microsoft365'>) {
  if (microsoft365.kind === 'desk') return [];
  return [...secretOf('app', app), ...(provisioning ? secretOf('provisioning', provisioning) : [])];
}

/** None with a managed identity: its tokens are renewed by Azure. */
function secretOf(app: SecretLook['app'], { credential }: AppRegistration): SecretLook[] {
  if ('managedIdentity' in credential) return [];
  if ('secret' in credential) return [{ app, kind: 'secret', expiresOn: credential.expiresOn }];
  const { expiresAt } = credential.certificate;
  const problem = credential.file?.problem();
  return [
    {
      app,
      kind: 'certificate',
      expiresOn: expiresAt === undefined ? undefined : localDate(new Date(expiresAt)),
      ...(problem ? { replacement: problem.why } : {}),
    },
  ];
}

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
