import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ApprovalRequests, recordDecision, submitForApproval } from '../../../api/approvals/index.ts';
import { casePaper } from '../../../api/approvals/case-paper.ts';
import { downloadFrozen, downloadMinutes, uploadMinutes } from '../../../api/approvals/minutes.ts';
import { approvalView } from '../../../api/approvals/views/approval-view.ts';
import type { Context } from '../../../api/context.ts';
import { storeFile } from '../../../api/files/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { aBody, aStage, council, submit } from './a-body.ts';

const bytes = strToU8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const referat = { fileName: 'Referat: Byrådet?.pdf', bytes };

async function aDecision() {
  const { context, ...world } = await aBody();
  const { key } = await submit(context, [council]);
  const given = {
    requestKey: key,
    stage: 1,
    meetingOn: day('2026-11-20'),
    itemNumber: '12',
    outcome: 'approved',
  } as const;
  return { context, key, decide: async () => recordDecision(context, the(context, 'secretary'), given), ...world };
}
const upload = async (context: Context, who: string, requestKey: string, changes = {}) =>
  uploadMinutes(context, the(context, who), { requestKey, stage: 1, upload: { ...referat, ...changes } });

describe('minutes', () => {
  it('are attached once by the secretary, under a name that SharePoint takes, and come back unchanged', async () => {
    const { context, key, decide } = await aDecision();
    await decide();
    expect(approvalView(context, the(context, 'secretary'), await upload(context, 'secretary', key))).toMatchObject({
      stages: [{ decision: { minutes: { name: 'Referat Byrådet.pdf', type: 'application/pdf', size: bytes.length } } }],
      abilities: { attachMinutes: false },
    });
    const file = await downloadMinutes(context, the(context, 'isk'), { requestKey: key, stage: 1 });
    expect(file).toEqual({ fileName: 'Referat Byrådet.pdf', bytes });
  });

  it('are an answer when they are the same, and are never exchanged', async () => {
    const { context, key, decide } = await aDecision();
    await decide();
    const first = await upload(context, 'secretary', key);
    expect((await upload(context, 'secretary', key)).item.etag).toBe(first.item.etag);
    const other = () => upload(context, 'secretary', key, { bytes: Buffer.concat([bytes, bytes]) });
    expect(await refusal(other)).toBe('approvals.minutesAttached');
  });

  it('need a decision, the right person and a file of a kind that is taken in; nothing is stored otherwise', async () => {
    const { context, key, decide } = await aDecision();
    const stored: string[] = [];
    const { documents } = context;
    context.documents = {
      ...documents,
      upload: (path, ...rest) => {
        stored.push(path);
        return documents.upload(path, ...rest);
      },
    };
    expect(await refusal(() => upload(context, 'secretary', key))).toBe('approvals.noSuchRequest');
    await decide();
    expect(await refusal(() => upload(context, 'isk', key))).toBe('approvals.mayNotRecord');
    expect(await refusal(() => upload(context, 'other', key))).toBe('approvals.mayNotSee');
    const page = strToU8('<html></html>');
    expect(await refusal(() => upload(context, 'secretary', key, { bytes: page }))).toBe('files.kindNotAllowed');
    expect(stored).toEqual([]);
    await upload(context, 'secretary', key);
    expect(stored).toEqual([`Godkendelser/${key}/1/Referat Byrådet.pdf`]);
    const none = () => downloadMinutes(context, the(context, 'isk'), { requestKey: key, stage: 2 });
    expect(await refusal(none)).toBe('approvals.noFile');
  });
});

describe('the frozen file', () => {
  it('is exactly what was sent, also when a newer one has come, and is refused when it is not', async () => {
    const { context } = await aBody();
    const file = await storeFile(context, ['Procedurer'], { fileName: 'a.pdf', bytes });
    const send = (subjectKey: string, hash: string) =>
      submitForApproval(context, the(context, 'isk'), {
        ...{ subjectKind: 'other', subjectKey, summary: '', stages: [aStage()] },
        content: { title: 'A', text: '', file: { ...file, hash } },
      });
    const { key } = await send('a', file.hash);
    await storeFile(context, ['Procedurer'], { fileName: 'a.pdf', bytes: Buffer.concat([bytes, bytes]) });
    expect((await downloadFrozen(context, the(context, 'mia'), key)).bytes).toEqual(bytes);
    expect(await refusal(() => downloadFrozen(context, the(context, 'other'), key))).toBe('approvals.mayNotSee');
    const forged = await send('b', 'b'.repeat(64));
    expect(await refusal(() => downloadFrozen(context, the(context, 'mia'), forged.key))).toBe('files.changed');
    const { key: without } = await submit(context);
    expect(await refusal(() => downloadFrozen(context, the(context, 'mia'), without))).toBe('approvals.noFile');
  });
});

describe('the paper of a case', () => {
  it('is named by the whole title, also one that ends with a number after a dot', async () => {
    const { context } = await aBody();
    const { key } = await submit(context, [council]);
    await context.list(ApprovalRequests).update(key, () => ({ title: 'Politik 4.0' }));
    context.texts = translator;
    const { fileName } = await casePaper(context, the(context, 'secretary'), key);
    expect(fileName).toBe('Sag - Politik 4.0.pdf');
  });
});
