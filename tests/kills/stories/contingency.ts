import { packRow } from '../../../api/contingency/contract.ts';
import { centreId, ciso, employee, isk } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';
import { z } from 'zod';

const step = { key: 's1', text: 'Ring til Servicedesk', role: 'Vagthavende', minutes: 10 };
const content = {
  triggers: ['Systemet svarer ikke'],
  firstHour: [step],
  steps: [step],
  contacts: [{ key: 'c1', role: 'Servicedesk', name: 'Servicedesk', phone: '43 57 70 00', note: '' }],
  returnToNormal: [{ ...step, key: 'r1', text: 'Prøv systemet' }],
};
const planned = z.object({ key: z.string() });

/** A system goes down, is logged and closed; a service needs it, a plan is written and submitted. */
export const contingency: TownStory = {
  name: 'a plan is written and submitted, a system goes down and comes back',
  acts: async (town) => {
    const does = doing(town);
    const [chief, writer] = [ciso(town), town.person(isk)];
    const assetKey = await does(chief, 'POST /api/assets', {
      title: 'Kørelister',
      kind: 'system',
      criticality: 'vital',
      centreId,
    });
    const service = { title: 'Kørsel', audience: 'citizens', centreId, needs: [assetKey], mtd: 72, rto: 24 };
    const serviceKey = await does(chief, 'POST /api/critical-services', service);
    await does(chief, `PUT /api/critical-services/${serviceKey}`, { ...service, rto: 12 });
    await does(chief, `POST /api/critical-services/${serviceKey}/reviewed`, {});
    await does(chief, `PUT /api/assets/${assetKey}/continuity`, { promise: 8, note: 'Aftalt' });
    await does(chief, `PUT /api/assets/${assetKey}/vital`, { is: true, reason: 'Uden den kører ingen.' });
    const made = await town.as(writer, 'POST', '/api/contingency/plans', {
      kind: 'emergencyProcedure',
      assetKey,
      centreId,
    });
    const plan = `/api/contingency/plans/${planned.parse(made).key}`;
    const draft = {
      title: 'Når kørelisterne er nede',
      centreIds: [centreId],
      content,
      summary: 'Ny',
      reviewMonths: 12,
      testMonths: 12,
    };
    await does(writer, `PUT ${plan}/draft`, draft);
    await does(writer, `POST ${plan}/submit`);
    const down = await does(writer, 'POST /api/contingency/downtimes', { assetKey, note: 'Alt står stille' });
    await town.process();
    const path = `/api/contingency/downtimes/${down}`;
    await does(writer, `POST ${path}/log`, { kind: 'event', text: 'Leverandøren er ringet op' });
    const improvement = {
      subjectKey: down,
      title: 'Køb en generator',
      ownerId: town.person(employee),
      due: town.day(60),
    };
    const improved = await does(writer, 'POST /api/contingency/improvements', improvement);
    await does(town.person(employee), `POST /api/contingency/improvements/${improved}/report`, {
      done: true,
      note: 'Købt',
    });
    await does(writer, `POST ${path}/close`, { endedAt: town.now(), cause: 'Strømmen gik' });
    const packed = await town.as(writer, 'POST', `/api/contingency/packs/${centreId}/make`);
    const { latest } = packRow.parse(packed);
    const placed = { place: 'Skabet', placedOn: town.day(0) };
    if (latest) await does(writer, `POST /api/contingency/packs/${latest.key}/placed`, placed);
    await town.process();
  },
  wrong: nothingMore,
};
