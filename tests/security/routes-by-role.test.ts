import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { WheelActivities, WheelTasks } from '../../api/annual-wheel/index.ts';
import { Agendas, ApprovalRequests } from '../../api/approvals/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../api/kernel/index.ts';
import { assignableRoles } from '../../api/kernel/index.ts';
import { policyCampaignKey, PolicyVersions } from '../../api/policy/index.ts';
import { HandOvers } from '../../api/obligations/index.ts';
import { Assets } from '../../api/assets/index.ts';
import { Completions, CourseRounds, Courses, Exemptions } from '../../api/awareness/index.ts';
import {
  ContingencyLog,
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  Downtimes,
  Improvements,
} from '../../api/contingency/index.ts';
import { AssetRecovery, ContinuitySettingsList, CriticalServices } from '../../api/critical-services/index.ts';
import { Campaigns } from '../../api/deliveries/index.ts';
import { People, RoleAssignments } from '../../api/organisation/index.ts';
import { ProcedureAreas, Procedures, ProcedureVersions } from '../../api/procedures/index.ts';
import { Applicability, Controls, Requirements, Standards } from '../../api/standards/index.ts';
import {
  Assessments,
  AssessmentTriggers,
  RiskAcceptances,
  RiskActions,
  Risks,
  RiskScales,
  ThreatCatalogues,
} from '../../api/risks/index.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { aPerson, anAssignment, day, settle } from '../unit/organisation/builders.ts';
import { aDraft as aProcedureDraft } from '../unit/procedures/a-library.ts';
import { replaces } from '../support/stamp.ts';
import { drawnOnce } from './drawn-once.ts';
import { apiWorld, tokenOf, type ApiWorld } from './api-world.ts';
import { openToEveryone } from './open-to-everyone.ts';

/** The town's holder of each role. */
const holder: Record<Role, string> = {
  employee: 'anne',
  cityCouncil: 'council',
  executiveBoard: 'board',
  corporateManagement: 'management',
  securityCommittee: 'committee',
  ciso: 'ciso',
  securityTeam: 'team',
  centreManager: 'manager-nord',
  coordinator: 'isk-nord',
  councilSecretary: 'secretary',
  auditor: 'auditor',
};
const roles = Object.keys(holder) as Role[];
const [reading, changing] = [
  allRoutes.filter(({ name }) => name.startsWith('GET ')),
  allRoutes.filter(({ name }) => !name.startsWith('GET ')),
];

const path = (world: ApiWorld, name: string) =>
  (name.split(' ')[1] ?? '')
    .replace(':procedureKey/versions/:versionKey', `${world.procedureKey}/versions/${world.procedureKey}.v1`)
    .replace(':procedureKey', world.procedureKey)
    .replace(':versionKey', name.startsWith('DELETE') || name.startsWith('PUT') ? world.draft.key : world.current.key)
    .replace(':requestKey', world.request.key)
    .replace(':agendaKey', world.agenda.key)
    .replace(':stage', '1')
    .replace(':centreId', 'nord')
    .replace(':campaignKey', policyCampaignKey(world.current.key))
    .replace(':personId', 'anne')
    .replace(':taskKey', world.wheelTask.key)
    .replace(':activityKey', world.wheelTask.activity.key)
    .replace(':courseKey', world.course.key)
    .replace(':roundKey', world.round.key)
    .replace(':standardKey', 'iso27001-a')
    .replace(':riskKey', world.riskKey)
    .replace(':actionKey', 'action')
    .replace(':assetKey', world.asset.key)
    .replace(':assessmentKey', world.assessment.key)
    .replace(':threatKey', 'system.phishing')
    .replace(':scaleKey', 'kl')
    .replace(':catalogueKey', 'work')
    .replace(':triggerKey', 'none')
    .replace(':downtimeKey', 'none')
    .replace(':incidentKey', 'none')
    .replace(':serviceKey', 'none')
    .replace(':testKey', 'none')
    .replace(':planKey', world.planKey)
    .replace(':formKey', 'none')
    .replace(':packKey', 'none')
    .replace(':improvementKey', 'none')
    .replace(':controlKey', 'none')
    .replace(':key', 'none') + (name === 'GET /api/people' ? '?q=an' : '');

