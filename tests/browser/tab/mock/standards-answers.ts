import type { z } from 'zod';
import type { controlView } from '../../../../api/standards/contract.ts';
import { shippedStandards } from '../../../../api/standards/shipped/index.ts';
import { coverageOf, isGap, requirementStanding } from '../../../../api/standards/standing.ts';
import { requirementKeyOf } from '../../../../api/standards/standards.ts';
import { centres, refAt } from './people.ts';

type View = z.input<typeof controlView>;
const now = '2026-11-24T09:12:00.000Z';
const freshness = { asOf: now, stale: false };
const all = { edit: true, assess: true, retire: true };

const standards = shippedStandards.map((standard) => ({
  ...{ key: standard.key, title: standard.title.da, version: standard.version, selectable: standard.selectable },
  requirements: standard.sections.flatMap(({ title: section, requirements }) =>
    requirements.map(([ref, da]) => ({
      ...{ key: requirementKeyOf(standard.prefix, ref), standardKey: standard.key, standard: standard.title.da },
      ...{ ref, title: da, section: section.da, selectable: standard.selectable },
    })),
  ),
}));
const requirements = standards.flatMap((standard) => standard.requirements);
const named = (keys: readonly string[]) =>
  requirements
    .filter(({ key }) => keys.includes(key))
    .map(({ key, standardKey, standard, ref, title }) => ({ key, standardKey, standard, ref, title }));

const control = (key: string, title: string, keys: readonly string[], changes: Partial<View> = {}): View => ({
  ...{ key, title, state: 'running', effect: 'effective', overdue: false, changedAt: now },
  ...{ owner: refAt(41), changedBy: refAt(41) },
  requirementList: named(keys),
  requirements: keys.length,
  standards: [...new Set(named(keys).map(({ standard }) => standard))],
  ...{ assessedOn: '2026-06-01', reviewOn: '2027-06-01', reviewMonths: 12 },
  description: 'Lederen får en liste over adgange og **retter** den.',
  evidence: [{ title: 'Listerne fra oktober', url: 'https://kommune.sharepoint.com/lister' }],
  ...{ procedures: [], wheelActivities: [], usedBy: [], gapsWithout: named(keys.slice(0, 2)) },
  assessments: [
    { effect: 'effective', note: 'Set på tre centres lister.', by: refAt(41), at: '2026-06-01T08:00:00.000Z' },
  ],
  abilities: all,
  freshness,
  ...changes,
});

export interface StandardsState {
  controls: Map<string, View>;
  choices: Map<string, { applies: boolean; reason: string }>;
}

/** A control that counts in three standards, one that is planned, one that is late, and two that do the same. */
export const freshStandards = (): StandardsState => ({
  controls: new Map(
    [
      control('access', 'Adgange gennemgås hvert halve år', ['iso27001.A.5.18', 'nis2.6.9', 'gdpr.32.4'], {
        procedures: [{ key: 'mail', title: 'Sikker mail', path: '/procedures/mail' }],
        wheelActivities: [
          { key: 'committee-meeting', title: 'Møde i udvalget', path: '/wheel/activities/committee-meeting' },
        ],
        usedBy: [
          { kind: 'risk', key: 'r1', title: 'Journalsystem: Uvedkommende får adgang', path: '/risks/register/r1' },
        ],
      }),
      control('backup', 'Sikkerhedskopier prøves af', ['iso27001.A.8.13', 'nis2.6.3'], {
        ...{ effect: 'notAssessed', assessments: [], reviewOn: '2026-11-01', overdue: true, centre: centres[0] },
        ...{ evidence: [], description: '', assessedOn: undefined },
      }),
      control('backup-schools', 'Skolernes sikkerhedskopier', ['iso27001.A.8.13', 'nis2.6.3'], {
        ...{ effect: 'partly', centre: centres[2], owner: refAt(12) },
      }),
      control('mfa', 'Login i flere trin for alle', ['nis2.6.10'], {
        ...{ state: 'planned', effect: 'notAssessed', reviewOn: undefined, owner: undefined, assessments: [] },
        abilities: { edit: true, assess: false, retire: true },
      }),
    ].map((one) => [one.key, one]),
  ),
  choices: new Map([['iso27001.A.8.28', { applies: false, reason: 'Vi skriver ikke kode selv.' }]]),
});

