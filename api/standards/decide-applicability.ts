import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { forbidden, inParallel, invalid, nowOf, type Actor } from '../kernel/index.ts';
import { mayKeepStandards } from './permissions.ts';
import { Applicability } from './standard-list.ts';
import { standardOrThrow } from './standards.ts';

export interface DecideApplicability {
  requirementKeys: readonly string[];
  applies: boolean;
  reason: string;
}
const writesAtOnce = 6;

/**
 * Selects or de-selects requirements of a standard, with one reason (ISO 27001 6.1.3 d). Unchanged ones are not
 * written. 2 resource units a requirement, and 2. Throws AppError: forbidden, missing, invalid
 * `standards.notSelectable` or `standards.noSuchRequirement`, unavailable.
 */
export async function decideApplicability(
  context: Context,
  actor: Actor,
  standardKey: string,
  { requirementKeys, applies, reason }: DecideApplicability,
): Promise<{ changed: number }> {
  if (!mayKeepStandards(actor)) throw forbidden('standards.mayNotDecide');
  const standard = standardOrThrow(context, standardKey);
  if (!standard.selectable) throw invalid('standards.notSelectable');
  const known = new Set(standard.requirements.map(({ key }) => key));
  const unknown = requirementKeys.findIndex((key) => !known.has(key));
  if (unknown >= 0) throw invalid('standards.noSuchRequirement', { field: `requirementKeys.${unknown}` });

  const now = nowOf(context.clock);
  const choices = context.list(Applicability);
  const isSaid = (key: string) => {
    const choice = choices.get(key);
    return choice?.applies === applies && choice.reason === reason;
  };
  const changed = [...new Set(requirementKeys)].filter((key) => !isSaid(key));
  const fields = { applies, reason, decidedBy: actor.personId, decidedAt: now };
  await inParallel(writesAtOnce, changed, async (key) => {
    const { existed } = await choices.create({ key, standardKey, ...fields });
    if (existed) await choices.update(key, () => fields);
  });
  if (changed.length > 0)
    await recordAct(context, {
      act: 'decideApplicability',
      subjectKey: standardKey,
      actorId: actor.personId,
      at: now,
      occasion: now,
      details: { applies: String(applies), requirements: changed.length, first: changed[0] ?? '' },
    });
  return { changed: changed.length };
}
