import { describe, expect, it } from 'vitest';
import { InspectionFindings, Inspections } from '../../../api/inspections/index.ts';
import { changeChecklist, makeChecklist } from '../../../api/inspections/checklists/keep-checklist.ts';
import { checklistBody, longest } from '../../../api/inspections/contract.ts';
import { findingView } from '../../../api/inspections/findings/finding-views.ts';
import { raiseRisk } from '../../../api/inspections/findings/raise-risk.ts';
import { addFinding, changeFinding, explainFinding } from '../../../api/inspections/findings/save-finding.ts';
import { cancelInspection, movePlan, planInspection } from '../../../api/inspections/programme/plan-inspection.ts';
import { reportDocument } from '../../../api/inspections/report/inspection-report.ts';
import { answerKey } from '../../../api/inspections/permissions.ts';
import { answerInspection, answersStamp } from '../../../api/inspections/visits/answer-inspection.ts';
import { inspectionView } from '../../../api/inspections/visits/inspection-views.ts';
import { photoFile, removePhoto } from '../../../api/inspections/visits/photos.ts';
import { closeInspection, holdInspection, keepWalk } from '../../../api/inspections/visits/walk-inspection.ts';
import { nowOf } from '../../../api/kernel/index.ts';
import { HandOvers } from '../../../api/obligations/index.ts';
import { People, personRef } from '../../../api/organisation/index.ts';
import { meanwhile, momentOf, refused } from '../../support/refused.ts';
import { day, named, refusal } from '../organisation/builders.ts';
import { aFinding, aPlan, aVisit, checklistKey, itemKey, itemKeys, type VisitWorld } from './a-visit.ts';

type Step = (world: VisitWorld) => unknown;
/** Who does what, how it is refused, what came before, and what is not refused right after. */
type Row = [what: string, how: string, act: Step, before?: Step | undefined, but?: Step];

const refuses = (rows: readonly Row[]) =>
  it.each(rows)('%s: %s', async (_what, how, act, before, but) => {
    const world = await aVisit();
    await before?.(world);
    expect(await refused(world.context, () => act(world))).toBe(how);
    await but?.(world);
  });

const plan =
  (changes: Partial<typeof aPlan>): Step =>
  ({ context, as }) =>
    planInspection(context, as('ciso'), { ...aPlan, ...changes });
const move =
  (changes: Partial<typeof aPlan>): Step =>
  ({ context, as, key }) =>
    movePlan(context, as('ciso'), key, { ...aPlan, ...changes });
const answer =
  (who: string): Step =>
  ({ context, as, key }) =>
    answerInspection(context, as(who), key, { answers: [{ key: itemKey, answer: 'yes', note: '' }] });
const hold: Step = ({ hold: held }) => held();
const close: Step = ({ close: closed }) => closed();
const cancel: Step = ({ cancel: cancelled }) => cancelled();
const leave: Step = ({ context }) => context.list(People).update('bo', () => ({ leftOn: day('2026-11-01') }));

const handOver: Step = ({ context, as, key }) =>
  context.list(HandOvers).create({
    key: 'given',
    title: 'Tilsyn',
    obligationKey: answerKey(key),
    kind: 'answerInspection',
    from: as('isk-syd').personId,
    to: as('bo').personId,
    by: as('isk-syd').personId,
    note: '',
    at: nowOf(context.clock),
  });

const planned = 'conflict inspections.alreadyHeld';
const calledOff = 'conflict inspections.cancelled';

