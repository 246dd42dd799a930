import type { Asset } from '../../assets/index.ts';
import { findAsset } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { Language } from '../../kernel/index.ts';
import { assessmentsOf } from '../known-risks.ts';
import type { AssetFacts } from '../risk-lists.ts';
import { textIfThere } from '../../texts/translate.ts';

/** The asset's facts whose change requires a new assessment (R2). */
export const factsOf = ({ supplier, hosting, personalData, dependsOn }: Asset): AssetFacts => ({
  supplier: supplier ?? '',
  hosting,
  personalData: [...new Set(personalData)].sort(),
  dependsOn: [...new Set(dependsOn)].sort(),
});

export interface ChangedFact {
  /** Field of the asset. */
  field: keyof AssetFacts;
  /** In the reader's language; empty when unset. */
  from: string;
  to: string;
}

/** Fields that differ from the stored facts; the order of kinds and keys is ignored. */
export function changedFields(asset: Asset, facts: AssetFacts): (keyof AssetFacts)[] {
  const now = factsOf(asset);
  const print = (value: string | readonly string[]) =>
    typeof value === 'string' ? value : JSON.stringify([...new Set(value)].sort());
  const fields = Object.keys(now) as (keyof AssetFacts)[];
  return fields.filter((field) => print(now[field]) !== print(facts[field]));
}

/** Facts changed since the assessment in force was finished. Empty without one. */
export function changedFacts(context: Context, asset: Asset, language: Language): ChangedFact[] {
  const before = assessmentsOf(context, asset.key).finished[0]?.facts;
  if (!before) return [];
  const now = factsOf(asset);
  const t = context.texts(language);
  const titleOf = (key: string) => findAsset(context, key)?.title ?? key;
  const said: { [Field in keyof AssetFacts]: (facts: AssetFacts) => string } = {
    supplier: ({ supplier }) => supplier,
    hosting: ({ hosting }) => textIfThere(t, `risks.hosting.${hosting}`) ?? hosting,
    personalData: ({ personalData }) =>
      personalData.map((kind) => textIfThere(t, `risks.personalData.${kind}`) ?? kind).join(', '),
    dependsOn: ({ dependsOn }) => dependsOn.map(titleOf).join(', '),
  };
  return changedFields(asset, before).map((field) => ({ field, from: said[field](before), to: said[field](now) }));
}
