import { z } from 'zod';
import { inspectionView } from '../../../api/inspections/contract.ts';
import { Inspections } from '../../../api/inspections/index.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { ciso, type Story } from './story.ts';

const unit = 'boern-og-unge';
const picture = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);

/** A visit to a unit: planned, walked through with a picture, a finding put right and looked at again. */
export const inspection: Story = {
  name: 'a unit is inspected, and what was found is put right',
  about: ['Sager ligger fremme'],
  acts: async (stage) => {
    const [inspector, owner] = [stage.person('Fatima El-Sayed'), stage.person('Line Bach Eriksen')];
    const planned = await stage.as(ciso(stage), 'POST', '/api/inspections', {
      centreId: unit,
      checklistKey: 'cleanDesk',
      plannedOn: addDays(stage.today(), 7),
      inspectorId: inspector,
    });
    const visit = inspectionView.parse(planned);
    const path = `/api/inspections/${visit.key}`;
    const results = visit.items.map(({ key }, place) => ({
      key,
      result: place === 0 ? 'notMet' : 'met',
      seen: place === 0 ? 'Fire sager lå fremme.' : '',
      sample: '',
    }));
    await stage.as(inspector, 'PUT', `${path}/walk`, { results });
    await stage.upload(inspector, `POST ${path}/items/${visit.items[0]?.key}/photos`, 'billede.jpg', picture);
    await stage.as(inspector, 'POST', `${path}/hold`);
    const finding = { itemKey: visit.items[0]?.key, title: 'Sager ligger fremme', grade: 'largeDeviation' };
    const found = inspectionView.parse(
      await stage.as(inspector, 'POST', `${path}/findings`, { ...finding, seen: 'Fire sager.', sample: '4 af 11' }),
    );
    const subjectKey = found.findingList[0]?.key ?? '';
    const due = addDays(stage.today(), 10);
    const agreed = { subjectKey, title: 'Sæt låse på skabene', ownerId: owner, due };
    const { key } = z
      .object({ key: z.string() })
      .parse(await stage.as(inspector, 'POST', '/api/contingency/improvements', agreed));
    await stage.as(inspector, 'POST', `${path}/close`, { summary: 'Papir ligger fremme.' });
    await stage.process();
    const note = 'Låsene er sat på.';
    await stage.as(owner, 'POST', `/api/contingency/improvements/${key}/report`, { done: true, note });
    const works = { effect: 'works', note: 'Alle skabe var låst.' };
    await stage.as(inspector, 'POST', `/api/inspection-findings/${subjectKey}/recheck`, works);
    await stage.process();
  },
  wrong: async (stage) => {
    const visits = stage.records(Inspections).filter((one) => one.centreId === unit && one.state === 'closed');
    const [one] = visits;
    return [
      ...(visits.length === 1 ? [] : [`there are ${visits.length} closed visits`]),
      ...(one?.photos.length === 1 ? [] : [`it has ${one?.photos.length} pictures`]),
    ];
  },
};
