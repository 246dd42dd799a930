import { findAsset, Assets, type Asset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { isVital, listsOfVitality } from '../../critical-services/index.ts';
import { derivation } from '../../derivation.ts';
import { todayOf, type LocalDate } from '../../kernel/index.ts';
import { hasLeft, People } from '../../organisation/index.ts';
import { Controls } from '../../standards/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { lastStamp } from '../assessments/assessed-risk.ts';
import { openTriggers } from '../assessments/triggers.ts';
import { assessmentsOf, knownRisk, riskKeyOf, risksByAssessment, threatsOf, type KnownRisk } from '../known-risks.ts';
import type { Statuses } from '../levels.ts';
import {
  Assessments,
  AssessmentTriggers,
  RiskAcceptances,
  RiskActions,
  Risks,
  type Assessment,
  type AssessmentTrigger,
  type FrozenThreat,
  type Risk,
  type RiskAction,
} from '../risk-lists.ts';
import { registerEntries, type RegisterEntry } from '../register/register-entries.ts';
import type { AcceptanceNow } from '../treatment/acceptance.ts';

/** An assessment's answers about one threat, with its treatment once in the register. */
export interface ThreatCase {
  key: string;
  threat: FrozenThreat;
  risk: Stored<Risk>;
  statuses: Statuses;
  /** Except cancelled ones. */
  actions: readonly Stored<RiskAction>[];
  acceptance: AcceptanceNow;
  /** Its register entry, if any. */
  entry: RegisterEntry | undefined;
}
/** An assessment to check: in force, or a draft. */
export interface AssessmentCase {
  assessment: Stored<Assessment>;
  isDraft: boolean;
  threats: readonly ThreatCase[];
  /** Unanswered threats. */
  unanswered: readonly FrozenThreat[];
}
/** An active asset with all data to check. */
export interface AssetCase {
  asset: Stored<Asset>;
  assessed?: AssessmentCase;
  draft?: Stored<Assessment>;
  /** Last change of the draft or of a field in it. */
  draftTouched?: string;
  /** Critical services depend on it, whatever the register says. */
  vital?: boolean;
  /** Triggers of a new assessment. */
  triggers: readonly Stored<AssessmentTrigger>[];
}
/** Input of the rules: hand-made in tests, else from memory. */
export interface CheckWorld {
  today: LocalDate;
  assets: readonly AssetCase[];
  /** An asset by key, also retired. */
  assetOf(key: string): Stored<Asset> | undefined;
  /** Whether a person has left; unknown people have. */
  hasLeft(personId: string): boolean;
  /** The title of a control that is stopped; undefined for one in use. */
  stopped(controlKey: string): string | undefined;
}

const notAccepted: AcceptanceNow = { state: 'none' };

function threatCase(asset: Stored<Asset>, threat: FrozenThreat, risk: Stored<Risk>, found: Found): ThreatCase {
  const { known, entry } = found;
  return {
    key: known?.key ?? riskKeyOf(asset.key, threat.key),
    threat,
    risk,
    entry,
    statuses: known?.statuses ?? {},
    actions: entry?.treatedBy.filter(({ cancelledAt }) => cancelledAt === undefined) ?? [],
    acceptance: entry?.acceptance ?? notAccepted,
  };
}
interface Found {
  known: KnownRisk | undefined;
  entry: RegisterEntry | undefined;
}

const cases = new WeakMap<Stored<Assessment>, { asset: Stored<Asset>; made: AssessmentCase }>();

/** Same object until its inputs change. */
function caseOf(context: Context, asset: Stored<Asset>, assessment: Stored<Assessment>): AssessmentCase {
  const register = registerEntries(context);
  const find = (risk: Stored<Risk>): Found => {
    const known = knownRisk(asset, assessment, risk);
    const entry = known && register.get(known.key);
    return { known, entry: entry?.known === known ? entry : undefined };
  };
  const threats = threatsOf(assessment);
  const items = (risksByAssessment(context).get(assessment.key) ?? []).filter(({ threatKey }) =>
    threats.has(threatKey),
  );
  const before = cases.get(assessment);
  if (before?.asset === asset && isAsBefore(before.made.threats, items, find)) return before.made;
  const answered = new Set(items.map(({ threatKey }) => threatKey));
  const made: AssessmentCase = {
    assessment,
    isDraft: assessment.state === 'draft',
    threats: items.flatMap((risk) => {
      const threat = threats.get(risk.threatKey);
      return threat ? [threatCase(asset, threat, risk, find(risk))] : [];
    }),
    unanswered: assessment.threats.filter(({ key }) => !answered.has(key)),
  };
  cases.set(assessment, { asset, made });
  return made;
}

const isAsBefore = (
  before: readonly ThreatCase[],
  items: readonly Stored<Risk>[],
  find: (risk: Stored<Risk>) => Found,
): boolean =>
  before.length === items.length &&
  before.every(({ risk, entry }, place) => risk === items[place] && entry === find(risk).entry);

const assetCases = new WeakMap<Stored<Asset>, AssetCase>();
const isSame = (one: AssetCase, other: AssetCase): boolean =>
  one.assessed === other.assessed &&
  one.draft === other.draft &&
  one.draftTouched === other.draftTouched &&
  one.vital === other.vital &&
  one.triggers.length === other.triggers.length &&
  one.triggers.every((trigger, place) => trigger === other.triggers[place]);

const touchedAt = (context: Context, draft: Stored<Assessment>): string =>
  (risksByAssessment(context).get(draft.key) ?? []).reduce((last, risk) => {
    const at = lastStamp(risk)?.at;
    return at !== undefined && at > last ? at : last;
  }, draft.changedAt as string);

/** Same object until its inputs change. */
function assetCase(context: Context, asset: Stored<Asset>): AssetCase {
  const { finished, draft } = assessmentsOf(context, asset.key);
  const [latest] = finished;
  const now: AssetCase = {
    asset,
    ...(latest ? { assessed: caseOf(context, asset, latest) } : {}),
    ...(draft ? { draft, draftTouched: touchedAt(context, draft) } : {}),
    triggers: openTriggers(context, asset.key),
    ...(isVital(context, asset.key) ? { vital: true } : {}),
  };
  const before = assetCases.get(asset);
  if (before && isSame(before, now)) return before;
  assetCases.set(asset, now);
  return now;
}

function worldOf(context: Context, assets: readonly AssetCase[]): CheckWorld {
  const today = todayOf(context.clock);
  return {
    today,
    assets,
    assetOf: (key) => findAsset(context, key),
    hasLeft: (personId) => hasLeft(context, personId),
    stopped: (controlKey) => {
      const control = context.list(Controls).get(controlKey);
      return control?.state === 'retired' ? control.title : undefined;
    },
  };
}

export const listsOfWorld = [
  ...[Assets, Assessments, Risks, RiskActions, RiskAcceptances, AssessmentTriggers, ApprovalRequests, People, Controls],
  ...listsOfVitality,
];

/** All in force. Recomputed when a list or the day changes. */
export const wholeWorld = derivation(
  listsOfWorld,
  (context): CheckWorld =>
    worldOf(
      context,
      context
        .list(Assets)
        .all()
        .filter(({ state }) => state !== 'retired')
        .map((asset) => assetCase(context, asset)),
    ),
  (context: Context) => todayOf(context.clock),
);

/** One asset, as in the whole world. */
export const worldOfAsset = (context: Context, assetKey: string): CheckWorld =>
  worldOf(
    context,
    wholeWorld(context).assets.filter(({ asset }) => asset.key === assetKey),
  );

/** A draft as if in force. Undefined when its asset is gone. */
export function worldOfDraft(context: Context, draft: Stored<Assessment>): CheckWorld {
  const asset = findAsset(context, draft.assetKey);
  return worldOf(context, asset ? [{ asset, assessed: caseOf(context, asset, draft), triggers: [] }] : []);
}
