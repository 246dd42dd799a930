import { freshness, now, type Persona } from './answers.ts';
import { centres, personAt, refAt } from './people.ts';
import {
  centreOf,
  coverage,
  difference,
  jobTitles,
  sent,
  templates,
  wayOf,
  type ProcedureAnswer as Answer,
  type View,
} from './procedures-fixed.ts';
import { aVersion, type MockProcedure, type MockVersion, type ProceduresState } from './procedures-state.ts';

type Row = Answer<'GET /api/procedures'>['procedures'][number];
interface Asked {
  persona: Persona;
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

const inForce = ({ state }: MockVersion) => state === 'valid' || state === 'expired';
const onItsWay = ({ state }: MockVersion) => ['draft', 'waiting', 'returned', 'rejected'].includes(state);
const currentOf = ({ versions }: MockProcedure) => versions.find(inForce);
const comingOf = ({ versions }: MockProcedure) => versions.find(onItsWay);
/** The ISK of the mock has the first centre, the CISO writes guidelines. */
const writes = (persona: Persona, { kind, centreId }: Pick<MockProcedure, 'kind' | 'centreId'>) =>
  kind === 'guideline' ? persona === 'ciso' : persona === 'isk' && centreId === 'c1';
const readsAll = (persona: Persona, procedure: MockProcedure) => persona === 'ciso' || writes(persona, procedure);
const sees = (persona: Persona, procedure: MockProcedure) =>
  readsAll(persona, procedure) ||
  (currentOf(procedure) !== undefined && (procedure.centreId === undefined || procedure.centreId === 'c1'));
const peopleFor = ({ kind }: MockProcedure) => (kind === 'guideline' ? 2337 : 412);

export function procedureHandlers(state: ProceduresState): Record<string, (asked: Asked) => unknown> {
  const found = (key: string | undefined) => {
    const procedure = state.procedures.get(key ?? '');
    if (!procedure) throw new Error(`no procedure ${key}`);
    return procedure;
  };
  const acknowledged = (persona: Persona, version: MockVersion) => state.receipts.get(`${persona} ${version.key}`);

  const rowOf = (persona: Persona, procedure: MockProcedure): Row => {
    const coming = readsAll(persona, procedure) ? comingOf(procedure) : undefined;
    const shown = currentOf(procedure) ?? coming ?? procedure.versions[0];
    if (!shown) throw new Error('no version');
    const { key: versionKey, title, number, area, guideline, file, validFrom, reviewOn } = shown;
    const mine = shown.mustAcknowledge && inForce(shown) && (persona === 'employee' || persona === 'done');
    const isComing = coming && coming !== shown && coming.state !== 'rejected';
    return {
      ...{ key: procedure.key, versionKey, kind: procedure.kind, title, number, state: shown.state },
      ...{ centre: centreOf(procedure), area, guideline, file, validFrom, reviewOn },
      ...(isComing ? { coming: coming.state as 'draft' } : {}),
      ...(mine ? { acknowledge: acknowledged(persona, shown) ? 'done' : 'due' } : {}),
    };
  };

  const list = ({ persona, query }: Asked): Answer<'GET /api/procedures'> => {
    const q = query.get('q')?.toLowerCase() ?? '';
    const seen = [...state.procedures.values()].filter((procedure) => sees(persona, procedure));
    const rows = seen
      .filter((procedure) => query.get('mine') !== 'true' || writes(persona, procedure))
      .map((procedure) => ({ procedure, row: rowOf(persona, procedure) }))
      .filter(
        ({ row, procedure }) =>
          (!query.get('kind') || row.kind === query.get('kind')) &&
          (!query.get('centreId') || row.centre?.id === query.get('centreId')) &&
          (!query.get('area') || row.area.key === query.get('area')) &&
          (!query.get('state') || row.state === query.get('state')) &&
          (q === '' || [row.title, procedure.versions[0]?.text].some((words) => words?.toLowerCase().includes(q))),
      )
      .map(({ row, procedure }) => {
        const isInText = q !== '' && !row.title.toLowerCase().includes(q) && procedure.versions[0]?.text;
        return isInText ? { ...row, found: '… 2. Skriv i loggen, hvem der fik hvad. 3. Lås skabet igen. …' } : row;
      })
      .sort((one, other) => one.title.localeCompare(other.title, 'da'));
    if (query.get('descending') === 'true') rows.reverse();
    const offset = Number(query.get('offset') ?? 0);
    return {
      procedures: rows.slice(offset, offset + Number(query.get('limit') ?? 50)),
      total: rows.length,
      counts: {
        procedures: seen.filter(({ kind }) => kind === 'procedure').length,
        guidelines: seen.filter(({ kind }) => kind === 'guideline').length,
      },
      areas: state.areas,
      centres: persona === 'ciso' ? centres : centres.slice(0, 1),
      abilities: {
        makeProcedure: persona === 'isk',
        makeGuideline: persona === 'ciso',
        seeCoverage: persona === 'isk' || persona === 'ciso',
        editAreas: persona === 'ciso',
      },
      freshness,
    };
  };

  const view = (persona: Persona, procedure: MockProcedure): View => {
    const current = currentOf(procedure) ?? (procedure.retired ? procedure.versions[0] : undefined);
    const all = readsAll(persona, procedure);
    const mayWrite = writes(persona, procedure) && !procedure.retired;
    const coming = all ? comingOf(procedure) : undefined;
    const isOpen = coming?.state === 'draft' || coming?.state === 'returned';
    const at = current && acknowledged(persona, current);
    const owes = current?.mustAcknowledge === true && procedure.centreId === 'c1' && persona !== 'ciso' && !at;
    return {
      ...{ key: procedure.key, kind: procedure.kind, centre: centreOf(procedure), current, coming },
      ...(procedure.retired ? { retired: { ...procedure.retired, at: now, by: refAt(9) } } : {}),
      ...(current && coming ? { difference } : {}),
      versions: all ? procedure.versions : [],
      audience: {
        people: peopleFor(procedure),
        ...(all && current?.mustAcknowledge ? { acknowledged: 388 + (at ? 1 : 0) } : {}),
      },
      ...(at ? { receipt: { at, channel: at === now ? ('tab' as const) : ('card' as const) } } : {}),
      ...(owes ? { due: '2026-12-06' } : {}),
      local:
        procedure.kind === 'guideline'
          ? [...state.procedures.values()]
              .filter((one) => sees(persona, one) && one.versions[0]?.guideline?.key === procedure.key)
              .map((one) => rowOf(persona, one))
          : [],
      ...(mayWrite && isOpen ? { way: wayOf(procedure) } : {}),
      abilities: {
        edit: mayWrite && coming?.state !== 'waiting',
        submit: mayWrite && isOpen && coming.summary !== '',
        discard: mayWrite && coming !== undefined && coming.state !== 'waiting',
        renew: mayWrite && current !== undefined && coming?.state !== 'waiting',
        retire: mayWrite && current !== undefined && coming?.state !== 'waiting',
        acknowledge: owes,
        seePeople: all && current?.mustAcknowledge === true,
      },
      freshness,
    };
  };

  const written = (body: Record<string, unknown>, version: MockVersion): MockVersion => {
    const { area: areaKey, guidelineKey, ...fields } = body;
    const area = state.areas.find(({ key }) => key === areaKey) ?? version.area;
    const guideline = rowIn(guidelineKey);
    return { ...version, ...(fields as Partial<MockVersion>), area, guideline };
  };
  const rowIn = (key: unknown) => {
    const title = typeof key === 'string' ? state.procedures.get(key)?.versions[0]?.title : undefined;
    return title === undefined ? undefined : { key: String(key), title };
  };
  /** The draft, begun from what is in force when there is none. */
  const draftOf = (procedure: MockProcedure): MockVersion => {
    const coming = comingOf(procedure);
    if (coming) return coming;
    const [newest] = procedure.versions;
    const number = (newest?.number ?? 0) + 1;
    const { validFrom: _from, reviewOn: _on, approval: _by, ...kept } = newest ?? aVersion({ key: '', title: '' });
    const draft: MockVersion = { ...kept, key: `${procedure.key}-v${number}`, number, state: 'draft' };
    procedure.versions = [draft, ...procedure.versions];
    return draft;
  };
  const change = (procedure: MockProcedure, to: (draft: MockVersion) => MockVersion) => {
    const draft = draftOf(procedure);
    procedure.versions = procedure.versions.map((version) => (version.key === draft.key ? to(version) : version));
  };

  return {
    'GET /api/procedures': list,
    'GET /api/procedure-templates': () => ({ templates }),
    'GET /api/procedure-job-titles': () => ({ jobTitles }),
    'GET /api/procedure-areas': () => ({ areas: state.areas }),
    'PUT /api/procedure-areas/:areaKey': ({ params, body }) => {
      const area = { key: params['areaKey'] ?? '', ...body } as (typeof state.areas)[number];
      state.areas = [...state.areas.filter(({ key }) => key !== area.key), area];
      return area;
    },
    'GET /api/procedure-coverage': ({ persona }) => coverage(state, persona),
    'POST /api/procedures': ({ persona, body }) => {
      const { kind, centreId, ...fields } = body;
      const key = `new${state.procedures.size}`;
      const made: MockProcedure = {
        ...{ key, kind: kind as MockProcedure['kind'] },
        ...(typeof centreId === 'string' ? { centreId } : {}),
        versions: [written(fields, aVersion({ key: `${key}-v1`, title: '', state: 'draft' }))],
      };
      state.procedures.set(key, made);
      return view(persona, made);
    },
    'GET /api/procedures/:procedureKey': ({ persona, params }) => view(persona, found(params['procedureKey'])),
    'GET /api/procedures/:procedureKey/versions/:versionKey': ({ params }) => ({
      ...found(params['procedureKey']).versions.find(({ key }) => key === params['versionKey']),
      freshness,
    }),
    'PUT /api/procedures/:procedureKey/draft': ({ persona, params, body }) => {
      const procedure = found(params['procedureKey']);
      change(procedure, (draft) => written(body, draft));
      return view(persona, procedure);
    },
    'PUT /api/procedures/:procedureKey/draft/file': ({ persona, params, body }) => {
      const procedure = found(params['procedureKey']);
      const name = String(body['fileName']);
      const type = name.endsWith('.pdf') ? 'application/pdf' : 'application/wordprocessingml';
      const file = { name, type, size: Number(body['size']), hash: 'b'.repeat(64) };
      change(procedure, (draft) => ({ ...draft, file, fileText: 'Ordene i filen.' }));
      return view(persona, procedure);
    },
    'DELETE /api/procedures/:procedureKey/draft/file': ({ persona, params }) => {
      const procedure = found(params['procedureKey']);
      change(procedure, ({ file: _file, fileText: _words, ...draft }) => draft);
      return view(persona, procedure);
    },
    'DELETE /api/procedures/:procedureKey/draft': ({ persona, params }) => {
      const procedure = found(params['procedureKey']);
      procedure.versions = procedure.versions.filter((version) => !onItsWay(version));
      if (procedure.versions.length > 0) return { procedure: view(persona, procedure) };
      state.procedures.delete(procedure.key);
      return {};
    },
    'POST /api/procedures/:procedureKey/submit': ({ persona, params }) => {
      const procedure = found(params['procedureKey']);
      change(procedure, (draft) => ({ ...draft, state: 'waiting', approval: sent() }));
      return view(persona, procedure);
    },
    'POST /api/procedures/:procedureKey/renew': ({ persona, params }) => {
      const procedure = found(params['procedureKey']);
      procedure.versions = procedure.versions.map((version) =>
        inForce(version) ? { ...version, approval: { ...sent(), purpose: 'renewal' } } : version,
      );
      return view(persona, procedure);
    },
    'POST /api/procedures/:procedureKey/retire': ({ persona, params, body }) => {
      const procedure = found(params['procedureKey']);
      procedure.retired = { reason: String(body['reason']) };
      procedure.versions = procedure.versions.map((version) => ({ ...version, state: 'retired' }));
      return view(persona, procedure);
    },
    'POST /api/procedures/:procedureKey/acknowledge': ({ persona, params, body }) => {
      state.receipts.set(`${persona} ${String(body['versionKey'])}`, now);
      return view(persona, found(params['procedureKey']));
    },
    'GET /api/procedures/:procedureKey/people': ({ query }) => {
      const done = query.get('show') === 'done';
      const q = query.get('q')?.toLowerCase() ?? '';
      const people = Array.from({ length: done ? 388 : 24 }, (_, position) => position * 9)
        .filter((position) => personAt(position).name.toLowerCase().includes(q))
        .map((position) => ({
          ...refAt(position),
          delivery: 'sent',
          ...(done ? { at: '2026-11-13T08:00:00.000Z' } : { due: '2026-12-06' }),
        }));
      const offset = Number(query.get('offset') ?? 0);
      return { people: people.slice(offset, offset + 50), total: people.length, freshness };
    },
  };
}
