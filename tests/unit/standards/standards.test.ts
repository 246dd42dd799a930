import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { gapRows, type GapsQuery } from '../../../api/standards/gap-views.ts';
import { assessControl, decideApplicability, handledTwice } from '../../../api/standards/index.ts';
import { Applicability } from '../../../api/standards/standard-list.ts';
import { requirementNames } from '../../../api/standards/requirement-views.ts';
import { metPercent } from '../../../api/standards/requirement-status.ts';
import { standardsView, standardView } from '../../../api/standards/standard-views.ts';
import { twiceView } from '../../../api/standards/twice.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aStandardsTown } from './builders.ts';

const choice = (applies: boolean, ...requirementKeys: string[]) => ({
  ...{ requirementKeys, applies, reason: applies ? 'Det er en del af vores arbejde.' : 'Vi udvikler ikke programmer.' },
});
const gapsQuery = (changes: Partial<GapsQuery> = {}): GapsQuery => ({
  sort: 'standard',
  descending: false,
  ...changes,
});

describe('the statement of applicability', () => {
  it('takes many at once, and a repeat changes nothing', async () => {
    const { context, ciso } = await aStandardsTown();
    const code = choice(false, 'iso27001.A.8.25', 'iso27001.A.8.28', 'iso27001.A.8.4');
    expect(await decideApplicability(context, ciso, 'iso27001-a', code)).toEqual({ changed: 3 });
    expect(await decideApplicability(context, ciso, 'iso27001-a', code)).toEqual({ changed: 0 });
    const view = standardView(context, ciso, 'iso27001-a', {});
    expect(view.coverage).toMatchObject({ total: 93, deselected: 3, undecided: 90 });
    expect(
      context
        .list(AuditEntries)
        .all()
        .filter(({ title }) => title === 'decideApplicability'),
    ).toHaveLength(1);
    await decideApplicability(context, ciso, 'iso27001-a', choice(true, 'iso27001.A.8.4'));
    const row = standardView(context, ciso, 'iso27001-a', { q: 'A.8.4' }).sections[0]?.requirements[0];
    expect(row).toMatchObject({
      ref: 'A.8.4',
      applies: true,
      status: 'gap',
      reason: 'Det er en del af vores arbejde.',
    });
    expect(row?.decidedBy?.id).toBe('ciso');
  });

  it('is of the standards that may be de-selected, and of their own requirements', async () => {
    const { context, ciso } = await aStandardsTown();
    expect(await refusal(() => decideApplicability(context, ciso, 'gdpr', choice(false, 'gdpr.33')))).toBe(
      'standards.notSelectable',
    );
    expect(await refusal(() => decideApplicability(context, ciso, 'iso27001-a', choice(false, 'nis2.6.1')))).toBe(
      'standards.noSuchRequirement',
    );
    expect(await refusal(() => decideApplicability(context, ciso, 'none', choice(false, 'nis2.6.1')))).toBe(
      'standards.noSuchStandard',
    );
    expect(context.list(Applicability).all()).toEqual([]);
  });

  it('is the CISO’s and the team’s to keep', async () => {
    const { context } = await aStandardsTown();
    for (const who of ['isk-nord', 'manager-nord', 'committee', 'management', 'auditor', 'anne'])
      expect(
        await refusal(() =>
          decideApplicability(context, the(context, who), 'iso27001-a', choice(false, 'iso27001.A.8.4')),
        ),
        who,
      ).toBe('standards.mayNotDecide');
  });
});

describe('the gaps', () => {
  it('are what applies and no control meets; the de-selected and the met are none', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const all = gapRows(context, ciso, gapsQuery()).length;
    const key = await add({ requirementKeys: ['nis2.6.1', 'nis2.6.2'] });
    await assessControl(context, ciso, key, { effect: 'effective', note: '' });
    await decideApplicability(context, ciso, 'iso27001-a', choice(false, 'iso27001.A.8.4'));
    expect(gapRows(context, ciso, gapsQuery())).toHaveLength(all - 3);
    expect(gapRows(context, ciso, gapsQuery({ standardKey: 'nis2', status: 'gap', q: 'krise' }))).toMatchObject([
      { ref: '6.3', standard: 'NIS 2-loven' },
    ]);
    const refs = gapRows(context, ciso, gapsQuery({ standardKey: 'nis2', sort: 'ref', descending: true }));
    expect(refs.map(({ ref }) => ref).slice(0, 3)).toEqual(['15', '10', '7.2']);
  });
});

