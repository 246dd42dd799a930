type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const json = (value: unknown): Json => (isJson(value) ? value : {});

/** A form: the address of the view that it is opened with, by default its own, and where that has the stamp. */
interface FormView {
  form: string;
  view?: string;
  stamp: (view: Json, keys: Readonly<Record<string, string>>, body: Json) => unknown;
}
const etag = (view: Json): unknown => view['etag'];
const changedAt = (view: Json): unknown => view['changedAt'];
const inList =
  (list: string, isIt: (one: Json, keys: Readonly<Record<string, string>>, body: Json) => boolean): FormView['stamp'] =>
  (view, keys, body) => {
    const all = view[list];
    const found = (Array.isArray(all) ? all.filter(isJson) : []).find((one) => isIt(one, keys, body)) ?? {};
    return found['etag'] ?? found['changedAt'];
  };

const forms: readonly FormView[] = [
  ...[
    '/absences/:personId',
    '/advice/:adviceKey',
    '/agendas/:agendaKey',
    '/contingency/tests/:testKey',
    '/continuity-settings',
    '/inspection-findings/:findingKey',
    '/inspections/:inspectionKey',
    '/policy/versions/:versionKey',
    '/risks/assessments/:assessmentKey',
    '/wheel/activities/:activityKey',
    '/wheel/meetings/:meetingKey',
  ].map((form) => ({ form, stamp: etag })),
  ...[
    '/appointments/proposals/:proposalKey',
    '/assets/:assetKey',
    '/contingency/downtimes/:downtimeKey',
    '/controls/:controlKey',
    '/critical-services/:serviceKey',
    '/measures/:measureKey',
    '/reports/:reportKey',
  ].map((form) => ({ form, stamp: changedAt })),
  ...['reviewed', 'retire', 'reinstate', 'ask-acceptance'].map((act) => ({
    form: `/critical-services/:serviceKey/${act}`,
    view: '/critical-services/:serviceKey',
    stamp: changedAt,
  })),
  {
    form: '/assets/:assetKey/continuity',
    stamp: ({ recovery }) => json(recovery)['changedAt'] ?? null,
  },
  {
    form: '/assets/:assetKey/vital',
    view: '/assets/:assetKey/continuity',
    stamp: ({ vital }) => json(vital)['etag'],
  },
  {
    form: '/contingency/downtimes/:downtimeKey/record',
    view: '/contingency/downtimes/:downtimeKey',
    stamp: changedAt,
  },
  {
    form: '/contingency/improvements/:improvementKey',
    view: '/contingency/improvements',
    stamp: inList('improvements', ({ key }, { improvementKey }) => key === improvementKey),
  },
  {
    form: '/contingency/plans/:planKey/draft',
    view: '/contingency/plans/:planKey',
    stamp: ({ coming }) => json(coming)['changedAt'] ?? null,
  },
  {
    form: '/procedures/:procedureKey/draft',
    view: '/procedures/:procedureKey',
    stamp: ({ coming, current }) => json(coming ?? current)['changedAt'],
  },
  {
    form: '/figures/limits/:figureKey',
    view: '/figures/settings',
    stamp: inList('limits', ({ figure }, { figureKey }) => figure === figureKey),
  },
  { form: '/governance/orientation/intro', view: '/governance/orientation', stamp: etag },
  {
    form: '/governance/orientation/subjects/:subjectKey',
    view: '/governance/orientation',
    stamp: inList('subjects', ({ key }, { subjectKey }) => key === subjectKey),
  },
  { form: '/incident-guides', stamp: inList('guides', (guide, _keys, { of }) => guide['of'] === of) },
  {
    form: '/inspection-checklists/:checklistKey',
    view: '/inspection-checklists',
    stamp: inList('checklists', ({ key }, { checklistKey }) => key === checklistKey),
  },
  {
    form: '/inspection-findings/:findingKey/cause',
    view: '/inspection-findings/:findingKey',
    stamp: ({ causeEtag }) => causeEtag,
  },
  {
    form: '/inspections/:inspectionKey/answers',
    view: '/inspections/:inspectionKey',
    stamp: ({ answersEtag }) => answersEtag,
  },
  {
    form: '/learning/courses/:courseKey',
    view: '/learning/courses',
    stamp: inList('courses', ({ key }, { courseKey }) => key === courseKey),
  },
  {
    form: '/learning/rounds/:roundKey',
    view: '/learning/rounds',
    stamp: inList('rounds', ({ key }, { roundKey }) => key === roundKey),
  },
  {
    form: '/procedure-areas/:areaKey',
    view: '/procedure-areas',
    stamp: inList('areas', ({ key }, { areaKey }) => key === areaKey),
  },
  {
    form: '/reminders/cadences/:kind',
    view: '/reminders/cadences',
    stamp: inList('cadences', (cadence, { kind }) => cadence['kind'] === kind),
  },
  {
    form: '/retention/:kind',
    view: '/retention',
    stamp: inList('kinds', (one, { kind }) => one['kind'] === kind),
  },
  {
    form: '/risks/catalogues/:catalogueKey',
    view: '/risks/catalogues',
    stamp: inList('catalogues', ({ key }, { catalogueKey }) => key === catalogueKey),
  },
  { form: '/risks/register/:riskKey/treatment', view: '/risks/register/:riskKey', stamp: etag },
  {
    form: '/risks/register/:riskKey/actions/:actionKey',
    view: '/risks/register/:riskKey',
    stamp: inList('actionList', ({ key }, { actionKey }) => key === actionKey),
  },
];

/** Stamps that no version has, for forms of what is not there or may not be seen. */
const unseen = 'seen-never';
const unseenAt = '2020-01-01T08:00:00.000Z';

const formAt = (path: string): FormView | undefined => {
  const sent = path.replace(/^\/api/, '').split('/');
  return forms.find(({ form }) => {
    const parts = form.split('/');
    return parts.length === sent.length && parts.every((part, at) => part.startsWith(':') || part === sent[at]);
  });
};
/** Whether a request to this address replaces what a form shows. */
export const replaces = (method: string, path: string): boolean =>
  formAt(path) !== undefined && (method === 'PUT' || (method === 'POST' && path.startsWith('/api/critical-services/')));

/**
 * What a form sends as `expected`: the stamp of what it was opened with. `path`: of its save; `read`: answers a view,
 * undefined where it is refused. Throws for an address that is none of the forms'.
 */
export async function stampFor(
  path: string,
  body: unknown,
  read: (path: string) => Promise<unknown>,
): Promise<string | null> {
  const sent = path.replace(/^\/api/, '').split('/');
  const found = formAt(path);
  if (!found) throw new Error(`${path}: which view has its stamp?`);
  const keys = Object.fromEntries(
    found.form
      .split('/')
      .flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), decodeURIComponent(sent[at] ?? '')]] : [])),
  );
  const view = (found.view ?? found.form).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(keys[name] ?? ''));
  const stamp = found.stamp(json(await read(`/api${view}`)), keys, json(body));
  if (typeof stamp === 'string' || stamp === null) return stamp;
  return found.stamp === changedAt || /draft$|subjects/.test(found.form) ? unseenAt : unseen;
}
