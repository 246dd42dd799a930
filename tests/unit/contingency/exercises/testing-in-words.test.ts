import { describe, expect, it } from 'vitest';
import { testingInWords, testingLook } from '../../../../api/contingency/exercises/testing-in-words.ts';
import { translator } from '../../../../api/texts/translate.ts';

describe('testingLook', () => {
  it.each([
    ['current', undefined, 'current'],
    ['current', true, 'current'],
    ['current', false, 'failed'],
    ['due', false, 'failed'],
    ['overdue', false, 'overdue'],
    ['never', undefined, 'never'],
  ] as const)('%s, passed %s: %s', (status, passed, look) => {
    expect(testingLook({ status, ...(passed === undefined ? {} : { passed }) })).toBe(look);
  });

  it('never says of a test that was not passed that all is well', () => {
    const words = (passed: boolean) => testingInWords(translator('da'), { status: 'current', passed });
    expect([words(true), words(false)]).toEqual(['Afprøvet', 'Ikke bestået']);
  });
});
