import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { Campaigns, startCampaign } from '../../deliveries/index.ts';
import { fileNamed, safeFileName, type ProvenFile } from '../../files/index.ts';
import {
  asAppError,
  conflict,
  digest,
  forbidden,
  nowOf,
  stableKey,
  type Actor,
  type CentreId,
  type PersonId,
} from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { oneAtATime } from '../../one-at-a-time.ts';
import { wholeLimit, type Lane, type Stored } from '../../sharepoint/index.ts';
import { packPaper, type PackPaper } from '../documents/pack-paper.ts';
import { drawOnThread } from '../documents/draw-on-thread.ts';
import { OfflinePacks, type OfflinePack } from './pack-lists.ts';
import { mayPlacePack } from '../permissions.ts';
import { offlinePackKind, packCampaignKey } from './pack-campaign.ts';
import { packContentOf, packContents, type PackContent } from './pack-content.ts';
import { formsOf } from './pack-forms.ts';
import { latestPackOf } from './packs.ts';
import { continuePlacements } from './place-pack.ts';
import { findAsset } from '../../assets/index.ts';
import { ContingencyPlanVersions } from '../plans/plan-lists.ts';

/** Actor of the program's own acts. */
const program = 'system' as PersonId;

/** The same content at the same time has the same key, whoever makes it. */
export const packKey = (centreId: CentreId, contentHash: string, number: number): string =>
  stableKey('pack', centreId, contentHash.slice(0, 32), String(number));

/**
 * Makes a centre's pack when a plan has changed since the latest (R5), files it as PDF and HTML in the library, and
 * notifies ISK and manager. An up-to-date one is returned. 9 resource units, and 1 for each form of the plans. Throws
 * AppError: conflict `contingency.noPlansToPack`, unavailable.
 */
const packUpToDate = (
  context: Context,
  centreId: CentreId,
  by: PersonId,
  lane: Lane = 'interactive',
): Promise<Stored<OfflinePack>> =>
  oneAtATime(context, `pack ${centreId}`, () => makeInTurn(context, centreId, by, lane));

async function makeInTurn(
  context: Context,
  centreId: CentreId,
  by: PersonId,
  lane: Lane,
): Promise<Stored<OfflinePack>> {
  const content = packContentOf(context, centreId);
  if (!content) throw conflict('contingency.noPlansToPack');
  const latest = latestPackOf(context, centreId);
  const pack =
    latest?.contentHash === content.contentHash ? latest : await writePack(context, centreId, content, latest, lane);
  await carryOn(context, pack, by);
  return pack;
}

async function writePack(
  context: Context,
  centreId: CentreId,
  content: PackContent,
  before: OfflinePack | undefined,
  lane: Lane,
): Promise<Stored<OfflinePack>> {
  const { plans, withoutPlan, contentHash } = content;
  // The key includes the content, so a number at the limit blocks nothing.
  const number = Math.min((before?.number ?? 0) + 1, wholeLimit);
  const centreTitle = centreRef(context, centreId)?.title ?? centreId;
  const madeAt = nowOf(context.clock);
  const t = context.texts('da');
  const paper = packPaper(context, {
    centreId,
    centreTitle,
    number,
    madeAt,
    contentHash,
    language: 'da',
    plans,
    withoutPlan,
    forms: await formsOf(context, plans),
  });
  const name = t('offlinePacks.paper.fileName', { centre: centreTitle, number });
  const folder = ['Beredskab', safeFileName(centreTitle, 'x').slice(0, -2)];
  const file = async (bytes: Uint8Array, extension: string, type: string): Promise<ProvenFile> => {
    const fileName = fileNamed(name, extension);
    const { id, versionId } = await context.documents.upload([...folder, fileName].join('/'), bytes, { lane });
    return { id, versionId, hash: digest(bytes), name: fileName, size: bytes.length, type };
  };
  const pdf = await file(await drawn(context, paper), 'pdf', 'application/pdf');
  const html = await file(await drawOnThread({ what: 'packHtml', pack: paper }), 'html', 'text/html');
  const { record } = await context.list(OfflinePacks).create({
    key: packKey(centreId, contentHash, number),
    title: centreTitle,
    centreId,
    number,
    contentHash,
    versionKeys: plans.map(({ version }) => version.version.key).sort(),
    withoutPlan: [...withoutPlan],
    changes: changesSince(context, before, content),
    pdf,
    html,
    madeAt,
  });
  return record;
}

