import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = `${import.meta.dirname}/approved`;
/** Days counted from the day of the card, or named by it: a card is read in the chat on any later day. */
const counted =
  /\((?:i dag|i morgen|i går|today|tomorrow|yesterday)\)|\b(?:om|for|in|up to) \d+ (?:dage?|days?)\b|\d+ (?:dage? (?:siden|over tiden)|days? (?:ago|overdue|late))/i;

describe('a card', () => {
  test.each(readdirSync(folder))('%s says days by date, which stay true', (name) => {
    const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n');
    expect(lines.filter((line) => counted.test(line))).toEqual([]);
  });
});
