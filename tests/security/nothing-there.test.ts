import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContingencyPlanVersions } from '../../api/contingency/index.ts';
import { ProcedureVersions } from '../../api/procedures/index.ts';
import { allRoutes } from '../../teams-app/program/routes.ts';
import { allLists } from '../../teams-app/program/lists.ts';
import { apiWorld, type ApiWorld } from './api-world.ts';
import { sampleOf } from './rights/sample.ts';

let world: ApiWorld;
beforeAll(async () => void (world = await apiWorld()));
afterAll(() => world.close());

/** The refusal of a key that nothing has, by room and first parameter of the address; some name what is below it. */
const codes: Readonly<Record<string, string>> = {
  'absences :personId': 'obligations.noSuchPerson',
  'advice :adviceKey': 'advice.noSuchAdvice',
  'agendas :agendaKey': 'approvals.noSuchAgenda',
  'appointments :proposalKey': 'appointments.noSuchProposal',
  'approvals :requestKey': 'approvals.noSuchRequest',
  'assets :assetKey': 'assets.noSuchAsset',
  'assets :importKey': 'assets.noSuchImport',
  'campaigns :campaignKey': 'deliveries.campaign',
  'contingency :centreId': 'contingency.noSuchCentre',
  'contingency :downtimeKey': 'contingency.noSuchDowntime',
  'contingency :improvementKey': 'contingency.noSuchImprovement',
  'contingency :packKey': 'contingency.noSuchPack',
  'contingency :planKey': 'contingency.noSuchPlan',
  'contingency :testKey': 'contingency.noSuchTest',
  'controls :controlKey': 'standards.noSuchControl',
  'critical-services :serviceKey': 'services.noSuchService',
  'figures :figureKey': 'figures.noSuchFigure',
  'figures :frozenKey': 'figures.notFrozen',
  'governance :orientationKey': 'governance.noSuchOrientation',
  'governance :subjectKey': 'governance.noSuchSubject',
  'incidents :incidentKey': 'incidents.noSuchIncident',
  'initiatives :centreId': 'organisation.noSuchCentre',
  'inspection-checklists :checklistKey': 'inspections.noSuchChecklist',
  'inspection-findings :findingKey': 'inspections.noSuchFinding',
  'inspections :inspectionKey': 'inspections.noSuchInspection',
  'learning :courseKey': 'awareness.noSuchCourse',
  'learning :key': 'awareness.noSuchExemption',
  'learning :roundKey': 'awareness.noSuchRound',
  'leavers :personId': 'obligations.noSuchPerson',
  'measures :measureKey': 'measures.noSuchMeasure',
  'obligations :key': 'obligations.noSuchHandOver',
  'organisation :centreId': 'organisation.noSuchCentre',
  'organisation :key': 'organisation.noSuchAssignment',
  'person-data :personId': 'personData.nobody',
  'policy :versionKey': 'policy.noSuchVersion',
  'procedures :procedureKey': 'procedures.noSuchProcedure',
  'reminders :day': 'reminders.noSuchDay',
  'reminders :kind': 'reminders.noSuchKind',
  'reports :reportKey': 'reports.noSuchReport',
  'retention :kind': 'retention.noSuchKind',
  'risks :assessmentKey': 'risks.noSuchAssessment',
  'risks :catalogueKey': 'risks.noSuchCatalogue',
  'risks :riskKey': 'risks.noSuchRisk',
  'risks :scaleKey': 'risks.noSuchScale',
  'risks :triggerKey': 'risks.noSuchTrigger',
  'sign-sheets :sheetKey': 'signSheets.noSuchSheet',
  'standards :standardKey': 'standards.noSuchStandard',
  'status-reports :statusReportKey': 'statusReports.noSuchReport',
  'successions :successionKey': 'ownership.noSuchSuccession',
  'wheel :activityKey': 'wheel.noSuchActivity',
  'wheel :meetingKey': 'wheel.noSuchMeeting',
  'wheel :planKey': 'wheel.noSuchPlan',
  'wheel :taskKey': 'wheel.noSuchTask',
};
const ofRoute: Readonly<Record<string, string>> = {
  'POST /api/policy/versions/:versionKey/comments/:commentKey/answer': 'policy.noSuchComment',
  'POST /api/policy/versions/:versionKey/comments/:commentKey/resolve': 'policy.noSuchComment',
  'POST /api/procedures/:procedureKey/acknowledge': 'procedures.noSuchVersion',
  'POST /api/contingency/downtimes/:downtimeKey/log': 'contingency.noSuchSubject',
  'POST /api/contingency/tests/:testKey/log': 'contingency.noSuchSubject',
};
const gone = 'what is removed already is removed';
/** Routes that answer something else, and why. */
const others: Readonly<Record<string, string>> = {
  'PUT /api/absences/:personId': 'nobody records the leave of somebody unknown',
  'DELETE /api/absences/:personId': 'nobody records the leave of somebody unknown',
  'PUT /api/procedure-areas/:areaKey': 'it makes the area',
  'DELETE /api/standards/:standardKey': gone,
  'DELETE /api/risks/saved-views/:viewKey': gone,
  'DELETE /api/governance/orientation/subjects/:subjectKey': gone,
  'POST /api/contingency/packs/:centreId/make': 'a centre without plans has nothing to pack, known or not',
  'GET /api/trail/records/:recordKey': 'nothing was done with it',
};

