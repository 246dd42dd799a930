import { beforeAll, describe, expect, it } from 'vitest';
import {
  causeTitle,
  clockTitle,
  differenceText,
  jobText,
  listText,
  placeText,
  secretEndTitle,
  secretText,
} from '../../../tab/operations/operations-texts.ts';
import { loadTexts } from '../../../tab/shared/texts/texts.ts';

beforeAll(() => loadTexts('common', 'operations'));

/** Not shown by the local program: it has no secret that expires, and its lists are unchanged. */
describe('the words of Drift', () => {
  it('say which secret ends and when, or how the page can come to know', () => {
    const certificate = { kind: 'secretEnds', app: 'app', secret: 'certificate', expiresOn: '2026-12-06' } as const;
    const secret = { kind: 'secretEnds', app: 'provisioning', secret: 'secret', expiresOn: '2026-11-01' } as const;
    expect(secretEndTitle({ ...certificate, daysLeft: 12 })).toBe('Appens certifikat udløber om 12 dage');
    expect(secretEndTitle({ ...secret, daysLeft: -23 })).toBe(
      'Hemmeligheden til at oprette lister er udløbet 1.\u00a0nov. 2026',
    );
    expect(secretText({ app: 'app', kind: 'certificate', expiresOn: '2027-10-01', daysLeft: 311 })).toBe(
      'gælder til 1.\u00a0okt. 2027 (311 dage tilbage)',
    );
    expect(secretText({ app: 'provisioning', kind: 'secret' })).toContain(
      'Skriv den sidste dag i PROVISIONING_SECRET_EXPIRES_ON.',
    );
  });

  it('say how far the clock is off, and in which direction', () => {
    expect(clockTitle({ kind: 'clockWrong', aheadSeconds: 7_201 })).toBe(
      'Uret på programmets maskine går 2 timer for hurtigt',
    );
    expect(clockTitle({ kind: 'clockWrong', aheadSeconds: -86_400 })).toBe(
      'Uret på programmets maskine går 24 timer for langsomt',
    );
  });

  it('say what is different about a list', () => {
    const difference = { list: 'PolicyVersions', column: 'EffectiveOn', problem: 'wrongType' } as const;
    expect(differenceText({ ...difference, instead: { found: 'dateTime', wanted: 'text' } })).toBe(
      'Kolonnen EffectiveOn har en forkert type. Den er “Dato og klokkeslæt” og skal være “Enkelt tekstlinje”.',
    );
    expect(differenceText({ ...difference, problem: 'textLength', instead: { found: '100', wanted: '255' } })).toBe(
      'Kolonnen EffectiveOn har for lidt plads til tekst. Den har plads til 100 tegn og skal have plads til 255.',
    );
    expect(differenceText({ ...difference, problem: 'choices', details: 'afvist' })).toContain('(afvist)');
    expect(differenceText({ list: 'PolicyVersions', problem: 'missing' })).toBe('Listen mangler.');
    const newer = differenceText({
      list: 'PolicyVersions',
      problem: 'newer',
      details: 'shape 7, this program knows 6',
    });
    expect(newer).toBe('Listen er lavet af en nyere udgave af programmet. Brug den.');
  });

  it('name what is new to the page by its own name', () => {
    expect([causeTitle('nobody.wroteThis'), jobText('somethingNew'), listText('Ukendt')]).toEqual([
      'Noget lykkedes ikke',
      'somethingNew',
      'Ukendt',
    ]);
    const where = { part: 'route', name: 'GET /api/policy/versions/:versionKey/coverage' } as const;
    expect(placeText({ code: 'unexpected', where })).toBe('Adressen GET /api/policy/versions/:versionKey/coverage');
  });
});
