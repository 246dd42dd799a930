import { expect, it } from 'vitest';
import { pressOfInvoke, pressOfSubmit } from '../../../bot/actions/index.ts';
import { deep } from '../../fuzz/far-ends.ts';

const data = {
  versionKey: 'v1',
  stage: 1,
  done: true,
  huge: 'a'.repeat(100_000),
  nested: deep(50_000),
  list: [1, 2],
  ...Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`k${at}`, ''])),
};

it('a press keeps plain values of a card and nothing huge, nested or without end', () => {
  for (const press of [
    pressOfInvoke({ action: { verb: 'policy.acknowledge', data } }),
    pressOfSubmit({ verb: 'policy.acknowledge', msteams: {}, ...data }),
  ]) {
    expect(press?.data).toMatchObject({ versionKey: 'v1', stage: 1, done: true });
    expect(Object.keys(press?.data ?? {})).toHaveLength(100);
    expect(JSON.stringify(press?.data).length).toBeLessThan(2_000);
  }
});