/** Differs after any write to these lists. */
const state = ({ context }: ApiWorld) =>
  JSON.stringify(
    [
      ...[PolicyVersions, Acknowledgements, Campaigns, RoleAssignments, People, HandOvers],
      ...[ApprovalRequests, Agendas, ProcedureAreas, Procedures, ProcedureVersions],
      ...[WheelActivities, WheelTasks, Courses, CourseRounds, Completions, Exemptions, Assets],
      ...[Standards, Requirements, Applicability, Controls],
      ...[CriticalServices, AssetRecovery, ContinuitySettingsList],
      ...[ContingencyPlans, ContingencyPlanVersions, Downtimes, ContingencyTests, ContingencyLog, Improvements],
      ...[RiskScales, ThreatCatalogues, Assessments, Risks, AssessmentTriggers, RiskActions, RiskAcceptances],
    ].map((list) => context.list(list as typeof People).version),
  );

let drawing: ReturnType<typeof drawnOnce>;
beforeAll(() => {
  drawing = drawnOnce();
});
afterAll(() => drawing.mockRestore());

describe.each(roles)('as %s', (role) => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  it.each(allRoutes.map(({ name, allow }) => [name, allow] as const))(
    '%s opens exactly for whom it says',
    async (name, allow) => {
      const before = state(world);
      const [method = ''] = name.split(' ');
      const answer = await world.as(holder[role], method, path(world, name), method === 'GET' ? undefined : {});
      if (allow === 'everyone' || allow.includes(role)) {
        expect(answer.status).not.toBe(401);
        expect(answer.status).toBeLessThan(500);
        expect(answer.code).not.toBe('access.notAllowed');
      } else {
        expect([answer.status, answer.code]).toEqual([403, 'access.notAllowed']);
        expect(state(world)).toBe(before);
      }
    },
  );
});

describe('without a right', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
    await settle(world.context, {
      people: [
        aPerson('gone', { leftOn: day('2026-11-24') }),
        aPerson('soon', { hiredOn: day('2026-12-24') }),
        aPerson('was', { title: 'Was CISO' }),
      ],
      roles: [
        anAssignment('gone', 'ciso'),
        anAssignment('soon', 'ciso'),
        anAssignment('was', 'ciso', { endsOn: day('2026-11-23') }),
      ],
    });
  });
  afterAll(() => world.close());

  it.each(allRoutes.map(({ name }) => name))(
    '%s answers 401 to nobody and 403 to whoever is not employed',
    async (name) => {
      const before = state(world);
      const [method = ''] = name.split(' ');
      const nobody = await world.ask(method, path(world, name), method === 'GET' ? {} : { body: {} });
      expect([nobody.status, nobody.code]).toEqual([401, 'access.signIn']);
      expect(nobody.headers.get('www-authenticate')).toBe('Bearer');
      for (const who of ['gone', 'soon', 'stranger']) {
        const answer = await world.as(who, method, path(world, name), method === 'GET' ? undefined : {});
        expect([who, answer.status, answer.code]).toEqual([who, 403, 'access.unknownPerson']);
      }
      expect(state(world)).toBe(before);
    },
  );

  it.each(allRoutes.filter(({ allow }) => allow !== 'everyone').map(({ name }) => name))(
    '%s stays shut for a role that ended yesterday',
    async (name) => {
      const [method = ''] = name.split(' ');
      const answer = await world.as('was', method, path(world, name), method === 'GET' ? undefined : {});
      expect([answer.status, answer.code]).toEqual([403, 'access.notAllowed']);
    },
  );
});

describe('a task of the wheel that is not one’s own', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  const reason = 'Fordi det passer bedre';
  const bodies: Record<string, unknown> = {
    'POST /api/wheel/tasks/:taskKey/start': { note: 'Mit' },
    'POST /api/wheel/tasks/:taskKey/complete': { note: 'Mit' },
    'POST /api/wheel/tasks/:taskKey/move': { to: '2027-01-10', reason },
    'POST /api/wheel/tasks/:taskKey/cancel': { reason },
    'POST /api/wheel/tasks/:taskKey/reopen': { reason },
    'PUT /api/wheel/tasks/:taskKey/steps/:stepId': { done: true },
  };
  it.each(Object.entries(bodies))('is changed by neither employee nor auditor: %s', async (name, body) => {
    const before = state(world);
    const [method = ''] = name.split(' ');
    for (const who of ['anne', 'auditor', 'manager-nord', 'council']) {
      const answer = await world.as(who, method, path(world, name), body);
      expect([who, answer.status]).toEqual([who, 403]);
    }
    expect(state(world)).toBe(before);
  });

  it('is seen by whoever has a role, and by no other employee', async () => {
    const seen = (who: string) => world.as(who, 'GET', path(world, 'GET /api/wheel/tasks/:taskKey'));
    expect((await seen('auditor')).status).toBe(200);
    expect([(await seen('anne')).status, (await seen('anne')).code]).toEqual([403, 'wheel.mayNotSee']);
  });
});

