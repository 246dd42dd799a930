import { z } from 'zod';
import { procedureView } from '../../../api/procedures/contract.ts';
import { acknowledge, allApprove, centreId, employee, isk, manager, save, type Story } from './story.ts';

const title = 'Udlevering af journaler';
const saved = {
  title,
  area: 'area-personal-data',
  jobTitles: [],
  mustAcknowledge: true,
  reviewMonths: 12,
  summary: 'Ny procedure.',
  text: 'Journaler udleveres af teamlederen.',
};
const draft = { ...saved, kind: 'procedure', centreId };

/**
 * A local procedure: written, sent back, submitted again, approved by manager and committee from cards, acknowledged.
 */
export const procedure: Story = {
  name: 'a procedure is written, sent back, approved and acknowledged',
  about: [title],
  acts: async (stage) => {
    const made = await stage.as(stage.person(isk), 'POST', '/api/procedures', draft);
    const { key } = procedureView.parse(made);
    await stage.as(stage.person(isk), 'POST', `/api/procedures/${key}/submit`);
    await stage.process();
    const comment = 'Hvem gør det, når teamlederen er på ferie?';
    if (!(await stage.press(stage.person(manager), title, 'Send tilbage', { comment }))) throw new Error('not asked');
    await stage.process();
    await save(stage, stage.person(isk), `/api/procedures/${key}/draft`, {
      ...saved,
      text: 'Journaler udleveres af teamlederen eller dennes stedfortræder.',
    });
    await stage.as(stage.person(isk), 'POST', `/api/procedures/${key}/submit`);
    await stage.process();
    if (!(await stage.press(stage.person(manager), title, 'Godkend'))) throw new Error('the manager was never asked');
    await allApprove(stage, 'securityCommittee', title);
    const anne = stage.person(employee);
    if (!(await stage.press(anne, title, acknowledge)))
      await stage.as(anne, 'POST', `/api/procedures/${key}/acknowledge`);
    await stage.process();
  },
  wrong: async (stage) => {
    const found = z
      .object({ procedures: z.array(z.object({ key: z.string(), title: z.string() })) })
      .parse(await stage.as(stage.person(isk), 'GET', `/api/procedures?q=${encodeURIComponent(title)}`));
    const own = found.procedures.filter((one) => one.title === title);
    if (own.length !== 1) return [`there are ${own.length} procedures`];
    const view = procedureView.parse(await stage.as(stage.person(isk), 'GET', `/api/procedures/${own[0]?.key}`));
    return [
      ...(view.current?.state === 'valid' ? [] : [`it is ${view.current?.state ?? view.coming?.state}`]),
      ...(view.audience.acknowledged === 1 ? [] : [`${view.audience.acknowledged} have acknowledged it`]),
    ];
  },
};
