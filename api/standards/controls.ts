import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { addMonths, missing, type LocalDate } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { Controls, type Control } from './standard-list.ts';

export const controlPath = (controlKey: string): string => `/standards/controls/${encodeURIComponent(controlKey)}`;

/** The next review; undefined for a control that is not running, or without reviews. */
export function reviewOnOf(
  control: Pick<Control, 'state' | 'reviewMonths' | 'assessedOn' | 'startedOn'>,
): LocalDate | undefined {
  if (control.state !== 'running' || control.reviewMonths === 0) return undefined;
  return addMonths(control.assessedOn ?? control.startedOn, control.reviewMonths);
}

/** Active controls by requirement. */
export const controlsByRequirement = derivation(
  [Controls],
  (context): ReadonlyMap<string, readonly Stored<Control>[]> => {
    const found = new Map<string, Stored<Control>[]>();
    for (const control of context.list(Controls).all()) {
      if (control.state === 'retired') continue;
      for (const key of new Set(control.requirementKeys)) {
        const known = found.get(key);
        if (known) known.push(control);
        else found.set(key, [control]);
      }
    }
    return found;
  },
);

/** Throws AppError `missing`. */
export function controlOrThrow(context: Context, controlKey: string): Stored<Control> {
  const control = context.list(Controls).get(controlKey);
  if (!control) throw missing('standards.noSuchControl');
  return control;
}
