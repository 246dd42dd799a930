import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { rolledUp, rolledUpCentres, Risks } from '../../../api/risks/index.ts';
import { riskItemKey } from '../../../api/risks/known-risks.ts';
import { reaching, type RolledLevel } from '../../../api/risks/roll-up.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { centre } from '../organisation/builders.ts';
import { anAssessment, anAsset, anEstimate, assessed, assets, scaleOf } from './builders.ts';

interface Net {
  /** Severity in quarters, or not assessed. */
  own: (number | undefined)[];
  /** From dependant to dependency. */
  edges: [number, number][];
}
const most = 7;
const someNet: fc.Arbitrary<Net> = fc.record({
  own: fc.array(fc.option(fc.nat({ max: 4 }), { nil: undefined }), { minLength: most, maxLength: most }),
  edges: fc.array(fc.tuple(fc.nat({ max: most - 1 }), fc.nat({ max: most - 1 })), { maxLength: 14 }),
});
const key = (place: number) => `a${place}`;
const levelOf = (place: number, quarters: number): RolledLevel => ({
  ...{ severity: quarters / 4, level: quarters, scale: scaleOf('kl'), assetKey: key(place) },
});
const levels = ({ own }: Net) =>
  own.flatMap((quarters, place) => (quarters === undefined ? [] : [levelOf(place, quarters)]));
const dependsOn =
  ({ edges }: Net) =>
  (from: string) =>
    edges.flatMap(([one, other]) => (key(one) === from ? [key(other)] : []));

/** Every path, by brute force. */
function bruteForce(net: Net): Map<string, { others: number | undefined; all: number | undefined }> {
  const found = new Map<string, { others: number | undefined; all: number | undefined }>();
  for (let to = 0; to < most; to += 1) {
    const reaches = new Set([to]);
    for (let round = 0; round < most; round += 1)
      for (const [one, other] of net.edges) if (reaches.has(other)) reaches.add(one);
    const worst = (places: number[]) => {
      const known = places.flatMap((place) => net.own[place] ?? []);
      return known.length === 0 ? undefined : Math.max(...known) / 4;
    };
    found.set(key(to), { others: worst([...reaches].filter((place) => place !== to)), all: worst([...reaches]) });
  }
  return found;
}
const worstIn = (net: Net, place: string, withSelf: boolean) =>
  reaching(levels(net), dependsOn(net))
    .get(place)
    ?.find(({ assetKey }) => withSelf || assetKey !== place)?.severity;

describe('reaching', () => {
  it('finds what walking every path finds, with cycles and all', () => {
    fc.assert(
      fc.property(someNet, (net) => {
        for (const [place, { others, all }] of bruteForce(net)) {
          expect(worstIn(net, place, false)).toBe(others);
          expect(worstIn(net, place, true)).toBe(all);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never gets milder anywhere when one risk gets worse', () => {
    fc.assert(
      fc.property(someNet, fc.nat({ max: most - 1 }), fc.integer({ min: 1, max: 4 }), (net, place, more) => {
        const raised = { ...net, own: [...net.own] };
        raised.own[place] = Math.min(4, (net.own[place] ?? 0) + more);
        for (let each = 0; each < most; each += 1)
          expect(worstIn(raised, key(each), true) ?? -1).toBeGreaterThanOrEqual(worstIn(net, key(each), true) ?? -1);
      }),
    );
  });

  it('does not depend on the order of assets or relations', () => {
    fc.assert(
      fc.property(someNet, fc.infiniteStream(fc.nat()), (net, noise) => {
        const shuffled = [...levels(net)].sort(() => ((noise.next().value ?? 0) % 3) - 1);
        const turned = { ...net, edges: [...net.edges].reverse() };
        const [one, other] = [reaching(levels(net), dependsOn(net)), reaching(shuffled, dependsOn(turned))];
        expect(new Map([...other].sort())).toEqual(new Map([...one].sort()));
      }),
    );
  });
});

describe('rolledUp', () => {
  it('brings the worst of a work process to the systems behind it, and on to their centres', async () => {
    const { context } = memoryContext();
    await assets(
      context,
      anAsset('process', { kind: 'workProcess', dependsOn: ['system'] }),
      anAsset('system', { dependsOn: ['platform', 'gone'], centreId: centre('syd'), usedBy: [centre('øst')] }),
      anAsset('platform', { dependsOn: ['process'], centreId: centre('vest') }),
    );
    await assessed(context, anAssessment('process'), [2, 2], [4, 3]);
    await assessed(context, anAssessment('system'), [3, 3]);
    const found = rolledUp(context);
    expect(found.get('process')).toMatchObject({ own: { severity: 0.75 }, inherited: { severity: 0.5 } });
    expect(found.get('process')?.from).toBeUndefined();
    expect(found.get('system')).toMatchObject({ own: { severity: 0.5 }, worst: { severity: 0.75 }, from: 'process' });
    expect(found.get('platform')).toMatchObject({ worst: { severity: 0.75 }, from: 'process' });
    expect(found.get('platform')?.own).toBeUndefined();
    const centres = rolledUpCentres(context);
    expect(
      [...centres].map(([id, { worst, own }]) => [id, worst.severity, worst.assetKey, own?.severity]).sort(),
    ).toEqual([
      ['nord', 0.75, 'process', 0.75],
      // Its own system alone, whatever it inherits from another centre's process.
      ['syd', 0.75, 'process', 0.5],
      ['vest', 0.75, 'process', undefined],
      ['øst', 0.75, 'process', undefined],
    ]);
  });

  it('stops at what is retired, and follows when a risk changes', async () => {
    const { context } = memoryContext();
    await assets(context, anAsset('process', { dependsOn: ['system'] }), anAsset('system'));
    await assessed(context, anAssessment('process'), [4, 4]);
    expect(rolledUp(context).get('system')?.worst?.severity).toBe(1);
    await context.list(Risks).update(riskItemKey('process_1', 't1'), () => ({ current: anEstimate(1, 1) }));
    expect(rolledUp(context).get('system')?.worst?.severity).toBe(0);
    await context.list(Assets).update('process', () => ({ state: 'retired' }));
    expect(rolledUp(context).size).toBe(0);
  });
});
