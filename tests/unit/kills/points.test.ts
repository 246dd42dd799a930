import { describe, expect, it } from 'vitest';
import { eachOf, pointsOf, type NamedWrite } from '../../kills/points.ts';

const write = (act: string, name = 'send a message'): NamedWrite => ({ act, name });
/** The numbers of the writes at which the program is killed. */
const killedAt = (told: readonly NamedWrite[], run: readonly NamedWrite[]): number[] => {
  const isWanted = eachOf(new Set(pointsOf(told)), 1);
  return run.flatMap((one, place) => (isWanted(one, place + 1) ? [place + 1] : []));
};

describe('points at which the program is killed', () => {
  it('are the first and the last write of a kind', () => {
    const told = [write('sending'), write('sending'), write('sending'), write('sending', 'open a chat')];
    expect(pointsOf(told).map(({ label }) => label)).toEqual([
      'sending: send a message',
      'sending: send a message, last',
      'sending: open a chat',
    ]);
    expect(killedAt(told, told)).toEqual([1, 3, 4]);
  });

  it('are met by what an act has set going, where the job was first before', () => {
    expect(killedAt([write('sending'), write('sending')], [write(''), write('')])).toEqual([1, 2]);
    expect(killedAt([write('')], [write('sending')])).toEqual([1]);
  });

  it('of a route or a button are not met by a job', () => {
    expect(killedAt([write('POST /api/assets'), write('policy.acknowledge')], [write('sending'), write('')])).toEqual(
      [],
    );
  });
});
