import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { inLanguage, type Instant, type Language, type PersonId } from '../../kernel/index.ts';
import { personRef } from '../../organisation/index.ts';
import { Controls } from '../../standards/index.ts';
import type { AssessedRisk } from '../contract.ts';
import { findCatalogue } from '../catalogues/catalogues.ts';
import { riskKeyOf } from '../known-risks.ts';
import { stagesViewOf, statusesOf } from '../levels.ts';
import { RiskActions, type Assessment, type FrozenThreat, type Risk } from '../risk-lists.ts';
import { emptyRisk } from './risk-fields.ts';

export interface Stamp {
  by: PersonId;
  at: Instant;
}

const openActions = derivation([RiskActions], (context): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { riskKey, doneAt, cancelledAt } of context.list(RiskActions).all())
    if (doneAt === undefined && cancelledAt === undefined) found.set(riskKey, (found.get(riskKey) ?? 0) + 1);
  return found;
});

/** Who changed a risk last, of all its fields. */
export function lastStamp(risk: Pick<Risk, 'stamps'> | undefined): Stamp | undefined {
  let last: Stamp | undefined;
  for (const { by, at } of Object.values(risk?.stamps ?? {}))
    if (!last || at > last.at) last = { by, at: at as Instant };
  return last;
}

/** A description equal to the title is left out. */
export const threatWords = ({ title, description }: FrozenThreat, language: Language) => {
  const [name, why] = [inLanguage(title, language), inLanguage(description, language)];
  return { title: name, description: why === name ? '' : why };
};

/** One threat of an assessment with its answers, empty without any. */
export function assessedRisk(
  context: Context,
  assessment: Assessment,
  threat: FrozenThreat,
  risk: Risk | undefined,
  language: Language,
): AssessedRisk {
  const content = risk ?? emptyRisk;
  const { notRelevant, vulnerability, existing, controlKeys, inherent, current, target, treatment } = content;
  const catalogue = threat.catalogueKey === undefined ? undefined : findCatalogue(context, threat.catalogueKey);
  const changed = lastStamp(risk);
  const riskKey = riskKeyOf(assessment.assetKey, threat.key);
  return {
    threatKey: threat.key,
    riskKey,
    ...threatWords(threat, language),
    ...(catalogue ? { catalogue: inLanguage(catalogue.title, language) } : {}),
    own: threat.catalogueKey === undefined,
    ...(notRelevant === undefined || notRelevant === '' ? {} : { notRelevant, ...setAside(context, risk) }),
    vulnerability,
    existing,
    controls: controlKeys.flatMap((key) => {
      const control = context.list(Controls).get(key);
      return control ? [{ key, title: control.title, state: control.state, effect: control.effect }] : [];
    }),
    estimates: { inherent, current, target },
    stages: stagesViewOf(assessment.scale, statusesOf(assessment, content), language),
    ...(treatment === undefined ? {} : { treatment }),
    treatmentNote: content.treatmentNote,
    ...(changed ? { changedAt: changed.at, changedBy: personRef(context, changed.by) } : {}),
    openActions: openActions(context).get(riskKey) ?? 0,
  };
}

function setAside(context: Context, risk: Risk | undefined): Pick<AssessedRisk, 'setAside'> {
  const stamp = risk?.stamps['notRelevant'];
  return stamp ? { setAside: { by: personRef(context, stamp.by), at: stamp.at } } : {};
}
