import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { Completions, Courses } from '../../../api/awareness/index.ts';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import type { Instant } from '../../../api/kernel/index.ts';
import { personDataOf } from '../../../api/person-data/person-data.ts';
import { personWorkbook } from '../../../api/person-data/index.ts';
import { Centres, People, RoleAssignments } from '../../../api/organisation/index.ts';
import { Successions } from '../../../api/ownership/index.ts';
import { ReminderWishes } from '../../../api/reminders/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { personalLists } from '../../../teams-app/program/personal-lists.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCentre, aPerson, anAssignment, day, person, settle } from '../organisation/builders.ts';

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

  it('tells of those whom the person leads, or whose leave the person recorded, nothing but that', async () => {
    const context = await aTown();
    const away = {
      absentFrom: day('2026-11-02'),
      absentTo: day('2026-12-01'),
      absenceBy: person('anne'),
      absenceAt: at,
    };
    await context
      .list(People)
      .update('bo', () => ({ managerId: person('anne'), mail: 'bo@proeve.example', phone: '87 65 43 21', ...away }));
    await context.list(Acknowledgements).create({
      ...{ key: 'r1', title: 'Bo Ærø', versionKey: 'policy-1', personId: person('bo'), at },
      ...{ outcome: 'acknowledged' as const, channel: 'signature' as const, contentHash: 'c', note: 'på barsel' },
      recordedBy: person('anne'),
    });
    const parts = await personDataOf(context, personalLists, 'anne');
    const of = (list: string) => parts.find((part) => part.list === list)?.rows ?? [];
    expect(of('People').slice(1)).toEqual([{ managerId: 'anne', absenceBy: 'anne' }]);
    expect(of(Acknowledgements.name)).toHaveLength(1);
    expect(of(Acknowledgements.name)[0]).not.toHaveProperty('note');
  });

  it('says moments in Danish time, counts as numbers, and records by their names', async () => {
    const context = await aTown();
    await context.list(Centres).create(aCentre('nord', { title: 'Center for Havn' }));
    const late = '2026-12-31T23:30:00.000Z' as Instant;
    await context.list(Courses).create({
      ...{
        key: 'gdpr',
        title: 'GDPR i hverdagen',
        describe: '',
        minutes: 25,
        url: 'https://kursus.example',
        language: 'da' as const,
      },
    });
    await context.list(Completions).update('c1', () => ({ at: late }));
    await context.list(DeliveryBlocks).update('b1', () => ({
      recipients: [{ person: person('anne'), state: 'sent' as const, activity: 'a1', at: late, attempts: 2 }],
    }));
    const reader = { personId: person('ciso'), language: 'da' as const };
    const { bytes } = await personWorkbook(context, reader, personalLists, { personId: 'anne' });
    const files = Object.entries(unzipSync(bytes)).map(
      ([name, file]) => [name, new TextDecoder().decode(file)] as const,
    );
    const text = files.map(([, content]) => content).join('\n');
    expect(text).not.toContain('T23:30');
    for (const word of ['>2027-01-01 00:30<', 'Tidspunkt: 2027-01-01 00:30', 'Center for Havn', 'GDPR i hverdagen'])
      expect(text).toContain(word);
    const sheets = files.filter(([name]) => name.startsWith('xl/worksheets/')).map(([, content]) => content);
    // The block's place: a count that can be summed.
    expect(sheets.some((sheet) => /<c r="C2"[^>]*t="n"|<c r="C2"(?![^>]*t=)[^>]*><v>1</.test(sheet))).toBe(true);
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
