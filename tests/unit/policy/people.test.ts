import { unzipSync, strFromU8 } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { Campaigns, DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import {
  acknowledgePolicy,
  policyCampaignKey,
  policyCoverage,
  recordNegativeReceipts,
  type PolicyVersion,
} from '../../../api/policy/index.ts';
import { missingView, receiptsView } from '../../../api/policy/contract.ts';
import { coverageWorkbook } from '../../../api/policy/coverage-workbook.ts';
import { coverageView } from '../../../api/policy/policy-views.ts';
import { safeText } from '../../../api/files/workbook/index.ts';
import { missingPeople, type PeopleQuery } from '../../../api/policy/people-missing.ts';
import { receiptsSeen } from '../../../api/policy/receipts-seen.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aCentre, aPerson, aTown, centre, day, person, refusal, settle, the } from '../organisation/builders.ts';
import { publish } from './builders.ts';

const query = (changes: Partial<PeopleQuery> = {}): PeopleQuery => ({
  sort: 'name',
  offset: 0,
  limit: 100,
  ...changes,
});
const missing = (context: Context, who: string, version: PolicyVersion, changes: Partial<PeopleQuery> = {}) =>
  missingView.parse(missingPeople(context, the(context, who), version, query(changes)));
const ids = (view: { people: { id: string }[] }) => view.people.map(({ id }) => id);

async function aPublishedTown() {
  const world = await aTown();
  const version = await publish(world.context, the(world.context, 'ciso'));
  return { ...world, version };
}

describe('missingPeople', () => {
  it.each([
    ['ciso', 14],
    ['team', 14],
    ['auditor', 14],
    ['isk-nord', 11],
    ['manager-syd', 3],
  ])('shows %s the names of %i people', async (who, total) => {
    const { context, version } = await aPublishedTown();
    expect(missing(context, who, version).total).toBe(total);
  });

  it.each([['anne'], ['committee'], ['board'], ['management'], ['secretary'], ['council']])(
    'shows %s nobody',
    async (who) => {
      const { context, version } = await aPublishedTown();
      expect(await refusal(() => missing(context, who, version))).toBe('policy.mayNotSeePeople');
    },
  );

  it('keeps an ISK to the own centres', async () => {
    const { context, version } = await aPublishedTown();
    expect(await refusal(() => missing(context, 'isk-nord', version, { centreId: 'syd' }))).toBe(
      'policy.mayNotSeePeople',
    );
    expect(await refusal(() => missing(context, 'isk-nord', version, { centreId: 'none' }))).toBe(
      'policy.mayNotSeePeople',
    );
    expect(missing(context, 'isk-syd', version, { centreId: 'syd' }).total).toBe(3);
  });

  it('searches å/aa tolerant, sorts and gives a page at a time', async () => {
    const { context, version } = await aPublishedTown();
    expect(ids(missing(context, 'ciso', version, { q: 'ågård' }))).toEqual(['anne']);
    expect(ids(missing(context, 'ciso', version, { q: 'aeroe' }))).toEqual(['bo']);
    const all = ids(missing(context, 'ciso', version));
    const pages = [0, 5, 10].flatMap((offset) => ids(missing(context, 'ciso', version, { offset, limit: 5 })));
    expect(pages).toEqual(all);
    expect(ids(missing(context, 'ciso', version, { sort: 'centre', limit: 11 }))).not.toContain('bo');
    await settle(context, { people: [aPerson('new', { hiredOn: day('2026-11-20'), centreId: undefined })] });
    expect(ids(missing(context, 'ciso', version, { sort: 'hiredOn', limit: 1 }))).toEqual(['new']);
    expect(ids(missing(context, 'ciso', version, { sort: 'centre' })).at(-1)).toBe('new');
    expect(ids(missing(context, 'ciso', version, { centreId: 'none' }))).toEqual(['new']);
    expect(missing(context, 'ciso', version, { q: 'Person new' }).people[0]?.daysLeft).toBe(18);
    await settle(context, {
      centres: [aCentre('aeldre', { title: 'Center for Ældre' })],
      people: [aPerson('old', { hiredOn: day('2026-11-20'), centreId: centre('aeldre') })],
    });
    expect(ids(missing(context, 'ciso', version, { sort: 'centre' })).slice(-2)).toEqual(['old', 'new']);
  });

  it('says where each message stands', async () => {
    const { context, version } = await aPublishedTown();
    const campaignKey = policyCampaignKey(version.key);
    await context.list(DeliveryBlocks).create({
      key: 'block',
      title: 'block',
      campaignKey,
      position: 1,
      recipients: [
        { person: person('anne'), state: 'blocked', code: 'ConversationBlockedByUser' },
        { person: person('bo'), state: 'waiting' },
      ],
    });
    const status = () =>
      Object.fromEntries(missing(context, 'ciso', version).people.map(({ id, delivery }) => [id, delivery]));
    expect(status()).toMatchObject({ anne: 'blocked', bo: 'waiting', team: 'notAsked' });
    expect(missing(context, 'ciso', version, { sort: 'delivery' }).people[0]).toMatchObject({
      id: 'anne',
      code: 'ConversationBlockedByUser',
    });
    await context.list(Campaigns).update(campaignKey, () => ({ state: 'cancelled' }));
    expect(status()).toMatchObject({ anne: 'blocked', bo: 'cancelled' });
  });
});

describe('receiptsSeen', () => {
  it('keeps the receipts of those who left and the reasons of the others readable, each to its centre', async () => {
    const { context, version, setNow } = await aPublishedTown();
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey: version.key, channel: 'card' });
    setNow('2026-12-05T09:00:00.000Z');
    await context.list(People).update('anne', () => ({ leftOn: day('2026-12-01') }));
    await context
      .list(People)
      .update('bo', () => ({ centreId: centre('nord'), movedFrom: centre('syd'), movedOn: day('2026-12-02') }));
    await recordNegativeReceipts(context);
    const seen = (who: string, changes: Partial<PeopleQuery> = {}) =>
      receiptsView
        .parse(receiptsSeen(context, the(context, who), version, query(changes)))
        .receipts.map(({ person: { id }, outcome }) => `${id} ${outcome}`);
    expect(seen('auditor')).toEqual(['anne acknowledged', 'bo moved']);
    expect(seen('isk-syd')).toEqual(['bo moved']);
    expect(seen('isk-nord')).toEqual(['anne acknowledged']);
    expect(seen('auditor', { q: 'ærø' })).toEqual(['bo moved']);
    expect(await refusal(() => seen('board'))).toBe('policy.mayNotSeePeople');
  });
});

