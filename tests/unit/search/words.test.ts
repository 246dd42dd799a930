import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, meaningsOf, paragraphWith, placeOf, searchWords, textIndex } from '../../../api/search/index.ts';

function anIndex(texts: Readonly<Record<string, string>>) {
  const index = textIndex<'title' | 'text'>({ title: 8, text: 1 });
  for (const [key, text] of Object.entries(texts)) index.put(key, { title: key, text });
  const found = (q: string) => index.find(meaningsOf(q, [index.words])[0] ?? []);
  return { index, found, keys: (q: string) => found(q).map(({ key }) => key) };
}

describe('a text is found', () => {
  const { keys, found } = anIndex({
    opkald: 'Hent den nyeste telefonliste i vagtrummet på Ågården.',
    stop: 'Ved driftsstop ringer du til Søren Kjærgård.',
    papir: 'En liste over alle telefoner hænger ved døren; koden står i håndbogen.',
  });
  it.each([
    ['telefonliste', ['opkald']],
    ['dørkode', ['papir']],
    ['koderne', ['papir']],
    ['vagtrummene', ['opkald']],
    ['lister', ['opkald', 'papir']],
    ['liste telefon', ['opkald', 'papir']],
    ['drift', ['stop']],
    ['stop drift', ['stop']],
    ['driftstop', ['stop']],
    ['aagaarden', ['opkald']],
    ['Kjaergaard', ['stop']],
    ['kjærgård søren', ['stop']],
    ['soeren', ['stop']],
    ['telefnliste', ['opkald']],
    ['telefner', ['papir']],
    ['vagtrumet', ['opkald']],
    ['hvordan ringer jeg til Søren', ['stop']],
    ['drift papir', []],
    ['xyzzy', []],
    ['', []],
    ['!!!', []],
  ])('by %s', (q, expected) => {
    expect(keys(q).toSorted()).toEqual(expected.toSorted());
  });

  it('and says in which field, the title before the text', () => {
    const [first] = found('papir');
    expect(first && placeOf(first, ['title'])).toMatchObject({ field: 'title' });
    const [second] = found('stop ringer');
    expect(second && placeOf(second, ['title'])).toMatchObject({ field: 'text', words: ['driftsstop', 'ringer'] });
  });

  it('by an everyday word only when nothing else was asked', () => {
    expect(searchWords('hvor er det')).toEqual(['hvor', 'er', 'det']);
    expect(searchWords('hvor er nøglen')).toEqual(['noeglen']);
  });
});

describe('an index', () => {
  it('forgets a text that was changed or taken, with the words that only it had', () => {
    const { index, keys } = anIndex({ a: 'sagsmappe nøgle', b: 'nøgle' });
    index.put('a', { title: 'a', text: 'makulering' });
    expect([keys('sagsmappe'), keys('mappe'), keys('makulering'), keys('nøgle')]).toEqual([[], [], ['a'], ['b']]);
    expect(index.words.textsWith('sagsmappe')).toBe(0);
    index.take('b');
    index.take('never');
    expect(keys('nøgle')).toEqual([]);
    expect(index.words.meant('noegl')).toEqual([]);
  });

  it('is the same however it came to be', () => {
    const word = fc.constantFrom('telefon', 'liste', 'telefonliste', 'drift', 'nøgle', 'mappe', 'sagsmappe');
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const change = fc.record({ key: fc.constantFrom('a', 'b', 'c'), text: fc.option(text, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.array(word, { minLength: 1, maxLength: 2 }), (changes, q) => {
        const grown = textIndex<'text'>({ text: 1 });
        const last = new Map<string, string>();
        for (const { key, text: now } of changes) {
          if (now === undefined) {
            grown.take(key);
            last.delete(key);
          } else {
            grown.put(key, { text: now });
            last.set(key, now);
          }
        }
        const fresh = textIndex<'text'>({ text: 1 });
        for (const [key, now] of last) fresh.put(key, { text: now });
        const keys = (index: typeof grown) =>
          index
            .find(meaningsOf(q.join(' '), [index.words])[0] ?? [])
            .map(({ key }) => key)
            .toSorted();
        expect(keys(grown)).toEqual(keys(fresh));
      }),
    );
  });
});

describe('the place in a text', () => {
  const text =
    '# Formål\n\nSpørg **først** borgeren.\n\n- Lås skabet\n- Læg nøglen i Ågård\n\nRing til [vagten](https://x.dk).';
  it('is the paragraph that has most of the words', () => {
    expect([paragraphWith(['borgeren'], text), paragraphWith(['laas', 'aagaard'], text)]).toEqual([1, 2]);
    expect([paragraphWith(['vagten'], text), paragraphWith(['findes'], text)]).toEqual([3, undefined]);
  });
  it('is shown as it is written, without marks', () => {
    expect(excerptOf(['aagaard'], text)).toContain('Læg nøglen i Ågård');
    expect(excerptOf(['foerst'], text)).toContain('Spørg først borgeren');
    expect(excerptOf(['vagten'], text)).toContain('Ring til vagten');
    expect(excerptOf(['findes'], text)).toBeUndefined();
  });
});
