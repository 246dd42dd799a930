import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../../api/kernel/index.ts';
import { controlsFor, crosswalkView, requirementSuggestions } from '../../../api/standards/crosswalk.ts';
import { linkRequirement } from '../../../api/standards/save-control.ts';
import { retireControl } from '../../../api/standards/index.ts';
import { crosswalk } from '../../../api/standards/shipped/crosswalk.ts';
import { knownRequirements } from '../../../api/standards/standards.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aStandardsTown } from './builders.ts';

describe('the crosswalk', () => {
  it('ties only requirements that there are, each pair once, ISO to a law or NSIS, with a source for each line', async () => {
    const { context } = await aStandardsTown();
    const known = knownRequirements(context);
    const missing = crosswalk.flatMap(({ iso, other }) => [iso, other].filter((key) => !known.has(key)));
    expect(missing).toEqual([]);
    expect(new Set(crosswalk.map(({ iso, other }) => `${iso} ${other}`)).size).toBe(crosswalk.length);
    for (const { iso, other, source } of crosswalk) {
      expect(iso).toMatch(/^iso27001\./);
      expect(other).toMatch(/^(gdpr|nis2|nsis)\./);
      const number = iso.slice('iso27001.'.length);
      expect(source.da).toMatch(/^\(EU\) 2016\/679 art\. |^NIS 2-loven § (6|7|15)[,;]|^NSIS 2\.0, /);
      expect(source.da.endsWith(` ↔ ISO/IEC 27001:2022 ${number} (egen læsning)`)).toBe(true);
      expect(source.en).toMatch(/^\(EU\) 2016\/679 art\. |^NIS 2 Act § (6|7|15)[(;]|^NSIS 2\.0, /);
      expect(source.en?.endsWith(` ↔ ISO/IEC 27001:2022 ${number} (own reading)`)).toBe(true);
    }
    for (const language of ['da', 'en'] as const) {
      const { lines } = crosswalkView(context, language);
      expect(lines.map(({ source }) => source)).toEqual(crosswalk.map(({ source }) => inLanguage(source, language)));
    }
  });

  it('cites the very article that the requirement of the GDPR is', () => {
    for (const { other, source } of crosswalk.filter((line) => line.other.startsWith('gdpr.'))) {
      const cited = /art\. (\S+)/.exec(source.da)?.[1] ?? '';
      expect(other).toBe(`gdpr.${cited.replaceAll('(', '.').replaceAll(')', '')}`);
    }
  });

  it('cites the very number of § 6, and points of the annex that stand under the same letter of the directive', () => {
    // Headings 1 to 13 of the annex to (EU) 2024/2690 name their letters of article 21(2).
    const letters = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'ij', 'i', 'cei'];
    const lines = crosswalk.filter(({ other }) => other.startsWith('nis2.6.'));
    expect(lines.length).toBeGreaterThan(40);
    for (const { other, source } of lines) {
      const [, number = '', letter = ''] = /nr\. (\d+); \(EU\) 2022\/2555 art\. 21\(2\)\((\w)\)/.exec(source.da) ?? [];
      expect(other).toBe(`nis2.6.${number}`);
      expect('abcdefghij'.indexOf(letter)).toBe(Number(number) - 1);
      const points = /bilag, ([\d., ]+) ↔/.exec(source.da)?.[1]?.split(', ') ?? [];
      for (const point of points) expect(letters[Number.parseInt(point, 10) - 1]).toContain(letter);
    }
  });

  it('suggests what a control may meet too, those that most lines lead to first, and never what is chosen', async () => {
    const { context } = await aStandardsTown();
    const keys = ['iso27001.A.5.29', 'iso27001.A.5.30', 'iso27001.A.8.24'];
    const found = requirementSuggestions(context, 'da', keys);
    const counted = new Map(found.map(({ key, because }) => [key, because.length]));
    expect([...counted.keys()].slice(0, 2).sort()).toEqual(['gdpr.32.1.c', 'nis2.6.3']);
    expect([...counted].sort()).toEqual([
      ['gdpr.32.1.a', 1],
      ['gdpr.32.1.c', 2],
      ['nis2.6.3', 2],
      ['nis2.6.8', 1],
      ['nsis.15', 1],
    ]);
    expect(requirementSuggestions(context, 'da', ['nis2.6.8']).map(({ key }) => key)).toEqual(['iso27001.A.8.24']);
    expect(requirementSuggestions(context, 'da', [...keys, 'nis2.6.3']).map(({ key }) => key)).not.toContain(
      'nis2.6.3',
    );
    expect(requirementSuggestions(context, 'da', ['nowhere'])).toEqual([]);
  });

  it('proposes for a requirement the controls that meet what it is tied to, and lets one be linked once', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const key = await add({ title: 'Kryptering af diske', requirementKeys: ['iso27001.A.8.24'] });
    await add({ title: 'Noget andet', requirementKeys: ['iso27001.A.7.2'] });
    const titles = () => controlsFor(context, 'gdpr.32.1.a').map(({ title }) => title);
    expect(titles()).toEqual(['Kryptering af diske']);
    await linkRequirement(context, ciso, key, 'gdpr.32.1.a');
    await linkRequirement(context, ciso, key, 'gdpr.32.1.a');
    expect(titles()).toEqual([]);
    expect(await refusal(() => linkRequirement(context, ciso, key, 'gdpr.99'))).toBe('standards.noSuchRequirement');
    const anne = the(context, 'anne');
    expect(await refusal(() => linkRequirement(context, anne, key, 'nis2.6.8'))).toBe('standards.mayNotEditControl');
    await retireControl(context, ciso, key, 'Erstattet af en anden.');
    expect(await refusal(() => linkRequirement(context, ciso, key, 'nis2.6.8'))).toBe('standards.isRetired');
  });
});
