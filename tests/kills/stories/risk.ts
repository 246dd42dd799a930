import { z } from 'zod';
import { assetView } from '../../../api/assets/contract.ts';
import { addDays, addMonths } from '../../../api/kernel/index.ts';
import { assessmentView, riskDetail } from '../../../api/risks/contract.ts';
import { allApprove, centreId, ciso, employee, isk, manager, save, type Story } from './story.ts';

const title = 'Medicin på plejehjem';
const changes = [
  { field: 'inherent.likelihood', from: null, to: 4 },
  { field: 'inherent.consequence.dataSubject.integrity', from: null, to: 3 },
  { field: 'current.likelihood', from: null, to: 3 },
  { field: 'existing', from: null, to: 'To ser på doseringen.' },
];

/** A work process: assessed, brought down by an action, accepted by the manager and the CISO from cards. */
export const risk: Story = {
  name: 'a risk is assessed, treated and accepted',
  about: [title],
  acts: async (stage) => {
    const mette = stage.person(isk);
    const asset = await stage.as(mette, 'POST', '/api/assets', {
      title,
      kind: 'workProcess',
      criticality: 'high',
      centreId,
      ownerId: mette,
      hosting: 'manual',
      personalData: ['sensitive'],
      dataSubjects: ['vulnerable'],
    });
    const { key: assetKey } = assetView.parse(asset);
    const begun = assessmentView.parse(
      await stage.as(mette, 'POST', '/api/risks/assessments', { assetKey, form: 'full' }),
    );
    const path = `/api/risks/assessments/${begun.key}`;
    const [threat] = begun.risks;
    if (!threat) throw new Error('there are no threats');
    await stage.as(mette, 'PUT', `${path}/risks/${threat.threatKey}`, { changes });
    await save(stage, mette, path, { participantIds: [mette], heldOn: stage.today() });
    await stage.as(mette, 'POST', `${path}/finish`, { openReason: 'Resten vurderes ved næste møde.' });
    const register = `/api/risks/register/${threat.riskKey}`;
    const target = { likelihood: 2, consequence: {} };
    await save(stage, mette, `${register}/treatment`, { treatment: 'mitigate', note: 'Vi øver.', target });
    const due = addDays(stage.today(), 30);
    const action = { title: 'Øv dosering', ownerId: stage.person(employee), due };
    await stage.as(mette, 'POST', `${register}/actions`, action);
    const [mine] = riskDetail.parse(await stage.as(mette, 'GET', register)).actionList;
    const report = { progress: 100, note: 'Alle har øvet.' };
    await stage.as(stage.person(employee), 'POST', `${register}/actions/${mine?.key}/progress`, report);
    const until = addMonths(stage.today(), 12);
    await stage.as(mette, 'POST', `${register}/acceptance`, { reason: 'Mere kræver et nyt system.', until });
    await stage.process();
    await stage.press(stage.person(manager), title, 'Godkend');
    await allApprove(stage, 'ciso', title);
  },
  wrong: async (stage) => {
    const path = `/api/risks/register?q=${encodeURIComponent(title)}`;
    const rows = z
      .object({ rows: z.array(z.object({ key: z.string(), acceptance: z.object({ state: z.string() }).loose() })) })
      .parse(await stage.as(ciso(stage), 'GET', path)).rows;
    const states = rows.map(({ acceptance }) => acceptance.state).join();
    return states === 'accepted' ? [] : [`the risk is ${states}`];
  },
};
