import { shippedCatalogues } from '../../../api/risks/catalogues/shipped-catalogues.ts';
import { shippedScales } from '../../../api/risks/scales/shipped-scales.ts';
import { shippedStandards } from '../../../api/standards/shipped/index.ts';
import { catalogues } from '../../../api/texts/translate.ts';

/**
 * Every Danish text of more than a word that the product writes to lists or reads beside them, with its English twin.
 */
export function shippedTwins(): Map<string, string> {
  const twins = new Map<string, string>();
  const visit = (da: unknown, en: unknown): void => {
    if (typeof da === 'string' && typeof en === 'string') {
      if (da !== en && da.includes(' ') && !da.includes('{{')) twins.set(da, en);
    } else if (typeof da === 'object' && da !== null && typeof en === 'object' && en !== null)
      for (const [key, value] of Object.entries(da))
        visit(value, Object.entries(en).find(([name]) => name === key)?.[1]);
  };
  visit(catalogues.da.wheelCatalogue, catalogues.en.wheelCatalogue);
  visit(catalogues.da.wheelPlan, catalogues.en.wheelPlan);
  const bilingual = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { da, en } = value as { da?: unknown; en?: unknown };
    if (typeof da === 'string' && typeof en === 'string') visit(da, en);
    if (Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === 'string'))
      visit(value[1], value[2]);
    for (const inner of Object.values(value)) bilingual(inner);
  };
  bilingual([shippedCatalogues, shippedScales, shippedStandards]);
  return twins;
}
