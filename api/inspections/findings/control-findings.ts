import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { Actor } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { Controls, type ControlUser } from '../../standards/index.ts';
import { InspectionFindings, Inspections, type InspectionFinding } from '../inspection-lists.ts';
import { findingPath } from '../inspections.ts';
import { mayReadInspection } from '../permissions.ts';

/** A law's article has too many controls to say anything of one. */
const isWide = (requirementKey: string): boolean => /^(gdpr|nis2)\./.test(requirementKey);

/** Findings by requirement. */
const byRequirement = derivation([InspectionFindings], (context) => {
  const found = new Map<string, Stored<InspectionFinding>[]>();
  for (const finding of context.list(InspectionFindings).all())
    for (const key of finding.requirementKeys) if (!isWide(key)) found.set(key, [...(found.get(key) ?? []), finding]);
  return found;
});

/**
 * Visible findings about how a control works: on the control, or on a requirement it meets in the unit. Newest first
 * (R3). From memory.
 */
export function findingsOfControl(context: Context, controlKey: string, actor: Actor): ControlUser[] {
  const control = context.list(Controls).get(controlKey);
  if (!control) return [];
  const { centreId, requirementKeys } = control;
  const about = new Set(requirementKeys.flatMap((key) => byRequirement(context).get(key) ?? []));
  for (const finding of context.list(InspectionFindings).all())
    if (finding.controlKeys.includes(controlKey)) about.add(finding);
  return [...about]
    .filter((finding) => centreId === undefined || finding.centreId === centreId)
    .filter((finding) => {
      const inspection = context.list(Inspections).get(finding.inspectionKey);
      return inspection !== undefined && mayReadInspection(context, actor, inspection);
    })
    .sort((one, other) => other.madeAt.localeCompare(one.madeAt))
    .map(({ key, title, grade }) => ({
      key,
      kind: 'finding',
      path: findingPath(key),
      title: `${context.texts(actor.language)(`inspections.grade.${grade}`)}: ${title}`,
    }));
}
