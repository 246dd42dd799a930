import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assetImportContract, assetRegisterContract, assetView } from '../../api/assets/contract.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

let world: JourneyWorld;
let ciso: WorldPerson;
beforeAll(async () => {
  world = await startWorld();
  ciso = await world.personWith('ciso');
});
afterAll(() => world.close());

const readAnswer = assetImportContract['POST /api/assets/imports/read'].answer;
const doneAnswer = assetImportContract['POST /api/assets/imports'].answer;
const runAnswer = assetImportContract['GET /api/assets/imports/running'].answer;
const listAnswer = assetRegisterContract['GET /api/assets'].answer;

async function ask<Schema extends z.ZodType>(schema: Schema, method: string, path: string, body?: unknown) {
  const answer = await world.as(ciso, method, path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return schema.parse(answer.body);
}
/** Reads a file, accepts the guessed mapping and imports it, until all is written. */
async function importFile(file: { fileName: string; base64: string }) {
  const { guess } = await ask(readAnswer, 'POST', '/api/assets/imports/read', file);
  const answer = await ask(doneAnswer, 'POST', '/api/assets/imports', { ...file, mapping: guess });
  let { run } = await ask(runAnswer, 'GET', '/api/assets/imports/running');
  while (run?.running) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    ({ run } = await ask(runAnswer, 'GET', '/api/assets/imports/running'));
  }
  return { guess, answer, run };
}
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

describe('the register of assets, from the file of another register', () => {
  const many = 120;
  const kitos = {
    fileName: 'IT Systemer.csv',
    base64: base64(
      [
        'IT-System (UUID);IT System;Ansv. organisationsenhed;Leverandør;IT systemet driftes;Anvendte systemer',
        ...Array.from(
          { length: many },
          (_, at) =>
            `u-${at};=System nr. ${at};;KMD "A/S";On-premise;${at === 0 ? 'Findes ikke' : `=System nr. ${at - 1}`}`,
        ),
      ].join('\r\n'),
    ),
  };

  it('is written with progress, and a repeat changes nothing', async () => {
    const { guess, answer, run } = await importFile(kitos);
    expect(guess.source).toBe('os2kitos');
    // The first system uses an unknown one.
    expect(answer).toMatchObject({ rows: many, added: many, leftOut: 0, problemCount: 1 });
    expect(run).toMatchObject({ total: many, written: many, running: false });
    expect((await importFile(kitos)).answer).toMatchObject({ added: 0, changed: 0, unchanged: many, written: 0 });
  });

  it('gives a workbook that imports as nothing new, and one asset shows what leans on it', async () => {
    const bytes = await world.download(ciso, '/api/assets.xlsx');
    const { guess, answer } = await importFile({ fileName: 'Aktiver.xlsx', base64: base64(bytes) });
    expect(guess.source).toBe('own');
    expect(answer).toMatchObject({ added: 0, changed: 0, leftOut: 0, problems: [], written: 0 });
    const { assets } = await ask(listAnswer, 'GET', '/api/assets?q=system%20nr%207');
    const [seventh] = assets.filter(({ title }) => title === '=System nr. 7');
    const view = await ask(assetView, 'GET', `/api/assets/${seventh?.key}`);
    expect(view).toMatchObject({
      ...{ hosting: 'own', supplier: 'KMD "A/S"', externalId: 'os2kitos:u-7', changedBy: { name: ciso.name } },
      ...{ dependsOn: [{ title: '=System nr. 6' }], neededBy: [{ title: '=System nr. 8' }] },
    });
  });

  it('keeps what the second of two writers has not seen', async () => {
    const { assets } = await ask(listAnswer, 'GET', '/api/assets?q=system%20nr%209');
    const [ninth] = assets.filter(({ title }) => title === '=System nr. 9');
    const body = { title: 'Nexus', kind: 'system', criticality: 'vital', expected: ninth?.changedAt };
    const path = `/api/assets/${ninth?.key}`;
    expect((await world.as(ciso, 'PUT', path, { ...body, expected: undefined })).status).toBe(400);
    expect(await ask(assetView, 'PUT', path, { ...body, supplier: 'Første' })).toMatchObject({ title: 'Nexus' });
    const second = await world.as(ciso, 'PUT', path, { ...body, supplier: 'Anden' });
    expect([second.status, JSON.stringify(second.body)]).toEqual([409, expect.stringContaining('changedMeanwhile')]);
    expect(await ask(assetView, 'GET', path)).toMatchObject({ supplier: 'Første', dependsOn: [] });
    const retired = await ask(assetView, 'POST', `${path}/retire`, { reason: 'Erstattet' });
    expect(retired).toMatchObject({ state: 'retired', neededBy: [{ title: '=System nr. 10' }] });
    expect((await ask(assetView, 'POST', `${path}/reinstate`)).state).toBe('inUse');
  });
});
