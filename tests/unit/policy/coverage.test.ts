import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { addDays, todayOf } from '../../../api/kernel/index.ts';
import { People } from '../../../api/organisation/index.ts';
import {
  acknowledgePolicy,
  audienceOf,
  draftPolicy,
  policyCampaign,
  policyCoverage,
  policyObligations,
  PolicyVersions,
  policyVersion,
} from '../../../api/policy/index.ts';
import { percentDone } from '../../../api/documents/index.ts';
import { coverageView as coverageSchema, policyPageView } from '../../../api/policy/contract.ts';
import { coverageWorkbook } from '../../../api/policy/coverage-workbook.ts';
import { missingPeople } from '../../../api/policy/people-missing.ts';
import { coverageView, policyPage } from '../../../api/policy/policy-views.ts';
import { translator } from '../../../api/texts/translate.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCentre, anAssignment, aPerson, aTown, centre, day, settle, the } from '../organisation/builders.ts';
import { aDraft, aReceipt, aVersion, moment, publish } from './builders.ts';

const query = { sort: 'name', offset: 0, limit: 500 } as const;
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const around = fc.integer({ min: -60, max: 20 }).map((days) => addDays(day('2026-11-24'), days));
const someone = fc.record({
  centreId: maybe(fc.constantFrom('nord', 'syd', 'nowhere').map(centre)),
  hiredOn: maybe(around),
  leftOn: maybe(around),
  absentFrom: maybe(around),
  absentTo: maybe(around),
  movedOn: maybe(around),
  movedFrom: maybe(fc.constantFrom('nord', 'syd').map(centre)),
  teams: fc.boolean(),
  receipts: fc.record({ one: fc.boolean(), two: fc.boolean(), three: fc.boolean() }),
});

