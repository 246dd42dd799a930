import { z } from 'zod';
import { approvalsView } from '../../api/approvals/contract.ts';
import { procedureView } from '../../api/procedures/contract.ts';
import { versionKey } from '../faults/campaign/a-municipality.ts';
import type { Town } from './town.ts';

/** What people do, and what must be there afterwards, wherever the program was killed. */
export interface Story {
  name: string;
  /** Done before anything is killed. */
  before?(town: Town): Promise<void>;
  acts(town: Town): Promise<void>;
  /** What is wrong, in words. */
  wrong(town: Town): Promise<string[]>;
}

const title = 'Udlevering af journaler';
const isk = 'Mette Sørensen';
const manager = 'Hanne Toft Lauridsen';
const employee = 'Anne Jensen';
const ciso = (town: Town): string => town.holders('ciso')[0] ?? '';
const acknowledge = 'Jeg har læst og følger den';
const procedure = {
  ...{ kind: 'procedure', centreId: 'voksne-og-velfaerd', title, area: 'area-personal-data', jobTitles: [] },
  ...{ mustAcknowledge: true, reviewMonths: 12, summary: 'Ny procedure.', text: 'Journaler udleveres af teamlederen.' },
};

/** Publishes the seeded draft, and an employee acknowledges it from the card. */
const policy: Story = {
  name: 'a policy is published and acknowledged',
  acts: async (town) => {
    const path = `/api/policy/versions/${versionKey}/publish`;
    await town.as(ciso(town), 'POST', path, { reason: 'Godkendt af Byrådet.' });
    await town.process();
    const anne = town.person(employee);
    if (!(await town.press(anne, '5.0', acknowledge)))
      await town.as(anne, 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
    await town.process();
  },
  wrong: async (town) => {
    const { municipality } = town;
    const open = municipality.ledger().filter(({ state }) => state === 'waiting' || state === 'reserved');
    const view = await town.as(town.person(employee), 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
    return [
      ...(municipality.versionState() === 'published' ? [] : [`the version is ${municipality.versionState()}`]),
      ...(open.length === 0 ? [] : [`${open.length} recipients are in no last state`]),
      ...(JSON.stringify(view).includes('alreadyAcknowledged') ? [] : ['the receipt is not there']),
    ];
  },
};

/** A local procedure: written, submitted, approved by the manager and the committee from their cards, acknowledged. */
const procedures: Story = {
  name: 'a procedure is written, submitted, approved and acknowledged',
  acts: async (town) => {
    const made = await town.as(town.person(isk), 'POST', '/api/procedures', procedure);
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

export const stories: readonly Story[] = [policy, procedures];
