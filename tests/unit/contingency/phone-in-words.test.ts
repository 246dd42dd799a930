import { describe, expect, it } from 'vitest';
import { dialled } from '../../../api/contingency/plans/phone-in-words.ts';

describe('a number', () => {
  it.each([
    ['+45 43 57 00 00', '+4543570000'],
    ['43-57-00-00', '43570000'],
    ['(0045) 43 57 00 00', '004543570000'],
    ['+46 8 123 456 78', '+46812345678'],
    ['45 43 57 00 00', '+4543570000'],
    ['112', '112'],
    ['Tlf.: 43 57 00 00', '43570000'],
  ])('dials %s', (phone, number) => expect(dialled(phone)).toBe(number));

  it.each([
    ['43 57 00 00 / 20 30 40 50', '43570000'],
    ['43 57 00 00 20 30 40 50', '43570000'],
    ['+45 43 57 00 00, lokal 1234', '+4543570000'],
    ['1. valg 43 57 00 00', '43570000'],
    ['43 57 00 00 eller +45 20 30 40 50', '43570000'],
  ])('dials the first number alone of %s', (phone, number) => expect(dialled(phone)).toBe(number));

  it.each(['Spørg i receptionen', '', '12'])('is none in “%s”', (words) => expect(dialled(words)).toBeUndefined());
});
