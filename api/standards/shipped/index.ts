import { gdpr } from './gdpr.ts';
import { iso27001AnnexA } from './iso27001-annex-a.ts';
import { iso27001 } from './iso27001.ts';
import { nis2 } from './nis2.ts';
import { nsis } from './nsis.ts';
import type { ShippedStandard } from './shape.ts';

export type { ShippedStandard } from './shape.ts';

/** The standards that come with the product, in the order they are shown. */
export const shippedStandards: readonly ShippedStandard[] = [iso27001, iso27001AnnexA, gdpr, nis2, nsis];
