import { strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import type { ProgramProcess } from '../support/program-process.ts';
import { wordFile } from '../support/word-file.ts';
import type { DeskProcess } from './desk-process.ts';
import { megabytes, milliseconds, percentile, print, type Figure } from './figures.ts';
import { residentMemory } from './memory.ts';
import { readPeople } from './people.ts';

const people = z.array(z.object({ id: z.string() }));
const listed = z.object({ plans: z.array(z.object({ key: z.string(), versionKey: z.string() })) });
const areas = z.object({ areas: z.array(z.object({ key: z.string() })) });
const made = z.object({ key: z.string() });

/** How often it is asked whether the program answers, ms. */
const every = 20;

type Ask = (
  who: 'ciso' | 'employee',
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; json: unknown }>;
interface Attack {
  what: string;
  /** What is sent, made before anything is measured. Its result resolves with the statuses of the answers. */
  prepare(ask: Ask, employee: string): (() => Promise<number[]>) | Promise<() => Promise<number[]>>;
}

const words = (step: number) => Array.from({ length: 3_000 }, (_, place) => `ord${(place * step) % 3_000}`).join(' ');
const inWord = (body: string) =>
  zipSync({
    ...unzipSync(wordFile('x')),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const bomb = () => Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) })).toString('base64');
const many = async (count: number, one: (place: number) => Promise<{ status: number }>): Promise<number[]> =>
  (await Promise.all(Array.from({ length: count }, (_, place) => one(place)))).map(({ status }) => status);

async function aProcedure(ask: Ask): Promise<string> {
  const area = areas.parse((await ask('ciso', 'GET', '/api/procedure-areas')).json).areas[0]?.key;
  const fields = {
    title: 'Angreb',
    area,
    text: 'Sådan',
    summary: '',
    mustAcknowledge: false,
    reviewMonths: 12,
    jobTitles: [],
  };
  const { status, json } = await ask('ciso', 'POST', '/api/procedures', {
    kind: 'guideline',
    ...fields,
  });
  const found = made.safeParse(json);
  if (!found.success) throw new Error(`POST /api/procedures: ${status} ${JSON.stringify(json)}`);
  return found.data.key;
}

const attacks: readonly Attack[] = [
  {
    what: 'leave from 9999, and from a year ahead',
    prepare: (ask, employee) => () =>
      many(6, (place) =>
        ask('employee', 'PUT', `/api/absences/${employee}`, { from: place % 2 === 0 ? '9999-12-31' : '2027-10-01' }),
      ),
  },
  {
    what: 'digests of 2126, and of a year ahead',
    prepare: (ask) => () =>
      many(4, (place) => ask('ciso', 'GET', `/api/reminders/preview?day=${place % 2 ? '2126-01-05' : '2027-09-06'}`)),
  },
  {
    what: 'five Word files of 1.7 million paragraphs',
    prepare: async (ask) => {
      const key = await aProcedure(ask);
      const bytes = inWord(`<w:p/>`.repeat(1_700_000));
      return () => many(5, () => ask('ciso', 'PUT', `/api/procedures/${key}/draft/file`, bytes));
    },
  },
  {
    what: 'ten workbooks that unpack to 200 MB',
    prepare: async (ask) => {
      const base64 = bomb();
      return () =>
        many(10, () => ask('ciso', 'POST', '/api/assets/imports/read', { fileName: 'a.xlsx', base64, source: 'own' }));
    },
  },
  {
    what: 'two texts of 3,000 shuffled words, compared',
    prepare: async (ask) => {
      const draft = (number: string, body: string) =>
        ask('ciso', 'POST', '/api/policy/versions', {
          ...{ title: 'Angreb', number, body, summary: 'Kort', changeKind: 'major', effectiveOn: '2027-01-01' },
        });
      const [one, other] = [await draft('90.1', words(7)), await draft('90.2', words(1_013))];
      const keys = [one, other].flatMap(({ json }) => made.safeParse(json).data?.key ?? []);
      const address = `/api/policy/versions/${keys[1]}/difference?against=${keys[0]}`;
      return () => many(5, () => ask('ciso', 'GET', address));
    },
  },
  {
    what: 'forty plans as PDF',
    prepare: async (ask) => {
      const { plans } = listed.parse((await ask('ciso', 'GET', '/api/contingency/plans?limit=40')).json);
      return () =>
        many(Math.min(40, plans.length), (place) => {
          const { key, versionKey } = plans[place] ?? { key: '', versionKey: '' };
          return ask('ciso', 'GET', `/api/contingency/plans/${key}/versions/${versionKey}/document`);
        });
    },
  },
  {
    what: 'twenty workbooks of everybody',
    prepare: (ask) => () => many(20, () => ask('ciso', 'GET', '/api/obligations/people.xlsx')),
  },
];

/** What each attack of one colleague does to everybody else: goal p99 of health under 100 ms. Throws when the program ends. */
export async function measureAttack(desk: DeskProcess, program: ProgramProcess): Promise<void> {
  const { ciso } = await readPeople(program);
  const everybody = people.parse(await desk.ask('GET', 'people'));
  const ids = { ciso, employee: everybody[20]?.id ?? '' };
  const tokens = { ciso: await desk.personToken(ids.ciso), employee: await desk.personToken(ids.employee) };
  const ask: Ask = async (who, method, path, body) => {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(program.address + path, {
      method,
      headers: {
        authorization: `Bearer ${tokens[who]}`,
        ...(isFile ? { 'x-file-name': 'a.docx' } : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? new Blob([Buffer.from(body)]) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, json: isJson ? (JSON.parse(text) as unknown) : undefined };
  };
  const figures: Figure[] = [];
  for (const { what, prepare } of attacks) {
    const run = await prepare(ask, ids.employee);
    const began = performance.now();
    const [statuses, waits] = await whileAsked(program, run);
    const figure = `p99 ${milliseconds(percentile(waits, 99))}, slowest ${milliseconds(percentile(waits, 100))}`;
    const said = [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => `${all.length} × ${status}`);
    const memory = megabytes(residentMemory(program.pid) ?? NaN);
    figures.push({ what, figure, beside: `${said.join(', ')}; ${milliseconds(performance.now() - began)}; ${memory}` });
  }
  print('Health while one colleague attacks; goal p99 < 100 ms', figures);
}

/** Does the work and asks for the program's health all the while; the milliseconds of each answer. */
async function whileAsked(program: ProgramProcess, work: () => Promise<number[]>): Promise<[number[], number[]]> {
  const waits: number[] = [];
  let isDone = false;
  const asking = (async () => {
    while (!isDone) {
      const began = performance.now();
      await (await fetch(`${program.address}/api/health`)).text();
      waits.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  })();
  const statuses = await work().finally(() => {
    isDone = true;
  });
  await asking;
  return [statuses, waits];
}
