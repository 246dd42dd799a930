import { describe, expect, it } from 'vitest';
import { isCalm } from '../../../tab/shared/ui/calm-markdown.ts';

/** A line that counts as many as are asked: itself and its marks. */
const counting = (count: number) => `a${'*'.repeat(count - 1)}`;
const paragraphs = (times: number, count: number) => Array.from({ length: times }, () => counting(count)).join('\n \n');

describe('a text is shown as Markdown', () => {
  it('up to so many marks and lines in a paragraph', () => {
    expect(isCalm(counting(1_500))).toBe(true);
    expect(isCalm(counting(1_501))).toBe(false);
    expect(isCalm('a\n'.repeat(1_499))).toBe(true);
    expect(isCalm('a\n'.repeat(1_500))).toBe(false);
  });

  it('up to so much work in all its paragraphs, and so many marks and lines', () => {
    expect(isCalm(paragraphs(2, 1_224))).toBe(true);
    expect(isCalm(paragraphs(2, 1_225))).toBe(false);
    expect(isCalm(paragraphs(100, 150))).toBe(true);
    expect(isCalm(paragraphs(101, 150))).toBe(false);
  });

  it('where no line is further in than the deepest list', () => {
    expect(isCalm(`a\n${' '.repeat(60)}b`)).toBe(true);
    expect(isCalm(`a\n${' '.repeat(61)}b`)).toBe(false);
  });

  it('however many hyphens and numbers there are within words', () => {
    expect(isCalm('e-mail 1.5 '.repeat(2_000))).toBe(true);
    expect(isCalm('- '.repeat(1_500))).toBe(false);
    expect(isCalm('1. '.repeat(1_500))).toBe(false);
  });
});
