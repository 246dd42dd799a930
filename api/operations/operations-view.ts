import type { Context } from '../context.ts';
import {
  blocksOf,
  Campaigns,
  campaignTitle,
  DeliveryBlocks,
  incompleteCampaigns,
  ledgerHeld,
  type Campaign,
} from '../deliveries/index.ts';
import { DirectoryState } from '../directory/index.ts';
import { damagedFiles } from '../history/index.ts';
import { AppError, nowOf, todayOf, type Instant, type Language } from '../kernel/index.ts';
import {
  columnTitle,
  heldCodes,
  type ListDefinition,
  type ListStatus,
  type SetAside,
  type Stored,
} from '../sharepoint/index.ts';
import { before, needsAttention } from './attention.ts';
import type { OperationsView, SetAsideView } from './contract.ts';
import type { InstanceLook, OperationsLook, ProblemLook } from './look.ts';
import { secretViews } from './secrets.ts';

type ProblemPart = NonNullable<ProblemLook['where']>['part'];

/** Items shown per list; a removed column sets all of them aside. */
const mostSetAside = 100;

/** A list's record count; none while it is gone, as this page shows it. */
const recordsIn = <R extends { key: string }>(context: Context, list: ListDefinition<R>): readonly Stored<R>[] =>
  context.list(list).held() ? [] : context.list(list).all();

/** The title in the reader's language; as stored while the list that it is made from is held. */
function titleIn(context: Context, campaign: Campaign, language: Language): string {
  try {
    return campaignTitle(context, campaign, language);
  } catch (thrown) {
    if (thrown instanceof AppError && heldCodes.has(thrown.code)) return campaign.title;
    throw thrown;
  }
}

/** Status of the program, in a reader's language. No calls: all of it is known in memory. */
export function operationsOf(context: Context, look: OperationsLook, language: Language): OperationsView {
  const { program, lists, jobs, units, drift, siteUrl } = look;
  const campaigns = recordsIn(context, Campaigns);
  const secrets = secretViews(look.secrets, todayOf(context.clock));
  const attention = needsAttention(
    look,
    campaigns,
    secrets,
    nowOf(context.clock),
    damagedFiles(context),
    ledgerHeld(context) ? [] : incompleteCampaigns(context),
  );
  const now = nowOf(context.clock);
  const titleOf = (key: string) => {
    const found = campaigns.find((campaign) => campaign.key === key);
    return found ? titleIn(context, found, language) : key;
  };
  const blocks = recordsIn(context, DeliveryBlocks);
  const titleOfPart: Partial<Record<ProblemPart, (name: string) => string>> = {
    campaign: titleOf,
    block: (key) => titleOf(blocks.find((block) => block.key === key)?.campaignKey ?? key),
  };
  return {
    status: attention.length === 0 ? 'ok' : 'attention',
    attention: attention.map((entry) =>
      entry.kind === 'campaignStopped' || entry.kind === 'blocksGone' ? { ...entry, title: titleOf(entry.key) } : entry,
    ),
    now,
    program,
    ...(look.everyInstance ? { instances: look.everyInstance.map((one) => instanceOf(one, now)) } : {}),
    lists: lists.lists.map((list) => listOf(list, siteUrl)),
    directory: directoryOf(context, look),
    jobs: jobs.map((job) => ({ ...job })),
    problems: look.problems.map(({ where, ...problem }) => ({
      ...problem,
      ...(where && { where: { part: where.part, name: titleOfPart[where.part]?.(where.name) ?? where.name } }),
    })),
    secrets,
    sending: {
      ...sendingOf(look, titleOf),
      queued: queuedIn(context),
    },
    promises: look.promises,
    units,
    ...(look.changes === undefined ? {} : { changes: look.changes }),
    drift: [...drift],
    freshness: { asOf: lists.asOf ?? now, stale: lists.stale },
  };
}

function instanceOf(
  { silentMs, leadsForMs, clockAheadMs: _clock, ...instance }: InstanceLook,
  now: Instant,
): NonNullable<OperationsView['instances']>[number] {
  return {
    ...instance,
    heardAt: before(now, silentMs),
    ...(leadsForMs === undefined ? {} : { leadsSince: before(now, leadsForMs) }),
  };
}

function listOf(
  { list, items, asOf, stale, problem, seen, setAside }: ListStatus,
  siteUrl: string | undefined,
): OperationsView['lists'][number] {
  return {
    list,
    items,
    stale,
    // A list not loaded yet has no time.
    ...(asOf === '' ? {} : { asOf }),
    ...(problem === undefined ? {} : { problem }),
    ...(seen === undefined ? {} : { seen }),
    setAsideCount: setAside.length,
    setAside: setAside.slice(0, mostSetAside).map((item) => setAsideOf(item, siteUrl)),
  };
}

const setAsideOf = ({ list, itemId, key, fields = [] }: SetAside, siteUrl: string | undefined): SetAsideView => ({
  itemId,
  ...(key === undefined ? {} : { key }),
  problems: fields.map((field) => ({ ...field, title: columnTitle(field.column) })),
  ...(siteUrl === undefined
    ? {}
    : { webUrl: `${siteUrl}/Lists/${encodeURIComponent(list)}/DispForm.aspx?ID=${encodeURIComponent(itemId)}` }),
});

/** The time of the last sync is lost at a restart, but not in the list. */
function directoryOf(context: Context, { directory }: OperationsLook): OperationsView['directory'] {
  const [state] = recordsIn(context, DirectoryState);
  const syncedAt = directory.syncedAt ?? state?.syncedAt;
  return { ...directory, ...(syncedAt === undefined ? {} : { syncedAt }) };
}

/** JSON has no infinity: an unlimited rate is left out. */
function sendingOf(
  { sending }: OperationsLook,
  titleOf: (key: string) => string,
): Omit<OperationsView['sending'], 'queued'> {
  const { ratePerSecond, targetPerSecond, ...gate } = sending.gate;
  return {
    ...sending,
    campaigns: sending.campaigns.map((key) => ({ key, title: titleOf(key) })),
    gate: {
      ...gate,
      ...(Number.isFinite(ratePerSecond) ? { ratePerSecond } : {}),
      ...(Number.isFinite(targetPerSecond) ? { targetPerSecond } : {}),
    },
  };
}

/** Recipients still waiting in running campaigns. */
const queuedIn = (context: Context): number =>
  recordsIn(context, DeliveryBlocks).length === 0
    ? 0
    : recordsIn(context, Campaigns)
        .filter(({ state }) => state === 'sending')
        .flatMap(({ key }) => blocksOf(context, key))
        .flatMap(({ recipients }) => recipients)
        .filter(({ state }) => state === 'waiting' || state === 'reserved').length;
