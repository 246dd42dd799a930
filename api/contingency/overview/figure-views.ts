import { assetRefOf, Assets, findAsset } from '../../assets/index.ts';
import type { FigureView } from '../../critical-services/contract.ts';
import {
  AssetRecovery,
  consolidation,
  CriticalServices,
  findService,
  wayTo,
  type FigureName,
} from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';

export type FigureViews = Partial<Record<FigureName, FigureView>>;

const refOf = (context: Context, key: string) => {
  const asset = findAsset(context, key);
  return asset ? [assetRefOf(asset)] : [];
};

function figureViewOf(
  context: Context,
  all: ReturnType<typeof consolidation>,
  assetKey: string,
  name: FigureName,
): FigureView | undefined {
  const figure = all.get(assetKey)?.[name];
  if (!figure) return undefined;
  const { hours, source, from } = figure;
  const through = from === undefined ? [] : wayTo(all, assetKey, name).flatMap((key) => refOf(context, key));
  if (source.kind === 'service') {
    const { key, title } = findService(context, source.key) ?? { key: source.key, title: source.key };
    return { hours, decidedBy: { kind: 'service', service: { key, title } }, through };
  }
  const [asset] = refOf(context, source.key);
  return asset && { hours, decidedBy: { kind: 'asset', asset }, through };
}

/** Decided figures of an asset, with their decider. Cached per asset until one of them changes. */
export const figureViews = derivation(
  [CriticalServices, AssetRecovery, Assets],
  (context): ((assetKey: string) => FigureViews) => {
    const all = consolidation(context);
    const known = new Map<string, FigureViews>();
    return (assetKey) => {
      const before = known.get(assetKey);
      if (before) return before;
      const [mtd, rto, rpo] = (['mtd', 'rto', 'rpo'] as const).map((name) =>
        figureViewOf(context, all, assetKey, name),
      );
      const found = { ...(mtd ? { mtd } : {}), ...(rto ? { rto } : {}), ...(rpo ? { rpo } : {}) };
      known.set(assetKey, found);
      return found;
    };
  },
);
