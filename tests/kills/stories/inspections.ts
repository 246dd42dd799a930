import { z } from 'zod';
import { centreId, ciso } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const checklist = { title: 'Vores liste', topic: 'other', items: [{ question: 'Er døren låst?' }] };
const withItems = z.object({ items: z.array(z.object({ key: z.string() })) });
const withFindings = z.object({ findingList: z.array(z.object({ key: z.string() })) });

/** A unit is inspected by a checklist of the own, a finding written, and the visit closed. */
export const inspections: TownStory = {
  name: 'a unit is inspected and a finding followed up',
  acts: async (town) => {
    const does = doing(town);
    const chief = ciso(town);
    const inspectorId = town.holders('securityTeam')[0];
    const checklistKey = await does(chief, 'POST /api/inspection-checklists', checklist);
    await does(chief, `PUT /api/inspection-checklists/${checklistKey}`, { ...checklist, title: 'Vores nye liste' });
    const visit = { centreId, checklistKey, plannedOn: town.day(3), inspectorId, place: 'Rådhuset' };
    const key = await does(chief, 'POST /api/inspections', visit);
    const path = `/api/inspections/${key}`;
    await does(chief, `PUT ${path}`, { plannedOn: town.day(0), inspectorId, place: 'Rådhuset' });
    const { items } = withItems.parse(await town.as(chief, 'GET', path));
    const results = items.map((item) => ({ key: item.key, result: 'partly', seen: 'Åben dør' }));
    await does(inspectorId ?? '', `PUT ${path}/walk`, { results });
    await does(inspectorId ?? '', `POST ${path}/hold`);
    const finding = { itemKey: items[0]?.key, title: 'Åben dør', grade: 'observation', seen: 'Døren stod åben' };
    const written = withFindings.parse(await town.as(inspectorId ?? '', 'POST', `${path}/findings`, finding));
    const found = written.findingList[0]?.key;
    await does(inspectorId ?? '', `PUT /api/inspection-findings/${found}`, { ...finding, method: 'walk' });
    await does(inspectorId ?? '', `POST ${path}/close`, { summary: 'En dør' });
    await town.process();
  },
  wrong: nothingMore,
};