describe('planning an inspection is refused', () => {
  refuses([
    [
      'for a centre that there is none of',
      'invalid inspections.unknownCentre centreId',
      plan({ centreId: 'x' }),
      undefined,
      plan({}),
    ],
    [
      'by an inspector that there is none of',
      'invalid inspections.unknownPerson inspectorId',
      plan({ inspectorId: 'x' }),
    ],
    [
      'by one who has left',
      'invalid inspections.unknownPerson inspectorId',
      plan({ centreId: 'nord', inspectorId: 'bo' }),
      leave,
    ],
    [
      'when it is moved to one who has left',
      'invalid inspections.unknownPerson inspectorId',
      move({ inspectorId: 'x' }),
    ],
    [
      'yesterday, and not today',
      'invalid inspections.dayInThePast plannedOn',
      plan({ plannedOn: '2026-11-23' }),
      undefined,
      plan({ plannedOn: '2026-11-24' }),
    ],
    [
      'when it is moved to yesterday, and not today',
      'invalid inspections.dayInThePast plannedOn',
      move({ plannedOn: '2026-11-23' }),
      undefined,
      move({ plannedOn: '2026-11-24' }),
    ],
    ['when it is moved after it was held', planned, move({ why: 'x' }), hold],
    ['when it is moved after it was called off', calledOff, move({ why: 'x' }), cancel],
    ['when it is called off after it was held', planned, cancel, hold],
    ['when it is called off after its report was closed', planned, cancel, close],
  ]);
});

describe('answering before the visit is refused', () => {
  refuses([
    [
      'of an employee of another centre',
      'forbidden inspections.mayNotAnswer',
      answer('anne'),
      undefined,
      answer('isk-syd'),
    ],
    [
      'of an employee of the unit',
      'forbidden inspections.mayNotAnswer',
      answer('bo'),
      undefined,
      answer('manager-syd'),
    ],
    ['of its inspector', 'forbidden inspections.mayNotAnswer', answer('team')],
    ['of the unit’s ISK after the visit', planned, answer('isk-syd'), hold],
    ['of the unit’s ISK when it was called off', calledOff, answer('isk-syd'), cancel],
    [
      'of whom the ISK has given it to, after the visit',
      planned,
      async (world) => {
        expect(answersStamp(world.context, world.as('bo'), world.key)).not.toBe('');
        await answer('bo')(world);
      },
      async (world) => {
        await handOver(world);
        await answer('bo')(world);
        await world.hold();
      },
    ],
  ]);

  it('of whoever presses as the visit is held', async () => {
    const world = await aVisit();
    const after = meanwhile(world.context, Inspections, () => world.hold());
    expect(await refusal(() => answer('isk-syd')(world))).toBe('inspections.alreadyHeld');
    const inspector = personRef(world.context, world.visit()?.inspectorId ?? '').name;
    expect(await named(() => answer('isk-syd')(world))).toContain(inspector);
    expect(momentOf(world.context)).toEqual(await after);
    expect(world.visit()).toMatchObject({ state: 'held', answers: [] });
  });
});

/** What the inspector does, by act. */
const inspectorActs: Record<string, (world: VisitWorld, who: string) => unknown> = {
  'writes what was seen': ({ context, as, key }, who) =>
    keepWalk(context, as(who), key, { results: [{ key: itemKey, result: 'met', seen: '', sample: '' }] }),
  'says that it was held': ({ context, as, key }, who) => holdInspection(context, as(who), key),
  'writes a finding': ({ context, as, key }, who) => addFinding(context, as(who), key, aFinding()),
  'changes a finding': ({ context, as, findings }, who) =>
    changeFinding(context, as(who), findings()[0]?.key ?? '', aFinding({ seen: 'x' })),
  'asks for a new assessment': ({ context, as, findings }, who) =>
    raiseRisk(context, as(who), findings()[0]?.key ?? '', 'kasse'),
  'deletes a picture': ({ context, as, key, visit }, who) =>
    removePhoto(context, as(who), { inspectionKey: key, photoKey: visit()?.photos[0]?.key ?? '' }),
  'closes the report': ({ context, as, key }, who) => closeInspection(context, as(who), key, 'x'),
};
const walked: Step = async ({ seeing, found, pictured }) => {
  await seeing(...itemKeys);
  await found({ grade: 'observation' });
  await pictured('one');
};

describe.each(Object.entries(inspectorActs))('whoever %s', (_what, act) => {
  it('is the inspector or the team, not an employee elsewhere nor who leads the unit', async () => {
    const world = await aVisit();
    await walked(world);
    for (const who of ['anne', 'bo', 'isk-syd', 'manager-syd', 'auditor'])
      expect(await refused(world.context, () => act(world, who)), who).toBe('forbidden inspections.mayNotInspect');
    await holdInspection(world.context, world.as('team'), world.key);
    await act(world, 'ciso');
  });
});