describe('a procedure of another centre', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  const draft = { ...aProcedureDraft(), title: 'Mit' };
  const expected = '2026-11-01T09:00:00.000Z';
  const bodies: Record<string, (key: string) => unknown> = {
    'POST /api/procedures': () => ({ ...draft, kind: 'procedure', centreId: 'nord' }),
    'PUT /api/procedures/:procedureKey/draft': () => ({ ...draft, expected }),
    'PUT /api/procedures/:procedureKey/draft/file': () => '%PDF-1.7',
    'DELETE /api/procedures/:procedureKey/draft/file': () => undefined,
    'DELETE /api/procedures/:procedureKey/draft': () => undefined,
    'POST /api/procedures/:procedureKey/submit': () => undefined,
    'POST /api/procedures/:procedureKey/renew': () => ({ note: 'Holder' }),
    'POST /api/procedures/:procedureKey/retire': () => ({ reason: 'Mit' }),
    'POST /api/procedures/:procedureKey/acknowledge': (key) => ({ versionKey: `${key}.v1` }),
  };
  it.each(Object.entries(bodies))('is changed by nobody from outside: %s', async (name, body) => {
    const before = state(world);
    const [method = ''] = name.split(' ');
    const headers = { 'x-file-name': 'mit.pdf', 'content-type': 'application/json' };
    for (const who of ['bo', 'isk-syd', 'manager-syd', 'board']) {
      const given = { token: await tokenOf(who), body: body(world.procedureKey), headers };
      // The board’s member works in the north, and reads and acknowledges as anybody there.
      if (who === 'board' && name.endsWith('/acknowledge')) continue;
      const answer = await world.ask(method, path(world, name), given);
      expect([who, answer.status]).toEqual([who, 403]);
    }
    expect(state(world)).toBe(before);
  });
});

describe('an assessment of another centre’s asset', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  const changes = [{ field: 'inherent.likelihood', from: null, to: 2 }];
  const mayRead = ['auditor', 'committee', 'board'];
  const bodies: Record<string, (world: ApiWorld) => unknown> = {
    'POST /api/risks/assessments': ({ asset }) => ({ assetKey: asset.key, form: 'full' }),
    'PUT /api/risks/assessments/:assessmentKey': () => ({ note: 'Mit' }),
    'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey': () => ({ changes }),
    'POST /api/risks/assessments/:assessmentKey/threats': () => ({ title: 'Min' }),
    'DELETE /api/risks/assessments/:assessmentKey/threats/:threatKey': () => undefined,
    'POST /api/risks/assessments/:assessmentKey/full': () => undefined,
    'POST /api/risks/assessments/:assessmentKey/finish': () => undefined,
    'POST /api/risks/assessments/:assessmentKey/discard': () => undefined,
    'POST /api/risks/triggers': ({ asset }) => ({
      ...{ assetKey: asset.key, reason: 'incident', note: 'Noget er sket', due: '2026-12-24' },
    }),
  };
  it.each(Object.entries(bodies))('is changed by nobody from outside: %s', async (name, body) => {
    const before = state(world);
    const [method = ''] = name.split(' ');
    for (const who of ['anne', 'isk-syd', 'manager-syd', 'auditor', 'committee', 'board']) {
      const at = path(world, name);
      const given = body(world) ?? {};
      const answer = await (replaces(method, at) ? world.save(who, at, given) : world.as(who, method, at, body(world)));
      // Who may not see it is told so of its form.
      const code = replaces(method, at) && !mayRead.includes(who) ? 'risks.mayNotSee' : 'risks.mayNotAssess';
      expect([who, answer.status, answer.code]).toEqual([who, 403, code]);
    }
    expect(state(world)).toBe(before);
  });

  it('is read by whoever has a part in security, and by no other employee', async () => {
    const names = ['', '/report.docx'].map((end) => `/api/risks/assessments/${world.assessment.key}${end}`);
    const triggers = `/api/risks/triggers?assetKey=${world.asset.key}`;
    for (const address of [...names, triggers, '/api/risks/scales', '/api/risks/catalogues']) {
      expect((await world.as('auditor', 'GET', address)).status).toBe(200);
      const answer = await world.as('anne', 'GET', address);
      expect([address, answer.status, answer.code]).toEqual([address, 403, 'risks.mayNotSee']);
    }
  });
});

