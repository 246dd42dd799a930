import type { LevelMark } from '../../assets/contract.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import type { CentreId, Language } from '../../kernel/index.ts';
import { centres } from '../../organisation/index.ts';
import { isUnassessed } from '../checks/asset-rules.ts';
import { listsOfWorld, wholeWorld } from '../checks/check-world.ts';
import { levelMarkOf, worse } from '../levels.ts';
import { centresOfAsset } from '../register/filter-entries.ts';
import type { FigureCentre } from '../risk-lists.ts';
import { rolledUp, rolledUpCentres, type RolledLevel } from '../roll-up.ts';

interface CentreCount {
  assets: number;
  missing: number;
  risks: number;
}
const nothing = (): CentreCount => ({ assets: 0, missing: 0, risks: 0 });

const counts = derivation(listsOfWorld, (context): ReadonlyMap<FigureCentre, CentreCount> => {
  const found = new Map<FigureCentre, CentreCount>();
  for (const one of wholeWorld(context).assets) {
    const risks = (one.assessed?.threats ?? []).filter(({ statuses }) => statuses.current !== undefined).length;
    for (const centre of centresOfAsset(one.asset)) {
      const count = found.get(centre) ?? nothing();
      found.set(centre, count);
      count.assets += 1;
      count.risks += risks;
      if (isUnassessed(one)) count.missing += 1;
    }
  }
  return found;
});

/** The worst of assets that no centre owns. */
function worstWithout(context: Context): RolledLevel | undefined {
  let found: RolledLevel | undefined;
  for (const { asset } of wholeWorld(context).assets)
    if (asset.centreId === undefined) found = worse(found, rolledUp(context).get(asset.key)?.worst);
  return found;
}

export interface CentreRisks {
  centre: { id: string; title: string };
  level?: LevelMark;
  /** Of owned assets, by their own risks: `level` also covers used assets and inherited risks. */
  ownLevel?: LevelMark;
  risks: number;
  assets: number;
  missing: number;
}

/**
 * Each centre with what it owns or uses: the same assets and risks as in the register, and the worst level, including
 * what systems inherit from dependants. In centre order; assets without a centre last. From memory.
 */
export function centreRisks(context: Context, language: Language): CentreRisks[] {
  const known = counts(context);
  const levels = rolledUpCentres(context);
  const title = context.texts(language)('riskDocuments.register.noCentre');
  const mark = ({ scale, level }: RolledLevel) => levelMarkOf(scale, level, language);
  const row = (
    centre: CentreRisks['centre'],
    count: CentreCount,
    { worst, own }: { worst?: RolledLevel | undefined; own?: RolledLevel | undefined } = {},
  ): CentreRisks => ({
    centre,
    ...(worst ? { level: mark(worst) } : {}),
    ...(own ? { ownLevel: mark(own) } : {}),
    ...count,
  });
  const without = known.get('none');
  return [
    ...centres(context).map((centre) => {
      const id = centre.key as CentreId;
      return row({ id, title: centre.title }, known.get(id) ?? nothing(), levels.get(id));
    }),
    ...(without ? [row({ id: 'none', title }, without, { worst: worstWithout(context) })] : []),
  ];
}
