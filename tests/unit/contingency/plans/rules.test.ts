import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHashOf } from '../../../../api/approvals/index.ts';
import type { PlanContent } from '../../../../api/contingency/contract.ts';
import { lacksOf } from '../../../../api/contingency/plans/lacks.ts';
import { contentOf } from '../../../../api/contingency/plans/plan-content.ts';
import { planChecksum, planContentOf, planMarkdown } from '../../../../api/contingency/plans/plan-markdown.ts';
import { planRenewalWay, planWay } from '../../../../api/contingency/plans/plan-way.ts';
import { planTexts, planWeights } from '../../../../api/contingency/plans/plan-index.ts';
import { meaningsOf, placeOf, textIndex } from '../../../../api/search/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { centre } from '../../organisation/builders.ts';
import { aContent, aPlan, aPlanVersion } from '../builders.ts';
import { aPlannedTown } from './planned-town.ts';

const nobody = { isManager: false, isCiso: false };
const manager = { isManager: true, isCiso: false };
const ciso = { isManager: false, isCiso: true };
const ofNorth = { kind: 'emergencyProcedure', centreId: centre('nord') } as const;
const ofAll = { kind: 'emergencyProcedure' } as const;
const restore = { kind: 'restorePlan', centreId: centre('nord') } as const;

describe('who decides about a plan', () => {
  it.each([
    ['a centre’s procedure', ofNorth, false, nobody, ['centreManager']],
    ['a centre’s procedure of a vital system', ofNorth, true, nobody, ['centreManager', 'securityCommittee']],
    ['what the manager sends', ofNorth, false, manager, ['ciso']],
    ['what the manager sends of a vital system', ofNorth, true, manager, ['securityCommittee']],
    ['what a manager who is CISO sends', ofNorth, false, { isManager: true, isCiso: true }, ['securityCommittee']],
    ['a procedure of the whole organisation', ofAll, false, nobody, ['securityCommittee']],
    ['a restore plan', restore, false, nobody, ['ciso']],
    ['a restore plan of a vital system', restore, true, nobody, ['ciso', 'securityCommittee']],
    ['a restore plan that the CISO sends', restore, true, ciso, ['securityCommittee']],
  ])('%s', (_name, plan, vital, sender, bodies) => {
    expect(planWay(plan, vital, sender).map(({ body }) => body)).toEqual(bodies);
    expect(planRenewalWay(plan, vital, sender).map(({ body }) => body)).toEqual(bodies.slice(0, 1));
  });

  it('is one seat of a centre or the CISO, and a quorum of the committee', () => {
    const stages = planWay(ofNorth, true, nobody);
    expect(stages.map(({ rule, centreId }) => [rule, centreId])).toEqual([
      ['one', 'nord'],
      ['quorum', undefined],
    ]);
  });
});

describe('what a plan must have before it is sent', () => {
  const lacks = (content: Partial<PlanContent>, kind: 'emergencyProcedure' | 'restorePlan' = 'emergencyProcedure') =>
    lacksOf({ kind }, { content: aContent(content), summary: 'Ny' }, true);
  const contact = { key: 'c', role: '', name: 'Vagten', phone: ' ', note: '' };

  it('is a trigger, a step in the first hour, a contact with a phone, and what is new', () => {
    expect(lacks({})).toEqual([]);
    expect(lacks({ triggers: ['  '] })).toEqual(['trigger']);
    expect(lacks({ firstHour: [{ key: 'a', text: '', role: 'Vagten' }] })).toEqual(['firstHour']);
    expect(lacks({ contacts: [contact] })).toEqual(['phone']);
    expect(lacksOf(ofNorth, { content: aContent(), summary: ' ' }, true)).toEqual(['summary']);
  });

  it('is no phone when the number that somebody is called on is known', () => {
    const version = { content: aContent({ contacts: [contact] }), summary: 'Ny' };
    expect(lacksOf(ofNorth, version, true, ({ name }) => (name === 'Vagten' ? '20 11 22 33' : ''))).toEqual([]);
    expect(lacksOf(ofNorth, version, true, () => '')).toEqual(['phone']);
  });

  it('is steps too for a restore plan, and nothing helps one whose system is out of use', () => {
    expect(lacks({}, 'restorePlan')).toEqual(['steps']);
    expect(lacks({ steps: [{ key: 's', text: 'Hent backup', role: '' }] }, 'restorePlan')).toEqual([]);
    expect(lacksOf(ofNorth, { content: aContent(), summary: 'Ny' }, false)).toEqual(['assetRetired']);
  });
});

