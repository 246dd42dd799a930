import { describe, expect, it } from 'vitest';
import { Downtimes } from '../../api/contingency/exercises/test-lists.ts';
import { nextDowntimeKey } from '../../api/contingency/downtime/downtimes.ts';
import { CouncilOrientations } from '../../api/governance/orientation/orientation-list.ts';
import { numberNow, orientationKey } from '../../api/governance/orientation/orientations.ts';
import { stableKey } from '../../api/kernel/index.ts';
import { HandOvers } from '../../api/obligations/index.ts';
import { nextHandOverKey } from '../../api/obligations/hand-overs.ts';
import { Assessments } from '../../api/risks/index.ts';
import { assessmentKeyOf, beginAssessment } from '../../api/risks/assessments/begin-assessment.ts';
import { memoryContext } from '../support/memory-context.ts';
import { settingAside } from '../support/setting-aside.ts';
import { add, anAsset, aRegister } from './assets/builders.ts';
import { the } from './organisation/builders.ts';

const empty = () => memoryContext('2026-11-24T09:00:00.000Z').context;

/** It cannot be created again, and nobody waits until it is mended. */
describe('the key of an item that is set aside', () => {
  it('is passed over by the next downtime of a system', () => {
    const key = (number: number) => stableKey('downtime', 'journal', String(number));
    expect(nextDowntimeKey(empty(), 'journal')).toBe(key(1));
    expect(nextDowntimeKey(settingAside(empty(), Downtimes.name, [key(1), key(2)]), 'journal')).toBe(key(3));
  });

  it('is passed over by the next hand-over of what somebody owes', () => {
    const key = (number: number) => stableKey('handOver', 'task', String(number));
    expect(nextHandOverKey(empty(), 'task')).toBe(key(0));
    expect(nextHandOverKey(settingAside(empty(), HandOvers.name, [key(0)]), 'task')).toBe(key(1));
  });

  it('is passed over by the next orientation of Byrådet', () => {
    expect(numberNow(empty())).toBe(1);
    expect(numberNow(settingAside(empty(), CouncilOrientations.name, [orientationKey(1)]))).toBe(2);
  });

  it('is passed over by the next assessment of a system', async () => {
    const { context } = await aRegister();
    const assetKey = await add(context, anAsset());
    const aside = settingAside(context, Assessments.name, [assessmentKeyOf(assetKey, 1)]);
    const { key } = await beginAssessment(aside, the(context, 'ciso'), { assetKey, form: 'full' });
    expect(key).toBe(assessmentKeyOf(assetKey, 2));
  });
});
