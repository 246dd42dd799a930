import { Acknowledgements, reasonsOf } from '../acknowledgements/index.ts';
import { approvalSummary, wayView } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import { conflict, missing, nowOf, type Actor, type CentreId } from '../kernel/index.ts';
import { coordinatorsOf, discardedBy, findPerson, freshnessOf, personRef } from '../organisation/index.ts';
import { orWhileHeld, type Stored } from '../sharepoint/index.ts';
import type {
  CoverageView,
  EarlierReceiptsView,
  PolicyPageView,
  PolicyVersionRow,
  PolicyVersionView,
  ReceiptView,
} from './contract.ts';
import { policyCoverage } from './coverage.ts';
import { isAtHand, openVersions } from './ended-versions.ts';
import { policyDue } from './obligations.ts';
import {
  mayComment,
  mayDraftPolicy,
  mayGovernPolicy,
  mayPublishPolicy,
  mayReadDrafts,
  mayReadReason,
  mayReadVersion,
  maySeeCoverage,
  maySeePeopleOf,
} from './permissions.ts';
import { isWaiting, openPolicyRequest, requestAbout, standsInTheWay } from './policy-requests.ts';
import { before, everPublished } from './policy-version.ts';
import { PolicyVersions, type PolicyVersion } from './policy-version-list.ts';
import { policyWay } from './policy-way.ts';
import { receiptNote } from './receipt-note.ts';
import { acknowledgementOf } from './receipts.ts';
import { comingPolicy, currentPolicy, isAsked, policyState, policyVersion, policyVersions } from './versions.ts';
import { yearlyView } from './yearly.ts';

type Version = Stored<PolicyVersion>;

/** A version the actor may read. Throws AppError `missing` for a draft to others, and for a discarded one. */
export function versionFor(context: Context, actor: Actor, versionKey: string): Version {
  const version = policyVersion(context, versionKey);
  if (version && mayRead(context, actor, version)) return version;
  const known = mayReadDrafts(actor) ? context.list(PolicyVersions).get(versionKey) : undefined;
  throw missing('policy.noSuchVersion', discardedBy(context, known?.discardedBy, known?.discardedAt));
}

/** Whether the actor may read a version. From memory. */
export const mayRead = (context: Context, actor: Actor, version: Version): boolean =>
  mayReadVersion(actor, policyState(context, version), requestKnown(context, version.key) !== undefined);

/** The policy is readable without the list of approvals. */
const requestKnown = (context: Context, versionKey: string) =>
  orWhileHeld(() => requestAbout(context, versionKey), undefined);