describe('what is decided', () => {
  const t = translator('da');
  const plan = aPlan('p');
  const version = aPlanVersion('p');
  const called = (name: string) => ({ asset: () => 'Journalen', centre: () => 'Center Nord', person: () => name });

  it('is all that the plan says, each item a paragraph', () => {
    const paragraphs = planMarkdown(t, plan, version, called('Anne Ager')).split('\n\n');
    expect(paragraphs).toEqual(
      expect.arrayContaining([
        '- Nødprocedure: Journalen',
        '- Gælder for: Center Nord',
        '- Journalen svarer ikke i 15 minutter',
        '- Tag mappen med nødskemaer frem (Vagthavende, inden 15 min.)',
        '- Vagthavende: Anne Ager, 43 57 00 00',
      ]),
    );
  });

  it('has the same checksum whatever people are called, and another for another person', () => {
    const sum = planChecksum(plan, version);
    expect(planContentOf(t, plan, version, called('Anne Ager')).text).toContain(sum);
    expect(planContentOf(t, plan, version, called('Anne Bæk')).text).toContain(sum);
    const [contact] = version.content.contacts;
    const content = aContent({ contacts: contact ? [{ ...contact, personId: 'bo' }] : [] });
    expect(planChecksum(plan, { ...version, content })).not.toBe(sum);
  });

  it('is what was sent while the version is what was sent, and nothing else that its checksum is written in', async () => {
    const { context } = await aPlannedTown();
    const other = { ...version, content: aContent({ triggers: ['Alt er nede'] }) };
    const sent = planContentOf(t, plan, version, called('Anne Ager'));
    const forged = planContentOf(t, plan, { ...version, content: aContent({ triggers: [planChecksum(plan, other)] }) });
    const requests = [sent, forged].map((content) => ({ content: content.text, contentHash: contentHashOf(content) }));
    const decided = (now: typeof version) =>
      contentOf(context, plan, { version: now, requests } as unknown as Parameters<typeof contentOf>[2]).text;
    expect(decided(version)).toBe(sent.text);
    expect(decided(other)).toContain('Alt er nede');
  });

  it('does not depend on the order in which a list keeps fields', () => {
    const turned = Object.fromEntries(Object.entries(version.content).reverse()) as PlanContent;
    expect(planChecksum(plan, { ...version, content: turned })).toBe(planChecksum(plan, version));
  });

  it('changes with every text that changes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (one, other) => {
        const sum = (about: string) => planChecksum(plan, { ...version, content: aContent({ about }) });
        expect(sum(one) === sum(other)).toBe(one.trim() === other.trim());
      }),
    );
  });
});

describe('a search', () => {
  const version = aPlanVersion('p', { title: 'Når journalen er nede' });
  const index = textIndex(planWeights);
  index.put('p', planTexts(version, 'Nærcare'));
  const answer = (q: string) => index.find(meaningsOf(q, [index.words])[0] ?? [])[0];
  const place = (q: string) => {
    const found = answer(q);
    return found && placeOf(found, ['title', 'asset'])?.field;
  };

  it('finds the title before the system before what the plan says', () => {
    expect(['journalen', 'nærcare', 'nødskemaer', '43 57', 'vand'].map(place)).toEqual([
      ...['title', 'asset', 'text', 'phones'],
      undefined,
    ]);
    const scores = ['journalen', 'nærcare', 'nødskemaer'].map((q) => answer(q)?.score ?? 0);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });
});