describe('the numbers of a centre', () => {
  it('are those of its lists, recounted from the people and receipts, whoever has left or is away', async () => {
    const { context, version, setNow } = await aPublishedTown();
    const people = context.list(People);
    for (const who of ['anne', 'bo', 'isk-nord', 'isk-syd', 'team'])
      await acknowledgePolicy(context, the(context, who), { versionKey: version.key, channel: 'card' });
    setNow('2026-12-05T09:00:00.000Z');
    await people.update('anne', () => ({ leftOn: day('2026-12-01') }));
    await people.update('team', () => ({ absentFrom: day('2026-12-01'), absentTo: day('2027-02-01') }));
    await recordNegativeReceipts(context);
    const rows = policyCoverage(context, version.key)?.centres ?? [];
    for (const [who, centreId] of [
      ['isk-nord', 'nord'],
      ['manager-syd', 'syd'],
    ] as const) {
      const list = receiptsView.parse(receiptsSeen(context, the(context, who), version, query()));
      const row = rows.find((one) => one.centre?.id === centreId);
      const there = people
        .all()
        .filter((one) => one.centreId === centreId && one.leftOn === undefined && one.absentFrom === undefined);
      const given = new Set(
        context
          .list(Acknowledgements)
          .all()
          .filter(({ outcome }) => outcome === 'acknowledged')
          .map(({ personId }) => personId as string),
      );
      const acknowledged = there.filter(({ key }) => given.has(key)).length;
      expect([who, row?.acknowledged, list.total - list.uncounted]).toEqual([who, acknowledged, acknowledged]);
      expect([who, row?.missing, missing(context, who, version).total]).toEqual([
        who,
        there.length - acknowledged,
        there.length - acknowledged,
      ]);
    }
    const whole = receiptsView.parse(receiptsSeen(context, the(context, 'auditor'), version, query()));
    expect(whole.uncounted).toBeGreaterThan(0);
    expect(whole.total - whole.uncounted).toBe(policyCoverage(context, version.key)?.acknowledged);
  });
});

