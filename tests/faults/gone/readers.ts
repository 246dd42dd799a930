import { allRoutes } from '../../../teams-app/program/routes.ts';

/** The list a part of an address is a key of. */
export const keyOf: Readonly<Record<string, string>> = {
  activityKey: 'WheelActivities',
  adviceKey: 'Advice',
  agendaKey: 'Agendas',
  assessmentKey: 'Assessments',
  assetKey: 'Assets',
  campaignKey: 'Campaigns',
  centreId: 'Centres',
  controlKey: 'Controls',
  courseKey: 'Courses',
  downtimeKey: 'Downtimes',
  figureKey: 'FigureSettings',
  findingKey: 'InspectionFindings',
  frozenKey: 'Figures',
  incidentKey: 'Incidents',
  inspectionKey: 'Inspections',
  measureKey: 'Measures',
  proposalKey: 'AppointmentProposals',
  meetingKey: 'NetworkMeetings',
  orientationKey: 'CouncilOrientations',
  packKey: 'OfflinePacks',
  personId: 'People',
  planKey: 'ContingencyPlans',
  procedureKey: 'Procedures',
  reportKey: 'YearlyReports',
  requestKey: 'ApprovalRequests',
  recordKey: 'Assets',
  riskKey: 'Risks',
  roundKey: 'CourseRounds',
  serviceKey: 'CriticalServices',
  sheetKey: 'SignSheets',
  successionKey: 'Successions',
  standardKey: 'Standards',
  statusReportKey: 'StatusReports',
  taskKey: 'WheelTasks',
  testKey: 'ContingencyTests',
};
function versionsOf(path: string): string {
  if (path.includes('/procedures/')) return 'ProcedureVersions';
  return path.includes('/plans/') ? 'ContingencyPlanVersions' : 'PolicyVersions';
}
/** Parts of addresses without keys. */
const plain: Readonly<Record<string, string>> = { day: '2026-11-24', stage: '1', photoKey: 'none', subjectKey: 'none' };

/** Required queries of some pages. */
const asked: Readonly<Record<string, readonly string[]>> = {
  '/api/people': ['?q=an'],
  '/api/person-data': ['?q=an'],
  '/api/find': ['?q=an', '?q=system'],
  '/api/control-links': ['?kind=procedure', '?kind=wheelActivity'],
  '/api/risks/assessment-sources': ['?assetKey=:assetKey'],
  '/api/contingency/downtime-preview': ['?assetKey=:assetKey'],
  '/api/approvals': ['', '?show=all', '?show=sent', '?show=decided'],
  '/api/contingency/dependencies': ['', '?service=:serviceKey', '?asset=:assetKey'],
};

const isFile = (path: string) => /\.(?:xlsx|docx|pdf)$|\/(?:pdf|html|file|document)$|forms\/|photos\//.test(path);

/** Every GET address, filled with keys. `keysOf` returns the keys of a list to request, and the parents of versions. */
export function addressesToRead(
  keysOf: (list: string) => readonly { key: string; of?: string }[],
  files: boolean,
): readonly string[] {
  return allRoutes.flatMap(({ name }) => {
    const [method = '', path = ''] = name.split(' ');
    if (method !== 'GET' || isFile(path) !== files) return [];
    return (asked[path] ?? ['']).flatMap((query) => filled(path + query, keysOf));
  });
}

function filled(address: string, keysOf: (list: string) => readonly { key: string; of?: string }[]): string[] {
  if (address.includes(':versionKey'))
    return keysOf(versionsOf(address)).flatMap(({ key, of }) =>
      filled(
        address
          .replace(':versionKey', encodeURIComponent(key))
          .replace(/:(?:procedureKey|planKey)/, encodeURIComponent(of ?? key)),
        keysOf,
      ),
    );
  const [part, name = ''] = /:(\w+)/.exec(address) ?? [];
  if (part === undefined) return [address];
  const given = plain[name];
  const keys = given === undefined ? keysOf(keyOf[name] ?? '') : [{ key: given }];
  return keys.flatMap(({ key }) => filled(address.replace(part, encodeURIComponent(key)), keysOf));
}