describe('policyCoverage', () => {
  it('adds up for any people, moves, leaves and receipts, and every list counts the same people', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someone, { maxLength: 30 }),
        fc.constantFrom('minor' as const, 'major' as const),
        async (people, changeKind) => {
          const { context } = memoryContext();
          const versions = context.list(PolicyVersions);
          await versions.create(
            aVersion('one', { publishedAt: moment('2026-10-01T09:00:00.000Z'), state: 'superseded' }),
          );
          await versions.create(
            aVersion('two', { publishedAt: moment('2026-11-01T09:00:00.000Z'), state: 'superseded' }),
          );
          await versions.create(aVersion('three', { publishedAt: moment('2026-11-20T09:00:00.000Z'), changeKind }));
          await settle(context, {
            centres: [aCentre('nord'), aCentre('syd')],
            people: [
              aPerson('ciso'),
              ...people.map(({ receipts: _receipts, ...one }, index) => aPerson(`p${index}`, one)),
            ],
            roles: [anAssignment('ciso', 'ciso')],
          });
          for (const [index, { receipts }] of people.entries())
            for (const key of ['one', 'two', 'three'] as const)
              if (receipts[key]) await context.list(Acknowledgements).create(aReceipt(key, `p${index}`));

          for (const key of ['one', 'two', 'three']) {
            const coverage = policyCoverage(context, key);
            if (!coverage) throw new Error('no coverage');
            const sum = (name: 'people' | 'acknowledged' | 'missing') =>
              coverage.centres.reduce((total, row) => total + row[name], 0);
            expect(coverage.acknowledged + coverage.missing).toBe(coverage.people);
            expect([sum('people'), sum('acknowledged'), sum('missing')]).toEqual([
              coverage.people,
              coverage.acknowledged,
              coverage.missing,
            ]);
            for (const share of [coverage, ...coverage.centres]) {
              expect(share.percent === 100).toBe(share.missing === 0);
              expect(share.percent).toBe(percentDone(share.acknowledged, share.people));
            }
            const version = policyVersion(context, key);
            expect(version && missingPeople(context, the(context, 'ciso'), version, query).total).toBe(
              coverage.missing,
            );
          }
          const current = policyCoverage(context, 'three');
          const version = policyVersion(context, 'three');
          const preview = version && audienceOf(context, version);
          expect(policyCampaign.audience(context, 'three')).toHaveLength(current?.missing ?? -1);
          expect(preview?.people).toBe(current?.missing);
          expect(preview?.centres.reduce((total, row) => total + row.people, 0)).toBe(preview?.people);
          const open = [...policyObligations(context, todayOf(context.clock))].filter(({ state }) => state === 'open');
          expect(open).toHaveLength(current?.missing ?? -1);
          const unreachable = preview?.unreachable.reduce((total, row) => total + row.people, 0) ?? 0;
          expect((preview?.reachable ?? 0) + unreachable).toBe(preview?.people);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('counts a superseded version as on its last day, with the people and centres of that day', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await publish(context, ciso);
    await acknowledgePolicy(context, the(context, 'bo'), { versionKey, channel: 'tab' });
    setNow('2026-12-01T09:00:00.000Z');
    await publish(context, ciso, { number: '2.0' });
    setNow('2027-01-10T09:00:00.000Z');
    const before = policyCoverage(context, versionKey);
    const people = context.list(People);
    await people.update('bo', () => ({
      movedOn: day('2026-12-20'),
      movedFrom: centre('syd'),
      centreId: centre('nord'),
    }));
    await people.update('anne', () => ({ leftOn: day('2026-12-24') }));
    await settle(context, { people: [aPerson('new', { hiredOn: day('2027-01-01') })] });
    expect(policyCoverage(context, versionKey)).toEqual(before);
    expect(before).toMatchObject({ people: 14, acknowledged: 1 });
    expect(before?.centres.find((row) => row.centre?.id === 'syd')?.acknowledged).toBe(1);
  });

  it('sets the share of the version before beside each centre, most missing first', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await publish(context, ciso);
    await acknowledgePolicy(context, the(context, 'bo'), { versionKey, channel: 'tab' });
    setNow('2026-12-01T09:00:00.000Z');
    const { key } = await publish(context, ciso, { number: '2.0' });
    expect(policyCoverage(context, key)?.centres).toMatchObject([
      { centre: { id: 'nord' }, missing: 11, previousPercent: 0 },
      { centre: { id: 'syd' }, missing: 3, previousPercent: 33.3 },
    ]);
    // Of the whole, too, and in the workbook.
    expect(policyCoverage(context, key)?.previousPercent).toBe(7.1);
    const told = { ...context, texts: translator };
    const { bytes } = await coverageWorkbook(told, ciso, policyVersion(context, key)!, {});
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(sheet?.data.map((cells) => cells.at(-1)).slice(1)).toEqual([0, 33.3, 7.1]);
  });

  it('says 100 only when nobody is missing', () => {
    expect(percentDone(49_999, 50_000)).toBe(99.9);
    expect(percentDone(0, 0)).toBe(100);
  });

  it('sees a new receipt, a leaver and tomorrow’s newcomer at once', async () => {
    const { context, setNow } = await aTown();
    const { key: versionKey } = await publish(context, the(context, 'ciso'));
    const numbers = () => {
      const { people, acknowledged, onLeave } = policyCoverage(context, versionKey) ?? {};
      return [people, acknowledged, onLeave];
    };
    expect(numbers()).toEqual([14, 0, 0]);
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'tab' });
    expect(numbers()).toEqual([14, 1, 0]);
    await settle(context, { people: [aPerson('new', { hiredOn: day('2026-11-25') })] });
    await context.list(People).update('bo', () => ({ absentFrom: day('2026-11-24') }));
    expect(numbers()).toEqual([13, 1, 1]);
    setNow('2026-11-25T09:00:00.000Z');
    expect(numbers()).toEqual([14, 1, 1]);
  });
});

describe('coverageView', () => {
  it.each([
    ['ciso', ['nord', 'syd']],
    ['team', ['nord', 'syd']],
    ['committee', []],
    ['auditor', ['nord', 'syd']],
    ['board', []],
    ['management', []],
    ['manager-nord', ['nord']],
    ['isk-syd', ['syd']],
  ])('%s sees all numbers, and the people of %o', async (who, expected) => {
    const { context } = await aTown();
    const version = await publish(context, the(context, 'ciso'));
    const view = coverageSchema.parse(coverageView(context, the(context, who), version));
    expect(view.people).toBe(14);
    expect(view.centres.filter(({ abilities }) => abilities.seePeople).map((row) => row.centre?.id)).toEqual(expected);
    expect(view.centres.find((row) => row.centre?.id === 'nord')?.coordinators).toMatchObject([{ id: 'isk-nord' }]);
  });
});

