import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { inLanguage, type Actor } from '../kernel/index.ts';
import { Assets, maySeeRisksOf } from '../assets/index.ts';
import type { ControlUser } from '../standards/index.ts';
import { knownRisks, riskPath, type KnownRisk } from './known-risks.ts';
import { Assessments, Risks } from './risk-lists.ts';
import { compareDanish } from '../texts/format.ts';

/** Risks of the register by control. */
const byControl = derivation([Assets, Assessments, Risks], (context): ReadonlyMap<string, readonly KnownRisk[]> => {
  const found = new Map<string, KnownRisk[]>();
  for (const known of knownRisks(context).values())
    for (const key of new Set(known.risk.controlKeys)) {
      const others = found.get(key);
      if (others) others.push(known);
      else found.set(key, [known]);
    }
  return found;
});

/** Visible risks in force that rely on a control, by asset and threat (R1, R3). From memory. */
export const controlUsersOf = (context: Context, controlKey: string, actor: Actor): ControlUser[] =>
  (byControl(context).get(controlKey) ?? [])
    .filter(({ asset }) => maySeeRisksOf(actor, asset))
    .map(({ key, asset, threat }) => ({
      key,
      kind: 'risk',
      path: riskPath(key),
      title: `${asset.title}: ${inLanguage(threat.title, actor.language)}`,
    }))
    .sort((one, other) => compareDanish(one.title, other.title));
