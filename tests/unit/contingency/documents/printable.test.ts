import { describe, expect, it } from 'vitest';
import { printable } from '../../../../api/paper/printable.ts';

describe('printable', () => {
  it('leaves Danish letters, arrows, boxes and what other languages of Europe write as they are', () => {
    const text = 'Ærø å Ågård é ß ğ Ω Ж ≥ 4 → ☐ ✓ “her” – …\nnæste';
    expect(printable(text)).toBe(text);
    expect(printable('Årets ø')).toBe('Årets ø');
  });

  it('puts a sign that means the same where the font has none', () => {
    expect(printable('Start ➔ Programmer ➡ Journal')).toBe('Start → Programmer → Journal');
    expect(printable('① Ring ② Skriv, 20 ℃, ﬆ, Ｍ')).toBe('1 Ring 2 Skriv, 20 °C, st, M');
    expect(printable('❌ ✅ ★')).toBe('✗ ✓ *');
  });

  it('leaves out what is not seen: around numbers from a phone, whole emoji, flags and soft hyphens', () => {
    expect(printable('\u206643\u202f57\u200900\u00a000\u2069')).toBe('43 57 00\u00a000');
    expect(printable('Godt 👍🏽 👨‍👩‍👧 🇩🇰 1️⃣ ☎️!')).toBe('Godt    1 !');
    expect(printable('nød\u00adprocedure\u2060\ufeff\u0007')).toBe('nødprocedure');
  });

  it('has a question mark for a letter of another script, and none for its points', () => {
    expect(printable('שָׁלוֹם')).toBe('????');
    expect(printable('日本')).toBe('??');
  });
});
