import { describe, expect, it } from 'vitest';
import { firstDay } from '../../../teams-app/commands/import-centres.ts';
import { aCentre, day } from '../organisation/builders.ts';

const today = day('2026-06-15');
const nord = aCentre('nord');

describe('firstDay', () => {
  it('is unknown for the first centres, and for one that has been there all the time', () => {
    expect(firstDay([], nord, today)).toEqual({});
    expect(firstDay([nord], nord, today)).toEqual({});
  });

  it('is today for a centre that comes later or comes back', () => {
    expect(firstDay([aCentre('syd')], nord, today)).toEqual({ opensOn: today });
    expect(firstDay([aCentre('nord', { closed: true })], nord, today)).toEqual({ opensOn: today });
  });
});
