import type { z } from 'zod';
import { quickResult } from '../../../../api/risks/assessments/quick-form.ts';
import { emptyRisk, riskFields, sameValue, type RiskContent } from '../../../../api/risks/assessments/risk-fields.ts';
import type { AssessmentView, assessmentsContract } from '../../../../api/risks/contract.ts';
import { levelMarkOf, stagesViewOf, standingsOf } from '../../../../api/risks/levels.ts';
import { scaleView } from '../../../../api/risks/scales/scale-view.ts';
import { standard } from '../../../../api/risks/scales/shipped/four-by-four.ts';
import { centres, refAt } from './people.ts';

type Contract = typeof assessmentsContract;
type Body<Name extends keyof Contract> = Contract[Name] extends { body: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : never;
type AssessedRisk = AssessmentView['risks'][number];

const now = '2026-11-24T09:12:00.000Z';
const controls: AssessedRisk['controls'] = [
  { key: 'twoFactor', title: 'To-faktor-login', state: 'running', effect: 'effective' },
  { key: 'training', title: 'Oplæring af nye kolleger', state: 'running', effect: 'partly' },
  { key: 'backup', title: 'Sikkerhedskopi hver nat', state: 'running', effect: 'notAssessed' },
];

interface KeptThreat {
  key: string;
  title: string;
  description: string;
  own: boolean;
  content: RiskContent;
}
interface KeptAssessment {
  view: AssessmentView;
  threats: KeptThreat[];
}
export interface AssessmentsState {
  kept: Map<string, KeptAssessment>;
}

const threat = (key: string, title: string, description: string, content: Partial<RiskContent> = {}): KeptThreat => ({
  ...{ key, title, description, own: false },
  content: { ...emptyRisk, ...content },
});

const threats = (): KeptThreat[] => [
  threat('peek', 'Uvedkommende læser i borgernes journaler', 'En kollega eller en udefra slår op uden grund.', {
    vulnerability: 'Skærmen står åben på kontoret.',
    existing: 'Login med kode, og opslag bliver gemt.',
    controlKeys: ['twoFactor'],
    inherent: {
      likelihood: 3,
      consequence: { dataSubject: { confidentiality: 4, integrity: 2 }, organisation: { confidentiality: 3 } },
    },
    current: { likelihood: 2, consequence: {} },
    treatment: 'mitigate',
    treatmentNote: 'Skærmlås efter fem minutter.',
  }),
  threat('down', 'Systemet er nede i mere end en dag', 'Strøm, net eller leverandør svigter.'),
  threat('wrong', 'Oplysninger sendes til den forkerte', 'Fx et brev eller en mail med en anden borgers svar.'),
  threat('theft', 'En tablet med oplysninger bliver stjålet', 'Fra en bil eller et hjem.', {
    notRelevant: 'Der gemmes ingenting på tabletten.',
  }),
];

const base = (key: string, changes: Partial<AssessmentView>): AssessmentView => ({
  key,
  asset: {
    ...{ key: 'journals', title: 'Udlevering af journaler', kind: 'workProcess' },
    ...{ centre: centres[0], owner: refAt(27) },
  },
  ...{ number: 2, state: 'draft', form: 'full', quick: { answers: {}, note: '', because: [] } },
  scale: scaleView(standard, 'da'),
  ...{ views: ['dataSubject', 'organisation'], catalogueKeys: ['workProcesses'], participants: [refAt(9)], guests: '' },
  ...{ reviewMonths: 12, note: '', risks: [], answered: 0, worst: {}, findings: [], others: [] },
  ...{ startedAt: '2026-11-20T08:00:00.000Z', startedBy: refAt(9), changedAt: now },
  history: [
    { key: 'workshop', number: 2, state: 'draft' },
    {
      ...{ key: 'finished', number: 1, state: 'finished', heldOn: '2025-11-12' },
      current: levelMarkOf(standard, 1, 'da'),
    },
  ],
  abilities: { edit: true, finish: true, discard: true, startNew: false },
  freshness: { asOf: now, stale: false },
  ...changes,
});

/** A workshop under way, a short form, and one that is finished. */
export function freshAssessments(): AssessmentsState {
  const closed = { edit: false, finish: false, discard: false, startNew: true };
  const done = { state: 'finished', finishedAt: '2025-11-12T10:00:00.000Z', finishedBy: refAt(9) } as const;
  return {
    kept: new Map<string, KeptAssessment>([
      ['workshop', { view: base('workshop', { others: [{ person: refAt(10), at: now }] }), threats: threats() }],
      ['short', { view: base('short', { form: 'quick' }), threats: [] }],
      [
        'finished',
        {
          view: base('finished', {
            ...done,
            number: 1,
            heldOn: '2025-11-12',
            reviewOn: '2026-11-12',
            abilities: closed,
          }),
          threats: threats().filter(({ key }) => key === 'peek' || key === 'theft'),
        },
      ],
    ]),
  };
}

function riskOf({ view }: KeptAssessment, { key, title, description, own, content }: KeptThreat): AssessedRisk {
  const standings = standingsOf({ scale: standard, views: view.views }, content);
  return {
    ...{ threatKey: key, riskKey: `r-${key}`, title, description, own, openActions: 0 },
    ...(own ? {} : { catalogue: 'Arbejdsgange' }),
    notRelevant: content.notRelevant,
    ...{ vulnerability: content.vulnerability, existing: content.existing },
    controls: controls.filter((control) => content.controlKeys.includes(control.key)),
    estimates: { inherent: content.inherent, current: content.current, target: content.target },
    stages: stagesViewOf(standard, standings, 'da'),
    treatment: content.treatment,
    treatmentNote: content.treatmentNote,
  };
}

function shown(kept: KeptAssessment): AssessmentView {
  const risks = kept.threats.map((one) => riskOf(kept, one));
  const worst = [...risks].sort(
    (one, other) => (other.stages.current?.level.severity ?? -1) - (one.stages.current?.level.severity ?? -1),
  )[0];
  const missing = risks.filter(({ stages, notRelevant }) => !stages.current && !notRelevant);
  return {
    ...kept.view,
    ...{ risks, answered: risks.length - missing.length },
    quick: { ...kept.view.quick, ...quickResult(kept.view.quick) },
    worst: {
      inherent: worst?.stages.inherent?.level,
      current: worst?.stages.current?.level,
      target: worst?.stages.target?.level,
    },
    findings: missing.map(({ title, threatKey }) => ({
      ...{ code: 'notAssessed', severity: 'warning', text: 'Truslen er ikke vurderet.', title, threatKey },
      path: `/risks/assessments/${kept.view.key}?threat=${threatKey}`,
    })),
  };
}

interface Asked {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

export function assessmentHandlers(state: AssessmentsState) {
  const found = ({ params }: Asked): KeptAssessment => {
    const kept = state.kept.get(params['assessmentKey'] ?? '');
    if (!kept) throw new Error('no such assessment');
    return kept;
  };
  const change = (asked: Asked, changes: Partial<AssessmentView>) => {
    const kept = found(asked);
    kept.view = { ...kept.view, ...changes };
    return shown(kept);
  };
  const save = (asked: Asked) => {
    const kept = found(asked);
    const one = kept.threats.find(({ key }) => key === asked.params['threatKey']);
    if (!one) throw new Error('no such threat');
    const conflicts: object[] = [];
    for (const { field, from, to } of (asked.body as Body<'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey'>)
      .changes) {
      const known = riskFields.get(field);
      if (!known) throw new Error(`no field ${field}`);
      const theirs = known.read(one.content);
      const [seen, wanted] = [known.accepts(from, standard) ?? null, known.accepts(to, standard) ?? null];
      if (sameValue(theirs, wanted)) continue;
      if (!sameValue(theirs, seen)) conflicts.push({ field, theirs, by: refAt(10), at: now });
      else one.content = { ...one.content, ...known.write(one.content, wanted) };
    }
    return { risk: riskOf(kept, one), conflicts };
  };
  return {
    'GET /api/risks/assessments/:assessmentKey': (asked: Asked) => shown(found(asked)),
    'PUT /api/risks/assessments/:assessmentKey': (asked: Asked) => {
      const { participantIds, quick, heldOn, ...others } =
        asked.body as Body<'PUT /api/risks/assessments/:assessmentKey'>;
      const changes = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
      return change(asked, {
        ...changes,
        ...(heldOn === undefined ? {} : { heldOn: heldOn ?? undefined }),
        ...(quick ? { quick: { ...quick, because: [] } } : {}),
        ...(participantIds ? { participants: participantIds.map((id) => refAt(Number(id.slice(1)))) } : {}),
      });
    },
    'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': save,
    'POST /api/risks/assessments/:assessmentKey/threats': (asked: Asked) => {
      const kept = found(asked);
      const { title, description } = asked.body as Body<'POST /api/risks/assessments/:assessmentKey/threats'>;
      kept.threats.push({ ...threat(`own${kept.threats.length}`, title, description), own: true });
      return shown(kept);
    },
    'DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey': (asked: Asked) => {
      const kept = found(asked);
      kept.threats = kept.threats.filter(({ key }) => key !== asked.params['threatKey']);
      return shown(kept);
    },
    'GET /api/risks/assessments/:assessmentKey/suggestions': () => ({ suggestions: [] }),
    'POST /api/risks/assessments/:assessmentKey/full': (asked: Asked) => {
      found(asked).threats = threats();
      return change(asked, { form: 'full' });
    },
    'POST /api/risks/assessments/:assessmentKey/finish': (asked: Asked) =>
      change(asked, {
        ...{ state: 'finished', finishedAt: now, finishedBy: refAt(9), heldOn: '2026-11-24', reviewOn: '2027-11-24' },
        abilities: { edit: false, finish: false, discard: false, startNew: true },
      }),
    'POST /api/risks/assessments/:assessmentKey/discard': (asked: Asked) => change(asked, { state: 'discarded' }),
    'POST /api/risks/assessments': ({ body }: Asked) => {
      const { form } = body as Body<'POST /api/risks/assessments'>;
      const kept = state.kept.get(form === 'quick' ? 'short' : 'workshop');
      if (!kept) throw new Error('nothing to begin');
      return shown(kept);
    },
    'GET /api/risks/assessment-sources': ({ query }: Asked) => ({
      sources: [
        {
          ...{ key: 'finished', heldOn: '2025-11-12', risks: 12, similar: [] },
          asset: { key: 'journals', title: 'Udlevering af journaler', kind: 'workProcess' },
        },
        {
          ...{ key: 'care', heldOn: '2026-03-03', risks: 9, similar: ['kind', 'centre'] },
          asset: { key: 'care', title: 'Visitation til hjemmepleje', kind: 'workProcess' },
        },
      ].filter(({ asset }) => asset.title.toLowerCase().includes((query.get('q') ?? '').toLowerCase())),
    }),
    'GET /api/control-names': ({ query }: Asked) => ({
      controls: controls.filter(({ title }) => title.toLowerCase().includes((query.get('q') ?? '').toLowerCase())),
    }),
  };
}
