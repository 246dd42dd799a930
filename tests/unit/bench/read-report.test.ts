import { describe, expect, it } from 'vitest';
import { judged, readReport } from '../../load/read-report.ts';

const report = (quiet: string, rate: string, people = '49,609') =>
  [
    '50,000 employees; Node v24.21.0, 2 cores',
    '',
    `Coverage of ${people} people by centre, 50 readers at once`,
    `  nothing else going on                     ${quiet}  ${rate} answers/s, 0.31 ms of processor each`,
    '  the same straight from Graph, one reader                    3.31 s  61 resource units each time; 275.0 × the p50 above',
    '',
    'The whole bench took 58.17 s.',
  ].join('\n');
const valuesOf = (text: string) => readReport(text).map(({ name, value, unit }) => [name, value, unit]);

describe('what a bench prints', () => {
  it('is read figure by figure, with its unit, and without counts and ratios', () => {
    const row = 'Coverage of people by centre, readers at once · nothing else going on';
    const graph = 'Coverage of people by centre, readers at once · the same straight from Graph, one reader';
    expect(valuesOf(report('p50 12 ms, p99 1,049 ms', '3,225'))).toEqual([
      [`${row} · p50`, 12, 'ms'],
      [`${row} · p99`, 1_049, 'ms'],
      [`${row} · 3.`, 3_225, 'answers/s'],
      [`${row} · 4.`, 0.31, 'ms of processor'],
      [`${graph} · 1.`, 3.31, 's'],
      [`${graph} · 2.`, 61, 'resource units'],
    ]);
  });

  it('has the same names when other people were counted', () => {
    const names = (text: string) => readReport(text).map(({ name }) => name);
    expect(names(report('p50 12 ms, p99 49 ms', '3,225', '4,961'))).toEqual(names(report('p50 1 ms, p99 2 ms', '9')));
  });
});

describe('two benches', () => {
  const rounds = (...texts: string[]) => texts.map(readReport);
  const worseIn = (before: string[], now: string[], worst = 1.3) =>
    judged(rounds(...before), rounds(...now), worst)
      .filter(({ isWorse }) => isWorse)
      .map(({ name }) => name.split(' · ').slice(1).join(' '));

  it('differ where a time is longer or a rate is lower by more than is allowed', () => {
    const before = [report('p50 12 ms, p99 49 ms', '3,225')];
    expect(worseIn(before, before)).toEqual([]);
    expect(worseIn(before, [report('p50 12 ms, p99 70 ms', '3,225')])).toEqual(['nothing else going on p99']);
    expect(worseIn(before, [report('p50 12 ms, p99 49 ms', '2,000')])).toEqual(['nothing else going on 3.']);
    expect(worseIn(before, [report('p50 4 ms, p99 9 ms', '9,000')])).toEqual([]);
    expect(worseIn(before, [report('p50 12 ms, p99 70 ms', '3,225')], 2)).toEqual([]);
  });

  it('are judged by the middle of their rounds, so that one bad round decides nothing', () => {
    const good = report('p50 12 ms, p99 49 ms', '3,225');
    const bad = report('p50 90 ms, p99 900 ms', '300');
    expect(worseIn([good, good, good], [good, bad, good])).toEqual([]);
    expect(worseIn([good, good, good], [bad, bad, good])).toHaveLength(3);
  });

  it('call a difference of less than a millisecond noise', () => {
    expect(worseIn([report('p50 0.1 ms, p99 0.3 ms', '9')], [report('p50 0.5 ms, p99 0.9 ms', '9')])).toEqual([]);
  });
});
