import { versionKey } from '../../faults/campaign/a-municipality.ts';
import { acknowledge, ciso, employee, type Story } from './story.ts';

/** Publishes the seeded draft, and an employee acknowledges it from the card. */
export const policy: Story = {
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
