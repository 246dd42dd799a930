import { foundView, type FoundKind, type FoundRecord } from '../../../api/find/contract.ts';
import { actorNames, actors, scopes } from './actors.ts';
import { askAs } from './walk.ts';
import type { TwoCentres } from './two-centres.ts';

/** Words of every record: canaries of each scope, of unique records, names, roles, kinds of work. */
const searches = [
  ...scopes.map((scope) => `canary ${scope}`),
  ...['canary', 'politik', 'informationssikkerhed', 'telefonen', 'gennemgå', 'person', 'isk', 'ciso', 'bekræft'],
  ...['handling', 'vurdér', 'wheel', 'adgang', 'ærø', 'plan', 'procedure', 'vota', 'kanary syd'],
  ...['netværksmøde', 'kryptering', 'årsrapport'],
];

const looks: Readonly<Record<FoundKind, (record: FoundRecord) => string>> = {
  policy: ({ key }) => `/api/policy/versions/${key}`,
  procedure: ({ key, path }) => {
    const version = new URL(path, 'https://x').searchParams.get('version');
    return `/api/procedures/${key}${version === null ? '' : `/versions/${version}`}`;
  },
  plan: ({ key, path }) => {
    const version = new URL(path, 'https://x').searchParams.get('version');
    return `/api/contingency/plans/${key}${version === null ? '' : `/versions/${version}`}`;
  },
  system: ({ key }) => `/api/assets/${key}`,
  service: ({ key }) => `/api/critical-services/${key}`,
  control: ({ key }) => `/api/controls/${key}`,
  requirement: ({ path }) => `/api${path}`,
  inspection: ({ key }) => `/api/inspections/${key}`,
  finding: ({ key }) => `/api/inspection-findings/${key}`,
  incident: ({ key }) => `/api/incidents?state=all&incident=${key}`,
  approval: ({ key }) => `/api/approvals/${key}`,
  meeting: ({ key }) => `/api/wheel/meetings/${key}`,
  report: ({ key, path }) => `${path.startsWith('/figures/') ? '/api/reports' : '/api/status-reports'}/${key}`,
  measure: ({ key }) => `/api/measures/${key}`,
  risk: ({ key }) => `/api/risks/register/${key}`,
  task: ({ key, path }) => (path.startsWith('/wheel/tasks/') ? `/api/wheel/tasks/${key}` : '/api/obligations'),
  // Role holders are on the page of the organisation or of the centre; employees on the centre's.
  person: ({ path }) => `/api${path}`,
};

/** Every record found by any actor, and those whose own address does not show that actor what the search did. */
export async function foundAndShut(world: TwoCentres): Promise<{ found: Set<string>; shut: string[] }> {
  const [found, shut] = [new Set<string>(), new Set<string>()];
  for (const actor of actorNames)
    for (const q of searches) {
      const { text } = await askAs(world, actors[actor], {
        ...{ method: 'GET', path: `/api/find?q=${encodeURIComponent(q)}` },
      });
      for (const { kind, records } of foundView.parse(JSON.parse(text)).groups)
        for (const record of records) {
          found.add(kind);
          const look = await askAs(world, actors[actor], { method: 'GET', path: looks[kind](record) });
          // An incident's title is its kind, worded by the tab.
          const said = kind === 'incident' ? record.key : JSON.stringify(record.title).slice(1, -1);
          const tells = look.status === 200 && look.text.includes(said);
          if (!tells) shut.add(`${actor} is told of ${kind} ${record.key} and not by ${looks[kind](record)}`);
        }
    }
  return { found, shut: [...shut] };
}
