import { gdpr } from './gdpr.ts';
import { iso27001AnnexA } from './iso27001-annex-a.ts';
import { iso27001 } from './iso27001.ts';
import { nis2 } from './nis2.ts';
import { nsis } from './nsis.ts';
import type { ShippedStandard } from './shape.ts';

export type { ShippedStandard } from './shape.ts';

/** Built-in standards, in display order. */
export const shippedStandards: readonly ShippedStandard[] = [iso27001, iso27001AnnexA, gdpr, nis2, nsis];
