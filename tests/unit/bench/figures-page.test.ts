import { describe, expect, it } from 'vitest';
import { figuresPage, type Occasion } from '../../load/figures-page.ts';

const then: Occasion = { day: '2026-11-28', people: 50_000, node: 'v24.1.0', cores: 2, load: 0.2 };
const now: Occasion = { ...then, day: '2026-11-29', people: 2_300 };
const start = { part: 'coldStart', title: 'Cold start, 136,710 items', figures: [{ what: 'time', figure: '4.1 s' }] };
const risks = { part: 'risks', title: 'Risks', figures: [{ what: 'map', figure: 'p50 1 ms', beside: '< 50 | 60' }] };

describe('docs/figures.md', () => {
  it('has the tables of the parts that ran with their day, and keeps the others with theirs', () => {
    const first = figuresPage('', [start, risks], then);
    expect(first).toContain('## coldStart: Cold start, items');
    expect(first).toContain('2026-11-28 · `npm run bench -- --only risks` at 50,000 employees · 2 cores');
    expect(first).toMatch(/\| map +\| p50 1 ms +\| < 50 \\\| 60 +\|/);
    const faster = { ...start, title: 'Cold start, 6,440 items', figures: [{ what: 'time', figure: '0.4 s' }] };
    const second = figuresPage(first, [faster], now);
    expect(second.match(/^## /gm)).toHaveLength(2);
    expect(second).toContain('Cold start, 6,440 items.\n\n2026-11-29 ·');
    expect(second).not.toContain('4.1 s');
    expect(second.slice(second.indexOf('## risks'))).toBe(first.slice(first.indexOf('## risks')));
    expect(figuresPage(second, [], now)).toBe(second);
  });
});
