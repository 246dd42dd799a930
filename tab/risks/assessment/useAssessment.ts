import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useParams } from 'wouter';
import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { call, type ApiRequest } from '../../shared/api/client.ts';
import { useView, viewOptions } from '../../shared/api/queries.ts';
import { useDraft as useDeviceDraft } from '../../shared/forms/useDraft.ts';
import { valueOf, withUnsaved, type FieldValue } from './estimates.ts';
import { createSaveQueue, type Changes } from './save-queue.ts';

/** Polling for others' changes, milliseconds. */
const lookMilliseconds = 15_000;
const name = 'GET /api/risks/assessments/:assessmentKey';
/** The group of fields of the whole assessment; threats are groups by their key. */
const about = ' about';

type AboutBody = NonNullable<ApiRequest<'PUT /api/risks/assessments/:assessmentKey'>['body']>;
type Quick = NonNullable<AboutBody['quick']>;
/** Value of a form field: of a threat, or of the assessment itself. */
type Value = FieldValue | Quick;
type Waiting = Readonly<Record<string, Changes<Value>>>;

/** The assessment in the address. A draft is polled, since others may be writing in it. */
export function useAssessment() {
  const { assessmentKey = '' } = useParams<{ assessmentKey: string }>();
  return useView(
    name,
    { params: { assessmentKey } },
    { every: (view) => (view?.state === 'draft' ? lookMilliseconds : false) },
  );
}

const keyOf = (assessmentKey: string) => viewOptions(name, { params: { assessmentKey } }).queryKey;

/**
 * Puts an answer into the cache, cancelling earlier requests. Resolves when the page is notified, shortly afterwards:
 * until then unsaved values must be shown instead.
 */
async function put(queries: QueryClient, key: string, change: (view: AssessmentView) => AssessmentView) {
  await queries.cancelQueries({ queryKey: keyOf(key) });
  queries.setQueryData<AssessmentView>(keyOf(key), (view) => view && change(view));
  await new Promise((resolve) => setTimeout(resolve));
}

async function saveRisk(queries: QueryClient, assessmentKey: string, threatKey: string, changes: Changes<Value>) {
  const list = Object.entries(changes).map(([field, { from, to }]) => ({
    field,
    from: from as FieldValue,
    to: to as FieldValue,
  }));
  const { risk, conflicts } = await call('PUT /api/risks/assessments/:assessmentKey/risks/:threatKey', {
    params: { assessmentKey, threatKey },
    body: { changes: list },
  });
  await put(queries, assessmentKey, (view) => ({
    ...view,
    risks: view.risks.map((one) => (one.threatKey === threatKey ? risk : one)),
  }));
  return conflicts;
}

async function saveAbout(queries: QueryClient, assessmentKey: string, changes: Changes<Value>) {
  const body: AboutBody = Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to]));
  const answer = await call('PUT /api/risks/assessments/:assessmentKey', { params: { assessmentKey }, body });
  await put(queries, assessmentKey, () => answer);
  return [];
}

function useQueue(assessmentKey: string) {
  const queries = useQueryClient();
  const kept = useDeviceDraft<Waiting>(`assessment.${assessmentKey}`);
  const [queue] = useState(() =>
    createSaveQueue<Value, PersonRef>({
      send: (group, changes) =>
        group === about ? saveAbout(queries, assessmentKey, changes) : saveRisk(queries, assessmentKey, group, changes),
      keep: (waiting) => (waiting ? kept.keep(waiting) : kept.forget()),
      start: kept.found,
      mayPass: (error) => error instanceof ApiError && (error.mayPass || error.kind === 'signIn'),
      now: () => new Date().toISOString(),
    }),
  );
  useEffect(() => {
    queue.open();
    const again = () => void queue.flushAll();
    addEventListener('online', again);
    addEventListener('pagehide', again);
    return () => {
      removeEventListener('online', again);
      removeEventListener('pagehide', again);
      queue.close();
    };
  }, [queue]);
  return queue;
}

/** A draft with unsaved changes, and its acts. Everything saves itself. */
export function useDraft(view: AssessmentView) {
  const queries = useQueryClient();
  const queue = useQueue(view.key);
  const saving = useSyncExternalStore(queue.subscribe, queue.current);
  // Names of newly chosen controls: not yet from the API.
  const [chosen, setChosen] = useState<ReadonlyMap<string, AssessedRisk['controls'][number]>>(new Map());
  const known = new Map(view.risks.flatMap(({ controls }) => controls).map((control) => [control.key, control]));
  const controlOf = (key: string) =>
    known.get(key) ?? chosen.get(key) ?? { key, title: key, state: 'running' as const, effect: 'notAssessed' as const };
  const [people, setPeople] = useState<ReadonlyMap<string, PersonRef>>(new Map());
  const whole = withAbout(view, saving.values[about] ?? {}, people);
  const risks = view.risks.map((risk) =>
    withUnsaved(
      risk,
      (saving.values[risk.threatKey] ?? {}) as Record<string, FieldValue>,
      view.scale,
      whole.views,
      controlOf,
    ),
  );
  const refresh = () => void queries.invalidateQueries({ queryKey: keyOf(view.key) });
  return {
    view: { ...whole, risks },
    saving,
    refresh,
    retry: () => void queue.flushAll(),
    /** Saves everything before an act that needs it; throws the failure. */
    settle: async () => {
      if (!(await queue.flushAll())) throw queue.current().error;
    },
    choose: queue.choose,
    set: (risk: AssessedRisk, field: string, to: FieldValue, soon = true) =>
      queue.change(risk.threatKey, field, valueOf(risk, field), to, soon),
    setControls: (risk: AssessedRisk, controls: AssessedRisk['controls']) => {
      setChosen((now) => new Map([...now, ...controls.map((one) => [one.key, one] as const)]));
      const keys = controls.map(({ key }) => key);
      queue.change(risk.threatKey, 'controlKeys', valueOf(risk, 'controlKeys'), keys, true);
    },
    setAbout: <Field extends keyof AboutBody & keyof AssessmentView>(field: Field, to: AboutBody[Field], soon = true) =>
      queue.change(about, field, whole[field] ?? null, to ?? null, soon),
    /** People are sent by id and shown by name. */
    setParticipants: (wanted: readonly PersonRef[]) => {
      setPeople((now) => new Map([...now, ...wanted.map((person) => [person.id, person] as const)]));
      queue.change(about, 'participantIds', idsOf(whole.participants), idsOf(wanted), true);
    },
  };
}
export type Draft = ReturnType<typeof useDraft>;

const idsOf = (people: readonly PersonRef[]) => people.map(({ id }) => id);

/** The assessment with its unsaved general changes. */
function withAbout(
  view: AssessmentView,
  unsaved: Readonly<Record<string, Value>>,
  people: ReadonlyMap<string, PersonRef>,
): AssessmentView {
  const { participantIds, quick, heldOn, ...others } = unsaved;
  const next = { ...view, ...(others as Partial<AssessmentView>) };
  if ('heldOn' in unsaved) next.heldOn = typeof heldOn === 'string' ? heldOn : undefined;
  if (quick) next.quick = { ...view.quick, ...(quick as Quick) };
  if (Array.isArray(participantIds)) {
    const known = new Map([...people, ...view.participants.map((person) => [person.id, person] as const)]);
    next.participants = participantIds.flatMap((id) => known.get(id) ?? []);
  }
  return next;
}
