import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { Language } from '../kernel/index.ts';
import { centreRef, personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import type { ControlRef } from './contract.ts';
import type { PersonRef } from '../http/contract.ts';
import { requirementsNow } from './requirements-now.ts';
import { controlRef, namedRequirements, type NamedRequirement } from './requirement-views.ts';
import { Applicability, Controls, Requirements, Standards, type Control } from './standard-list.ts';

/** Controls that cover the same requirements in different places. */
export interface HandledTwice {
  requirementKeys: readonly string[];
  controls: readonly Stored<Control>[];
}

const holderOf = ({ ownerId, centreId }: Control): string => `${centreId ?? ''} ${ownerId ?? ''}`;

/**
 * Requirements covered by controls of different owners or centres, grouped by equal controls (R3: a requirement is
 * handled once). Largest groups first.
 */
export const handledTwice = derivation(
  [Standards, Requirements, Applicability, Controls],
  (context): readonly HandledTwice[] => {
    const groups = new Map<string, { requirementKeys: string[]; controls: readonly Stored<Control>[] }>();
    for (const { requirement, controls, status } of requirementsNow(context).values()) {
      if (status === 'deselected' || new Set(controls.map(holderOf)).size < 2) continue;
      const same = controls
        .map(({ key }) => key)
        .sort()
        .join(' ');
      const known = groups.get(same);
      if (known) known.requirementKeys.push(requirement.key);
      else groups.set(same, { requirementKeys: [requirement.key], controls });
    }
    return [...groups.values()].sort(
      (one, other) =>
        other.requirementKeys.length - one.requirementKeys.length || other.controls.length - one.controls.length,
    );
  },
);

interface TwiceView {
  requirements: NamedRequirement[];
  controls: (ControlRef & { owner?: PersonRef; centre?: string })[];
}

export const twiceView = (context: Context, language: Language): TwiceView[] =>
  handledTwice(context).map(({ requirementKeys, controls }) => ({
    requirements: namedRequirements(context, requirementKeys, language),
    controls: controls.map((control) => {
      const centre = centreRef(context, control.centreId)?.title;
      return {
        ...controlRef(control),
        ...(control.ownerId === undefined ? {} : { owner: personRef(context, control.ownerId) }),
        ...(centre === undefined ? {} : { centre }),
      };
    }),
  }));
