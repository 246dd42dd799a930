import type { LevelMark } from '../../assets/contract.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { Language } from '../../kernel/index.ts';
import { centreRef, centres } from '../../organisation/index.ts';
import { isUnassessed } from '../checks/asset-rules.ts';
import { wholeWorld } from '../checks/check-world.ts';
import type { RiskScale } from '../contract.ts';
import { levelMarkOf, severityOf } from '../levels.ts';
import { centresOfAsset } from '../register/filter-entries.ts';
import { Assessments, Risks, type FigureCentre } from '../risk-lists.ts';

interface CentreCount {
  assets: number;
  missing: number;
  risks: number;
  worst?: { scale: RiskScale; level: number; severity: number };
}
const nothing = (): CentreCount => ({ assets: 0, missing: 0, risks: 0 });

const counts = derivation([Assets, Assessments, Risks], (context): ReadonlyMap<FigureCentre, CentreCount> => {
  const found = new Map<FigureCentre, CentreCount>();
  for (const one of wholeWorld(context).assets)
    for (const centre of centresOfAsset(one.asset)) {
      const count = found.get(centre) ?? nothing();
      found.set(centre, count);
      count.assets += 1;
      if (isUnassessed(one)) count.missing += 1;
      const scale = one.assessed?.assessment.scale;
      for (const { standings } of one.assessed?.threats ?? []) {
        if (!standings.current || !scale) continue;
        count.risks += 1;
        const severity = severityOf(scale, standings.current.level);
        if (count.worst === undefined || severity > count.worst.severity)
          count.worst = { scale, level: standings.current.level, severity };
      }
    }
  return found;
});

export interface CentreRisks {
  centre: { id: string; title: string };
  level?: LevelMark;
  risks: number;
  assets: number;
  missing: number;
}

/**
 * Each centre with the worst level of the assets that it owns or uses: the same risks that the register shows of it. In
 * the order of the centres; assets that no centre owns come last. From memory.
 */
export function centreRisks(context: Context, language: Language): CentreRisks[] {
  const known = counts(context);
  const title = context.texts(language)('riskDocuments.register.noCentre');
  const row = (centre: CentreRisks['centre'], count: CentreCount): CentreRisks => ({
    centre,
    ...(count.worst ? { level: levelMarkOf(count.worst.scale, count.worst.level, language) } : {}),
    ...{ risks: count.risks, assets: count.assets, missing: count.missing },
  });
  const without = known.get('none');
  return [
    ...centres(context).flatMap(({ key }) => {
      const centre = centreRef(context, key);
      return centre ? [row(centre, known.get(key as FigureCentre) ?? nothing())] : [];
    }),
    ...(without ? [row({ id: 'none', title }, without)] : []),
  ];
}
