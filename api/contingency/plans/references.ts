import type { AssetReference } from '../../assets/contract.ts';
import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { planPath, plansByAsset } from './plans.ts';
import { shownVersion } from '../../documents/index.ts';

/** Plans of an asset that are not retired, for the asset's page. From memory. */
export function planReferencesTo(context: Context, assetKey: string, language: Language): AssetReference[] {
  const t = context.texts(language);
  return (plansByAsset(context).get(assetKey) ?? []).flatMap((now) => {
    const shown = shownVersion(now);
    if (!shown) return [];
    const centre = centreRef(context, now.plan.centreId)?.title ?? t('contingencyPlans.document.whole');
    const values = { title: shown.version.title, kind: t(`contingency.planKind.${now.plan.kind}`), centre };
    return [{ kind: 'plan', title: t('contingencyPlans.document.reference', values), path: planPath(now.plan.key) }];
  });
}