describe('policyPage', () => {
  it('gives an employee the policy in force, no drafts, and what the actor may do', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    await publish(context, ciso);
    await draftPolicy(context, ciso, aDraft({ number: '2.0' }));
    setNow('2026-11-25T09:00:00.000Z');
    const page = policyPageView.parse(policyPage(context, the(context, 'anne')));
    expect(page.versions.map(({ number }) => number)).toEqual(['1.0']);
    expect(page.versions[0]?.publishReason).toBeUndefined();
    expect(page.due).toBe('2026-12-12');
    expect(page.abilities).toEqual({ draft: false, seeCoverage: false, acknowledge: true });
    const forCiso = policyPageView.parse(policyPage(context, ciso));
    expect(forCiso.versions.map(({ number, abilities: { edit, publish: may } }) => [number, edit, may])).toEqual([
      ['2.0', true, true],
      ['1.0', false, false],
    ]);
  });

  it('shows a carried-over receipt with the version it comes from', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await publish(context, ciso);
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'card' });
    setNow('2026-11-25T09:00:00.000Z');
    await publish(context, ciso, { number: '1.1', changeKind: 'minor' });
    const page = policyPageView.parse(policyPage(context, the(context, 'anne')));
    expect(page.abilities.acknowledge).toBe(false);
    expect(page.due).toBeUndefined();
    expect(page.current?.receipt).toMatchObject({ outcome: 'carriedOver', versionNumber: '1.1' });
    expect(page.current?.receipt?.note).toContain('1.0');
    expect(page.receipts.map(({ outcome, versionNumber }) => [versionNumber, outcome])).toContainEqual([
      '1.0',
      'acknowledged',
    ]);
  });
});

describe('coverage asked again', () => {
  /** A town in which each person gives one receipt per call, counting reads of all people. */
  async function counted() {
    const { context } = await aTown();
    const versions = context.list(PolicyVersions);
    await versions.create(aVersion('one', { publishedAt: moment('2026-10-01T09:00:00.000Z'), state: 'superseded' }));
    await versions.create(
      aVersion('two', { publishedAt: moment('2026-11-01T09:00:00.000Z'), changeKind: 'minor' as const }),
    );
    let reads = 0;
    const list: typeof context.list = (definition) => {
      const handle = context.list(definition);
      if (definition.name !== People.name) return handle;
      return {
        ...handle,
        get version() {
          return handle.version;
        },
        all: () => {
          reads += 1;
          return handle.all();
        },
      };
    };
    return { context: { ...context, list }, read: () => reads };
  }

  it('counts a receipt more without going through the people again, and one person once', async () => {
    const { context, read } = await counted();
    for (const key of ['one', 'two']) await context.list(Acknowledgements).create(aReceipt(key, 'ciso'));
    const before = policyCoverage(context, 'two')?.acknowledged;
    const reads = read();
    for (const [key, person, more] of [
      ['one', 'anne', 1],
      ['two', 'anne', 1],
      ['two', 'bo', 2],
    ] as const) {
      await context.list(Acknowledgements).create(aReceipt(key, person));
      expect(policyCoverage(context, 'two')?.acknowledged).toBe((before ?? 0) + more);
    }
    expect(read()).toBe(reads);
  });

  it('counts anew when a receipt is taken away, or somebody leaves', async () => {
    const { context } = await counted();
    await context.list(Acknowledgements).create(aReceipt('two', 'anne'));
    await context.list(Acknowledgements).create(aReceipt('two', 'bo'));
    const { people = 0 } = policyCoverage(context, 'two') ?? {};
    const { key } = context.list(Acknowledgements).all()[0]!;
    await context.list(Acknowledgements).remove(key);
    expect(policyCoverage(context, 'two')).toMatchObject({ people, acknowledged: 1 });
    await context.list(People).update('bo', () => ({ leftOn: day('2026-11-01') }));
    expect(policyCoverage(context, 'two')).toMatchObject({ people: people - 1, acknowledged: 0 });
  });
});
