import { describe, expect, it } from 'vitest';
import { isDanish } from '../../../api/texts/is-danish.ts';

describe('isDanish', () => {
  it.each([
    ['Lås skærmen, når du går, og sig det til din ISK.', true],
    ['Lås skærmen.', true],
    ['Lock your screen when you leave, and tell the coordinator of Center for Børn og Unge.', false],
    ['Written by Søren Ågård for the whole municipality.', false],
    ['GDPR', false],
    ['', false],
  ])('%j: %s', (text, is) => {
    expect(isDanish(text)).toBe(is);
  });
});
