import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { beginAssessment } from '../../../api/risks/assessments/begin-assessment.ts';
import { changeAssessment } from '../../../api/risks/assessments/change-assessment.ts';
import { finishAssessment } from '../../../api/risks/assessments/finish-assessment.ts';
import { saveFields } from '../../../api/risks/assessments/save-fields.ts';
import { Assessments, Risks, type Assessment } from '../../../api/risks/index.ts';
import { riskItemKey } from '../../../api/risks/known-risks.ts';
import type { FieldChange } from '../../../api/risks/contract.ts';
import type { ListDefinition, Lists } from '../../../api/sharepoint/index.ts';
import { listsOnADesk, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';
import { anAsset, assets, change, scaleOf } from './builders.ts';

const shared: readonly ListDefinition<{ key: string }>[] = [Assessments, Risks];
const threatKey = 'system.phishing';
let desk: ListsOnADesk;
let instances: { context: Context; lists: Lists }[];
let number = 0;

beforeAll(async () => {
  desk = await listsOnADesk(shared);
  const { context: town } = await aTown();
  const began = town.clock.now().getTime();
  let ticks = 0;
  await assets(town, ...Array.from({ length: 9 }, (_, place) => anAsset(`asset-${place}`)));
  instances = await Promise.all(
    [0, 1].map(async () => {
      const lists = await desk.instance(shared);
      const context: Context = {
        ...town,
        clock: { now: () => new Date(began + (ticks += 1)) },
        list: (definition) =>
          shared.some(({ name }) => name === definition.name) ? lists.handle(definition) : town.list(definition),
      };
      return { context, lists };
    }),
  );
});
afterEach(() => desk.emulator.world.faults.reset());
afterAll(async () => {
  await Promise.all(instances.map(({ lists }) => lists.stop()));
  await desk.close();
});

const at = (place: number) => {
  const instance = instances[place];
  if (!instance) throw new Error('no instance');
  return instance;
};
const see = () => Promise.all(instances.map(({ lists }) => lists.refresh()));
const begin = (place: number, assetKey: string, copyFrom?: string) =>
  beginAssessment(at(place).context, the(at(place).context, 'isk-nord'), { assetKey, form: 'full', copyFrom });
const save = (place: number, who: string, { key: assessmentKey }: Assessment, ...changes: FieldChange[]) =>
  saveFields(at(place).context, the(at(place).context, who), { assessmentKey, threatKey, changes });
const stored = async ({ key }: Assessment) => at(0).context.list(Risks).fresh(riskItemKey(key, threatKey));
/** A new draft of a separate asset, known to both instances. */
async function aDraft() {
  const draft = await begin(0, `asset-${(number += 1)}`);
  await see();
  return draft;
}

describe('an assessment on SharePoint as it is', () => {
  it('is one when two begin it at once in two instances, and reads back as it was written', async () => {
    const both = await Promise.all([begin(0, 'asset-0'), begin(1, 'asset-0')]);
    expect(both.map(({ number: each }) => each)).toEqual([1, 1]);
    expect(both[0]?.item.id).toBe(both[1]?.item.id);
    await see();
    expect(at(1).context.list(Assessments).all()).toHaveLength(1);
    expect(JSON.stringify(both[0]?.scale)).toBe(JSON.stringify(scaleOf('standard')));
    expect(both[0]?.threats).toHaveLength(26);
  });

  it('keeps both when two fill different fields at once, and tells the later of two who fill the same', async () => {
    const draft = await aDraft();
    const told = await Promise.all([
      save(0, 'isk-nord', draft, change('vulnerability', 'Mails'), change('inherent.likelihood', 3)),
      save(1, 'manager-nord', draft, change('vulnerability', 'Links'), change('existing', 'Kurser')),
    ]);
    const risk = await stored(draft);
    expect(risk).toMatchObject({ existing: 'Kurser', inherent: { likelihood: 3 } });
    const [conflict, ...more] = told.flat();
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ field: 'vulnerability', theirs: risk?.vulnerability });
    expect(conflict?.by).toBe(risk?.vulnerability === 'Mails' ? 'isk-nord' : 'manager-nord');
  });

  it('merges into what an instance has not seen yet', async () => {
    const draft = await aDraft();
    await save(0, 'isk-nord', draft, change('existing', 'Kurser'));
    expect(
      await save(1, 'manager-nord', draft, change('existing', 'Intet'), change('inherent.likelihood', 2)),
    ).toMatchObject([{ field: 'existing', theirs: 'Kurser', by: 'isk-nord' }]);
    expect(await save(1, 'manager-nord', draft, change('existing', 'Kurser og prøver', 'Kurser'))).toEqual([]);
    expect(await stored(draft)).toMatchObject({ existing: 'Kurser og prøver', inherent: { likelihood: 2 } });
  });

  it('saves once when the answer is lost, and goes on when Graph is back', async () => {
    const draft = await aDraft();
    desk.emulator.world.faults.put({ graph: { commitThen504: { next: 1 } } });
    expect(await save(0, 'isk-nord', draft, change('inherent.likelihood', 3))).toEqual([]);
    desk.emulator.world.faults.put({ graph: { commitThen504: { next: 1 } } });
    expect(await save(0, 'isk-nord', draft, change('inherent.likelihood', 2, 3))).toEqual([]);
    desk.emulator.world.faults.put({ graph: { away: true } });
    expect(await refusal(() => save(0, 'isk-nord', draft, change('existing', 'Kurser')))).toBe('sharepoint.away');
    desk.emulator.world.faults.reset();
    expect(await save(0, 'isk-nord', draft, change('existing', 'Kurser'))).toEqual([]);
    expect(await stored(draft)).toMatchObject({ existing: 'Kurser', inherent: { likelihood: 2 } });
  });

  it('empties a field for good', async () => {
    const draft = await aDraft();
    await save(
      0,
      'isk-nord',
      draft,
      change('notRelevant', 'Ikke her'),
      change('treatment', 'avoid'),
      change('vulnerability', 'V'),
    );
    await save(
      0,
      'isk-nord',
      draft,
      ...[
        change('notRelevant', null, 'Ikke her'),
        change('treatment', null, 'avoid'),
        change('vulnerability', null, 'V'),
      ],
    );
    const risk = await stored(draft);
    expect([risk?.notRelevant ?? '', risk?.treatment, risk?.vulnerability]).toEqual(['', undefined, '']);
  });

  it('is finished once, and supersedes the one before also after a crash in between', async () => {
    const why = 'De andre vurderes til foråret';
    const first = await aDraft();
    const isk = the(at(0).context, 'isk-nord');
    await save(
      0,
      'isk-nord',
      first,
      change('inherent.likelihood', 3),
      change('inherent.consequence.society.integrity', 4),
    );
    expect(await refusal(() => finishAssessment(at(0).context, isk, first.key))).toBe('risks.nothingAssessed');
    await changeAssessment(at(0).context, isk, first.key, { views: ['society'], heldOn: '2026-11-20' });
    await finishAssessment(at(0).context, isk, first.key, why);
    const second = await begin(0, first.assetKey, first.key);
    await see();
    desk.emulator.world.faults.put({ graph: { away: true } });
    expect(await refusal(() => finishAssessment(at(0).context, isk, second.key, why))).toBe('sharepoint.away');
    desk.emulator.world.faults.reset();
    await Promise.all([0, 1].map((place) => finishAssessment(at(place).context, isk, second.key, why)));
    await see();
    const list = at(1).context.list(Assessments);
    expect([list.get(first.key)?.state, list.get(second.key)?.state]).toEqual(['superseded', 'finished']);
    expect(list.get(second.key)).toMatchObject({ heldOn: '2026-11-24', copiedFrom: first.key, views: ['society'] });
  });
});
