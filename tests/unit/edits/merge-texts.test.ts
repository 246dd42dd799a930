import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedOver } from '../../../api/edits/index.ts';
import { mergeApart, mergeTexts } from '../../../api/texts/merge-texts.ts';

const said = ['Døren', 'stod', 'åben', 'i', 'gangen', 'ved', 'køkkenet'];
/** What somebody made of it: words left out, others written in between. */
const edited = (own: string) =>
  fc
    .array(fc.record({ stays: fc.boolean(), added: fc.integer({ min: 0, max: 2 }) }), { minLength: 8, maxLength: 8 })
    .map((steps) =>
      steps
        .flatMap(({ stays, added }, index) => [
          ...Array.from({ length: added }, (_, one) => `${own}${index}${one}`),
          ...(stays ? said.slice(index, index + 1) : []),
        ])
        .join(' '),
    );
const three = fc.record({ before: fc.constant(said.join(' ')), theirs: edited('a'), mine: edited('b') });
const countOf = (said: string) => {
  const counts = new Map<string, number>();
  for (const one of said.split(/\s+/).filter(Boolean)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

describe('two texts whose writer can be asked', () => {
  const before = 'Ring til vagten på 36 34 00 00. Skriv op, hvem der har ringet, og hvornår det var.';

  it('are merged where they were changed in different places', () => {
    const theirs = before.replace('vagten', 'it-vagten');
    const mine = `${before}\n\nGem sedlen i mappen.`;
    expect(mergeApart({ before, theirs, mine })).toBe(`${theirs}\n\nGem sedlen i mappen.`);
    expect(mergeApart({ before, theirs: mine, mine: theirs })).toBe(`${theirs}\n\nGem sedlen i mappen.`);
    expect(mergeApart({ before, theirs, mine: theirs })).toBe(theirs);
  });

  it('are asked about where both changed the same place, also one number, and where one left out what the other changed', () => {
    const clashing = [
      { theirs: before.replace('00. ', '99. '), mine: before.replace('36 34', '36 11') },
      {
        theirs: before.replace('Skriv op, hvem der har ringet, og hvornår det var.', ''),
        mine: `${before} Og hvorfor.`,
      },
      { theirs: `${before} Gem den.`, mine: `${before} Smid den ud.` },
    ];
    for (const { theirs, mine } of clashing) expect(mergeApart({ before, theirs, mine })).toBeUndefined();
    expect(mergeApart({ before: '', theirs: 'Gem den.', mine: 'Smid den ud.' })).toBeUndefined();
  });

  it('are asked about where nearly nothing is left of either', () => {
    const many = (word: string) => Array.from({ length: 6_000 }, (_, number) => `${word}${number}`).join(' ');
    expect(mergeApart({ before: many('a'), theirs: many('b'), mine: many('c') })).toBeUndefined();
  });

  it('lose nothing of what either wrote, and make nothing up', () => {
    fc.assert(
      fc.property(three, ({ before: from, theirs, mine }) => {
        const text = mergeApart({ before: from, theirs, mine });
        if (text === undefined) return;
        const [counts, formerly] = [countOf(text), countOf(from)];
        for (const [word, count] of countOf(theirs)) if (!formerly.has(word)) expect(counts.get(word)).toBe(count);
        for (const [word, count] of countOf(mine)) if (!formerly.has(word)) expect(counts.get(word)).toBe(count);
        for (const word of counts.keys()) expect([theirs, mine].some((one) => countOf(one).has(word))).toBe(true);
      }),
    );
  });
});

describe('two texts', () => {
  it('are merged by word where they were changed in different places', () => {
    const before = 'Døren stod åben. Skabet var låst.';
    const theirs = 'Døren stod åben kl. 10. Skabet var låst.';
    const mine = 'Døren stod åben. Skabet var ikke låst.';
    expect(mergeTexts({ before, theirs, mine })).toBe('Døren stod åben kl. 10. Skabet var ikke låst.');
  });

  it('both stand where both were written at the end, the other one first', () => {
    const texts = {
      before: 'Døren stod åben.',
      theirs: 'Døren stod åben. Vi lukkede.',
      mine: 'Døren stod åben. Ingen så det.',
    };
    expect(mergeTexts(texts)).toBe('Døren stod åben. Vi lukkede.\nIngen så det.');
    expect(mergeTexts({ ...texts, before: '' }, ' / ')).toBe(`${texts.theirs} / ${texts.mine}`);
  });

  it('keep the lines that either broke', () => {
    expect(mergeTexts({ before: 'en to', theirs: 'nul\nen to', mine: 'en\nto tre' })).toBe('nul\nen\nto tre');
    const before = 'en to\n\ntre fire';
    expect(mergeTexts({ before, theirs: 'en 2\n\ntre fire', mine: `${before}\nfem` })).toBe('en 2\n\ntre fire\nfem');
    expect(mergeTexts({ before, theirs: '1 to\n\ntre fire', mine: 'en to\n\n3 fire' })).toBe('1 to\n\n3 fire');
    expect(mergeTexts({ before: 'en', theirs: 'en\nto', mine: 'en\ntre' })).toBe('en\nto\ntre');
  });

  it('no number is made of two others', () => {
    expect(mergeTexts({ before: 'kl. 10', theirs: 'kl. 20', mine: 'kl. 11' })).toBe('kl. 20\n11');
  });

  it('one side alone is as it was written', () => {
    fc.assert(
      fc.property(edited('a'), edited('b'), (before, after) => {
        expect(mergeTexts({ before, theirs: before, mine: after })).toBe(after);
        expect(mergeTexts({ before, theirs: after, mine: before })).toBe(after);
        expect(mergeTexts({ before, theirs: after, mine: after })).toBe(after);
      }),
    );
  });

  it('lose no word that either wrote, and add nothing when they are merged again', () => {
    fc.assert(
      fc.property(three, ({ before, theirs, mine }) => {
        const merged = mergeTexts({ before, theirs, mine });
        const [was, now] = [countOf(before), countOf(merged)];
        for (const one of [theirs, mine])
          for (const [said, count] of countOf(one))
            expect(now.get(said) ?? 0, `${said} in ${merged}`).toBeGreaterThanOrEqual(count - (was.get(said) ?? 0));
        const again = countOf(mergeTexts({ before, theirs: merged, mine }));
        for (const [said, count] of again) expect(count, said).toBeLessThanOrEqual(now.get(said) ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a record that saves itself', () => {
  const texts = { note: { separator: ' / ', longest: 20 } };
  interface Result {
    key: string;
    met: boolean;
    hours?: number;
    note: string;
  }
  const over = (before: Partial<Result> | undefined, now: Partial<Result>, mine: Result) =>
    mergedOver<Result>({ before, now, mine }, texts);

  it('keeps what another changed, and what the writer did', () => {
    const before = { met: false, note: 'Nej' };
    const now = { key: 'a', met: true, hours: 2, note: 'Nej, ikke' };
    expect(over(before, now, { key: 'a', met: false, note: 'Nej' })).toEqual(now);
    expect(over(before, now, { key: 'a', met: false, hours: 3, note: 'Nu' })).toEqual({
      ...now,
      hours: 3,
      note: 'Nej, ikke / Nu',
    });
    expect(
      over({ ...before, hours: 2 }, { met: false, note: 'Nej' }, { key: 'a', met: true, hours: 2, note: 'Nej' }),
    ).toEqual({ key: 'a', met: true, note: 'Nej' });
  });

  it('is as the writer has it for a page that does not say what it saw', () => {
    const mine = { key: 'a', met: false, note: 'Min' };
    expect(over(undefined, { met: true, note: 'Deres' }, mine)).toEqual(mine);
  });

  it('is refused where both texts together are longer than the field', () => {
    const before = { met: true, note: '' };
    const mine = { key: 'a', met: true, note: 'Tolv tegn her' };
    expect(() => over(before, { met: true, note: 'Ti tegn her' }, mine)).toThrowError(
      expect.objectContaining({ code: 'edits.changedByAnother' }),
    );
  });
});
