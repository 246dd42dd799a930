import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresContract } from '../../api/figures/contract.ts';
import { addDays, localDate, type LocalDate } from '../../api/kernel/index.ts';
import { ConversationPages } from '../../api/deliveries/index.ts';
import { People } from '../../api/organisation/index.ts';
import { declareRetention, deleteExpired } from '../../api/retention/index.ts';
import { retentionContract } from '../../api/retention/contract.ts';
import { DaySeals } from '../../api/trail/index.ts';
import { fixedRetention, retentionTable } from '../../teams-app/program/retention-table.ts';
import { atDanishTime } from '../support/danish-time.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const view = retentionContract['GET /api/retention'].answer;
const figures = figuresContract['GET /api/figures'].answer;

describe('personal data whose time is over', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;

  const people = () => world.program.context.list(People).all();
  const kind = async (of: string) => {
    const { kinds } = view.parse((await world.as(ciso, 'GET', '/api/retention')).body);
    const found = kinds.find((one) => one.kind === of);
    if (!found) throw new Error(`no kind ${of}`);
    return found;
  };
  const dueOf = async (of: string) => (await kind(of)).due.rows.map(({ key }) => key).sort();
  const choose = (of: string, days: number) =>
    world.save(ciso, `/api/retention/${of}`, { days, isOn: true }).then(({ status }) => expect(status).toBe(200));
  const withPhone = () => people().flatMap(({ key, phone }) => (phone === undefined ? [] : [key]));
  const withChat = () =>
    new Set(
      world.program.context
        .list(ConversationPages)
        .all()
        .flatMap(({ entries }) => entries.map(({ person }) => String(person))),
    );
  const gone = (before: Iterable<string>, after: Iterable<string>) => {
    const left = new Set(after);
    return [...before].filter((key) => !left.has(key)).sort();
  };
  const night = async () => {
    const tomorrow = addDays(localDate(world.desk.clock.now()), 1);
    await world.control('PUT', 'clock', { now: atDanishTime(tomorrow, '05:00') });
    await world.process();
  };

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '200' });
    ciso = await world.personWith('ciso');
  });
  afterAll(() => world?.close());

  it('is shown beforehand, and the night deletes exactly that; the next night has nothing to do', async () => {
    await choose('leaverPhones', 1);
    await choose('leaverChats', 1);
    const [phones, chats] = [await dueOf('leaverPhones'), await dueOf('leaverChats')];
    expect(phones.length + chats.length).toBeGreaterThan(0);
    const before = { phones: withPhone(), chats: [...withChat()] };
    await night();
    expect(gone(before.phones, withPhone())).toEqual(phones);
    expect(gone(before.chats, withChat())).toEqual(chats);
    const ran = await kind('leaverPhones');
    expect(ran.due.things).toBe(0);
    const kept = withPhone();
    await night();
    expect(withPhone()).toEqual(kept);
    expect((await kind('leaverPhones')).lastRun).toEqual(ran.lastRun);
  });

  it('names of who left long ago are gone after a kill in the middle too; seals and figures are as they were', async () => {
    const { context } = world.program;
    const left = people().flatMap(({ key, leftOn }) => (leftOn === undefined ? [] : [key]));
    expect(left.length).toBeGreaterThan(1);
    for (const key of left) await context.list(People).update(key, () => ({ leftOn: '2020-01-31' as LocalDate }));
    const seals = () =>
      context
        .list(DaySeals)
        .all()
        .map(({ key, seal }) => [key, seal]);
    const counted = async () => {
      const { figures: all } = figures.parse((await world.as(ciso, 'GET', '/api/figures?owner=whole')).body);
      return all.map(({ key, value, numerator, denominator }) => [key, value, numerator, denominator]);
    };
    const before = { seals: seals(), figures: await counted() };
    expect(before.seals.length).toBeGreaterThan(0);
    await choose('leaverNames', 1_826);
    const due = await dueOf('leaverNames');
    expect(due).toEqual([...left].sort());
    const pseudonyms = () =>
      people().flatMap(({ key, pseudonymisedOn }) => (pseudonymisedOn === undefined ? [] : [key]));

    // A second program on the same lists, dying at its second person.
    const dying: typeof context = {
      ...context,
      list: (definition) => {
        const list = context.list(definition);
        const isOver = definition.name === People.name && pseudonyms().length > 0;
        const dies = () => Promise.reject(new Error('killed'));
        return isOver ? Object.assign(Object.create(list) as typeof list, { update: dies }) : list;
      },
    };
    declareRetention(dying, { rows: retentionTable, fixed: fixedRetention });
    await deleteExpired(dying).catch(() => undefined);
    expect(pseudonyms()).toHaveLength(1);
    await deleteExpired(context);
    expect(pseudonyms().sort()).toEqual(due);
    for (const key of due) expect(context.list(People).get(key)?.title).toMatch(/^Tidligere ansat [0-9A-F]{8}$/);
    const once = people();
    await deleteExpired(context);
    expect(people()).toEqual(once);
    expect({ seals: seals(), figures: await counted() }).toEqual(before);
  });
});
