import type { Context } from '../../context.ts';
import { inLanguage, type Actor, type CentreId } from '../../kernel/index.ts';
import { findProcedure, mayReadVersion, procedurePath } from '../../procedures/index.ts';
import {
  controlPath,
  Controls,
  knownRequirements,
  maySeeControl,
  maySeeStandards,
  requirementPath,
  requirementsNow,
} from '../../standards/index.ts';
import type { InspectionView } from '../contract.ts';
import type { ChecklistItem } from '../inspection-lists.ts';

type Behind = NonNullable<InspectionView['items'][number]['behind']>;

/**
 * Basis of an item: its requirements, its controls or those that meet them in the unit, and their procedures; each only
 * if the reader may open it. From memory.
 */
export function behindItem(
  context: Context,
  actor: Actor,
  { requirementKeys, controlKeys }: ChecklistItem,
  centreId: CentreId,
): Behind {
  const named = controlKeys.flatMap((key) => context.list(Controls).get(key) ?? []);
  const meeting = requirementKeys.flatMap((key) => requirementsNow(context).get(key)?.controls ?? []);
  const controls = new Map(
    [...named, ...meeting]
      .filter((control) => control.centreId === undefined || control.centreId === centreId)
      .map((control) => [control.key, control]),
  );
  const procedures = new Set([...controls.values()].flatMap(({ procedureKeys }) => procedureKeys));
  return [
    ...[...procedures].flatMap((key): Behind => {
      const now = findProcedure(context, key);
      if (!now?.current || !mayReadVersion(context, actor, now, now.current.version.key)) return [];
      return [{ title: now.procedure.title, path: procedurePath(key) }];
    }),
    ...[...controls.values()]
      .filter((control) => maySeeControl(actor, control))
      .map(({ key, title }) => ({ title, path: controlPath(key) })),
    ...(maySeeStandards(actor) ? requirementKeys : []).flatMap((key): Behind => {
      const known = knownRequirements(context).get(key);
      if (!known) return [];
      const title = `${known.ref} ${inLanguage(known.title, actor.language)}`;
      return [{ title, path: requirementPath(known.standardKey, known.ref) }];
    }),
  ];
}