describe('reading an inspection is refused', () => {
  const mayNotRead = 'forbidden inspections.mayNotRead';
  const reads =
    (who: string): Step =>
    async ({ context, as, key }) =>
      inspectionView(context, as(who), key);
  const readsFinding =
    (who: string): Step =>
    async ({ context, as, findings }) =>
      findingView(context, as(who), findings()[0]?.key ?? '');
  refuses([
    ['of an employee of the unit', mayNotRead, reads('bo'), undefined, reads('isk-syd')],
    ['of another centre’s ISK', mayNotRead, reads('isk-nord'), undefined, reads('auditor')],
    [
      'as a document',
      mayNotRead,
      ({ context, as, key }) => reportDocument(context, as('bo'), key),
      ({ close: closed }) => closed(),
    ],
    [
      'and a picture of it',
      mayNotRead,
      ({ context, as, key, visit }) =>
        photoFile(context, as('bo'), { inspectionKey: key, photoKey: visit()?.photos[0]?.key ?? '' }),
      walked,
    ],
    ['and a finding of it', mayNotRead, readsFinding('anne'), walked, readsFinding('manager-syd')],
    [
      'and a finding of it, but to who puts it right',
      mayNotRead,
      readsFinding('bo'),
      walked,
      async (world) => {
        await world.putRight(world.findings()[0]?.key ?? '');
        await readsFinding('bo')(world);
      },
    ],
  ]);
});

describe('the visit and its report', () => {
  const holds: Step = ({ context, as, key }) => holdInspection(context, as('team'), key);
  const closes: Step = ({ context, as, key }) => closeInspection(context, as('team'), key, 'x');
  const lacks = 'invalid inspections.reportLacks';
  refuses([
    [
      'are not held with nothing seen',
      'invalid inspections.nothingSeen',
      holds,
      undefined,
      async (world) => {
        await world.seeing(itemKey);
        await holds(world);
      },
    ],
    ['are not held when it was called off', calledOff, holds, cancel],
    ['are not closed before it was held', 'conflict inspections.notHeld', closes, ({ seeing }) => seeing(...itemKeys)],
    ['are not closed when it was called off', calledOff, closes, cancel],
    ['are not closed while an item has no result', lacks, closes, hold],
    [
      'are not closed while a deviation has no action',
      lacks,
      closes,
      async (world) => {
        await world.found();
        await world.seeing(...itemKeys);
        await holds(world);
      },
      async (world) => {
        await world.putRight(world.findings()[0]?.key ?? '');
        await closes(world);
      },
    ],
    ['take no finding once closed', 'conflict inspections.closed', ({ found }) => found(), close],
    ['take no picture once called off', calledOff, ({ pictured }) => pictured('one'), cancel],
    ['take no words once closed', 'conflict inspections.closed', ({ seeing }) => seeing(itemKey), close],
    ['have no words of another checklist', 'invalid inspections.noSuchItem results.0.key', ({ seeing }) => seeing('x')],
    [
      'have the findings as they are once closed',
      'conflict inspections.closed',
      ({ context, as, findings }) =>
        changeFinding(context, as('team'), findings()[0]?.key ?? '', aFinding({ seen: 'x' })),
      async (world) => {
        await world.found({ grade: 'observation' });
        await world.close();
      },
    ],
  ]);
});

