import type { Threat } from '../../contract.ts';

/** Key, Danish title and description, English title and description. */
export type ThreatRow = readonly [key: string, da: string, daWhy: string, en: string, enWhy: string];

export const threatsFrom = (prefix: string, rows: readonly ThreatRow[]): Threat[] =>
  rows.map(([key, da, daWhy, en, enWhy]) => ({
    key: `${prefix}.${key}`,
    title: { da, en },
    description: { da: daWhy, en: enWhy },
  }));