describe('safeText', () => {
  it.each(['=1+1', '+45', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes the sting out of %j', (value) => {
    expect(safeText(value)).toBe(`'${value}`);
  });
  it('leaves other texts alone', () => {
    expect(safeText('Anne-Marie = Bo')).toBe('Anne-Marie = Bo');
  });
});

describe('coverageWorkbook', () => {
  async function rows(context: Context, who: string, version: PolicyVersion, centreId?: string) {
    const { fileName, bytes } = await coverageWorkbook(context, the(context, who), version, { centreId });
    const sheets = await readXlsxFile(Buffer.from(bytes));
    return {
      fileName,
      bytes,
      centres: sheets[0]?.data ?? [],
      people: sheets[1]?.data ?? [],
      names: sheets.map((one) => one.sheet),
    };
  }

  it('of a version that nobody was asked about is refused as its page is', async () => {
    const { context, version } = await aPublishedTown();
    const draft = { ...version, key: 'a-draft', state: 'draft' as const };
    const ciso = the(context, 'ciso');
    const refused = { kind: 'conflict', code: 'policy.noCoverage' };
    expect(() => coverageView(context, ciso, draft)).toThrow(expect.objectContaining(refused));
    await expect(coverageWorkbook(context, ciso, draft, {})).rejects.toMatchObject(refused);
  });

  it('holds coverage by centre and the people, in the reader’s language, with no formula in any cell', async () => {
    const { context, version } = await aPublishedTown();
    context.texts = translator;
    await settle(context, { people: [aPerson('evil', { title: '=HYPERLINK("http://x")' })] });
    await acknowledgePolicy(context, the(context, 'bo'), { versionKey: version.key, channel: 'card' });
    const { fileName, bytes, centres, people, names } = await rows(context, 'ciso', version);
    expect(fileName).toBe('Politik 1.0 - dækning.xlsx');
    expect(names).toEqual(['Centre', 'Medarbejdere']);
    expect(centres).toEqual([
      ['Center', 'Medarbejdere', 'Har bekræftet', 'Mangler', 'Andel i procent', 'Sidste version i procent'],
      ['Center for nord', 12, 0, 12, 0, null],
      ['Center for syd', 3, 1, 2, 33.3, null],
      ['Hele kommunen', 15, 1, 14, 6.6, null],
    ]);
    expect(people).toHaveLength(16);
    expect(people.find(([name]) => name === 'Bo Ærø')).toEqual(
      expect.arrayContaining(['Bo Ærø', 'Center for syd', 'Bekræftet', '2026-11-24', 'Kort i Teams']),
    );
    expect(people.some(([name]) => name === '\'=HYPERLINK("http://x")')).toBe(true);
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(2);
    for (const [, xml] of sheets) expect(strFromU8(xml)).not.toContain('<f>');
  });

  it('keeps an ISK to the own centre', async () => {
    const { context, version } = await aPublishedTown();
    const own = await rows(context, 'isk-syd', version);
    expect(own.centres).toHaveLength(2);
    expect(own.people).toHaveLength(4);
    expect(await refusal(() => rows(context, 'isk-syd', version, 'nord'))).toBe('policy.mayNotSeePeople');
    expect(await refusal(() => rows(context, 'anne', version))).toBe('policy.mayNotSeePeople');
  });

  it('has the numbers of every centre, and nobody’s name, for those who govern the whole', async () => {
    const { context, version } = await aPublishedTown();
    for (const who of ['committee', 'board', 'management']) {
      const { names, centres } = await rows(context, who, version);
      expect([names.length, centres.length]).toEqual([1, 4]);
      const syd = await rows(context, who, version, 'syd');
      expect([syd.names.length, syd.centres.length]).toEqual([1, 2]);
    }
  });
});
