import { editing } from '../edits/index.ts';
import { campaignProgress, Campaigns } from '../deliveries/index.ts';
import type { Context } from '../context.ts';
import { allow, routes, type Route } from '../http/route.ts';
import { conflict, type Actor, type LocalDate, invalid } from '../kernel/index.ts';
import { acknowledgePolicy } from './acknowledge-policy.ts';
import { audienceOf } from './audience.ts';
import { policyContract, longestPolicy, type WordTextView } from './contract.ts';
import { policyCoverageInTurn } from './coverage.ts';
import { coverageWorkbook } from './coverage-workbook.ts';
import { discardDraft, draftPolicy, editDraft } from './draft-policy.ts';
import { openCoverage, openVersions } from './ended-versions.ts';
import { missingPeople } from './people-missing.ts';
import { coverageReaders, draftReaders, drafters, peopleReaders, publishers } from './permissions.ts';
import { policyCampaignKey } from './policy-campaign.ts';
import { coverageView, earlierReceipts, policyPage, versionFor, versionView } from './policy-views.ts';
import { isAsked } from './versions.ts';
import { publishPolicy } from './publish-policy.ts';
import { receiptsSeen } from './receipts-seen.ts';
import { receiptNote } from './receipt-note.ts';
import { sniffFile } from '../files/index.ts';
import type { Upload } from '../http/endpoint.ts';
import { wordsOf } from '../word/index.ts';

const campaignOf = (context: Context, actor: Actor, versionKey: string) => {
  const key = policyCampaignKey(versionKey);
  return context.list(Campaigns).get(key) ? { campaign: campaignProgress(context, actor, key) } : {};
};

export const policyRoutes: Route[] = routes(policyContract, {
  'GET /api/policy': allow('everyone', policyPage),
  'GET /api/policy/earlier-receipts': allow('everyone', earlierReceipts),
  'GET /api/policy/versions/:versionKey': allow('everyone', async (context, actor, { params }) => {
    const version = versionFor(context, actor, params.versionKey);
    await openVersions(context, [version], actor.personId);
    return versionView(context, actor, version);
  }),
  'POST /api/policy/versions': allow(drafters, async (context, actor, { body }) =>
    versionView(
      context,
      actor,
      await draftPolicy(context, actor, { ...body, effectiveOn: body.effectiveOn as LocalDate }),
    ),
  ),
  'POST /api/policy/word-text': allow(drafters, (_context, _actor, { body }) => textOfWord(body)),
  'PUT /api/policy/versions/:versionKey': allow(
    drafters,
    editing(
      (context, { params }, actor) => versionView(context, actor, versionFor(context, actor, params.versionKey)).etag,
      async (context, actor, { params, body }) => {
        const draft = { ...body, effectiveOn: body.effectiveOn as LocalDate };
        return versionView(context, actor, await editDraft(context, actor, params.versionKey, draft));
      },
    ),
  ),
  'DELETE /api/policy/versions/:versionKey': allow(drafters, async (context, actor, { params }) => {
    await discardDraft(context, actor, params.versionKey);
    return undefined;
  }),
  'GET /api/policy/versions/:versionKey/audience': allow(draftReaders, async (context, actor, { params }) => {
    const version = versionFor(context, actor, params.versionKey);
    await openVersions(context, [version]);
    return audienceOf(context, version);
  }),
  'POST /api/policy/versions/:versionKey/publish': allow(
    publishers,
    async (context, actor, { params: { versionKey }, body: { reason, when } }) => {
      const { version } = await publishPolicy(context, actor, { versionKey, reason, when });
      return { version: versionView(context, actor, version), ...campaignOf(context, actor, versionKey) };
    },
  ),
  'POST /api/policy/versions/:versionKey/acknowledge': allow(
    'everyone',
    async (context, actor, { params: { versionKey } }) => {
      const { result, receipt, version } = await acknowledgePolicy(context, actor, { versionKey, channel: 'tab' });
      const { outcome, at, channel, contentHash } = receipt;
      const about = { versionKey, versionNumber: version.number, outcome, at, channel, contentHash };
      return { result, receipt: { ...about, ...receiptNote(context, actor.language)(receipt) } };
    },
  ),
  'GET /api/policy/versions/:versionKey/campaign': allow(draftReaders, (context, actor, { params }) => {
    const { key } = versionFor(context, actor, params.versionKey);
    return campaignOf(context, actor, key);
  }),
  'GET /api/policy/versions/:versionKey/coverage': allow(coverageReaders, async (context, actor, { params }) => {
    const version = versionFor(context, actor, params.versionKey);
    await openCoverage(context, version);
    await policyCoverageInTurn(context, version.key);
    return coverageView(context, actor, version);
  }),
  'GET /api/policy/versions/:versionKey/missing': allow(peopleReaders, async (context, actor, { params, query }) =>
    missingPeople(context, actor, await publishedFor(context, actor, params.versionKey), query),
  ),
  'GET /api/policy/versions/:versionKey/receipts': allow(peopleReaders, async (context, actor, { params, query }) =>
    receiptsSeen(context, actor, await publishedFor(context, actor, params.versionKey), query),
  ),
  'GET /api/policy/versions/:versionKey/coverage.xlsx': allow(
    coverageReaders,
    async (context, actor, { params, query }) =>
      coverageWorkbook(context, actor, await publishedFor(context, actor, params.versionKey), query),
  ),
});

/** With its receipts loaded. A draft has no audience, so no list. */
async function publishedFor(context: Context, actor: Actor, versionKey: string) {
  const version = versionFor(context, actor, versionKey);
  if (!isAsked(context, version)) throw conflict('policy.noCoverage');
  await openCoverage(context, version);
  return version;
}

/**
 * A Word document's text, as Markdown with its headings, lists, tables and links, as a start for a draft; nothing is
 * stored. The kind is detected from its bytes. No resource units. Throws AppError: invalid `policy.noWord`
 * `policy.emptyWord`, unavailable `threads.busy` when too many are being read.
 */
export async function textOfWord({ bytes }: Upload): Promise<WordTextView> {
  const file = await sniffFile(bytes);
  if (file?.kind !== 'word') throw invalid('policy.noWord', { field: 'file' });
  const found = await wordsOf(bytes, file.type, longestPolicy);
  if (found.text === '') throw invalid('policy.emptyWord', { field: 'file' });
  return found;
}
