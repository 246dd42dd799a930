import { z } from 'zod';
import { assessmentView } from '../../../api/risks/contract.ts';
import { centreId, ciso, employee, isk } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const title = 'Adgangskort';
const asset = { title, kind: 'system', criticality: 'high', centreId };

/** A system is assessed by a catalogue of the own, its risk treated, and its acceptance asked for. */
export const risks: TownStory = {
  name: 'a system is assessed, its risk treated and its acceptance asked for',
  acts: async (town) => {
    const does = doing(town);
    const [chief, writer] = [ciso(town), town.person(isk)];
    const assetKey = await does(chief, 'POST /api/assets', asset);
    await does(chief, `PUT /api/assets/${assetKey}`, { ...asset, description: 'Åbner alle døre.' });
    const threats = [{ title: 'Strømsvigt' }, { title: 'Tyveri' }];
    const catalogue = { title: 'Vores trusler', kind: 'both', threats };
    const catalogues = known.parse(await town.as(chief, 'POST', '/api/risks/catalogues', catalogue)).catalogues;
    const catalogueKey = catalogues.find((one) => one.title === catalogue.title)?.key ?? '';
    await does(chief, `PUT /api/risks/catalogues/${catalogueKey}`, { ...catalogue, kind: 'system' });
    await does(chief, `PUT /api/risks/catalogues/${catalogueKey}/hidden`, { hidden: false });
    const trigger = { assetKey, reason: 'incident', note: 'Et kort er tabt', due: town.day(40) };
    await does(writer, 'POST /api/risks/triggers', trigger);
    const other = await does(writer, 'POST /api/risks/triggers', { ...trigger, reason: 'other' });
    await does(writer, `DELETE /api/risks/triggers/${other}`);
    const made = { assetKey, form: 'full', catalogueKeys: [catalogueKey] };
    const begun = assessmentView.parse(await town.as(writer, 'POST', '/api/risks/assessments', made));
    const path = `/api/risks/assessments/${begun.key}`;
    await does(writer, `PUT ${path}`, { heldOn: town.day(0), note: 'Set på stedet', reviewMonths: 12 });
    await does(writer, `POST ${path}/threats`, { title: 'Kort lånes ud' });
    const changes = [
      { field: 'current.likelihood', from: null, to: 4 },
      { field: 'current.consequence.organisation.availability', from: null, to: 4 },
    ];
    await does(writer, `PUT ${path}/risks/${begun.risks[0]?.threatKey}`, { changes });
    await does(writer, `POST ${path}/finish`, { openReason: 'Resten ved næste møde.' });
    const risk = `/api/risks/register/${riskKey(await town.as(chief, 'GET', `/api/risks/register?q=${title}`))}`;
    await does(writer, `PUT ${risk}/treatment`, { treatment: 'mitigate', note: 'Nye kort' });
    const action = { title: 'Nye kort', ownerId: town.person(employee), due: town.day(60) };
    await town.as(writer, 'POST', `${risk}/actions`, action);
    await does(writer, `POST ${risk}/acceptance`, { reason: 'Det er billigere', until: town.day(200) });
    const view = { title: 'Høje', query: 'level=3' };
    const viewKey = await does(chief, 'POST /api/risks/saved-views', view);
    await does(chief, 'POST /api/risks/saved-views', { ...view, query: 'level=4' });
    await does(chief, `DELETE /api/risks/saved-views/${viewKey}`);
    await town.process();
  },
  wrong: nothingMore,
};

const known = z.object({ catalogues: z.array(z.object({ key: z.string(), title: z.string() })) });
const register = z.object({ rows: z.array(z.object({ key: z.string() })) });
const riskKey = (answer: unknown): string => register.parse(answer).rows[0]?.key ?? '';
