import { describe, expect, it } from 'vitest';
import { catalogueBody, threat } from '../../../api/risks/contract.ts';
import { catalogueList, cataloguesFor, findCatalogue } from '../../../api/risks/catalogues/catalogues.ts';
import { changeCatalogue, hideCatalogue, makeCatalogue } from '../../../api/risks/catalogues/keep-catalogues.ts';
import { shippedCatalogues } from '../../../api/risks/catalogues/shipped-catalogues.ts';
import { ThreatCatalogues } from '../../../api/risks/index.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';

const body = (changes: Partial<Parameters<typeof makeCatalogue>[2]> = {}) =>
  catalogueBody.parse({
    ...{ title: 'Skoler', kind: 'system', threats: [{ title: 'Elev ser en andens karakter' }] },
    ...changes,
  });

describe('shipped catalogues', () => {
  const all = shippedCatalogues.flatMap(({ threats }) => threats);

  it('hold what may happen to systems, in work and at suppliers', () => {
    const counts = shippedCatalogues.map(({ kind, threats }) => [kind, threats.length]);
    expect(counts).toEqual([
      ['system', 26],
      ['workProcess', 20],
      ['both', 9],
    ]);
  });

  it('say every threat in both languages and differently, with a reason, under a key of its own', () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    for (const one of all) {
      expect(threat.safeParse(one).success, one.key).toBe(true);
      expect(one.key).toMatch(/^[a-z]+\.[A-Za-z]+$/);
      const [da, en] = [one.title, one.description].map(({ da: danish, en: english }) => [danish, english]);
      for (const [danish, english] of [da ?? [], en ?? []]) {
        expect(english, one.key).toBeTruthy();
        expect(danish).not.toBe(english);
        expect(`${danish}${english}`).not.toContain('!');
      }
      expect(one.description.da.endsWith('.'), one.key).toBe(true);
    }
    expect(new Set(all.map(({ title }) => title.da)).size).toBe(all.length);
  });

  it('fit together in one assessment', () => {
    expect(JSON.stringify(all.map((one) => ({ ...one, catalogueKey: 'suppliers' }))).length).toBeLessThan(60_000);
  });
});

describe('catalogues', () => {
  it('are offered by what is assessed, and not when hidden', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const offered = (kind: 'system' | 'workProcess') => cataloguesFor(context, kind).map(({ key }) => key);
    expect(offered('system')).toEqual(['systems', 'suppliers']);
    expect(offered('workProcess')).toEqual(['work', 'suppliers']);
    await hideCatalogue(context, ciso, 'suppliers', true);
    await hideCatalogue(context, ciso, 'suppliers', true);
    expect(offered('system')).toEqual(['systems']);
    expect(findCatalogue(context, 'suppliers')?.threats).toHaveLength(9);
    await hideCatalogue(context, ciso, 'suppliers', false);
    expect(offered('system')).toEqual(['systems', 'suppliers']);
    expect(context.list(ThreatCatalogues).all()).toHaveLength(1);
  });

  it('of one’s own are made once and changed, and threats keep their keys', async () => {
    const { context } = await aTown();
    const team = the(context, 'team');
    const key = await makeCatalogue(context, team, body());
    expect(await makeCatalogue(context, team, body())).toBe(key);
    const [before] = findCatalogue(context, key)?.threats ?? [];
    const threats = [{ title: 'Ny' }, { key: before?.key, title: 'Elev ser andres karakterer', description: 'Fordi' }];
    await changeCatalogue(context, team, key, body({ title: 'Skole', kind: 'both', threats }));
    const after = findCatalogue(context, key);
    expect(after?.threats[1]).toEqual({
      ...{ key: before?.key, title: { da: 'Elev ser andres karakterer' }, description: { da: 'Fordi' } },
    });
    expect(after?.threats[0]?.key).not.toBe(before?.key);
    expect(cataloguesFor(context, 'workProcess').map(({ title }) => title.da)).toContain('Skole');
  });

  it('are kept by the team, and shipped ones are not changed', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    expect(await refusal(() => changeCatalogue(context, ciso, 'work', body()))).toBe('risks.catalogueIsShipped');
    expect(await refusal(() => changeCatalogue(context, ciso, 'none', body()))).toBe('risks.noSuchCatalogue');
    expect(await refusal(() => makeCatalogue(context, ciso, body({ title: 'it-systemer' })))).toBe(
      'risks.catalogueTitleTaken',
    );
    for (const who of ['committee', 'isk-nord', 'auditor', 'anne'])
      for (const act of [
        () => makeCatalogue(context, the(context, who), body()),
        () => changeCatalogue(context, the(context, who), 'work', body()),
        () => hideCatalogue(context, the(context, who), 'work', true),
      ])
        expect(await refusal(act)).toBe('risks.mayNotKeepScales');
  });

  it('refuse the same threat twice, and more than a cell holds', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const key = await makeCatalogue(context, ciso, body());
    const known = findCatalogue(context, key)?.threats[0]?.key;
    const twice = [
      { key: known, title: 'A' },
      { key: known, title: 'B' },
    ];
    expect(await refusal(() => changeCatalogue(context, ciso, key, body({ threats: twice })))).toBe(
      'risks.sameThreatTwice',
    );
    const long = Array.from({ length: 80 }, (_, place) => ({ title: `T${place}`, description: 'x'.repeat(1_000) }));
    expect(await refusal(() => makeCatalogue(context, ciso, body({ title: 'Lang', threats: long })))).toBe(
      'risks.tooManyThreats',
    );
  });

  it('are told in the reader’s language', async () => {
    const { context } = await aTown();
    const english = { ...the(context, 'ciso'), language: 'en' as const };
    expect(catalogueList(context, english).catalogues.map(({ title }) => title)).toEqual([
      'IT systems',
      'Work processes',
      'Suppliers',
    ]);
    expect(catalogueList(context, the(context, 'isk-nord')).abilities.edit).toBe(false);
  });
});
