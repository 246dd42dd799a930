import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { Campaigns, declareCampaignKinds, DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { DirectoryState } from '../../../api/directory/index.ts';
import { addDays, type Instant, type LocalDate, type PersonId } from '../../../api/kernel/index.ts';
import { operationsView } from '../../../api/operations/contract.ts';
import { nothingRunning, operationsOf, operationsRoutes, type OperationsLook } from '../../../api/operations/index.ts';
import { maySeeOperations } from '../../../api/organisation/index.ts';
import { digestKind } from '../../../api/reminders/index.ts';
import type { ListStatus, SetAside } from '../../../api/sharepoint/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { sealKind } from '../../../api/trail/index.ts';
import { secretsOf, siteUrlOf } from '../../../teams-app/program/operations-look.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aTown, the } from '../organisation/builders.ts';

const asOf = '2026-11-24T08:59:40.000Z';
const aList = (list: string, changes: Partial<ListStatus> = {}): ListStatus => ({
  list,
  items: 10,
  version: 1,
  asOf,
  stale: false,
  setAside: [],
  ...changes,
});
const broken = (itemId: string): SetAside => ({
  list: 'People',
  itemId,
  key: `person-${itemId}`,
  problems: ['HiredOn: Invalid input'],
  fields: [{ column: 'HiredOn', wrong: 'date' }],
});
const aLook = (changes: Partial<OperationsLook> = {}): OperationsLook => ({
  ...nothingRunning,
  lists: { held: [], stale: false, asOf, lists: [aList('People'), aList('Centres')] },
  jobs: [{ name: 'lists', everySeconds: 20 }, { name: 'directory', everySeconds: 900 }, { name: 'sending' }],
  siteUrl: 'https://proeve.sharepoint.com/sites/sikkerhed',
  ...changes,
});
/** The view as sent: data unknown to the contract or JSON fails here. */
const viewOf = (look: OperationsLook, { context } = memoryContext()) =>
  operationsView.strict().parse(JSON.parse(JSON.stringify(operationsOf(context, look, 'da'))));

describe('operationsOf', () => {
  it('says that all is well when nothing needs anybody', () => {
    const view = viewOf(aLook());
    expect(view).toMatchObject({ status: 'ok', attention: [], freshness: { asOf, stale: false } });
    expect(view.lists.map(({ list, items }) => [list, items])).toEqual([
      ['People', 10],
      ['Centres', 10],
    ]);
    expect(view.jobs.map(({ name }) => name)).toEqual(['lists', 'directory', 'sending']);
  });

  it('says how changes in each list come to be seen, and why not all are told', () => {
    const told = { by: 'notification', everyMinutes: 15, missed: 1 } as const;
    const looked = { by: 'looks', everyMinutes: 5.6, missed: 0 } as const;
    const changes = { told: 1, lists: 2, missed: 1, problem: 'sharepoint.notificationsUnreachable' };
    const lists = [aList('People', { seen: told }), aList('Centres', { seen: looked })];
    const view = viewOf(aLook({ lists: { held: [], stale: false, asOf, lists }, changes }));
    expect(view).toMatchObject({ status: 'ok', changes });
    expect(view.lists.map(({ seen }) => seen)).toEqual([told, looked]);
  });

  it('tells one cause once, with every list and job that it stops', () => {
    const away = { stale: true, problem: 'sharepoint.away' };
    const view = viewOf(
      aLook({
        lists: {
          held: [],
          stale: true,
          asOf,
          lists: [aList('People', away), aList('Centres', away), aList('Campaigns')],
        },
        jobs: [
          { name: 'directory', problem: 'sharepoint.away' },
          { name: 'sending', problem: 'unexpected' },
        ],
        directory: { problem: 'sharepoint.away' },
      }),
    );
    expect(view.attention).toEqual([
      { kind: 'failing', code: 'sharepoint.away', lists: ['People', 'Centres'], jobs: ['directory'] },
      { kind: 'failing', code: 'unexpected', lists: [], jobs: ['sending'] },
    ]);
    expect(view).toMatchObject({ status: 'attention', freshness: { asOf, stale: true } });
  });

  it('tells a list that is held once, and nothing of it when the list is back and a job has not had its next turn', () => {
    const jobs = [{ name: 'digests', everySeconds: 60, problem: 'sharepoint.listGone' }];
    const lists = { stale: false, asOf, lists: [aList('People'), aList('Centres')] };
    const gone = [{ list: 'People', held: { why: 'gone' } as const }];
    expect(viewOf(aLook({ jobs, lists: { ...lists, held: gone } })).attention).toMatchObject([{ kind: 'listHeld' }]);
    expect(viewOf(aLook({ jobs, lists: { ...lists, held: [] } })).attention).toEqual([]);
  });

  it('says how far the clock of the machine is off, from a minute on', () => {
    const clockIs = (clockAheadMs: number) => viewOf(aLook({ clockAheadMs })).attention;
    expect([...clockIs(60_000), ...clockIs(-60_000)]).toEqual([]);
    expect(clockIs(7_200_400)).toEqual([{ kind: 'clockWrong', aheadSeconds: 7_200 }]);
    expect(clockIs(-86_400_000)).toEqual([{ kind: 'clockWrong', aheadSeconds: -86_400 }]);
  });

  it('says that nothing can be promised, and that a journal was put aside', () => {
    const damaged = ['journal.sqlite.damaged-2026'];
    expect(viewOf(aLook({ journal: { state: 'unavailable', code: 'diskFull', damaged } })).attention).toEqual([
      { kind: 'journalAway', code: 'diskFull' },
      { kind: 'journalDamaged', files: damaged },
    ]);
  });

  it('names groups that cannot be read, by what they are for', () => {
    const unread = (role: string[], course: string[]) =>
      viewOf(aLook({ directory: { unread: { role, course } } })).attention;
    expect(unread([], [])).toEqual([]);
    expect(unread(['a'], ['b', 'c'])).toEqual([
      { kind: 'groupsUnread', use: 'role', groupIds: ['a'] },
      { kind: 'groupsUnread', use: 'course', groupIds: ['b', 'c'] },
    ]);
  });

  it('shows an item that was set aside with its field and its page in SharePoint', () => {
    const lists = [aList('People', { setAside: [broken('7')] }), aList('Centres')];
    const view = viewOf(aLook({ lists: { held: [], stale: false, asOf, lists } }));
    expect(view.attention).toEqual([{ kind: 'setAside', list: 'People', count: 1 }]);
    expect(view.lists[0]).toMatchObject({
      setAsideCount: 1,
      setAside: [
        {
          itemId: '7',
          key: 'person-7',
          problems: [{ column: 'HiredOn', title: 'Hired on', wrong: 'date' }],
          webUrl: 'https://proeve.sharepoint.com/sites/sikkerhed/Lists/People/DispForm.aspx?ID=7',
        },
      ],
    });
  });

  it('counts all that is set aside, and shows a hundred of them', () => {
    const setAside = Array.from({ length: 250 }, (_, number) => broken(String(number)));
    const [people] = viewOf(
      aLook({ lists: { held: [], stale: false, asOf, lists: [aList('People', { setAside })] } }),
    ).lists;
    expect([people?.setAsideCount, people?.setAside.length]).toEqual([250, 100]);
  });

  it('names a campaign that stopped by itself, and not those that go on', async () => {
    const world = memoryContext();
    const campaign = {
      title: 'Politik 4.0',
      kind: 'policy',
      startedAt: asOf as Instant,
      startedBy: 'ciso' as never,
    };
    const campaigns = world.context.list(Campaigns);
    await campaigns.create({
      ...campaign,
      key: 'one',
      subjectKey: 'v4',
      state: 'stopped',
      stopCode: 'BotDisabledByAdmin',
    });
    await campaigns.create({ ...campaign, key: 'two', subjectKey: 'v5', state: 'sending' });
    await world.context
      .list(DeliveryBlocks)
      .create({ key: 'two-1', title: 'two', campaignKey: 'two', position: 1, recipients: [] });
    const problem = { level: 'warning', code: 'sharepoint.away', message: 'late', times: 1 } as const;
    const at = asOf as Instant;
    const problemOf = (part: 'campaign' | 'block', name: string) => ({
      ...problem,
      where: { part, name },
      at,
      firstAt: at,
    });
    const view = viewOf(
      aLook({
        sending: { ...nothingRunning.sending, state: 'sending', campaigns: ['two'] },
        problems: [problemOf('campaign', 'one'), problemOf('block', 'two-1'), problemOf('campaign', 'deleted')],
      }),
      world,
    );
    expect(view.problems.map(({ where }) => where?.name)).toEqual(['Politik 4.0', 'Politik 4.0', 'deleted']);
    expect(view.attention).toEqual([
      {
        kind: 'campaignStopped',
        key: 'one',
        title: 'Politik 4.0',
        about: { kind: 'policy', subjectKey: 'v4' },
        code: 'BotDisabledByAdmin',
      },
    ]);
    expect(view.sending.campaigns).toEqual([{ key: 'two', title: 'Politik 4.0' }]);
  });

  it('tells of refused credentials, of standing still, and of lists that are not as declared', () => {
    const view = viewOf(
      aLook({
        sending: { ...nothingRunning.sending, state: 'stalled', alarm: 'AuthFailed', secondsWithoutProgress: 400 },
        drift: [
          { list: 'People', column: 'HiredOn', problem: 'wrongType', instead: { found: 'dateTime', wanted: 'text' } },
          { list: 'People', column: 'Key', problem: 'notUnique' },
          { list: 'Centres', column: 'Key', problem: 'notIndexed' },
        ],
      }),
    );
    expect(view.attention.map((thing) => [thing.kind, 'list' in thing ? thing.list : ''])).toEqual([
      ['alarm', ''],
      ['stalled', ''],
      ['drift', 'People'],
      ['drift', 'Centres'],
    ]);
    expect(view.drift).toHaveLength(3);
  });

  it.each([
    [31, []],
    [30, [30]],
    [0, [0]],
    [-1, [-1]],
  ])('asks for a new certificate from a month before its last day: %s days before, %j', (daysLeft, told) => {
    const expiresOn = addDays('2026-11-24' as LocalDate, daysLeft);
    const view = viewOf(aLook({ secrets: [{ app: 'app', kind: 'certificate', expiresOn }] }));
    expect(view.secrets).toEqual([{ app: 'app', kind: 'certificate', expiresOn, daysLeft }]);
    expect(view.attention).toEqual(
      told.map((left) => ({ kind: 'secretEnds', app: 'app', secret: 'certificate', expiresOn, daysLeft: left })),
    );
  });

  it('does not know when a secret ends that nobody told about, and says nothing is wrong', () => {
    const view = viewOf(aLook({ secrets: [{ app: 'provisioning', kind: 'secret' }] }));
    expect(view).toMatchObject({ status: 'ok', secrets: [{ app: 'provisioning', kind: 'secret' }] });
    expect(view.secrets[0]?.daysLeft).toBeUndefined();
  });

  it('names a campaign in the language of its reader', async () => {
    const texts = { da: translator('da'), en: translator('en') };
    const context: Context = { ...memoryContext().context, texts: (language) => texts[language] };
    declareCampaignKinds(context, [digestKind, sealKind]);
    const started = { startedAt: asOf as Instant, startedBy: 'system' as PersonId, subjectKey: '2026-11-23' };
    await context.list(Campaigns).create({
      ...started,
      key: 'seal',
      title: '2026-11-23',
      kind: 'seal',
      state: 'stopped',
    });
    await context.list(Campaigns).create({
      ...started,
      key: 'digest',
      title: 'Påmindelser 23. nov. 2026',
      kind: digestKind.kind,
      state: 'sending',
    });
    const look = aLook({ sending: { ...nothingRunning.sending, state: 'sending', campaigns: ['digest'] } });
    const titles = (['da', 'en'] as const).map((language) => {
      const { attention, sending } = operationsOf(context, look, language);
      return [attention, sending.campaigns].flat().map((entry) => ('title' in entry ? entry.title : entry));
    });
    expect(titles).toEqual([
      ['Segl for 23. nov. 2026', 'Påmindelser 23. nov. 2026'],
      ['Seal for 23 Nov 2026', 'Reminders 23 Nov 2026'],
    ]);
  });

  it('counts who waits for a card in what is being sent, and nobody of what is paused', async () => {
    const world = memoryContext();
    for (const [key, state] of [
      ['one', 'sending'],
      ['two', 'paused'],
    ] as const) {
      const campaign = { title: key, kind: 'policy', subjectKey: key, startedAt: asOf as Instant };
      await world.context.list(Campaigns).create({ ...campaign, key, state, startedBy: 'ciso' as never });
      const recipients = (['waiting', 'reserved', 'sent', 'waiting'] as const).map((each, number) => ({
        person: `${key}-${number}` as never,
        state: each,
      }));
      await world.context
        .list(DeliveryBlocks)
        .create({ key: `${key}_1`, title: key, campaignKey: key, position: 1, recipients });
    }
    expect(viewOf(aLook(), world).sending.queued).toBe(3);
  });

  it('leaves out rates without a limit and lists of no time, which JSON and the contract cannot hold', () => {
    const gate = { ...nothingRunning.sending.gate, ratePerSecond: Infinity, targetPerSecond: Infinity };
    const view = viewOf(
      aLook({
        sending: { ...nothingRunning.sending, gate },
        lists: { held: [], stale: false, lists: [aList('People', { asOf: '' })] },
      }),
    );
    expect(view.sending.gate).toEqual({ pausedSeconds: 0, waiting: 0, throttled: 0 });
    expect(view.lists[0]?.asOf).toBeUndefined();
  });

  it('remembers over a restart when the directory was synced', async () => {
    const world = memoryContext();
    await world.context.list(DirectoryState).create({ key: 'users', title: 'x', syncedAt: asOf as Instant });
    expect(viewOf(aLook(), world).directory.syncedAt).toBe(asOf);
    const later = '2026-11-24T09:00:00.000Z' as Instant;
    expect(viewOf(aLook({ directory: { syncedAt: later } }), world).directory.syncedAt).toBe(later);
  });
});

describe('maySeeOperations', () => {
  it('lets in the CISO, the team and the auditor, as the route does, and nobody else', async () => {
    const { context } = await aTown();
    const people = ['ciso', 'team', 'auditor', 'board', 'management', 'committee', 'manager-nord', 'isk-nord', 'anne'];
    expect(people.filter((person) => maySeeOperations(the(context, person)))).toEqual(['ciso', 'team', 'auditor']);
    expect(operationsRoutes(() => nothingRunning).map(({ name, allow }) => [name, allow])).toEqual([
      ['GET /api/operations', ['ciso', 'securityTeam', 'auditor']],
    ]);
  });
});

describe('siteUrlOf', () => {
  it('is the site’s address on a real tenant, and nothing where only its id is known or it has no pages', () => {
    const site = { host: 'proeve.sharepoint.com', path: '/sites/Sikkerhed og IT' };
    const cloud = { kind: 'cloud' as const };
    expect(siteUrlOf({ site, microsoft365: cloud })).toBe('https://proeve.sharepoint.com/sites/Sikkerhed%20og%20IT');
    expect(siteUrlOf({ site: { id: 'a,b,c' }, microsoft365: cloud })).toBeUndefined();
    expect(siteUrlOf({ site, microsoft365: { kind: 'desk', port: 0, graphPort: 0, people: 20 } })).toBeUndefined();
  });
});

describe('secretsOf', () => {
  const cloud = { kind: 'cloud' as const };
  const certificate = { thumbprintSha256: 'aa', privateKeyPem: '', expiresAt: '2027-03-31T22:30:00.000Z' };

  it('tells the last Danish day of a certificate, and of a secret what the setting says', () => {
    expect(
      secretsOf({
        microsoft365: cloud,
        app: { clientId: 'a', credential: { certificate } },
        provisioning: { clientId: 'b', credential: { secret: 's', expiresOn: '2027-01-31' as LocalDate } },
      }),
    ).toEqual([
      { app: 'app', kind: 'certificate', expiresOn: '2027-04-01' },
      { app: 'provisioning', kind: 'secret', expiresOn: '2027-01-31' },
    ]);
  });

  it('says nothing of the desk’s own', () => {
    const app = { clientId: 'a', credential: { secret: 's' } };
    expect(secretsOf({ microsoft365: { kind: 'desk', port: 0, graphPort: 0, people: 20 }, app })).toEqual([]);
  });
});
