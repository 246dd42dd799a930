import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { Completions } from '../../../api/awareness/index.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import { personDataOf } from '../../../api/person-data/person-data.ts';
import { personWorkbook } from '../../../api/person-data/index.ts';
import { People, RoleAssignments } from '../../../api/organisation/index.ts';
import { Successions } from '../../../api/ownership/index.ts';
import { ReminderWishes } from '../../../api/reminders/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { personalLists } from '../../../teams-app/program/personal-lists.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aPerson, anAssignment, day, person, settle } from '../organisation/builders.ts';

const at = '2026-11-20T09:00:00.000Z' as Instant;
async function aTown() {
  const { context } = memoryContext();
  context.texts = translator;
  await settle(context, {
    people: [
      aPerson('anne', { title: 'Anne Jensen', phone: '12 34 56 78' }),
      aPerson('bo', { title: 'Bo Ærø' }),
      aPerson('ciso', { title: 'Camilla Holm' }),
    ],
    roles: [anAssignment('anne', 'coordinator'), anAssignment('bo', 'coordinator', { deputyId: person('anne') })],
  });
  const completion = { courseKey: 'gdpr', completedOn: day('2026-03-01'), source: 'manager' as const, at };
  await context.list(Completions).create({
    ...{ key: 'c1', title: 'Anne Jensen', personId: person('anne'), recordedBy: person('bo'), ...completion },
  });
  await context.list(Completions).create({
    ...{
      key: 'c2',
      title: 'Bo Ærø',
      personId: person('bo'),
      recordedBy: person('anne'),
      note: 'Bos note',
      ...completion,
    },
  });
  await context.list(DeliveryBlocks).create({
    ...{ key: 'b1', title: 'policy 1', campaignKey: 'policy', position: 1 },
    recipients: [
      { person: person('anne'), state: 'sent', activity: 'a1', at },
      { person: person('bo'), state: 'blocked', code: 'BotBlocked', at },
    ],
  });
  await context.list(Successions).create({
    ...{ key: 's1', title: 'Bo Ærø', from: person('bo'), by: person('ciso'), note: 'Stopper', at, state: 'done' },
    items: [
      { kind: 'asset', key: 'x', title: 'Omsorg', to: person('anne') },
      { kind: 'asset', key: 'y', title: 'Løn', to: person('ciso') },
    ],
  });
  return context;
}

describe('what is kept about a person', () => {
  it('is found in every list that tells of people, without what it tells of others', async () => {
    const context = await aTown();
    const parts = await personDataOf(context, personalLists, 'anne');
    const of = (list: string) => parts.find((part) => part.list === list)?.rows ?? [];
    expect(of('People')).toMatchObject([{ title: 'Anne Jensen', phone: '12 34 56 78' }]);
    expect(of(RoleAssignments.name)).toMatchObject([{ personId: 'anne' }, { personId: 'bo', deputyId: 'anne' }]);
    // Her own in full; of one she recorded neither the name nor the words.
    expect(of('Completions')[0]).toMatchObject({ title: 'Anne Jensen', recordedBy: 'bo' });
    expect(of('Completions')[1]).not.toHaveProperty('title');
    expect(of('Completions')[1]).not.toHaveProperty('note');
    expect(of('DeliveryBlocks')).toMatchObject([{ recipients: [{ person: 'anne', state: 'sent' }] }]);
    expect(of('Successions')).toEqual([
      expect.objectContaining({ items: [expect.objectContaining({ title: 'Omsorg', to: 'anne' })] }),
    ]);
    expect(JSON.stringify(of('Successions'))).not.toContain('Ærø');
    expect(parts.map(({ list }) => list)).toEqual(personalLists.map(({ definition }) => definition.name));
  });

  it('is one workbook in plain words, names nobody else, and stands in the trail', async () => {
    const context = await aTown();
    const reader = { personId: person('ciso'), language: 'da' as const };
    const { fileName, bytes } = await personWorkbook(context, reader, personalLists, { personId: 'anne' });
    expect(fileName).toBe('Persondata 2026-11-24.xlsx');
    const text = Object.values(unzipSync(bytes))
      .map((file) => new TextDecoder().decode(file))
      .join('\n');
    for (const word of ['Anne Jensen', 'Overblik', 'Telefon', 'Gennemført', '(en anden medarbejder)'])
      expect(text).toContain(word);
    for (const other of ['Ærø', 'Bos note', 'BotBlocked', 'Camilla']) expect(text).not.toContain(other);
    await continueAudit(context);
    expect(context.list(AuditEntries).all()).toMatchObject([
      { title: 'fetchPersonData', subjectKey: 'anne', actorId: 'ciso' },
    ]);
    await expect(personWorkbook(context, reader, personalLists, { personId: 'nobody' })).rejects.toMatchObject({
      code: 'personData.nobody',
    });
  });

  it('tells what people wrote as they wrote it, also where it equals a code, and codes in words', async () => {
    const context = await aTown();
    await context.list(People).update('anne', () => ({ jobTitle: 'manager', department: 'open' }));
    const entry = { title: 'closeDowntime', subjectKey: 'x', actorId: person('anne'), at };
    await context.list(AuditEntries).create({ key: 'e1', ...entry, details: { role: 'coordinator', by: 'anne' } });
    const wishes = { hour: 9, rhythm: 'daily' as const, weekday: 1, muted: ['takeCourse'] };
    await context.list(ReminderWishes).create({ key: 'anne', title: 'high', wishes, changedAt: at });
    const reader = { personId: person('ciso'), language: 'da' as const };
    const { bytes } = await personWorkbook(context, reader, personalLists, { personId: 'anne' });
    const texts = new TextDecoder().decode(unzipSync(bytes)['xl/sharedStrings.xml']);
    const said = [...texts.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? '');
    expect(said).toEqual(expect.arrayContaining(['manager', 'open', 'high', 'Afsluttede en nedetid']));
    expect(said.join('\n')).toMatch(/Rolle: ISK/);
    expect(said.join('\n')).toMatch(/: Kursus/);
    expect(said).not.toContain('Åben');
    expect(said).not.toContain('Høj');
  });
});