export function versionRow(context: Context, actor: Actor, version: Version): PolicyVersionRow {
  const { key, title, number, changeKind, summary, effectiveOn, acknowledgeBy, publishedAt, contentHash } = version;
  const state = policyState(context, version);
  // An unset multi-line cell reads as ''.
  const reason = mayReadReason(actor) ? version.publishReason : '';
  const request = mayGovernPolicy(actor) ? requestKnown(context, key) : undefined;
  const isOpen = state === 'draft' && !orWhileHeld(() => isWaiting(context, version), true);
  return {
    key,
    title,
    number,
    state,
    changeKind,
    summary,
    effectiveOn,
    ...(acknowledgeBy === undefined ? {} : { acknowledgeBy }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(version.publishedBy === undefined ? {} : { publishedBy: personRef(context, version.publishedBy) }),
    ...(version.cardsAt !== undefined && version.cardsAt > nowOf(context.clock) ? { cardsAt: version.cardsAt } : {}),
    ...(reason ? { publishReason: reason } : {}),
    ...(contentHash === undefined ? {} : { contentHash }),
    ...(request ? { approval: approvalSummary(context, request) } : {}),
    abilities: {
      edit: isOpen && mayDraftPolicy(actor),
      publish: isOpen && mayPublishPolicy(actor) && !standsInTheWay(context, version),
      seeCoverage: isAsked(context, version) && maySeeCoverage(actor),
      seeCampaign: isAsked(context, version) && mayReadDrafts(actor),
      submit: isOpen && mayDraftPolicy(actor) && openPolicyRequest(context) === undefined,
      comment: state === 'draft' && mayComment(actor),
      readComments: state === 'draft' && mayReadDrafts(actor),
    },
  };
}

export function versionView(context: Context, actor: Actor, version: Version): PolicyVersionView {
  const [receipt] = ownReceipts(context, actor, [version]).filter(isPositive);
  const previous = before<PolicyVersion>(version, policyVersions(context));
  const row = versionRow(context, actor, version);
  return {
    ...row,
    etag: etagOf([
      version.title,
      version.number,
      version.body,
      version.summary,
      version.changeKind,
      version.effectiveOn,
    ]),
    body: version.body,
    ...(receipt ? { receipt } : {}),
    ...heldBy(context, actor, version),
    ...(row.abilities.submit ? { way: wayView(context, policyWay, actor.personId) } : {}),
    ...(previous ? { previous: { key: previous.key, number: previous.number } } : {}),
    freshness: freshnessOf(context, PolicyVersions, Acknowledgements),
  };
}

/** Why a draft cannot be submitted now: another version, or the yearly approval of the one in force, is pending. */
function heldBy(context: Context, actor: Actor, version: Version): Pick<PolicyVersionView, 'heldBy'> {
  if (version.state !== 'draft' || !mayGovernPolicy(actor)) return {};
  const open = orWhileHeld(() => openPolicyRequest(context), undefined);
  const asked = open && policyVersion(context, open.subjectKey);
  if (!open || !asked || asked.key === version.key) return {};
  return { heldBy: { ...approvalSummary(context, open), number: asked.number } };
}

const isPositive = ({ outcome }: ReceiptView) => outcome === 'acknowledged' || outcome === 'carriedOver';

/** The actor's receipts for the versions, and reasons for none, newest first. */
function ownReceipts(context: Context, actor: Actor, versions: readonly Version[]): ReceiptView[] {
  const note = receiptNote(context, actor.language);
  return versions
    .flatMap((version): ReceiptView[] => {
      const about = { versionKey: version.key, versionNumber: version.number };
      const receipt = acknowledgementOf(context, version.key, actor.personId);
      const noted = reasonsOf(context, version.key, actor.personId);
      return [...(receipt ? [receipt] : []), ...noted].map((one) => {
        const { outcome, at, channel, contentHash } = one;
        return { ...about, outcome, at, channel, contentHash, ...note(one) };
      });
    })
    .sort((one, other) => other.at.localeCompare(one.at));
}

/** The policy in force with its versions and the reader's receipts in memory: 50,000 people open this page. */
export function policyPage(context: Context, actor: Actor): PolicyPageView {
  const current = currentPolicy(context);
  const view = current && versionView(context, actor, current);
  const coming = mayDraftPolicy(actor) ? comingPolicy(context) : undefined;
  const person = findPerson(context, actor.personId);
  const published = everPublished(policyVersions(context));
  const drafts = policyVersions(context).filter(({ state }) => state === 'draft');
  const readable = [...drafts, ...published.toReversed()].filter((version) => mayRead(context, actor, version));
  const yearly = orWhileHeld(() => yearlyView(context, actor), undefined);
  const atHand = (version: PolicyVersion) => orWhileHeld(() => isAtHand(context, version), false);
  return {
    ...(view ? { current: view } : {}),
    ...(coming ? { coming: versionView(context, actor, coming) } : {}),
    ...(current && person && view?.receipt === undefined ? { due: policyDue(context, current, person) } : {}),
    versions: readable.map((version) => versionRow(context, actor, version)),
    receipts: ownReceipts(context, actor, published.filter(atHand)),
    earlier: published.filter((version) => !atHand(version)).length,
    ...(yearly ? { yearly } : {}),
    abilities: {
      draft: mayDraftPolicy(actor),
      seeCoverage: maySeeCoverage(actor),
      acknowledge: view !== undefined && view.receipt === undefined,
    },
    freshness: freshnessOf(context, PolicyVersions, Acknowledgements),
  };
}

/** My receipts of versions not in `policyPage`, newest first. 1 resource unit a version and person. */
export async function earlierReceipts(context: Context, actor: Actor): Promise<EarlierReceiptsView> {
  const versions = everPublished(policyVersions(context)).filter((version) => !isAtHand(context, version));
  await openVersions(context, versions, actor.personId);
  return {
    receipts: ownReceipts(context, actor, versions),
    freshness: freshnessOf(context, PolicyVersions, Acknowledgements),
  };
}

/** Coverage by centre. Throws AppError `conflict` for a draft. */
export function coverageView(context: Context, actor: Actor, version: Version): CoverageView {
  const coverage = policyCoverage(context, version.key);
  if (!coverage) throw conflict('policy.noCoverage');
  const { people, acknowledged, missing: without, percent, onLeave, freshness } = coverage;
  return {
    version: versionRow(context, actor, version),
    people,
    acknowledged,
    missing: without,
    percent,
    onLeave,
    centres: coverage.centres.map((row) => ({
      ...row,
      coordinators: coordinatorsOf(context, row.centre?.id as CentreId | undefined).map(({ key }) =>
        personRef(context, key),
      ),
      abilities: { seePeople: maySeePeopleOf(actor, row.centre?.id as CentreId | undefined) },
    })),
    freshness,
  };
}
