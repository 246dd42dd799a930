import { findAsset, Assets, type Asset } from '../../assets/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { todayOf, type LocalDate } from '../../kernel/index.ts';
import { findPerson, isEmployed, People } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { openTriggers } from '../assessments/triggers.ts';
import { assessmentsOf, knownRisk, riskKeyOf, risksByAssessment, threatsOf } from '../known-risks.ts';
import type { Standings } from '../levels.ts';
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
import { registerEntries } from '../register/register-entries.ts';
import type { AcceptanceNow } from '../treatment/acceptance.ts';
import { actionsByRisk } from '../treatment/actions.ts';

/** What an assessment says of one threat, with how it is treated. */
export interface ThreatCase {
  key: string;
  threat: FrozenThreat;
  risk: Stored<Risk>;
  standings: Standings;
  /** Those that are not given up. */
  actions: readonly Stored<RiskAction>[];
  acceptance: AcceptanceNow;
}
/** An assessment that is looked at: in force, or the draft that its writers ask about. */
export interface AssessmentCase {
  assessment: Stored<Assessment>;
  isDraft: boolean;
  threats: readonly ThreatCase[];
  /** Threats of which nothing is said. */
  unanswered: readonly FrozenThreat[];
}
/** An asset that is not retired, with everything that can be wrong about it. */
export interface AssetCase {
  asset: Stored<Asset>;
  assessed?: AssessmentCase;
  draft?: Stored<Assessment>;
  /** What asks for a new assessment before its time. */
  triggers: readonly Stored<AssessmentTrigger>[];
}
/** What the rules look at: made by hand in tests, from memory otherwise. */
export interface CheckWorld {
  today: LocalDate;
  assets: readonly AssetCase[];
  /** An asset by key, retired ones too. */
  assetOf(key: string): Stored<Asset> | undefined;
  /** Whether somebody has left the municipality; people nobody knows have. */
  hasLeft(personId: string): boolean;
}

const notAccepted: AcceptanceNow = { state: 'none' };
const noActions: readonly Stored<RiskAction>[] = [];

function caseOf(context: Context, asset: Stored<Asset>, assessment: Stored<Assessment>): AssessmentCase {
  const actions = actionsByRisk(context);
  const register = registerEntries(context);
  const threats = threatsOf(assessment);
  const answered = new Set<string>();
  const found: ThreatCase[] = [];
  for (const risk of risksByAssessment(context).get(assessment.key) ?? []) {
    const threat = threats.get(risk.threatKey);
    if (!threat) continue;
    answered.add(threat.key);
    const known = knownRisk(asset, assessment, risk);
    const key = known?.key ?? riskKeyOf(asset.key, threat.key);
    const entry = register.get(key);
    found.push({
      ...{ key, threat, risk },
      standings: known?.standings ?? {},
      actions: actions.get(key)?.filter(({ cancelledAt }) => cancelledAt === undefined) ?? noActions,
      acceptance: entry && entry.known === known ? entry.acceptance : notAccepted,
    });
  }
  return {
    ...{ assessment, isDraft: assessment.state === 'draft', threats: found },
    unanswered: assessment.threats.filter(({ key }) => !answered.has(key)),
  };
}

function worldOf(context: Context, assets: readonly AssetCase[]): CheckWorld {
  const today = todayOf(context.clock);
  return {
    ...{ today, assets },
    assetOf: (key) => findAsset(context, key),
    hasLeft: (personId) => {
      const person = findPerson(context, personId);
      return person === undefined || !isEmployed(person, today);
    },
  };
}

/** Everything in force. Computed again when a list changes, or the day. */
export const wholeWorld = derivation(
  [Assets, Assessments, Risks, RiskActions, RiskAcceptances, AssessmentTriggers, ApprovalRequests, People],
  (context): CheckWorld =>
    worldOf(
      context,
      context
        .list(Assets)
        .all()
        .filter(({ state }) => state !== 'retired')
        .map((asset): AssetCase => {
          const { finished, draft } = assessmentsOf(context, asset.key);
          const [latest] = finished;
          return {
            asset,
            ...(latest ? { assessed: caseOf(context, asset, latest) } : {}),
            ...(draft ? { draft } : {}),
            triggers: openTriggers(context, asset.key),
          };
        }),
    ),
  (context: Context) => todayOf(context.clock),
);

/** One asset as the whole world holds it. */
export const worldOfAsset = (context: Context, assetKey: string): CheckWorld =>
  worldOf(
    context,
    wholeWorld(context).assets.filter(({ asset }) => asset.key === assetKey),
  );

/** A draft as if it were in force. Nothing when its asset is gone. */
export function worldOfDraft(context: Context, draft: Stored<Assessment>): CheckWorld {
  const asset = findAsset(context, draft.assetKey);
  return worldOf(context, asset ? [{ asset, assessed: caseOf(context, asset, draft), triggers: [] }] : []);
}
