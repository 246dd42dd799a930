import { describe, expect, it } from 'vitest';
import { telephone } from '../../../tab/contingency/mine/plan-path.ts';

describe('telephone', () => {
  it.each([
    ['+45 43 57 00 00', 'tel:+4543570000'],
    ['43-57-00-00', 'tel:43570000'],
    ['(0045) 43 57 00 00', 'tel:004543570000'],
    ['+46 8 123 456 78', 'tel:+46812345678'],
    ['45 43 57 00 00', 'tel:+4543570000'],
    ['112', 'tel:112'],
    ['Tlf.: 43 57 00 00', 'tel:43570000'],
  ])('dials %s', (phone, dialled) => expect(telephone(phone)).toBe(dialled));

  it.each([
    ['43 57 00 00 / 20 30 40 50', 'tel:43570000'],
    ['43 57 00 00 20 30 40 50', 'tel:43570000'],
    ['+45 43 57 00 00, lokal 1234', 'tel:+4543570000'],
    ['1. valg 43 57 00 00', 'tel:43570000'],
    ['43 57 00 00 eller +45 20 30 40 50', 'tel:43570000'],
  ])('dials the first number alone of %s', (phone, dialled) => expect(telephone(phone)).toBe(dialled));
});
