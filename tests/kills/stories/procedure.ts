import { z } from 'zod';
import { approvalsView } from '../../../api/approvals/contract.ts';
import { procedureView } from '../../../api/procedures/contract.ts';
import { acknowledge, centreId, employee, isk, manager, type Story } from './story.ts';

const title = 'Udlevering af journaler';
const draft = {
  kind: 'procedure',
  centreId,
  title,
  area: 'area-personal-data',
  jobTitles: [],
  mustAcknowledge: true,
  reviewMonths: 12,
  summary: 'Ny procedure.',
  text: 'Journaler udleveres af teamlederen.',
};

/** A local procedure: written, submitted, approved by the manager and the committee from their cards, acknowledged. */
export const procedure: Story = {
  name: 'a procedure is written, submitted, approved and acknowledged',
  acts: async (town) => {
    const made = await town.as(town.person(isk), 'POST', '/api/procedures', draft);
    const { key } = procedureView.parse(made);
    await town.as(town.person(isk), 'POST', `/api/procedures/${key}/submit`);
    await town.process();
    if (!(await town.press(town.person(manager), title, 'Godkend'))) throw new Error('the manager was never asked');
    await town.process();
    for (const id of town.holders('securityCommittee')) {
      const waiting = approvalsView.parse(await town.as(id, 'GET', '/api/approvals?show=waiting')).approvals;
      if (waiting.some((row) => row.title === title)) await town.press(id, title, 'Godkend');
    }
    await town.process();
    const anne = town.person(employee);
    if (!(await town.press(anne, title, acknowledge)))
      await town.as(anne, 'POST', `/api/procedures/${key}/acknowledge`);
    await town.process();
  },
  wrong: async (town) => {
    const found = z
      .object({ procedures: z.array(z.object({ key: z.string(), title: z.string() })) })
      .parse(await town.as(town.person(isk), 'GET', `/api/procedures?q=${encodeURIComponent(title)}`));
    const own = found.procedures.filter((one) => one.title === title);
    if (own.length !== 1) return [`there are ${own.length} procedures`];
    const view = procedureView.parse(await town.as(town.person(isk), 'GET', `/api/procedures/${own[0]?.key}`));
    return [
      ...(view.current?.state === 'valid' ? [] : [`it is ${view.current?.state ?? view.coming?.state}`]),
      ...(view.audience.acknowledged === 1 ? [] : [`${view.audience.acknowledged} have acknowledged it`]),
    ];
  },
};
