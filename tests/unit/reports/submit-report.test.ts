import { describe, expect, it } from 'vitest';
import { ApprovalRequests, submitForApproval, withdrawApproval } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { unavailable, type Actor } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { reportSubject, reportWay } from '../../../api/reports/report.ts';
import { YearlyReports } from '../../../api/reports/report-list.ts';
import { changeReport, makeReport } from '../../../api/reports/save-report.ts';
import { submitReport } from '../../../api/reports/submit-report.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { refusal, the } from '../organisation/builders.ts';

const words = (text: string) => ({ texts: [{ key: 'summary' as const, text }], off: [], decisions: [] });

/** A report whose files are counted, by two who may submit it. */
async function aReport() {
  const { context: town, setNow } = await aSeededTown();
  const uploaded: string[] = [];
  let meanwhile: (() => Promise<unknown>) | undefined;
  const context: Context = {
    ...town,
    documents: {
      ...town.documents,
      upload: async (path, ...given) => {
        if (path.startsWith('Årsrapporter')) uploaded.push(path);
        const act = meanwhile;
        meanwhile = undefined;
        await act?.();
        return town.documents.upload(path, ...given);
      },
    },
  };
  const roles = context.list(RoleAssignments).all();
  const inRole = (role: string) => the(context, roles.find((one) => one.role === role)?.personId ?? '');
  const [ciso, team] = [inRole('ciso'), inRole('securityTeam')];
  const { key } = await makeReport(context, ciso, 2026);
  await changeReport(context, ciso, key, words('Et godt år'));
  let minute = 0;
  const later = () => setNow(new Date(Date.parse('2026-11-24T11:00:00.000Z') + (minute += 1) * 60_000).toISOString());
  const pressed = (actor: Actor, idempotencyKey: string) => {
    later();
    return submitReport(context, { ...actor, idempotencyKey }, key);
  };
  const requests = () =>
    context
      .list(ApprovalRequests)
      .all()
      .filter(({ subjectKey }) => subjectKey === key);
  const withdraw = () => withdrawApproval(context, ciso, { requestKey: requests().at(-1)?.key ?? '', reason: 'Vent' });
  const sent = () => context.list(YearlyReports).get(key)?.sent;
  /** Submitted by another instance. */
  const open = () =>
    submitForApproval(context, ciso, {
      subjectKind: reportSubject,
      subjectKey: key,
      content: { title: 'Årsrapport', text: '' },
      summary: '',
      stages: reportWay,
    });
  const atUpload = (act: () => Promise<unknown>) => void (meanwhile = act);
  return { context, ciso, team, key, uploaded, pressed, requests, withdraw, sent, later, open, atUpload };
}

/** A program that cannot create in a list. */
const unableToCreate = (context: Context, name: string): Context => ({
  ...context,
  list: (definition) => {
    const list = context.list(definition);
    if (definition.name !== name) return list;
    const create = () => Promise.reject(unavailable('sharepoint.away'));
    return new Proxy(list, {
      get: (target, member: keyof typeof list) => (member === 'create' ? create : target[member]),
    });
  },
});

describe('a yearly report', () => {
  it('that two people submit at once is submitted by the first, with one version of its files', async () => {
    const { team, ciso, pressed, uploaded, requests, sent } = await aReport();
    await Promise.all([pressed(team, 'one'), pressed(ciso, 'other')]);
    expect(requests()).toMatchObject([{ state: 'open', submittedBy: team.personId }]);
    expect(uploaded.map((path) => path.split('.').at(-1))).toEqual(['docx', 'pdf']);
    expect([sent()?.word.versionId, sent()?.paper.versionId]).toEqual(['1.0', '1.0']);
  });

  it('is not submitted anew by the repeat of a press whose submission was withdrawn meanwhile, and is by a new press', async () => {
    const { ciso, pressed, withdraw, requests, uploaded } = await aReport();
    await pressed(ciso, 'one');
    await withdraw();
    await pressed(ciso, 'one');
    expect(requests().map(({ state }) => state)).toEqual(['withdrawn']);
    expect(uploaded).toHaveLength(2);
    await pressed(ciso, 'other');
    expect(requests().map(({ state }) => state)).toEqual(['withdrawn', 'open']);
  });

  it('whose submission stopped before the approval goes there as it was written; changed since, as it is now', async () => {
    const { context, ciso, key, pressed, uploaded, requests, sent, later } = await aReport();
    const died = (idempotencyKey: string) =>
      submitReport(unableToCreate(context, ApprovalRequests.name), { ...ciso, idempotencyKey }, key);
    await expect(died('one')).rejects.toThrow();
    const written = sent();
    await pressed(ciso, 'one');
    expect([sent(), uploaded.length, requests().length]).toEqual([written, 2, 1]);

    const other = await aReport();
    const diedToo = submitReport(
      unableToCreate(other.context, ApprovalRequests.name),
      { ...other.ciso, idempotencyKey: 'one' },
      other.key,
    );
    await expect(diedToo).rejects.toThrow();
    later();
    other.later();
    await changeReport(other.context, other.ciso, other.key, words('Et bedre år'));
    await other.pressed(other.ciso, 'one');
    expect(other.sent()?.text).toContain('Et bedre år');
  });

  it('that changes or is submitted elsewhere while its files are made is not submitted, and is by the next press', async () => {
    const given = await aReport();
    const { ciso, key, pressed, requests, sent } = given;
    const reports = given.context.list(YearlyReports);
    const elsewhere: (() => Promise<unknown>)[] = [
      () => reports.update(key, () => ({ texts: words('Et bedre år').texts })),
      () => given.open(),
    ];
    for (const act of elsewhere) {
      given.atUpload(act);
      expect(await refusal(() => pressed(ciso, 'one'))).toBe('reports.notEditable');
      expect(sent()).toBeUndefined();
    }
    await given.withdraw();
    await pressed(ciso, 'one');
    expect(requests().map(({ state }) => state)).toEqual(['withdrawn', 'open']);
    expect(sent()?.text).toContain('Et bedre år');
  });
});
