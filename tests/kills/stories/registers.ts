import { z } from 'zod';
import { importFile } from './import-file.ts';
import { ciso } from './story.ts';
import { nothingMore, type TownStory } from './town-story.ts';

const csv = [
  'IT-System (UUID);IT System;Ansv. organisationsenhed;Leverandør;IT systemet driftes;Anvendte systemer',
  'u-1;Journal;;KMD;On-premise;',
  'u-2;Lønsystem;;KMD;On-premise;Journal',
  'u-3;Bookning;;KMD;On-premise;',
];
const file = { fileName: 'IT Systemer.csv', base64: Buffer.from(csv.join('\r\n')).toString('base64') };
const imported = z.object({ imports: z.array(z.object({ key: z.string(), added: z.number() })) });
const read = z.object({ guess: z.unknown() });

/** The systems of another register are imported, and taken out again. */
export const registers: TownStory = {
  name: 'the systems of another register are imported and taken out again',
  acts: async (town) => {
    const path = '/api/assets/imports';
    const { guess: mapping } = read.parse(await town.as(ciso(town), 'POST', `${path}/read`, file));
    await importFile(town, ciso(town), { path, running: `${path}/running`, file, mapping });
    // What a kill kept from the trail is in it when the job has been by; only then may it be taken out again.
    await town.process();
    const { imports } = imported.parse(await town.as(ciso(town), 'GET', '/api/asset-imports'));
    const first = imports.find(({ added }) => added > 0);
    await town.as(ciso(town), 'POST', `/api/assets/imports/${first?.key}/undo`);
    await town.process();
  },
  wrong: nothingMore,
};
