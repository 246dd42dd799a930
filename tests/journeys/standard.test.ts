import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlView, standardImportContract, standardsRegisterContract } from '../../api/standards/contract.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

let world: JourneyWorld;
let ciso: WorldPerson;
beforeAll(async () => {
  world = await startWorld();
  ciso = await world.personWith('ciso');
});
afterAll(() => world.close());

const oneAnswer = standardsRegisterContract['GET /api/standards/:standardKey'].answer;
const choiceAnswer = standardsRegisterContract['PUT /api/standards/:standardKey/applicability'].answer;
const importAnswer = standardImportContract['POST /api/standards/imports'].answer;

async function ask<Schema extends z.ZodType>(schema: Schema, method: string, path: string, body?: unknown) {
  const answer = await world.as(ciso, method, path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return schema.parse(answer.body);
}
const standard = (key: string) => ask(oneAnswer, 'GET', `/api/standards/${key}`);
const statusOf = async (standardKey: string, ref: string) =>
  (await standard(standardKey)).sections
    .flatMap(({ requirements }) => requirements)
    .find((requirement) => requirement.ref === ref)?.status;

describe('a requirement that is handled once', () => {
  const file = {
    fileName: 'krav.csv',
    title: 'Regionens krav',
    base64: Buffer.from('Nr.;Titel;Afsnit\r\nR1;Adgange ses efter;Adgang\r\nR2;Adgange fjernes;Adgang').toString(
      'base64',
    ),
  };

  it('counts in every standard, also in one that came from a file', async () => {
    const { standard: own, written } = await ask(importAnswer, 'POST', '/api/standards/imports', file);
    expect(written).toBe(2);
    const requirementKeys = ['iso27001.A.5.18', 'gdpr.32.4', `${own.key}_R1`];
    const control = await ask(controlView, 'POST', '/api/controls', {
      ...{ title: 'Adgange gennemgås hvert halve år', description: 'Af lederen.', ownerId: ciso.id, requirementKeys },
    });
    expect(control.standards).toHaveLength(3);
    await ask(controlView, 'POST', `/api/controls/${control.key}/assess`, { effect: 'effective' });
    for (const [key, ref] of [
      ['iso27001-a', 'A.5.18'],
      ['gdpr', '32(4)'],
      [own.key, 'R1'],
    ] as const)
      expect(await statusOf(key, ref)).toBe('met');
    expect(await statusOf(own.key, 'R2')).toBe('undecided');

    const again = await ask(importAnswer, 'POST', '/api/standards/imports', file);
    expect(again).toMatchObject({ written: 0, unchanged: 2 });
    await ask(controlView, 'POST', `/api/controls/${control.key}/retire`, { reason: 'Prøven er slut.' });
    expect(await statusOf(own.key, 'R1')).toBe('undecided');
  });

  it('is chosen or not with a reason, which stands in Word and Excel', async () => {
    const requirementKeys = ['iso27001.A.8.25', 'iso27001.A.8.28'];
    const choice = { requirementKeys, applies: false, reason: 'Vi udvikler ikke selv.' };
    const path = '/api/standards/iso27001-a/applicability';
    const before = (await standard('iso27001-a')).coverage.deselected;
    const { changed } = await ask(choiceAnswer, 'PUT', path, choice);
    expect(await ask(choiceAnswer, 'PUT', path, choice)).toEqual({ changed: 0 });
    expect((await standard('iso27001-a')).coverage.deselected).toBeGreaterThanOrEqual(Math.max(before, changed));
    for (const kind of ['docx', 'xlsx'])
      expect(Buffer.from((await world.download(ciso, `${path}.${kind}`)).subarray(0, 2)).toString()).toBe('PK');
  });
});
