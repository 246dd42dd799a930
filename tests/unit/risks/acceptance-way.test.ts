import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepters } from '../../../api/risks/contract.ts';
import { shippedScales } from '../../../api/risks/index.ts';
import { acceptanceWay, acceptanceAsker } from '../../../api/risks/treatment/acceptance-way.ts';
import { aTown, centre, the } from '../organisation/builders.ts';

const nord = centre('nord');
const bodies = (...given: Parameters<typeof acceptanceWay>) => acceptanceWay(...given).map(({ body }) => body);

describe('who may accept a risk', () => {
  it.each([
    ['centreManager', ['centreManager'], ['ciso']],
    ['ciso', ['centreManager', 'ciso'], ['ciso']],
    ['securityCommittee', ['centreManager', 'securityCommittee'], ['securityCommittee']],
    ['corporateManagement', ['centreManager', 'corporateManagement'], ['corporateManagement']],
  ] as const)('is %s by way of %j in a centre, and by %j outside', (acceptedBy, inCentre, outside) => {
    expect(bodies(acceptedBy, nord)).toEqual(inCentre);
    expect(bodies(acceptedBy, undefined)).toEqual(outside);
  });

  it('is a body by majority and a person by the first answer, and the manager is the centre’s own', () => {
    expect(acceptanceWay('securityCommittee', nord)).toMatchObject([
      { body: 'centreManager', centreId: 'nord', rule: 'one' },
      { body: 'securityCommittee', rule: 'quorum' },
    ]);
    expect(acceptanceWay('corporateManagement', undefined)).toMatchObject([{ rule: 'quorum' }]);
  });

  it('is never whoever asks alone, and always somebody', async () => {
    const { context } = await aTown();
    const manager = acceptanceAsker(the(context, 'manager-nord'), nord);
    const ciso = acceptanceAsker(the(context, 'ciso'), nord);
    expect(bodies('centreManager', nord, manager)).toEqual(['ciso']);
    expect(bodies('ciso', nord, manager)).toEqual(['ciso']);
    expect(bodies('ciso', nord, ciso)).toEqual(['centreManager', 'securityCommittee']);
    expect(bodies('centreManager', undefined, ciso)).toEqual(['securityCommittee']);
    expect(acceptanceAsker(the(context, 'manager-syd'), nord)).toEqual({ isManager: false, isCiso: false });
    const asker = fc.record({ isManager: fc.boolean(), isCiso: fc.boolean() });
    fc.assert(
      fc.property(fc.constantFrom(...accepters), fc.constantFrom(nord, undefined), asker, (by, centreId, who) => {
        const way = bodies(by, centreId, who);
        expect(way.length).toBeGreaterThan(0);
        if (who.isManager) expect(way).not.toContain('centreManager');
        if (who.isCiso) expect(way).not.toContain('ciso');
      }),
    );
  });

  it('is said by every level of every scale that is shipped, and higher levels are never easier', () => {
    const rank = (by: (typeof accepters)[number]) => accepters.indexOf(by);
    for (const { key, scale } of shippedScales) {
      const ranks = scale.levels.map(({ acceptedBy }) => rank(acceptedBy));
      expect([...ranks].sort(), key).toEqual(ranks);
      for (const { acceptedBy } of scale.levels) expect(acceptanceWay(acceptedBy, nord)[0]?.body).toBe('centreManager');
    }
  });
});
