import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Acknowledgements, ClosedReceipts } from '../../api/acknowledgements/index.ts';
import { ClosedMonths } from '../../api/history/index.ts';
import {
  coverageView,
  earlierReceiptsView,
  missingView,
  policyPageView,
  policyVersionView,
  receiptsView,
} from '../../api/policy/contract.ts';
import { operationsView } from '../../api/operations/contract.ts';
import { PolicyVersions } from '../../api/policy/index.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

/** 3.0 of last year is superseded by 4.0 in the seed; when 5.0 is published, no rule requires 3.0. */
describe('the receipts of a version of the policy that ended long ago', () => {
  let world: JourneyWorld;
  let ciso: WorldPerson;
  let giver: WorldPerson;
  let old: string;
  let before: Awaited<ReturnType<typeof answers>>;

  const get = async <Shape extends z.ZodType>(who: { id: string }, path: string, shape: Shape) => {
    const { status, body } = await world.as(who, 'GET', path);
    expect([path, status]).toEqual([path, 200]);
    return shape.parse(body);
  };
  const about = `/api/policy/versions/`;
  const list = 'limit=500&sort=name';
  const answers = async () => {
    const { acknowledged, people, percent, centres } = await get(ciso, `${about}${old}/coverage`, coverageView);
    const shares = centres.map(({ coordinators: _today, ...share }) => share);
    const missing = await get(ciso, `${about}${old}/missing?${list}`, missingView);
    const receipts = await get(ciso, `${about}${old}/receipts?${list}`, receiptsView);
    const { receipt } = await get(giver, `${about}${old}`, policyVersionView);
    return {
      coverage: { acknowledged, people, percent, shares },
      missing: [missing.total, ...missing.people.map(({ id }) => id)],
      receipts: [receipts.total, ...receipts.receipts.map(({ person, outcome, at }) => [person.id, outcome, at])],
      receipt,
    };
  };
  const onItsOwn = () =>
    world.program.context
      .list(Acknowledgements)
      .all()
      .filter(({ versionKey }) => versionKey === old);

  beforeAll(async () => {
    world = await startWorld();
    ciso = await world.personWith('ciso');
    const { context } = world.program;
    const numbered = (number: string) =>
      context
        .list(PolicyVersions)
        .all()
        .find((one) => one.number === number)?.key ?? '';
    old = numbered('3.0');
    const [first] = onItsOwn();
    giver =
      (await world.people()).find(
        ({ id }) => id === onItsOwn().find(({ personId }) => personId !== first?.personId)?.personId,
      ) ?? ciso;
    await world.as(ciso, 'POST', `${about}${numbered('5.0')}/publish`, { reason: 'Byrådet har vedtaget den' });
    await world.process();
    before = await answers();
    expect(before.receipts[0]).toBeGreaterThan(50);
    expect(onItsOwn().length).toBeGreaterThan(50);
    await world.control('PUT', 'clock', {
      now: new Date(context.clock.now().getTime() + 100 * 86_400_000).toISOString(),
    });
    await world.process();
  }, 600_000);
  afterAll(() => world?.close());

  it('has left the list by the job of the night, and stands in files of the library', () => {
    const { context } = world.program;
    expect(onItsOwn()).toEqual([]);
    expect(context.list(ClosedReceipts).get(old)?.parts).toHaveLength(1);
    expect(
      context
        .list(ClosedMonths)
        .all()
        .filter((file) => file.list === Acknowledgements.name),
    ).toMatchObject([{ state: 'closed' }]);
  });

  it('is an error in words and no number while its file is gone, and the operators know until it is back', async () => {
    const { context } = world.program;
    const file = context
      .list(ClosedMonths)
      .all()
      .find(({ list: of }) => of === Acknowledgements.name);
    if (!file) throw new Error('no file');
    const attention = async () =>
      (await get(ciso, '/api/operations', operationsView)).attention.filter(({ kind }) => kind === 'history');
    const written = await context.documents.download(file.fileId);
    await context.documents.upload(
      file.path,
      written.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );
    for (const path of [`${old}/coverage`, `${old}/receipts?${list}`, `${old}/missing?${list}`])
      expect(await world.as(ciso, 'GET', `${about}${path}`)).toMatchObject({
        status: 409,
        body: { error: { code: 'history.fileChanged' } },
      });
    expect(await world.as(giver, 'POST', `${about}${old}/acknowledge`, {})).toMatchObject({ status: 409 });
    expect(await attention()).toMatchObject([{ month: file.month, code: 'history.fileChanged' }]);
    await context.documents.upload(file.path, written);
    expect((await get(ciso, `${about}${old}/coverage`, coverageView)).acknowledged).toBe(before.coverage.acknowledged);
    expect(await attention()).toEqual([]);
  });

  it('is shown as it was: coverage, who is missing, receipts, and a person’s own', async () => {
    expect(await answers()).toEqual(before);
  });

  it('makes a workbook, and a press on its old card finds the first receipt', async () => {
    const bytes = await world.download(ciso, `${about}${old}/coverage.xlsx`);
    expect(bytes.length).toBeGreaterThan(5_000);
    const pressed = await world.as(giver, 'POST', `${about}${old}/acknowledge`, {});
    expect(pressed).toMatchObject({
      status: 200,
      body: { result: 'alreadyAcknowledged', receipt: { at: before.receipt?.at } },
    });
    expect(onItsOwn()).toEqual([]);
  });

  it('is a person’s to fetch, and not on the page that everybody opens', async () => {
    const page = await get(giver, '/api/policy', policyPageView);
    expect(page.receipts.map(({ versionNumber }) => versionNumber)).not.toContain('3.0');
    expect(page.earlier).toBe(1);
    const { receipts } = await get(giver, '/api/policy/earlier-receipts', earlierReceiptsView);
    expect(receipts).toEqual([before.receipt]);
  });
});
