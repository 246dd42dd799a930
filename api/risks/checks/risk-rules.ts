import { severityOf, type Status } from '../levels.ts';
import { views } from '../vocabulary.ts';
import type { AssessmentCase, ThreatCase } from './check-world.ts';
import { aboutRisks, type Rule } from './rule.ts';

const open = ({ actions }: ThreatCase) =>
  actions.length === 0 ? actions : actions.filter(({ doneAt }) => doneAt === undefined);

/** Worse is a higher level; at equal level, a step more of one without a step less of the other. */
function isWorse(one: Status | undefined, other: Status | undefined): boolean {
  if (!one || !other) return false;
  if (one.level !== other.level) return one.level > other.level;
  const consequence = one.consequence - other.consequence;
  const likelihood = one.likelihood - other.likelihood;
  return consequence >= 0 && likelihood >= 0 && consequence + likelihood > 0;
}

/** One of the two worst levels, and in the worse half. */
function isSerious({ statuses: { current } }: ThreatCase, { assessment: { scale } }: AssessmentCase): boolean {
  return current !== undefined && current.level >= scale.levels.length - 2 && severityOf(scale, current.level) >= 0.5;
}

/** Whether likelihood or consequence is missing, so that the threat has no level yet. */
function isHalf({ risk, statuses }: ThreatCase): boolean {
  const isRelevant = risk.notRelevant === undefined || risk.notRelevant === '';
  if (!isRelevant || statuses.current !== undefined) return false;
  const stages = [risk.inherent, risk.current];
  const likely = stages.some(({ likelihood }) => likelihood !== undefined);
  const harmful = stages.some(({ consequence }) =>
    views.some((view) => Object.values(consequence[view] ?? {}).some((step) => step !== undefined)),
  );
  return likely !== harmful;
}

/** Rules about a single risk: levels, treatment, actions and acceptance. */
export const riskRules: readonly Rule[] = [
  aboutRisks({ code: 'currentAboveInherent', severity: 'error', inDrafts: true }, ({ statuses }) =>
    isWorse(statuses.current, statuses.inherent),
  ),
  aboutRisks({ code: 'targetAboveCurrent', severity: 'error', inDrafts: true }, ({ statuses }) =>
    isWorse(statuses.target, statuses.current),
  ),
  aboutRisks({ code: 'halfEstimate', severity: 'warning', inDrafts: true }, (risk) => isHalf(risk)),
  aboutRisks(
    { code: 'treatmentMissing', severity: 'error', inDrafts: true },
    (risk, assessed) => isSerious(risk, assessed) && risk.risk.treatment === undefined,
  ),
  aboutRisks(
    { code: 'mitigateWithoutAction', severity: 'warning', inDrafts: false },
    ({ risk, actions, statuses }) =>
      statuses.current !== undefined && risk.treatment === 'mitigate' && actions.length === 0,
  ),
  aboutRisks(
    { code: 'mitigateWithoutTarget', severity: 'info', inDrafts: true },
    ({ risk, statuses: { current, target } }) =>
      risk.treatment === 'mitigate' && current !== undefined && current.level > 0 && !isWorse(current, target),
  ),
  aboutRisks({ code: 'actionOverdue', severity: 'warning', inDrafts: false }, (risk, _, { today }) => {
    const late = open(risk).find(({ due }) => due < today);
    return late && { action: late.title, date: { day: late.due } };
  }),
  aboutRisks({ code: 'actionOwnerHasLeft', severity: 'warning', inDrafts: false }, (risk, _, { hasLeft }) => {
    const left = open(risk).find(({ ownerId }) => hasLeft(ownerId));
    return left && { action: left.title };
  }),
  aboutRisks({ code: 'actionWithoutEffect', severity: 'info', inDrafts: false }, (risk) => {
    const vague = open(risk).find(({ effect }) => effect.trim() === '');
    return vague && { action: vague.title };
  }),
  aboutRisks(
    { code: 'doneNotReassessed', severity: 'warning', inDrafts: false },
    ({ actions, statuses: { current, target } }, { assessment }) =>
      actions.length > 0 &&
      actions.every(({ doneAt }) => doneAt !== undefined && doneAt > (assessment.finishedAt ?? '')) &&
      isWorse(current, target),
  ),
  aboutRisks({ code: 'controlStopped', severity: 'warning', inDrafts: true }, ({ risk }, _, { stopped }) => {
    const control = risk.controlKeys.map((key) => stopped(key)).find((title) => title !== undefined);
    return control !== undefined && { control };
  }),
  aboutRisks(
    { code: 'acceptWithoutApproval', severity: 'error', inDrafts: false },
    ({ risk, acceptance: { state }, statuses }) =>
      statuses.current !== undefined &&
      risk.treatment === 'accept' &&
      (state === 'none' || state === 'rejected' || state === 'returned') && {
        state: { word: `risks.acceptance.${state}` },
      },
  ),
  aboutRisks(
    { code: 'acceptanceExpired', severity: 'error', inDrafts: false },
    ({ acceptance: { state, until } }) => state === 'expired' && until !== undefined && { date: { day: until } },
  ),
  aboutRisks(
    { code: 'acceptanceStale', severity: 'error', inDrafts: false },
    ({ acceptance: { state } }) => state === 'stale',
  ),
];
