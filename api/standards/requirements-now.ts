import { derivation } from '../derivation.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { Coverage, RequirementStatus } from './contract.ts';
import { controlsByRequirement } from './controls.ts';
import { Applicability, Controls, Requirements, Standards, type Applies, type Control } from './standard-list.ts';
import { knownStandards, type KnownStandard, type Requirement } from './standards.ts';
import { coverageOf, requirementStatus } from './requirement-status.ts';
import { compareDanish } from '../texts/format.ts';

/** A requirement's present status, with its controls. */
export interface RequirementNow {
  requirement: Requirement;
  standard: KnownStandard;
  choice: Stored<Applies> | undefined;
  /** Active, by name. */
  controls: readonly Stored<Control>[];
  status: RequirementStatus;
}

export interface StandardNow {
  standard: KnownStandard;
  requirements: readonly RequirementNow[];
  coverage: Coverage;
}

/** Present status of all standards, by key. Recomputed when a selection or control changes. */
export const standardsNow = derivation(
  [Standards, Requirements, Applicability, Controls],
  (context): ReadonlyMap<string, StandardNow> => {
    const covering = controlsByRequirement(context);
    const found = new Map<string, StandardNow>();
    for (const standard of knownStandards(context).values()) {
      const requirements = standard.requirements.map((requirement): RequirementNow => {
        const choice = context.list(Applicability).get(requirement.key);
        const controls = [...(covering.get(requirement.key) ?? [])].sort((one, other) =>
          compareDanish(one.title, other.title),
        );
        const chosen = { selectable: requirement.selectable, applies: choice?.applies };
        return { requirement, standard, choice, controls, status: requirementStatus(chosen, controls) };
      });
      const coverage = coverageOf(requirements.map(({ status }) => status));
      found.set(standard.key, { standard, requirements, coverage });
    }
    return found;
  },
);

/** Present status of all requirements. */
export const requirementsNow = derivation(
  [Standards, Requirements, Applicability, Controls],
  (context): ReadonlyMap<string, RequirementNow> =>
    new Map(
      [...standardsNow(context).values()]
        .flatMap(({ requirements }) => requirements)
        .map((now) => [now.requirement.key, now]),
    ),
);