describe('a finding', () => {
  const only = ({ findings }: VisitWorld) => findings()[0]?.key ?? '';
  const finds =
    (grade: 'smallDeviation' | 'observation' | 'strength' = 'smallDeviation'): Step =>
    ({ found }) =>
      found({ grade });
  const closed: Step = async (world) => {
    const findingKey = await world.found();
    await world.putRight(findingKey);
    await world.recheck(findingKey);
  };
  const raise =
    (assetKey: string): Step =>
    (world) =>
      raiseRisk(world.context, world.as('team'), only(world), assetKey);
  const isClosed = 'conflict inspections.findingClosed';
  refuses([
    [
      'that is closed is not changed',
      isClosed,
      (world) => changeFinding(world.context, world.as('team'), only(world), aFinding({ seen: 'x' })),
      closed,
    ],
    [
      'that is closed is not explained',
      isClosed,
      (world) => explainFinding(world.context, world.as('isk-syd'), only(world), 'x'),
      closed,
    ],
    ...['anne', 'bo', 'isk-nord', 'auditor'].map((who): Row => [
      `is not explained by ${who}`,
      'forbidden inspections.mayNotExplain',
      (world) => explainFinding(world.context, world.as(who), only(world), 'x'),
      finds(),
      async (world) => {
        await explainFinding(world.context, world.as('manager-syd'), only(world), 'Flyttet.');
        await explainFinding(world.context, world.as('team'), only(world), 'Malet.');
        expect(world.finding(only(world))?.cause).toBe('Malet.');
      },
    ]),
    [
      'that nobody has put right is not looked at again',
      'conflict inspections.nothingToRecheck',
      (world) => world.recheck(only(world)),
      finds(),
      async (world) => {
        await world.putRight(only(world));
        await world.recheck(only(world));
        expect(world.finding(only(world))?.closedAt).toBeDefined();
      },
    ],
    ['that is a strength raises no risk', 'invalid inspections.strengthNoRisk', raise('kasse'), finds('strength')],
    [
      'raises no risk of what is out of use',
      'invalid inspections.assetRetired assetKey',
      raise('gammelt'),
      finds('observation'),
      raise('kasse'),
    ],
    [
      'raises the risk of one system only',
      'conflict inspections.riskRaised',
      raise('journal'),
      async (world) => {
        await finds()(world);
        await raise('kasse')(world);
      },
      raise('kasse'),
    ],
  ]);

  it('has room beside so many others, also when its press is repeated', async () => {
    const world = await aVisit();
    for (let one = 1; one < longest.findings; one += 1) await world.found({}, `${one}`);
    const last = await world.found({}, 'last');
    expect(await refused(world.context, () => world.found({}, 'more'))).toBe('invalid inspections.tooManyFindings');
    const before = world.context.list(InspectionFindings).version;
    expect(await world.found({}, 'last')).toBe(last);
    expect(world.context.list(InspectionFindings).version).toBe(before);
  });

  it('has room for one of two at the same moment', async () => {
    const world = await aVisit();
    for (let one = 1; one < longest.findings; one += 1) await world.found({}, `${one}`);
    const both = await Promise.allSettled([world.found({}, 'one'), world.found({}, 'other')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(world.context.list(InspectionFindings).all()).toHaveLength(longest.findings);
  });
});

it('a picture that is not there, or was deleted, is missing', async () => {
  const { context, as, key, pictured, visit } = await aVisit();
  await pictured('en');
  const ask = (photoKey: string) => () => photoFile(context, as('team'), { inspectionKey: key, photoKey });
  const photoKey = visit()?.photos[0]?.key ?? '';
  expect(await refused(context, ask('findes-ikke'))).toBe('missing inspections.noSuchPhoto');
  expect((await ask(photoKey)()).fileName).toMatch(/\.jpg$/);
  await removePhoto(context, as('team'), { inspectionKey: key, photoKey });
  expect(await refused(context, ask(photoKey))).toBe('missing inspections.noSuchPhoto');
});

describe('a checklist', () => {
  const body = checklistBody.parse({ title: 'Vores', topic: 'other', items: [{ question: 'Er døren låst?' }] });

  it('that comes with the product is not changed, an own one is', async () => {
    const { context, as } = await aVisit();
    const change = (key: string) => changeChecklist(context, as('ciso'), key, { ...body, title: 'Vores egen' });
    expect(await refused(context, () => change(checklistKey))).toBe('conflict inspections.checklistShipped');
    const { key } = await makeChecklist(context, as('ciso'), body);
    expect(await change(key)).toMatchObject({ version: 2, title: 'Vores egen' });
  });
});

it('an inspection that was called off is called off once', async () => {
  const { context, as, key, cancel: calls } = await aVisit();
  await calls();
  const before = momentOf(context);
  await cancelInspection(context, as('team'), key, 'Igen');
  expect(momentOf(context)).toEqual(before);
});