/** A form too large to draw is named on paper, and included in the HTML file; the plans are drawn. */
async function drawn(context: Context, paper: PackPaper): Promise<Uint8Array> {
  try {
    return await drawOnThread({ what: 'pack', pack: paper });
  } catch (thrown) {
    if (paper.forms.size === 0 || asAppError(thrown).code !== 'threads.tooMuch') throw thrown;
    const named = [...paper.forms].map(([key, forms]) => {
      const bare = forms.map(({ title, name, type, size }) => ({ title, name, type, size, why: 'tooLarge' as const }));
      return [key, bare] as const;
    });
    return drawOnThread({ what: 'pack', pack: { ...paper, forms: new Map(named) } });
  }
}

/** Effects of a pack: an audit entry, and cards. Idempotent; free when done. */
async function carryOn(context: Context, pack: OfflinePack, by: PersonId): Promise<void> {
  const { key, centreId, number, contentHash, madeAt, title } = pack;
  const details = { centreId, number, contentHash };
  await recordAct(context, { act: 'makePack', subjectKey: key, actorId: by, at: madeAt, details });
  const campaignKey = packCampaignKey(key);
  if (context.list(Campaigns).get(campaignKey)) return;
  await startCampaign(context, { key: campaignKey, kind: offlinePackKind.kind, title, subjectKey: key, startedBy: by });
}

/** The same on request. Throws AppError: forbidden, conflict, unavailable. */
export async function makePack(context: Context, actor: Actor, centreId: CentreId): Promise<Stored<OfflinePack>> {
  if (!mayPlacePack(actor, centreId)) throw forbidden('contingency.mayNotPlacePack');
  return packUpToDate(context, centreId, actor.personId);
}

/**
 * Makes the pack of every centre with changed plans, up to a limit, and completes work after a crash: a plan for all
 * means a pack for each centre, and each takes half a second of processor time. A failed centre is retried next time
 * and does not stop others. Throws the first failure at the end.
 */
export async function continuePacks(context: Context, most = Infinity): Promise<void> {
  await continuePlacements(context);
  const failures: unknown[] = [];
  let made = 0;
  for (const [centreId, { contentHash }] of packContents(context)) {
    const isNew = latestPackOf(context, centreId)?.contentHash !== contentHash;
    if (isNew && made >= most) continue;
    try {
      await packUpToDate(context, centreId, program, 'background');
      made += Number(isNew);
    } catch (thrown) {
      context.log.warn({ centreId, code: asAppError(thrown).code }, 'a pack was not made');
      failures.push(thrown);
    }
  }
  if (failures.length > 0) throw failures[0];
}

type Change = OfflinePack['changes'][number];

/**
 * Changes since the previous pack in words: titles of plans, else that numbers of the directory changed. From memory.
 */
function changesSince(
  context: Context,
  before: Pick<OfflinePack, 'versionKeys' | 'withoutPlan'> | undefined,
  { plans, withoutPlan }: Pick<PackContent, 'plans' | 'withoutPlan'>,
): Change[] {
  const versions = context.list(ContingencyPlanVersions);
  const old = new Map(
    (before?.versionKeys ?? []).flatMap((key) => {
      const version = versions.get(key);
      return version ? [[version.planKey, version] as const] : [];
    }),
  );
  const isNow = new Set(plans.map(({ now }) => now.plan.key));
  const found = plans.flatMap(({ now, version: { version } }): Change[] => {
    const was = old.get(now.plan.key);
    if (!was) return [{ title: version.title, what: 'added' }];
    return was.key === version.key ? [] : [{ title: version.title, what: 'changed' }];
  });
  const removed = [...old.values()]
    .filter(({ planKey }) => !isNow.has(planKey))
    .map(({ title }): Change => ({ title, what: 'removed' }));
  // A pack from before missing plans and forms were recorded.
  const isOlder = before !== undefined && before.withoutPlan === undefined;
  const missing = isOlder ? [] : withoutPlan.filter((key) => before?.withoutPlan?.includes(key) !== true);
  const holdsMore = withoutPlan.length > 0 || plans.some(({ version }) => version.version.forms.length > 0);
  const all = [
    ...found,
    ...removed,
    ...missing.map((key): Change => ({ title: findAsset(context, key)?.title ?? key, what: 'withoutPlan' })),
    ...(isOlder && holdsMore ? [{ title: '', what: 'fuller' as const }] : []),
  ];
  return all.length === 0 && before ? [{ title: '', what: 'phones' }] : all;
}
