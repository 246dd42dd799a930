import { assetRefOf, findAsset } from '../../assets/index.ts';
import type { FigureView } from '../../critical-services/contract.ts';
import { consolidation, findService, wayTo, type FigureName } from '../../critical-services/index.ts';
import type { Context } from '../../context.ts';

const refOf = (context: Context, key: string) => {
  const asset = findAsset(context, key);
  return asset ? [assetRefOf(asset)] : [];
};

/** A figure of an asset with who decides it; undefined when nobody does. From memory. */
export function figureViewOf(context: Context, assetKey: string, name: FigureName): FigureView | undefined {
  const all = consolidation(context);
  const figure = all.get(assetKey)?.[name];
  if (!figure) return undefined;
  const { hours, source } = figure;
  const through = wayTo(all, assetKey, name).flatMap((key) => refOf(context, key));
  if (source.kind === 'service') {
    const { key, title } = findService(context, source.key) ?? { key: source.key, title: source.key };
    return { hours, decidedBy: { kind: 'service', service: { key, title } }, through };
  }
  const [asset] = refOf(context, source.key);
  return asset && { hours, decidedBy: { kind: 'asset', asset }, through };
}

/** The three figures, those that somebody decides. From memory. */
export function figureViews(context: Context, assetKey: string): Partial<Record<FigureName, FigureView>> {
  const [mtd, rto, rpo] = (['mtd', 'rto', 'rpo'] as const).map((name) => figureViewOf(context, assetKey, name));
  return { ...(mtd ? { mtd } : {}), ...(rto ? { rto } : {}), ...(rpo ? { rpo } : {}) };
}
