import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import type { ProgramProcess } from '../support/program-process.ts';
import { wordFile } from '../support/word-file.ts';
import type { DeskProcess } from './desk-process.ts';
import { blocksSeen } from './block-probe.ts';
import { measureDearest } from './dearest.ts';
import { megabytes, milliseconds, percentile, print, type Figure } from './figures.ts';
import { residentMemory } from './memory.ts';
import { readPeople } from './people.ts';
import { untilQuiet } from './until-quiet.ts';

const people = z.array(z.object({ id: z.string() }));
const listed = z.object({ plans: z.array(z.object({ key: z.string(), versionKey: z.string() })) });
const areas = z.object({ areas: z.array(z.object({ key: z.string() })) });
const made = z.object({ key: z.string() });

type Ask = (
  who: 'ciso' | 'employee',
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; json: unknown }>;
interface Attack {
  what: string;
  /** The requests, prepared before measuring. Resolves with the statuses of the answers. */
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
        ask('employee', 'PUT', `/api/absences/${employee}`, {
          from: place % 2 === 0 ? '9999-12-31' : '2027-10-01',
          expected: 'seen-never',
        }),
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
      // Serialised once: the attacker's own processor time must not count as the program's.
      const body = JSON.stringify({ fileName: 'a.xlsx', base64: bomb(), source: 'own' });
      return () => many(10, () => ask('ciso', 'POST', '/api/assets/imports/read', body));
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

/** Time for some hundred health requests, ms. */
const longEnough = 6_000;
/** An attacker restarts when all are answered. */
const goingOn = (attack: () => Promise<number[]>) => async (): Promise<number[]> => {
  const statuses: number[] = [];
  for (const began = performance.now(); performance.now() - began < longEnough;) statuses.push(...(await attack()));
  return statuses;
};

/**
 * Effect of one colleague's attack on everybody else: goal p99 of health under 100 ms. Throws when the program ends.
 */
export const measureAttack = (desk: DeskProcess, program: ProgramProcess): Promise<void> =>
  attackAll(desk, program, 'Health while one colleague attacks; goal p99 < 100 ms');

/** The same without rate limits per person, as if by many attackers, and the cost of single answers. */
export async function measureAttackWithoutLimits(desk: DeskProcess, program: ProgramProcess): Promise<void> {
  await untilQuiet(program);
  await measureDearest(program, await desk.personToken((await readPeople(program)).ciso));
  await attackAll(desk, program, 'The same with the limits of a person switched off');
}

async function attackAll(desk: DeskProcess, program: ProgramProcess, title: string): Promise<void> {
  const { ciso } = await readPeople(program);
  const everybody = people.parse(await desk.ask('GET', 'people'));
  const ids = { ciso, employee: everybody[20]?.id ?? '' };
  const tokens = { ciso: await desk.personToken(ids.ciso), employee: await desk.personToken(ids.employee) };
  const ask: Ask = async (who, method, path, body) => {
    const isFile = body instanceof Uint8Array;
    const response = await fetchOrCut(program.address + path, {
      method,
      headers: {
        authorization: `Bearer ${tokens[who]}`,
        ...(isFile ? { 'x-file-name': 'a.docx' } : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: sent(body) }),
    });
    if (!response) return { status: 0, json: undefined };
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, json: isJson ? (JSON.parse(text) as unknown) : undefined };
  };
  const figures: Figure[] = [];
  await untilQuiet(program);
  // An attacker is rate-limited for a while.
  const prepared: { what: string; run: () => Promise<number[]> }[] = [];
  for (const { what, prepare } of attacks) prepared.push({ what, run: goingOn(await prepare(ask, ids.employee)) });
  for (const { what, run } of prepared) {
    await program.ask('blocks');
    const began = performance.now();
    const [statuses, waits] = await whileAsked(program, run);
    const blocks = blocksSeen.parse(await program.ask('blocks'));
    const figure = `p99 ${milliseconds(percentile(waits, 99))}, slowest ${milliseconds(percentile(waits, 100))}`;
    const said = [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => `${all.length} × ${status}`);
    const memory = megabytes(residentMemory(program.pid) ?? NaN);
    const held = `longest ${milliseconds(blocks.longest)}, ${milliseconds(blocks.processor)} of processor in one go, ${milliseconds(blocks.used)} in all`;
    if (process.env['CPU_PROFILE_DIR'] !== undefined) console.log(what, blocks);
    const row = {
      what,
      figure,
      beside: `${held}; ${said.join(', ')}; ${milliseconds(performance.now() - began)}; ${memory}`,
    };
    figures.push(row);
  }
  print(title, figures);
}

/** Does the work while a thread requests the program's health; returns each answer's milliseconds. */
async function whileAsked(program: ProgramProcess, work: () => Promise<number[]>): Promise<[number[], number[]]> {
  const asking = new Worker(new URL('./health-poller.ts', import.meta.url), {
    workerData: { address: program.address },
  });
  await once(asking, 'message');
  const statuses = await work();
  asking.postMessage('stop');
  const [waits] = z.tuple([z.array(z.number())]).parse(await once(asking, 'message'));
  return [statuses, waits];
}

/** Files and serialised texts as is, all else as JSON. */
const sent = (body: unknown): Blob | string => {
  if (body instanceof Uint8Array) return new Blob([Buffer.from(body)]);
  return typeof body === 'string' ? body : JSON.stringify(body);
};

/** A refusal before a large body is read may cut the connection. */
const fetchOrCut = (address: string, init: RequestInit): Promise<Response | undefined> =>
  fetch(address, init).catch((thrown: unknown) => {
    if (thrown instanceof TypeError) return undefined;
    throw thrown;
  });
