import { describe, expect, it } from 'vitest';
import {
  ApprovalRequests,
  contentHashOf,
  declareApprovalSubjects,
  requestKey,
  type ApprovalRequest,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { frozenKey } from '../../../api/figures/freeze-figures.ts';
import { Figures } from '../../../api/figures/index.ts';
import { storeFile } from '../../../api/files/index.ts';
import { nowOf, type Actor } from '../../../api/kernel/index.ts';
import { oneAtATime } from '../../../api/one-at-a-time.ts';
import { reportFile, requireTemplate, storeTemplate } from '../../../api/reports/files/report-files.ts';
import { reportSubject, reportTurn } from '../../../api/reports/report.ts';
import { YearlyReports } from '../../../api/reports/report-list.ts';
import { reportOrThrow } from '../../../api/reports/reports.ts';
import { changeReport, keepTemplate, makeReport, takeFigures } from '../../../api/reports/save-report.ts';
import { reportApproval, submitReport } from '../../../api/reports/submit-report.ts';
import { longTextLimit } from '../../../api/sharepoint/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { refused } from '../../support/refused.ts';
import { wordFile } from '../../support/word-file.ts';
import { aTown, day, person, refusal, the } from '../organisation/builders.ts';

const key = 'aarsrapport-2026';
const upload = { fileName: 'Skabelon.docx', bytes: wordFile('{{title}}') };
const said = (text: string) => ({ texts: [{ key: 'summary' as const, text }], off: [], decisions: [] });

async function world() {
  const { context: bare } = await aTown('2026-11-24T10:00:00.000Z');
  const context: Context = { ...bare, texts: translator };
  declareApprovalSubjects(context, [reportApproval]);
  await makeReport(context, the(context, 'ciso'), 2026);
  return context;
}

/** As if it had been sent, without its files. */
async function sent(context: Context, state: ApprovalRequest['state']): Promise<void> {
  await context.list(ApprovalRequests).create({
    key: requestKey(reportSubject, key, 1),
    title: 'Årsrapport',
    subjectKind: reportSubject,
    subjectKey: key,
    round: 1,
    state,
    content: '',
    summary: '',
    contentHash: contentHashOf({ title: 'Årsrapport', text: '' }),
    submittedBy: person('ciso'),
    submittedAt: nowOf(context.clock),
    stages: [],
  });
}

/** What is done with a report, each as its route does it. */
const acts: Record<string, (context: Context, actor: Actor) => unknown> = {
  'writing it': (context, actor) => changeReport(context, actor, key, said('Et godt år')),
  'taking newer figures': (context, actor) => takeFigures(context, actor, key, false),
  'taking figures of last year': (context, actor) => takeFigures(context, actor, key, true),
  'sending a template': (context, actor) => requireTemplate(context, actor, key),
  'storing a template': (context, actor) => storeTemplate(context, actor, key, upload),
  'going back to the shipped template': (context, actor) => keepTemplate(context, actor, key, undefined),
};

describe('a yearly report', () => {
  it.each([
    ...Object.entries(acts),
    ['beginning it', (context: Context, actor: Actor) => makeReport(context, actor, 2025)] as const,
    ['submitting it', (context: Context, actor: Actor) => submitReport(context, actor, key)] as const,
  ])('%s is not for somebody who only reads it', async (_what, act) => {
    const context = await world();
    for (const who of ['auditor', 'board', 'isk-nord'])
      expect(await refused(context, () => act(context, the(context, who)))).toBe('forbidden reports.mayNotWrite');
  });

  it.each(Object.entries(acts))('%s is refused while it is decided and once it is approved', async (_what, act) => {
    for (const state of ['open', 'approved'] as const) {
      const context = await world();
      await sent(context, state);
      expect(await refused(context, () => act(context, the(context, 'ciso')))).toBe('conflict reports.notEditable');
    }
  });

  it.each(Object.entries(acts))(
    '%s is for the committee when it was sent back, turned down or taken back',
    async (_what, act) => {
      for (const state of ['returned', 'rejected', 'withdrawn'] as const) {
        const context = await world();
        await sent(context, state);
        await act(context, the(context, 'committee'));
      }
    },
  );

  it('is not sent again once it is approved', async () => {
    const context = await world();
    await sent(context, 'approved');
    expect(await refused(context, () => submitReport(context, the(context, 'ciso'), key))).toBe(
      'conflict reports.notEditable',
    );
  });

  it('is not written by somebody who waited while another submitted it', async () => {
    const context = await world();
    const before = context.list(YearlyReports).version;
    const files = Promise.withResolvers<void>();
    const submitting = oneAtATime(context, reportTurn(key), () => files.promise.then(() => sent(context, 'open')));
    const waiting = refusal(() => changeReport(context, the(context, 'team'), key, said('Et godt år')));
    files.resolve();
    await submitting;
    expect([await waiting, context.list(YearlyReports).version]).toEqual(['reports.notEditable', before]);
  });
});

describe('the year of a report', () => {
  it.each([
    [2027, 'to come'],
    [2022, 'more than three years ago'],
  ])('is not %i, which is %s', async (year) => {
    const context = await world();
    expect(await refused(context, () => makeReport(context, the(context, 'ciso'), year))).toBe(
      'invalid reports.yearOutside year',
    );
  });

  it('is this one or one of the three before', async () => {
    const context = await world();
    for (const year of [2023, 2024, 2025, 2026]) await makeReport(context, the(context, 'ciso'), year);
    expect(context.list(YearlyReports).all()).toHaveLength(4);
  });

  it('has a report when its figures can be read', async () => {
    const context = await world();
    const ciso = the(context, 'ciso');
    const damaged = frozenKey('day', day('2025-12-31'), 'whole');
    const unreadable: Context = {
      ...context,
      list: (definition) => {
        const list = context.list(definition);
        if (definition.name !== Figures.name) return list;
        const setAside: typeof list.setAside = () => [{ list: Figures.name, itemId: '7', key: damaged, problems: [] }];
        return new Proxy(list, {
          get: (target, member: keyof typeof list) => (member === 'setAside' ? setAside : target[member]),
        });
      },
    };
    const expected = 'conflict reports.nothingToTell';
    expect(await refused(unreadable, () => makeReport(unreadable, ciso, 2025))).toBe(expected);
    const { figuresKey } = await makeReport(context, ciso, 2025);
    expect(figuresKey).toBe(damaged);
    await context.list(Figures).remove(damaged);
    const again = () => takeFigures(unreadable, ciso, 'aarsrapport-2025', false);
    expect(await refused(unreadable, again)).toBe(expected);
  });
});

describe('the texts of a report', () => {
  it('fit in its list together', async () => {
    const context = await world();
    const long = (characters: number) => ({
      ...said(''),
      texts: [{ key: 'summary' as const, text: 'x'.repeat(characters) }],
    });
    const spare = longTextLimit - JSON.stringify(long(0).texts).length;
    const save = (characters: number) => changeReport(context, the(context, 'ciso'), key, long(characters));
    expect(await refused(context, () => save(spare + 1))).toBe('invalid reports.tooLong texts');
    await save(spare);
    expect(context.list(YearlyReports).get(key)?.texts[0]?.text).toHaveLength(spare);
  });
});

describe('the template of a report', () => {
  it.each([
    ['a PDF', new TextEncoder().encode('%PDF-1.7 skabelon')],
    ['nothing', new Uint8Array()],
    ['half a Word file', upload.bytes.slice(0, 400)],
  ])('is a Word document, not %s', async (_what, bytes) => {
    const context = await world();
    const ciso = the(context, 'ciso');
    expect(await refused(context, () => storeTemplate(context, ciso, key, { ...upload, bytes }))).toBe(
      'invalid reports.template.noWord file',
    );
  });
});

describe('the files of a report that was sent', () => {
  it.each(['word', 'paper'] as const)('are those that were sent, never made anew (%s)', async (kind) => {
    const context = await world();
    const auditor = the(context, 'auditor');
    const file = () => reportFile(context, auditor, reportOrThrow(context, auditor, key), kind);
    await sent(context, 'open');
    const expected = 'conflict reports.notSent';
    expect(await refused(context, file)).toBe(expected);
    const stored = await storeFile(context, ['Årsrapporter'], upload);
    await context.list(YearlyReports).update(key, () => ({
      sent: { at: nowOf(context.clock), title: 'T', text: '', summary: '', word: stored, paper: stored },
    }));
    expect((await file()).bytes).toEqual(upload.bytes);
    const request = requestKey(reportSubject, key, 1);
    await context.list(YearlyReports).update(key, () => ({ sent: undefined }));
    await context.list(ApprovalRequests).update(request, () => ({ state: 'approved' }));
    expect(await refused(context, file)).toBe(expected);
  });
});
