import { expect, it } from 'vitest';
import type { FeedRow } from '../../../api/figures/index.ts';
import { csvOf } from '../../../teams-app/program/figures-door.ts';

const aRow = (changes: Partial<FeedRow>): FeedRow => ({
  day: '2026-11-24',
  kind: 'today',
  ownerId: 'nord',
  owner: 'Center Nord',
  figure: 'policyCoverage',
  name: 'Har bekræftet politikken',
  area: 'Politik',
  unit: 'percent',
  good: 'up',
  value: 12.5,
  numerator: 1,
  denominator: 8,
  ...changes,
});

const cellsOf = (row: FeedRow): string[] => csvOf([row]).split('\r\n')[1]?.split(';') ?? [];

it('figures for Excel have decimal commas', () => {
  expect(cellsOf(aRow({})).slice(-3)).toEqual(['12,5', '1', '8']);
  expect(cellsOf(aRow({ value: null })).slice(-3)).toEqual(['', '1', '8']);
});

it('a centre whose name begins like a formula is a text for Excel', () => {
  for (const owner of ['=HYPERLINK("https://ude.example")', '+45 43', '-1', '@sum'])
    expect(cellsOf(aRow({ owner }))[3]?.replaceAll('""', '"').replace(/^"|"$/g, '')).toBe(`'${owner}`);
});
