import type { Context } from '../context.ts';
import { contextPart } from '../context-part.ts';

/** Rates use real time, also while the desk's clock is moved. */
const span = 30_000;
type Meter = Map<string, { at: number; sent: number }[]>;
const meters = contextPart<Meter>('deliveries/sendMeter');

/** Counts messages just sent by this process. */
export function noteSent(context: Context, campaignKey: string, sent: number, now = performance.now()): void {
  if (sent === 0) return;
  const meter = meters.get(context) ?? new Map<string, { at: number; sent: number }[]>();
  meters.set(context, meter);
  const recent = (meter.get(campaignKey) ?? []).filter(({ at }) => now - at < span);
  recent.push({ at: now, sent });
  meter.set(campaignKey, recent);
}

/**
 * Messages a second over the last half minute; undefined if none. The first count only starts the period, as its
 * duration is unknown.
 */
export function sendRate(context: Context, campaignKey: string, now = performance.now()): number | undefined {
  const recent = (meters.get(context)?.get(campaignKey) ?? []).filter(({ at }) => now - at < span);
  const [first, ...rest] = recent;
  if (!first || rest.length === 0) return undefined;
  const sent = rest.reduce((sum, each) => sum + each.sent, 0);
  return sent / (Math.max(now - first.at, 1) / 1000);
}
