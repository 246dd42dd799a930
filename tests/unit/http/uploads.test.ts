import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Endpoints } from '../../../api/http/endpoint.ts';
import { errorAnswer } from '../../../api/http/contract.ts';
import { routes } from '../../../api/http/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { servedApi, tokenOf } from '../../security/served-api.ts';
import { aTown } from '../organisation/builders.ts';

const got: { fileName: string; size: number }[] = [];
const contract = {
  'POST /api/file': { summary: 'Takes a file', upload: true, answer: z.object({ fileName: z.string() }) },
} satisfies Endpoints;
const table = routes(contract, {
  'POST /api/file': {
    allow: 'everyone',
    run: (_context, _actor, { body: { fileName, bytes } }) => {
      got.push({ fileName, size: bytes.length });
      return { fileName };
    },
  },
});

let api: Awaited<ReturnType<typeof servedApi>>;
beforeAll(async () => {
  const { context } = await aTown();
  api = await servedApi({ ...context, texts: translator }, { routes: table });
});
afterAll(() => api.close());

async function upload(body: string | undefined, name?: string) {
  const headers = {
    'content-type': 'application/octet-stream',
    ...(name === undefined ? {} : { 'x-file-name': name }),
  };
  return api.ask('POST', '/api/file', {
    token: await tokenOf('anne'),
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

it.each([
  ['has no bytes', '', 'plan.pdf', 'http.fileEmpty', 'Filen er tom.'],
  ['is not there', undefined, 'plan.pdf', 'http.fileEmpty', 'Filen er tom.'],
  ['has no name', 'x', undefined, 'http.fileName', 'Filen mangler et navn'],
  ['has a name of spaces', 'x', '%20%20', 'http.fileName', 'Filen mangler et navn'],
  ['is named as a folder', 'x', 'planer/', 'http.fileName', 'Filen mangler et navn'],
  ['has a name of what is no letter', 'x', '%00%1f', 'http.fileName', 'Filen mangler et navn'],
  ['has a name that is not encoded to its end', 'x', 'plan%E6%.pdf', 'http.fileName', 'Filen mangler et navn'],
])('a file that %s is refused at its field', async (_what, body, name, code, sentence) => {
  got.length = 0;
  const answer = await upload(body, name);
  const { fields } = errorAnswer.parse(answer.body).error;
  expect([answer.status, fields]).toMatchObject([400, [{ path: 'file', code }]]);
  expect(answer.message).toContain(sentence);
  expect(got).toEqual([]);
});

it.each([
  ['plan.pdf', 'plan.pdf'],
  ['N%C3%B8dprocedure.pdf', 'Nødprocedure.pdf'],
  ['C:%5CUsers%5Canne%5Cplan.pdf', 'plan.pdf'],
  ['..%2F..%2Fplan.pdf', 'plan.pdf'],
  [`${'a'.repeat(200)}.pdf`, `${'a'.repeat(116)}.pdf`],
])('a file named %s is taken as %s', async (name, fileName) => {
  expect(await upload('x', name)).toMatchObject({ status: 200, body: { fileName } });
});