/** Bodies that the smallest of their contract is not enough for. */
const expected = 'findes-ikke';
const bodies: Readonly<Record<string, object>> = {
  'PUT /api/policy/versions/:versionKey': {
    title: 'Politikken',
    number: '9.0',
    body: '# Formål',
    summary: 'Ny',
    changeKind: 'major',
    effectiveOn: '2027-01-15',
    expected,
  },
  'PUT /api/wheel/meetings/:meetingKey': {
    title: 'Udvalgsmøde',
    on: '2027-01-15',
    startsAt: '09:00',
    minutes: 60,
    place: '',
    agenda: [],
    expected,
  },
  'PUT /api/contingency/tests/:testKey': {
    kind: 'tableTop',
    title: 'Øvelse',
    on: '2027-01-15',
    time: '09:00',
    leaderId: 'findes-ikke',
    participantIds: ['findes-ikke'],
    scenario: 'Strømmen går',
    injects: [],
    criteria: [{ key: 'a', text: 'Alle ved, hvem der leder' }],
    expected,
  },
  'PUT /api/inspections/:inspectionKey/answers': { answers: [{ key: 'a', answer: 'yes' }], expected },
  'PUT /api/inspections/:inspectionKey/walk': { results: [{ key: 'a', result: 'met' }] },
  'PUT /api/reminders/cadences/:kind': { before: [7], onTheDay: true, overdueEvery: 7, expected },
};
/** The last two are names that every object of the language has. */
const keys = ['findes-ikke', 'constructor', '__proto__'];

const parameters = allRoutes.filter(({ name }) => name.includes(':'));
const placeOf = (name: string) => `${name.split('/')[2]} ${/:\w+/.exec(name)?.[0]}`;

describe('a key that nothing has', () => {
  it.each(keys)('%s is answered as missing, by its own words, and nothing is written', async (key) => {
    const found: string[] = [];
    const versions = () => allLists.map((list) => `${list.name} ${world.context.list(list).version}`);
    const before = versions();
    for (const { name, endpoint } of parameters) {
      if (name in others) continue;
      const [method = '', path = ''] = name.split(' ');
      const sent = bodies[name] ?? ('body' in endpoint && endpoint.body ? sampleOf(endpoint.body) : undefined);
      const answer = await world.as('ciso', method, path.replaceAll(/:\w+/g, key), sent);
      const { code } = (answer.body as { error?: { code?: string } }).error ?? {};
      const expected = ofRoute[name] ?? codes[placeOf(name)];
      if (answer.status !== 404 || code !== expected) found.push(`${name}: ${answer.status} ${code}`);
    }
    expect(found).toEqual([]);
    expect(versions()).toEqual(before);
  });

  it('below a thing that is there is missing too', async () => {
    const { context, current, request, planKey, procedureKey } = world;
    const [version] = context
      .list(ContingencyPlanVersions)
      .all()
      .filter((one) => one.planKey === planKey);
    const [procedure] = context
      .list(ProcedureVersions)
      .all()
      .filter((one) => one.procedureKey === procedureKey);
    const plan = `/api/contingency/plans/${planKey}/versions`;
    const asked = [
      [`/api/approvals/${request.key}/case`, 'approvals.noCase'],
      [`/api/procedures/${procedureKey}/versions/${procedure?.key}/file`, 'procedures.noFile'],
      [`/api/procedures/${procedureKey}/versions/findes-ikke`, 'procedures.noSuchVersion'],
      [`${plan}/${version?.key}/forms/findes-ikke`, 'contingency.noSuchForm'],
      [`${plan}/findes-ikke`, 'contingency.noSuchVersion'],
    ] as const;
    for (const [path, code] of asked)
      expect([path, await world.as('ciso', 'GET', path)]).toMatchObject([
        path,
        { status: 404, body: { error: { code } } },
      ]);
    const sheet = { kind: 'acknowledgePolicy', subjectKey: `${current.key}-no`, way: 'meeting', heldOn: '2026-11-24' };
    expect(
      await world.as('ciso', 'POST', '/api/sign-sheets', { ...sheet, place: '', personIds: ['anne'] }),
    ).toMatchObject({ status: 404, body: { error: { code: 'signSheets.noSuchSubject' } } });
  });
});