interface Asked {
  persona: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

const refOf = ({ key, title, state, effect }: View) => ({ key, title, state, effect });
const has = (text: string, q: string | null) => text.toLowerCase().includes((q ?? '').toLowerCase());

function rowsOf({ controls, choices }: StandardsState, standardKey: string) {
  return (standards.find(({ key }) => key === standardKey)?.requirements ?? []).map(
    ({ selectable, section, ...requirement }) => {
      const choice = choices.get(requirement.key);
      const covering = [...controls.values()].filter(
        (one) => one.state !== 'retired' && one.requirementList.some(({ key }) => key === requirement.key),
      );
      return {
        ...requirement,
        section,
        standing: requirementStanding({ selectable, applies: choice?.applies }, covering),
        reason: choice?.reason ?? '',
        ...(choice ? { applies: choice.applies, decidedBy: refAt(40), decidedAt: now } : {}),
        controls: covering.map(refOf),
      };
    },
  );
}

const summaryOf = (state: StandardsState, { key, title, version, selectable }: (typeof standards)[number]) => ({
  ...{ key, title, version, selectable, source: 'shipped' as const },
  coverage: coverageOf(rowsOf(state, key).map(({ standing }) => standing)),
});

type Written = Record<'title' | 'description' | 'state', string> & { requirementKeys: string[] };

export function standardHandlers(state: StandardsState) {
  const { controls, choices } = state;
  const found = ({ params }: Asked): View => {
    const one = controls.get(params['controlKey'] ?? '');
    if (!one) throw new Error('no such control');
    return one;
  };
  const keep = (one: View): View => {
    controls.set(one.key, one);
    return one;
  };
  const writtenOver = (one: View, body: unknown): View => {
    const { title, description, state: to, requirementKeys } = body as Written;
    const list = named(requirementKeys);
    return keep({
      ...{ ...one, title, description, state: to === 'planned' ? 'planned' : 'running' },
      ...{ requirementList: list, requirements: list.length },
    });
  };
  const check = (added: number) => ({
    ...{ format: 'table' as const, requirements: 3, added, changed: 0, unchanged: 3 - added, gone: 0 },
    standard: { key: 'nis2', title: 'Vores egne krav', version: '' },
    problems: [{ line: 5, code: 'noRef', text: 'Uden nummer' }],
    sample: [{ ref: '1.1', title: 'Hav en plan', section: 'Planer' }],
  });
  return {
    'GET /api/standards': ({ persona }: Asked) => ({
      standards: standards.map((standard) => summaryOf(state, standard)),
      controls: { total: 4, running: 3, effective: 1, toReview: 1 },
      twice: 1,
      abilities: { decide: persona === 'ciso', addControl: true, import: persona === 'ciso' },
      freshness,
    }),
    'GET /api/standards/:standardKey': ({ persona, params, query }: Asked) => {
      const standard = standards.find(({ key }) => key === params['standardKey']);
      if (!standard) throw new Error('no such standard');
      const rows = rowsOf(state, standard.key)
        .filter(({ ref, title }) => has(`${ref} ${title}`, query.get('q')))
        .filter(({ standing }) => query.get('standing') === null || query.get('standing') === standing);
      return {
        ...summaryOf(state, standard),
        sections: [...new Set(rows.map(({ section }) => section))].map((title) => ({
          title,
          requirements: rows.filter(({ section }) => section === title),
        })),
        found: rows.length,
        abilities: { decide: persona === 'ciso' && standard.selectable, addControl: true, remove: false },
        freshness,
      };
    },
    'PUT /api/standards/:standardKey/applicability': ({ body }: Asked) => {
      const { requirementKeys, applies, reason } = body as Record<'reason', string> & {
        requirementKeys: string[];
        applies: boolean;
      };
      for (const key of requirementKeys) choices.set(key, { applies, reason });
      return { changed: requirementKeys.length };
    },
    'GET /api/requirement-gaps': ({ query }: Asked) => {
      const rows = standards
        .filter(({ key }) => query.get('standardKey') === null || query.get('standardKey') === key)
        .flatMap(({ key }) => rowsOf(state, key))
        .filter(({ standing }) => isGap(standing))
        .filter(({ standing }) => query.get('standing') === null || query.get('standing') === standing)
        .filter(({ ref, title }) => has(`${ref} ${title}`, query.get('q')));
      return {
        ...{ gaps: rows, total: rows.length, abilities: { addControl: true }, freshness },
        standards: standards.map(({ key, title }) => ({ key, title })),
      };
    },
    'GET /api/crosswalk': () => ({ lines: [] }),
    'GET /api/requirement-suggestions': () => ({ requirements: [] }),
    'GET /api/controls-for-requirement': () => ({ controls: [...controls.values()].slice(0, 2).map(refOf) }),
    'POST /api/controls/:controlKey/requirements': (asked: Asked) => keep(found(asked)),
    'GET /api/requirement-names': ({ query }: Asked) => ({
      requirements: named(
        requirements
          .filter(({ key }) => query.get('key') === null || query.get('key') === key)
          .filter(({ standardKey }) => query.get('standardKey') === null || query.get('standardKey') === standardKey)
          .filter(({ ref, title }) => has(`${ref} ${title}`, query.get('q')))
          .map(({ key }) => key),
      ).slice(0, 50),
    }),
    'GET /api/requirements-twice': () => ({
      twice: [
        {
          requirements: named(['iso27001.A.8.13', 'nis2.6.3']),
          controls: ['backup', 'backup-schools']
            .flatMap((key) => controls.get(key) ?? [])
            .map((one) => ({ ...refOf(one), owner: one.owner, centre: one.centre?.title })),
        },
      ],
      freshness,
    }),
    'GET /api/controls': ({ query }: Asked) => {
      const rows = [...controls.values()]
        .filter(({ title }) => has(title, query.get('q')))
        .filter(({ state: at }) => (query.get('state') ?? 'any') === at || (!query.get('state') && at !== 'retired'))
        .filter(({ effect }) => query.get('effect') === null || query.get('effect') === effect)
        .filter(({ overdue }) => query.get('toReview') !== 'true' || overdue);
      return { controls: rows, total: rows.length, abilities: { addControl: true }, freshness };
    },
    'GET /api/control-names': ({ query }: Asked) => ({
      controls: [...controls.values()].filter(({ title }) => has(title, query.get('q'))).map(refOf),
    }),
    'GET /api/control-links/names': ({ query }: Asked) => ({
      things: [
        { key: 'mail', title: 'Sikker mail', path: '/procedures/mail' },
        { key: 'keys', title: 'Nøgler og kort', path: '/procedures/keys' },
      ].filter(({ title }) => has(title, query.get('q'))),
    }),
    'GET /api/control-links': ({ query }: Asked) => ({
      controls: [...controls.values()]
        .filter(({ procedures, wheelActivities }) =>
          [...procedures, ...wheelActivities].some(({ key }) => key === query.get('key')),
        )
        .map(refOf),
    }),
    'POST /api/controls': ({ body }: Asked) =>
      writtenOver(control('guests', '', [], { effect: 'notAssessed', assessments: [] }), body),
    'GET /api/controls/:controlKey': found,
    'PUT /api/controls/:controlKey': (asked: Asked) => writtenOver(found(asked), asked.body),
    'POST /api/controls/:controlKey/assess': (asked: Asked) => {
      const { effect, note } = asked.body as { effect: 'none' | 'partly' | 'effective'; note: string };
      const one = found(asked);
      const assessments = [{ effect, note, by: refAt(40), at: now }, ...one.assessments];
      return keep({ ...one, effect, assessments, assessedOn: '2026-11-24', reviewOn: '2027-11-24', overdue: false });
    },
    'POST /api/controls/:controlKey/retire': (asked: Asked) =>
      keep({
        ...{ ...found(asked), state: 'retired', retiredReason: (asked.body as { reason: string }).reason },
        ...{ abilities: { edit: false, assess: false, retire: false }, reviewOn: undefined, gapsWithout: [] },
      }),
    'POST /api/standards/imports/check': () => check(3),
    'POST /api/standards/imports': () => ({ ...check(3), written: 3, left: 0 }),
    'GET /api/standard-imports/running': () => ({}),
  };
}
