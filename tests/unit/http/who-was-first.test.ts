import { describe, expect, it } from 'vitest';
import { errorText } from '../../../api/http/index.ts';
import { errors as da } from '../../../api/texts/da/errors.ts';
import { translator } from '../../../api/texts/translate.ts';

const codesByName = Object.entries(da).flatMap(([group, texts]) =>
  Object.keys(texts).flatMap((key) => (key.endsWith('ByName') ? `${group}.${key.slice(0, -'ByName'.length)}` : [])),
);

describe('a refusal because somebody was first', () => {
  it.each(codesByName)('%s says who and on which day where the record does, and what to do in any case', (code) => {
    const details = { name: 'Mette Sørensen', on: '2026-11-24' };
    const said = errorText(translator('da'), code, details, 'conflict');
    expect(said).toContain('Mette Sørensen');
    expect(said).toContain('24. nov. 2026');
    expect(errorText(translator('en'), code, details, 'conflict')).toContain('24 Nov 2026');
    const unnamed = errorText(translator('da'), code, {}, 'conflict');
    expect(unnamed).not.toMatch(/\{\{|Mette/);
    expect(unnamed.length).toBeGreaterThan(20);
  });
});
