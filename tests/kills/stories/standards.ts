import { Requirements, Standards } from '../../../api/standards/index.ts';
import { importFile } from './import-file.ts';
import { centreId, ciso } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const control = {
  title: 'Kort inddrages',
  description: 'Ved fratræden',
  state: 'running',
  evidence: [],
  reviewMonths: 12,
  centreId,
  requirementKeys: [],
  procedureKeys: [],
  wheelActivityKeys: [],
};
const csv = 'Nr.;Titel;Afsnit\r\nR1;Adgange ses efter;Adgang\r\nR2;Adgange fjernes;Adgang';
const file = { fileName: 'krav.csv', title: 'Regionens krav', base64: Buffer.from(csv).toString('base64') };
const changed = csv.replace('ses efter', 'ses efter hvert år').replace('Adgang\r', 'Adgange\r');
/** The same standard, with its title written in another way. */
const later = { ...file, title: 'Regionens Krav', base64: Buffer.from(changed).toString('base64') };
const choice = { requirementKeys: ['iso27001.A.8.25'], applies: false, reason: 'Vi udvikler ikke selv.' };

/** A control is made, judged and retired; a standard is imported, and what of another does not apply is said. */
export const standards: TownStory = {
  name: 'a control is made, judged and retired, a standard imported and fitted',
  acts: async (town) => {
    const does = doing(town);
    const chief = ciso(town);
    const key = await does(chief, 'POST /api/controls', control);
    await does(chief, `PUT /api/controls/${key}`, { ...control, reviewMonths: 6 });
    await does(chief, `POST /api/controls/${key}/assess`, { effect: 'partly', note: 'Næsten' });
    await does(chief, `POST /api/controls/${key}/retire`, { reason: 'Erstattet' });
    await does(chief, 'PUT /api/standards/iso27001-a/applicability', choice);
    await does(chief, 'PUT /api/standards/iso27001-a/applicability', { ...choice, reason: 'Det gør andre.' });
    const running = '/api/standard-imports/running';
    await importFile(town, chief, { path: '/api/standards/imports', running, file });
    await importFile(town, chief, { path: '/api/standards/imports', running, file: later });
    const own = town.records(Standards).find(({ title }) => title === later.title)?.key ?? '';
    const requirementKeys = town.records(Requirements).flatMap((one) => (one.standardKey === own ? [one.key] : []));
    await does(chief, `PUT /api/standards/${own}/applicability`, { requirementKeys, applies: false, reason: 'Nej' });
    await does(chief, `DELETE /api/standards/${own}`);
    await town.process();
  },
  wrong: nothingMore,
};
