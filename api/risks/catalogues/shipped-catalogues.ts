import type { Bilingual } from '../../kernel/index.ts';
import type { Threat } from '../contract.ts';
import type { ThreatCatalogue } from '../risk-lists.ts';
import { supplierThreats } from './shipped/supplier-threats.ts';
import { systemThreats } from './shipped/system-threats.ts';
import { workThreats } from './shipped/work-threats.ts';

export interface ShippedCatalogue {
  key: string;
  title: Bilingual;
  kind: ThreatCatalogue['kind'];
  threats: readonly Threat[];
}

/** Built-in catalogues, in our own words (R1). Threat keys never change: risks refer to them. */
export const shippedCatalogues: readonly ShippedCatalogue[] = [
  { key: 'systems', title: { da: 'It-systemer', en: 'IT systems' }, kind: 'system', threats: systemThreats },
  { key: 'work', title: { da: 'Arbejdsgange', en: 'Work processes' }, kind: 'workProcess', threats: workThreats },
  { key: 'suppliers', title: { da: 'Leverandører', en: 'Suppliers' }, kind: 'both', threats: supplierThreats },
];
