import type { attentionKinds } from './gauges.ts';

/** A Prometheus alert and its page: docs/alarms.md and infra/alerts.yaml are written from these rows. */
export interface Alarm {
  name: string;
  /** PromQL. */
  when: string;
  /** How long it must hold. */
  for: `${number}${'m' | 'h'}`;
  /** `now`: people are hindered. `day`: within the working day. */
  severity: 'now' | 'day';
  means: string;
  /** What people notice. */
  noticed: string;
  todo: string;
  /** When it ends by itself. */
  ends: string;
}

export type AttentionKind = (typeof attentionKinds)[number];

/** The expression for a kind of entry on the page *Drift*. */
export const whenNoted = (kind: AttentionKind): string => `max(isms_attention{kind="${kind}"}) > 0`;
