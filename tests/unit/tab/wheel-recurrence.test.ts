import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  frequencies,
  intervals,
  recurrenceOf,
  ruleOf,
  sentenceOf,
  weekdays,
  weeks,
} from '../../../tab/annual-wheel/recurrence.ts';
import { sourceText } from '../../../tab/annual-wheel/source.ts';
import { loadTexts } from '../../../tab/shared/texts/texts.ts';

beforeAll(() => loadTexts('common', 'wheel'));

describe('a rule chosen in words', () => {
  it('is read back as it was chosen', () => {
    const chosen = fc.record({
      frequency: fc.constantFrom(...frequencies.filter((frequency) => frequency !== 'other')),
      week: fc.constantFrom(...weeks),
      weekday: fc.constantFrom(...weekdays),
      interval: fc.constantFrom(...intervals),
    });
    fc.assert(
      fc.property(chosen, (choice) => {
        const rule = ruleOf({ ...choice, rule: '' });
        const read = recurrenceOf(rule, '2026-03-12');
        expect(read.frequency).toBe(choice.frequency);
        expect(ruleOf(read)).toBe(rule);
      }),
    );
  });

  it.each([
    'FREQ=WEEKLY',
    'FREQ=YEARLY;INTERVAL=2',
    'FREQ=YEARLY;BYMONTH=3,9',
    'FREQ=MONTHLY;BYDAY=2TU,4TU',
    'nonsense',
  ])('is left as it is when there are no words for it: %s', (rule) => {
    const read = recurrenceOf(rule, '2026-03-12');
    expect(read.frequency).toBe('other');
    expect(ruleOf(read)).toBe(rule);
    expect(sentenceOf({ rule, startsOn: '2026-03-12', basis: 'calendar' })).not.toContain('FREQ');
  });

  it('knows a rule that names the first date’s own day', () => {
    expect(recurrenceOf('FREQ=MONTHLY;BYMONTHDAY=12', '2026-03-12').frequency).toBe('monthly');
    expect(recurrenceOf('FREQ=MONTHLY;BYMONTHDAY=1', '2026-03-12').frequency).toBe('other');
  });

  it('begins with the weekday of the first date', () => {
    expect(recurrenceOf(undefined, '2026-03-10')).toMatchObject({ week: '2', weekday: 'TU' });
    expect(recurrenceOf(undefined, '2026-03-31')).toMatchObject({ week: '-1', weekday: 'TU' });
  });
});

describe('sentenceOf', () => {
  it.each([
    [undefined, 'calendar', 'Én gang, 12.\u00a0mar. 2026'],
    ['FREQ=YEARLY', 'calendar', 'Hvert år den 12.\u00a0marts'],
    ['FREQ=MONTHLY;INTERVAL=6', 'calendar', 'Hvert halve år, regnet fra den 12.\u00a0marts'],
    ['FREQ=MONTHLY', 'calendar', 'Hver måned den 12.'],
    ['FREQ=YEARLY', 'lastDone', 'Et år efter, at det sidst blev gjort'],
    ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU', 'calendar', 'Den anden tirsdag, hver tredje måned'],
    ['FREQ=MONTHLY;BYDAY=-1FR', 'calendar', 'Den sidste fredag, hver måned'],
  ] as const)('says %s (%s) as "%s"', (rule, basis, sentence) => {
    expect(sentenceOf({ ...(rule ? { rule } : {}), startsOn: '2026-03-12', basis })).toBe(sentence);
  });

  it('says when it comes the last time', () => {
    expect(sentenceOf({ rule: 'FREQ=MONTHLY', startsOn: '2026-03-12', basis: 'calendar', endsOn: '2026-12-31' })).toBe(
      'Hver måned den 12., sidste gang senest 31.\u00a0dec. 2026',
    );
  });
});

describe('sourceText', () => {
  it('says in words what the municipality’s policy demands, and lets a standard name itself', () => {
    expect(sourceText('R10')).toBe('Informationssikkerhedspolitikken: politikken godkendes hvert år');
    expect(sourceText('ISO 27001 9.3')).toBe('ISO 27001 9.3');
    expect(sourceText('R6, ISO 27001 A.5.30')).toBe(
      'Informationssikkerhedspolitikken: beredskabet afprøves; ISO 27001 A.5.30',
    );
    expect(sourceText('R99')).toBe('Informationssikkerhedspolitikken');
  });
});
