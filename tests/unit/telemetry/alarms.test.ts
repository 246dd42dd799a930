import { describe, expect, it } from 'vitest';
import { attentionView } from '../../../api/operations/attention-contract.ts';
import { nothingRunning, operationsOf } from '../../../api/operations/index.ts';
import { alarmedOtherwise, alarms } from '../../../teams-app/telemetry/alarms.ts';
import { attentionKinds, observedOf } from '../../../teams-app/telemetry/gauges.ts';
import { createMetrics } from '../../../teams-app/telemetry/metrics.ts';
import { memoryContext } from '../../support/memory-context.ts';

const running = () => {
  const { context } = memoryContext();
  const metrics = createMetrics(() => true);
  metrics.addProcess();
  metrics.observe(() => observedOf(context, nothingRunning));
  return metrics;
};
/** Kinds of attention in the contract; `listHeld` is a union of its own. */
const kindsIn = (schema: unknown): string[] => [
  ...new Set([...JSON.stringify(schema).matchAll(/"kind":\{[^{}]*"const":"(\w+)"/g)].map(([, kind = '']) => kind)),
];

describe('the alarms', () => {
  it('name only metrics that a running program has', async () => {
    const text = await running().text();
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
    const named = alarms.flatMap(({ name, when }) =>
      [...when.matchAll(/isms_\w+/g)].map(([metric]) => ({ name, metric: metric.replace(/_bucket$/, '') })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ metric }) => !known.has(metric))).toEqual([]);
  });

  it('have one for every kind of entry on the page Drift', () => {
    const all = kindsIn(attentionView.toJSONSchema());
    expect([...attentionKinds].toSorted()).toEqual(all.toSorted());
    const without = attentionKinds.filter(
      (kind) => !(kind in alarmedOtherwise) && !alarms.some(({ when }) => when.includes(`"${kind}"`)),
    );
    expect(without).toEqual([]);
  });

  it('have different names, and say something of everything', () => {
    expect(new Set(alarms.map(({ name }) => name)).size).toBe(alarms.length);
    for (const { means, noticed, todo, ends } of alarms)
      for (const text of [means, noticed, todo, ends]) expect(text).toMatch(/^\S.{10,}\.$/s);
  });
});

describe('the metrics', () => {
  it('put codes that are no codes, and more of them than a label takes, into one', async () => {
    const metrics = running();
    metrics.meter.card('failed', 'Anne Jensen, 0101');
    for (let n = 0; n < 100; n += 1) metrics.meter.card('failed', `Code${n}`);
    const cards = (await metrics.text()).split('\n').filter((line) => line.startsWith('isms_cards_total{'));
    expect(cards).toHaveLength(61);
    expect(cards).toContain('isms_cards_total{state="failed",code="other"} 41');
  });

  it('count one alarm of Drift as what it is', async () => {
    const { context } = memoryContext();
    const metrics = createMetrics(() => false);
    const look = { ...nothingRunning, journal: { state: 'unavailable', code: 'diskFull', damaged: [] } } as const;
    metrics.observe(() => observedOf(context, look));
    expect(operationsOf(context, look, 'da').attention.map(({ kind }) => kind)).toEqual(['journalAway']);
    const text = await metrics.text();
    expect(text).toContain('isms_attention{kind="journalAway"} 1\n');
    expect(text).toContain('isms_journal_up 0\n');
    expect(text).toContain('isms_ready 0\n');
  });
});