describe('the overview of standards', () => {
  it('says what is covered, how the controls are, and what is handled twice', async () => {
    const { context, ciso, add, setNow } = await aStandardsTown();
    const one = await add({ requirementKeys: ['nis2.6.3', 'iso27001.A.8.13'], centreId: 'nord' });
    await add({ title: 'Syds backup', requirementKeys: ['nis2.6.3', 'iso27001.A.8.13'], centreId: 'syd' });
    await add({ title: 'Planlagt', state: 'planned' });
    await assessControl(context, ciso, one, { effect: 'effective', note: '' });
    const view = standardsView(context, ciso);
    expect(view.controls).toEqual({ total: 3, running: 2, effective: 1, toReview: 0 });
    expect(view.twice).toBe(1);
    expect(view.standards.map(({ key }) => key)).toEqual(['iso27001', 'iso27001-a', 'gdpr', 'nis2', 'nsis']);
    for (const { coverage, percent } of view.standards) {
      expect(percent).toBe(metPercent(coverage));
      const { total, ...counts } = coverage;
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    setNow('2027-11-01T09:00:00.000Z');
    expect(standardsView(context, ciso).controls.toReview).toBe(2);
    expect(standardsView(context, the(context, 'isk-nord')).abilities).toEqual({
      ...{ decide: false, addControl: true, import: false },
    });
  });
});

describe('what is handled twice', () => {
  it('is said once for the controls that share it, with all they share', async () => {
    const { context, add } = await aStandardsTown();
    const shared = ['nis2.6.3', 'iso27001.A.8.13'];
    await add({ title: 'Nords backup', requirementKeys: [...shared, 'gdpr.32.1.c'], centreId: 'nord' });
    await add({ title: 'Syds backup', requirementKeys: shared, centreId: 'syd', ownerId: 'bo' });
    expect(handledTwice(context)).toHaveLength(1);
    const [group] = twiceView(context, 'da');
    expect(group?.requirements.map(({ key }) => key)).toEqual(['iso27001.A.8.13', 'nis2.6.3']);
    expect(group?.controls.map(({ title, centre }) => [title, centre])).toEqual([
      ['Nords backup', 'Center for nord'],
      ['Syds backup', 'Center for syd'],
    ]);
  });

  it('is not two controls in the same hands, nor what is de-selected', async () => {
    const { context, ciso, add } = await aStandardsTown();
    await add({ requirementKeys: ['iso27001.A.5.1'], ownerId: 'anne' });
    await add({ requirementKeys: ['iso27001.A.5.1'], ownerId: 'anne', title: 'Samme hænder' });
    expect(handledTwice(context)).toEqual([]);
    await add({ requirementKeys: ['iso27001.A.5.1'], ownerId: 'bo', title: 'Andre hænder' });
    expect(handledTwice(context)).toHaveLength(1);
    await decideApplicability(context, ciso, 'iso27001-a', choice(false, 'iso27001.A.5.1'));
    expect(handledTwice(context)).toEqual([]);
  });
});

describe('requirements by name', () => {
  it('are found by number or by words in either language', async () => {
    const { context } = await aStandardsTown();
    const refs = (q: string, standardKey?: string) =>
      requirementNames(context, 'da', { q, standardKey }).map(({ ref }) => ref);
    expect(refs('A.5.1', 'iso27001-a')[0]).toBe('A.5.1');
    expect(refs('backup')).toEqual(['A.8.13', '6.3']);
    expect(refs('sikkerhedskopi')).toEqual(['A.8.13']);
    expect(refs('')).toHaveLength(50);
  });
});
