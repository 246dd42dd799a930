import { freshness, now, today, type Persona } from './answers.ts';
import { importHandlers } from './awareness-import.ts';
import type { AwarenessAnswer, AwarenessState, Learner, Round } from './awareness-state.ts';
import { personOf } from './awareness-state.ts';
import { centres, refAt } from './people.ts';

interface Asked {
  persona: Persona;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

const manages = (persona: Persona) => persona === 'ciso';
const follows = (persona: Persona) => persona === 'ciso' || persona === 'isk';
/** The ISK of the mock has the first centre. */
const sees = (persona: Persona, learner: Learner) =>
  manages(persona) || (persona === 'isk' && personOf(learner).centreId === 'c1');
const missing = ({ state }: Learner) => state === 'open' || state === 'overdue';
const counted = ({ state }: Learner) => state !== 'exempt' && state !== 'paused';
const share = (done: number, people: number) => (people === 0 ? 100 : Math.round((done / people) * 1000) / 10);
const nudgedLately = ({ nudgedAt }: Learner) => nudgedAt !== undefined && nudgedAt > '2026-11-22';

export function awarenessHandlers(state: AwarenessState): Record<string, (asked: Asked) => unknown> {
  const courseOf = (key: string) => {
    const course = state.courses.find((known) => known.key === key);
    if (!course) throw new Error(`no course ${key}`);
    return course;
  };
  const roundOf = (key: string | undefined) => {
    const found = state.rounds.find((known) => known.key === key);
    if (!found) throw new Error(`no round ${key}`);
    return found;
  };
  const peopleOf = (round: Round) => (round.state === 'coming' ? [] : state.learners);
  const obligedBy = ({ obliged }: Round | { obliged: Round['obliged'] }) =>
    state.learners.filter(
      (learner) =>
        obliged.everybody ||
        obliged.centreIds.includes(personOf(learner).centreId) ||
        obliged.personIds.includes(personOf(learner).id) ||
        (obliged.groupIds.length > 0 && learner.position % 3 === 0),
    );

  const roundView = (round: Round, persona: Persona): AwarenessAnswer<'POST /api/learning/rounds'> => {
    const { key, title, minutes, url } = courseOf(round.courseKey);
    const people = peopleOf(round).filter(counted);
    const done = round.percent === undefined ? people.filter((learner) => learner.state === 'done').length : undefined;
    const doneCount = done ?? Math.round((people.length * (round.percent ?? 0)) / 100);
    return {
      ...round,
      course: { key, title, minutes, url },
      ...(manages(persona) ? { persons: round.obliged.personIds.map((id) => refAt(Number(id.slice(1)))) } : {}),
      people: people.length,
      done: doneCount,
      missing: people.length - doneCount,
      percent: round.percent ?? share(doneCount, people.length),
      abilities: {
        edit: manages(persona) && round.state !== 'closed',
        close: manages(persona) && round.state === 'open',
        seeCoverage: follows(persona) && round.state !== 'coming',
      },
    };
  };

  const mine = (persona: Persona): AwarenessAnswer<'GET /api/learning'> => {
    const { key, title, minutes, url, describe } = courseOf('gdpr');
    const completedOn = persona === 'done' ? '2026-11-12' : state.declaredOn;
    return {
      courses: [
        {
          roundKey: 'r2027',
          course: { key, title, minutes, url, describe },
          ...(completedOn
            ? { state: 'done', completedOn, source: persona === 'done' ? 'viva' : 'selfDeclared' }
            : { state: 'open', due: '2027-01-31', daysLeft: 68 }),
          because: 'centre',
          abilities: { declare: !completedOn },
        },
      ],
      history: [
        ...(completedOn
          ? [{ what: 'completed' as const, on: completedOn, source: 'selfDeclared' as const, courseTitle: title }]
          : []),
        { what: 'completed', on: '2026-01-19', source: 'viva', courseTitle: title },
        { what: 'missed', roundTitle: 'GDPR 2025', due: '2025-01-31', courseTitle: title },
        { what: 'completed', on: '2024-01-08', source: 'manager', recordedBy: refAt(27), courseTitle: title },
      ],
      earlier: '2023',
      abilities: { manage: manages(persona), seeCoverage: follows(persona), register: follows(persona) },
      freshness,
    };
  };

  const coverage = (round: Round, persona: Persona): AwarenessAnswer<'GET /api/learning/rounds/:roundKey/coverage'> => {
    const view = roundView(round, persona);
    const people = peopleOf(round);
    const rows = centres.map((centre, position) => {
      const here = people.filter((learner) => personOf(learner).centreId === centre.id && counted(learner));
      const left = here.filter(missing);
      const may = manages(persona) || (persona === 'isk' && centre.id === 'c1');
      const waits = left.length > 0 && left.every(nudgedLately);
      return {
        centre,
        people: here.length,
        done: here.length - left.length,
        missing: left.length,
        overdue: left.filter((learner) => learner.state === 'overdue').length,
        percent: share(here.length - left.length, here.length),
        previousPercent: 88 + (position % 5) * 2,
        coordinators: position === 4 ? [] : [refAt(9 + position)],
        abilities: { seePeople: may, nudge: may && left.length > 0 && !waits },
        ...(may && waits ? { nextNudgeAt: '2026-11-27T08:00:00.000Z' } : {}),
      };
    });
    const of = (wanted: Learner['state']) => people.filter((learner) => learner.state === wanted).length;
    return {
      round: view,
      people: view.people,
      done: view.done,
      selfDeclared: people.filter(({ source }) => source === 'selfDeclared').length,
      missing: view.missing,
      overdue: of('overdue'),
      exempt: of('exempt'),
      onLeave: of('paused'),
      percent: view.percent,
      centres: rows,
      years: state.rounds
        .filter(({ courseKey, state: stands }) => courseKey === round.courseKey && stands !== 'coming')
        .map((year) => ({ ...roundView(year, persona), roundKey: year.key }))
        .map(({ roundKey, title, dueOn, percent }) => ({ roundKey, title, dueOn, percent }))
        .reverse(),
      abilities: { nudge: follows(persona), export: true },
      freshness,
    };
  };

  const shows: Record<string, (learner: Learner) => boolean> = {
    missing,
    overdue: ({ state: stands }) => stands === 'overdue',
    done: ({ state: stands }) => stands === 'done',
    exempt: ({ state: stands }) => stands === 'exempt',
    all: () => true,
  };
  const people = (persona: Persona, query: URLSearchParams) => {
    const sort = query.get('sort') ?? 'due';
    const sign = query.get('direction') === 'down' ? -1 : 1;
    const textOf = (learner: Learner) =>
      ({ name: personOf(learner).name, centre: personOf(learner).centre })[sort] ?? learner.due ?? '9';
    const found = state.learners
      .filter((learner) => sees(persona, learner) && shows[query.get('show') ?? 'missing']?.(learner))
      .filter((learner) =>
        personOf(learner)
          .name.toLowerCase()
          .includes((query.get('q') ?? '').toLowerCase()),
      )
      .filter((learner) => !query.get('centreId') || personOf(learner).centreId === query.get('centreId'))
      .sort(
        (one, other) =>
          sign * textOf(one).localeCompare(textOf(other), 'da') ||
          personOf(one).name.localeCompare(personOf(other).name, 'da'),
      );
    const offset = Number(query.get('offset') ?? 0);
    return {
      people: found.slice(offset, offset + Number(query.get('limit') ?? 50)).map((learner) => ({
        ...personOf(learner),
        ...learner,
        abilities: { register: missing(learner), exempt: missing(learner) && manages(persona) },
      })),
      total: found.length,
      freshness,
    };
  };

  const nudge = (body: { centreId?: string; personIds?: string[] }, send: boolean) => {
    const asked = state.learners.filter((learner) =>
      body.personIds
        ? body.personIds.includes(personOf(learner).id)
        : personOf(learner).centreId === body.centreId && missing(learner),
    );
    const reasonOf = (learner: Learner) => {
      if (!missing(learner)) return 'done' as const;
      if (!learner.teams) return 'noTeams' as const;
      return nudgedLately(learner) ? ('justNudged' as const) : undefined;
    };
    const gets = asked.filter((learner) => reasonOf(learner) === undefined);
    const skipped = (['justNudged', 'done', 'noTeams'] as const)
      .map((reason) => ({ reason, people: asked.filter((learner) => reasonOf(learner) === reason).length }))
      .filter((row) => row.people > 0);
    if (send) for (const learner of gets) learner.nudgedAt = now;
    return { nudged: gets.length, day: '2026-11-26', skipped };
  };

  const keep = (body: Omit<Round, 'key' | 'state'>, key: string): Round => {
    const kept: Round = { ...body, key, state: body.opensOn > today ? 'coming' : 'open' };
    const at = state.rounds.findIndex((known) => known.key === key);
    if (at < 0) state.rounds.unshift(kept);
    else state.rounds[at] = kept;
    return kept;
  };
  const keepCourse = (body: Record<string, unknown>, key: string) => {
    const kept = { ...body, key, abilities: { edit: true, sync: body['vivaContentId'] !== undefined } };
    state.courses = [...state.courses.filter((known) => known.key !== key), kept as (typeof state.courses)[number]];
    return kept;
  };

  return {
    ...importHandlers(),
    'GET /api/learning': ({ persona }) => mine(persona),
    'GET /api/learning/earlier': ({ query }): AwarenessAnswer<'GET /api/learning/earlier'> =>
      query.get('year') === '2023'
        ? {
            year: '2023',
            history: [
              { what: 'completed', on: '2023-02-03', source: 'import', courseTitle: courseOf('gdpr').title },
              { what: 'completed', on: '2023-01-09', source: 'selfDeclared', courseTitle: 'Sikker mail' },
            ],
            earlier: '2021',
          }
        : { year: '2021', history: [] },
    'POST /api/learning/rounds/:roundKey/declare': ({ persona, body }) => {
      const result = state.declaredOn ? 'alreadyRecorded' : 'recorded';
      state.declaredOn ??= (body as { takenOn?: string }).takenOn ?? today;
      return { result, mine: mine(persona) };
    },
    'POST /api/learning/fetch-mine': ({ persona }) => {
      state.declaredOn ??= today;
      return { recorded: 1, mine: mine(persona) };
    },
    'GET /api/learning/courses': ({ persona }) => ({
      courses: state.courses.map((course) => ({
        ...course,
        abilities: { edit: manages(persona), sync: manages(persona) && course.abilities.sync },
      })),
      abilities: { edit: manages(persona) },
      freshness,
    }),
    'POST /api/learning/courses': ({ body }) =>
      keepCourse(body as Record<string, unknown>, `course${state.courses.length}`),
    'PUT /api/learning/courses/:courseKey': ({ params, body }) =>
      keepCourse(body as Record<string, unknown>, params['courseKey'] ?? ''),
    'POST /api/learning/courses/:courseKey/sync': ({ params }) => ({
      asked: 1840,
      recorded: 12,
      left: 0,
      course: Object.assign(courseOf(params['courseKey'] ?? ''), { vivaSyncedAt: now }),
    }),
    'GET /api/learning/rounds': ({ persona }) => ({
      rounds: state.rounds.map((round) => roundView(round, persona)),
      abilities: { edit: manages(persona) },
      freshness,
    }),
    'POST /api/learning/rounds/preview': ({ body }) => {
      const obliged = obligedBy(body as Round);
      return {
        people: obliged.length,
        centres: centres
          .map((centre) => ({
            centre,
            people: obliged.filter((learner) => personOf(learner).centreId === centre.id).length,
          }))
          .filter((row) => row.people > 0),
        withoutTeams: obliged.filter(({ teams }) => !teams).length,
      };
    },
    'POST /api/learning/rounds': ({ body, persona }) =>
      roundView(keep(body as Round, `new${state.rounds.length}`), persona),
    'PUT /api/learning/rounds/:roundKey': ({ params, body, persona }) =>
      roundView(keep(body as Round, params['roundKey'] ?? ''), persona),
    'POST /api/learning/rounds/:roundKey/close': ({ params, persona }) => {
      const round = roundOf(params['roundKey']);
      const { percent } = roundView(round, persona);
      return roundView(Object.assign(round, { state: 'closed', percent }), persona);
    },
    'GET /api/learning/rounds/:roundKey/coverage': ({ params, persona }) =>
      coverage(roundOf(params['roundKey']), persona),
    'GET /api/learning/rounds/:roundKey/people': ({ persona, query }) => people(persona, query),
    'POST /api/learning/rounds/:roundKey/nudge': ({ body }) => nudge(body as object, true),
    'POST /api/learning/rounds/:roundKey/nudge/preview': ({ body }) => nudge(body as object, false),
    'POST /api/learning/completions': ({ body }) => {
      const { personId, completedOn } = body as { personId: string; completedOn: string };
      const learner = state.learners.find((known) => personOf(known).id === personId);
      if (!learner || learner.state === 'done') return { result: 'alreadyRecorded' };
      Object.assign(learner, { state: 'done', completedOn, source: 'manager' });
      return { result: 'recorded' };
    },
    'GET /api/learning/exemptions': ({ persona }) => ({
      exemptions: state.exemptions,
      abilities: { add: follows(persona) },
      freshness,
    }),
    'POST /api/learning/exemptions': ({ body }) => {
      const { personId, courseKey, reason, from, until } = body as Record<string, string>;
      const position = Number(personId?.slice(1));
      const learner = state.learners.find((known) => known.position === position);
      if (learner) learner.state = 'exempt';
      const exemption = {
        key: `x${state.exemptions.length}`,
        person: refAt(position),
        courseKey: courseKey ?? '',
        reason: reason ?? '',
        from: from ?? today,
        ...(until ? { until } : {}),
        by: refAt(40),
        state: 'current' as const,
        abilities: { end: true },
      };
      state.exemptions.unshift(exemption);
      return exemption;
    },
    'POST /api/learning/exemptions/:key/end': ({ params }) => {
      const exemption = state.exemptions.find(({ key }) => key === params['key']);
      return Object.assign(exemption ?? {}, { state: 'ended', until: today, abilities: { end: false } });
    },
  };
}
