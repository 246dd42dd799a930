import { ApprovalRequests, approvalSummary, latestRequest, requestsAbout, wayView } from '../../approvals/index.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { etagOf } from '../../edits/index.ts';
import { forbidden, inLanguage, missing, type Actor, type Language } from '../../kernel/index.ts';
import { freshnessOf } from '../../organisation/index.ts';
import { Controls, type Control } from '../../standards/index.ts';
import type { RiskDetail } from '../contract.ts';
import { assessmentsOf, heldOnOf, riskOrThrow, risksByAssessment, type KnownRisk } from '../known-risks.ts';
import { completed, stagesViewOf, statusesOf } from '../levels.ts';
import { maySeeRisk, mayTreat } from '../permissions.ts';
import { registerEntries } from './register-entries.ts';
import { riskRowOf } from './register-rows.ts';
import { RiskAcceptances, RiskActions, Risks } from '../risk-lists.ts';
import { scaleView } from '../scales/scale-view.ts';
import { acceptanceSubject, askedIn, hasMoved } from '../treatment/acceptance.ts';
import { riskActions, workersOn } from '../treatment/actions.ts';
import { wayFor } from '../treatment/ask-acceptance.ts';
import { levelMarkOfCell } from '../treatment/frozen-cell.ts';

/** Whether the actor sees a risk: by its asset, or by an own action. From memory. */
export const readsRisk = (context: Context, actor: Actor, known: KnownRisk): boolean =>
  maySeeRisk(actor, known.asset, []) || maySeeRisk(actor, known.asset, workersOn(context, known));

/**
 * A risk in force, if visible by its asset or an own action. Throws AppError: missing `risks.noSuchRisk`, forbidden
 * `risks.mayNotSee`.
 */
function riskFor(context: Context, actor: Actor, riskKey: string): KnownRisk {
  const known = riskOrThrow(context, riskKey);
  if (!readsRisk(context, actor, known)) throw forbidden('risks.mayNotSee');
  return known;
}

/** One risk with its estimates, treatment, acceptance and history (R1, R2). */
export function riskView(context: Context, actor: Actor, riskKey: string): RiskDetail {
  const known = riskFor(context, actor, riskKey);
  const entry = registerEntries(context).get(known.key);
  if (!entry) throw missing('risks.noSuchRisk');
  const { assessment, threat, risk, statuses } = known;
  const { language } = actor;
  const treats = mayTreat(actor, known.asset);
  const isAsked = latestRequest(context, acceptanceSubject, known.key)?.state === 'open';
  return {
    ...riskRowOf(context, language, { entry, statuses }),
    description: inLanguage(threat.description, language),
    assessmentKey: assessment.key,
    scale: scaleView(assessment.scale, language),
    estimates: completed(risk),
    vulnerability: risk.vulnerability,
    existing: risk.existing,
    controlList: risk.controlKeys.flatMap((key) => controlRefOf(context.list(Controls).get(key))),
    treatmentNote: risk.treatmentNote,
    etag: etagOf([risk.treatment, risk.treatmentNote, risk.target]),
    actionList: riskActions.about(context, known.key).map((action) => {
      const { title, ownerId, due, cost, effect, progress } = action;
      const etag = etagOf([title, ownerId, due, cost, effect]);
      return { ...riskActions.view(context, actor, action), etag, cost, effect, progress };
    }),
    acceptances: acceptancesOf(context, known, language),
    way: wayView(context, wayFor(actor, known), treats ? actor.personId : undefined),
    history: historyOf(context, known, language),
    abilities: { treat: treats, addAction: treats, accept: treats && !isAsked },
    freshness: freshnessOf(context, Assets, Risks, RiskActions, RiskAcceptances, ApprovalRequests),
  };
}

const controlRefOf = (control: Control | undefined): RiskDetail['controlList'] =>
  control ? [{ key: control.key, title: control.title, state: control.state, effect: control.effect }] : [];

/** All acceptance requests, newest first. */
const acceptancesOf = (context: Context, known: KnownRisk, language: Language): RiskDetail['acceptances'] =>
  requestsAbout(context, acceptanceSubject, known.key).map((request) => {
    const asked = askedIn(context, request);
    return {
      approval: approvalSummary(context, request),
      reason: asked?.reason ?? '',
      stale: request.state === 'approved' && (!asked || hasMoved(known, asked)),
      ...(asked ? { until: asked.until, level: levelMarkOfCell(asked.current, language) } : {}),
    };
  });

/** The risk in each finished assessment of its asset, latest first; without those lacking it. */
function historyOf(context: Context, { asset, risk }: KnownRisk, language: Language): RiskDetail['history'] {
  const items = risksByAssessment(context);
  return assessmentsOf(context, asset.key).finished.flatMap((assessment) => {
    const then = items.get(assessment.key)?.find(({ threatKey }) => threatKey === risk.threatKey);
    if (!then) return [];
    const heldOn = heldOnOf(assessment);
    return [
      {
        assessmentKey: assessment.key,
        number: assessment.number,
        state: assessment.state,
        ...(heldOn === undefined ? {} : { heldOn }),
        stages: stagesViewOf(assessment.scale, statusesOf(assessment, then), language),
      },
    ];
  });
}
