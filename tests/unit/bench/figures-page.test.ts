import { describe, expect, it } from 'vitest';
import { figuresPage, type Occasion } from '../../load/figures-page.ts';
import { suitesTable } from '../../load/suites.ts';

const then: Occasion = { day: '2026-11-28', people: 50_000, node: 'v24.1.0', cores: 2, load: 0.2 };
const now: Occasion = { ...then, day: '2026-11-29', people: 2_300 };
const start = { part: 'coldStart', title: 'Cold start, 136,710 items', figures: [{ what: 'time', figure: '4.1 s' }] };
const risks = { part: 'risks', title: 'Risks', figures: [{ what: 'map', figure: 'p50 1 ms', beside: '< 50 | 60' }] };

describe('docs/figures.md', () => {
  it('has the tables of the parts that ran with their day, and keeps the others with theirs', () => {
    const first = figuresPage('', [start, risks], then);
    expect(first).toContain('## coldStart: Cold start, N items');
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

  it('keeps apart tables of one part that differ by a size, and drops those the part has no more', () => {
    const sizes = [500, 2_300].map((size) => ({ ...start, title: `Start, ${size} people`, load: 3.14 }));
    const page = figuresPage('', sizes, then);
    expect(page.match(/^## .*$/gm)).toEqual(['## coldStart: Start, N people', '## coldStart: Start, N people (2)']);
    expect(page).toContain('load 3.1 ');
    expect(figuresPage(page, sizes.slice(0, 1), then).match(/^## /gm)).toHaveLength(1);
  });

  it('has a row for each room of the suites, from vitest’s report', () => {
    const file = (name: string, statuses: string[], status = 'passed') => ({
      name: `/p/tests/${name}`,
      startTime: 60_000,
      endTime: 120_000,
      status,
      assertionResults: statuses.map((one) => ({ status: one })),
    });
    const testResults = [
      file('unit/b.test.ts', ['passed', 'failed'], 'failed'),
      file('unit/broken.test.ts', [], 'failed'),
      file('journeys/a.test.ts', ['passed', 'pending']),
    ];
    const table = suitesTable({ startTime: 0, testResults }, '/p');
    expect(table.figures).toEqual([
      { what: 'journeys', figure: '1 passed, 0 failed', beside: '1 files, 1.0 min' },
      { what: 'unit', figure: '1 passed, 2 failed', beside: '2 files, 2.0 min' },
      { what: 'all', figure: '2 passed, 2 failed', beside: '3 files, 2.0 min' },
    ]);
    expect(figuresPage('', [table], { day: now.day, by: 'npm test', node: 'v24', cores: 2, load: 1 })).toContain(
      '2026-11-29 · `npm test` · 2 cores, load 1.0 · Node v24',
    );
  });
});
