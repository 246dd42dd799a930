import { describe, expect, it } from 'vitest';
import { kindName, oweWords } from '../../../api/texts/owed.ts';
import { isTextKey, textIfThere, translator } from '../../../api/texts/translate.ts';
import { wheelCatalogue as da } from '../../../api/texts/da/wheel-catalogue.ts';
import { wheelCatalogue as en } from '../../../api/texts/en/wheel-catalogue.ts';
import { kinds } from '../../../api/texts/en/kinds.ts';

const reader = { t: translator('en'), language: 'en' } as const;

describe('what is owed, in words', () => {
  it('says what the program wrote in Danish in the reader’s language', () => {
    const task = { kind: 'doWheelTask', subject: { title: da.policyReview.title } };
    const expected = kinds.doWheelTask.owe.replace('{{title}}', en.policyReview.title);
    expect(oweWords(task, reader)).toBe(expected);
  });

  it('is the title where a kind has no words', () => {
    expect(oweWords({ kind: 'nothingKnown', subject: { title: 'Noget' } }, reader, 'theirs')).toBe('Noget');
    expect(kindName(reader.t, 'nothingKnown')).toBe('nothingKnown');
  });
});

describe('a key that is made of data', () => {
  it('is one when it has a text: a leaf, or both numbers of one', () => {
    expect(isTextKey('wheelCatalogue.policyReview.title')).toBe(true);
    expect(isTextKey('cards.more')).toBe(true);
    expect(isTextKey('wheelCatalogue.policyReview')).toBe(false);
    expect(isTextKey('wheelCatalogue.toString')).toBe(false);
  });

  it('has no text where it is none', () => {
    expect(textIfThere(reader.t, 'errors.nobody.wroteThis')).toBeUndefined();
    expect(textIfThere(reader.t, 'cards.more', { count: 2 })).not.toContain('cards.more');
  });
});