describe('a request that is somebody else’s to decide', () => {
  let world: ApiWorld;
  beforeAll(async () => {
    world = await apiWorld();
  });
  afterAll(() => world.close());

  const vote = () => ({ stage: 1, contentHash: world.request.contentHash, choice: 'approve' });
  const bodies: Record<string, () => unknown> = {
    'POST /api/approvals/:requestKey/vote': vote,
    'POST /api/approvals/:requestKey/withdraw': () => ({ reason: 'Forkert' }),
    'POST /api/approvals/:requestKey/close': () => ({ stage: 1 }),
    'POST /api/approvals/:requestKey/record': () => ({
      ...{ stage: 1, meetingOn: '2026-11-20', itemNumber: '7', outcome: 'approved' },
    }),
    'POST /api/approvals/:requestKey/correct': () => ({
      stage: 1,
      meetingOn: '2026-11-20',
      itemNumber: '7',
      reason: 'Forkert punkt',
    }),
    'POST /api/agendas/:agendaKey/vote': () => ({ votes: [{ requestKey: world.request.key, ...vote() }] }),
  };
  it.each(Object.entries(bodies))('is changed by nobody without a part in it: %s', async (name, body) => {
    const before = state(world);
    const [method = ''] = name.split(' ');
    for (const who of ['anne', 'manager-syd', 'council', 'secretary']) {
      const answer = await world.as(who, method, path(world, name), body());
      const isSecretary = who === 'secretary' && /\/(record|correct)$/.test(name);
      expect([who, answer.status]).toEqual([who, isSecretary ? 404 : 403]);
    }
    expect(state(world)).toBe(before);
  });

  it('is read by those who have a part in it, and by who reads all', async () => {
    const seen = async (who: string) => (await world.as(who, 'GET', `/api/approvals/${world.request.key}`)).status;
    for (const who of ['isk-nord', 'committee', 'ciso', 'team', 'auditor'])
      expect([who, await seen(who)]).toEqual([who, 200]);
    for (const who of ['anne', 'council', 'secretary', 'board']) expect([who, await seen(who)]).toEqual([who, 403]);
  });

  it('stands on an agenda that only its makers see until it is sent', async () => {
    const seen = async (who: string) => (await world.as(who, 'GET', `/api/agendas/${world.agenda.key}`)).status;
    for (const who of ['ciso', 'team', 'auditor']) expect([who, await seen(who)]).toEqual([who, 200]);
    for (const who of ['management', 'isk-nord', 'anne']) expect([who, await seen(who)]).toEqual([who, 403]);
  });
});

describe('the route table', () => {
  it('lets an employee reach these and no others', () => {
    expect(allRoutes.filter(({ allow }) => allow === 'everyone').map(({ name }) => name)).toEqual(openToEveryone);
  });

  it('opens to no role by the word employee, and to none that is not a role', () => {
    const named = allRoutes.flatMap(({ allow }) => (allow === 'everyone' ? [] : allow));
    expect(named.filter((role) => !assignableRoles.some((known) => known === role))).toEqual([]);
  });

  it('lets the auditor read all, and change nothing but what everybody may for themselves', () => {
    const shut = reading.filter(({ allow }) => allow !== 'everyone' && !allow.includes('auditor'));
    expect(shut.map(({ name }) => name)).toEqual([]);
    const open = changing.filter(({ allow }) => allow !== 'everyone' && allow.includes('auditor'));
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('lets only the CISO publish', () => {
    const publish = allRoutes.find(({ name }) => name.endsWith('/publish'));
    expect(publish?.allow).toEqual(['ciso']);
  });
});
