import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { PolicyVersions } from '../../../api/policy/index.ts';
import { campaignKey, versionKey } from '../../faults/campaign/a-municipality.ts';
import { acknowledge, ciso, employee, type Story } from './story.ts';

/** Publishes the seeded draft, and an employee acknowledges it from the card. */
export const policy: Story = {
  name: 'a policy is published and acknowledged',
  about: ['5.0'],
  acts: async (stage) => {
    const path = `/api/policy/versions/${versionKey}/publish`;
    await stage.as(ciso(stage), 'POST', path, { reason: 'Godkendt af Byrådet.' });
    await stage.process();
    const anne = stage.person(employee);
    if (!(await stage.press(anne, '5.0', acknowledge)))
      await stage.as(anne, 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
    await stage.process();
  },
  wrong: async (stage) => {
    const open = stage
      .records(DeliveryBlocks)
      .filter((block) => block.campaignKey === campaignKey)
      .flatMap(({ recipients }) => recipients)
      .filter(({ state }) => state === 'waiting' || state === 'reserved');
    const state = stage.records(PolicyVersions).find(({ key }) => key === versionKey)?.state;
    const view = await stage.as(stage.person(employee), 'POST', `/api/policy/versions/${versionKey}/acknowledge`);
    return [
      ...(state === 'published' ? [] : [`the version is ${state}`]),
      ...(open.length === 0 ? [] : [`${open.length} recipients are in no last state`]),
      ...(JSON.stringify(view).includes('alreadyAcknowledged') ? [] : ['the receipt is not there']),
    ];
  },
};
