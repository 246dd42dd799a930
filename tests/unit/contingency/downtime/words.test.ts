import { describe, expect, it } from 'vitest';
import { translator } from '../../../../api/texts/translate.ts';

const [da, en] = [translator('da'), translator('en')];

describe('the words of contingency', () => {
  it('say an accepted downtime of one as well as of many', () => {
    for (const hours of ['1 døgn', '4 timer'])
      expect(da('downtime.record.kept', { hours })).toBe(`Det var inden for den nedetid, I kan acceptere: ${hours}.`);
    expect(en('downtime.record.broken', { hours: '1 day' })).toBe(
      'That was longer than the downtime you can accept: 1 day.',
    );
  });

  it('say what to do about a pack that is late', () => {
    expect(da('offlinePacks.card.late', { date: '8. december' })).toMatch(/8\. december\. Print den/);
    expect(en('offlinePacks.card.late', { date: '8 December' })).toMatch(/8 December\. Print it/);
  });
});
