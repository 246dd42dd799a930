import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useParams } from 'wouter';
import type { AssessedRisk, AssessmentView } from '../../../api/risks/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { ApiError } from '../../shared/api/api-error.ts';
import { call } from '../../shared/api/client.ts';
import { changeView } from '../../shared/api/change-view.ts';
import { useView, viewOptions } from '../../shared/api/queries.ts';
import { useDraft as useDeviceDraft } from '../../shared/forms/useDraft.ts';
import { aboutValue, reconciled, withQuick } from './about-changes.ts';
import { valueOf, withUnsaved, type FieldValue } from './estimates.ts';
import { createSaveQueue, type Changes } from './save-queue.ts';

/** Polling for others' changes, milliseconds. */
const lookMilliseconds = 15_000;
const name = 'GET /api/risks/assessments/:assessmentKey';
/** The group of fields of the whole assessment; threats are groups by their key. */
export const about = ' about';
/** Saves of one change while others save the same assessment. */
const mostAttempts = 4;

export type Waiting = Readonly<Record<string, Changes<FieldValue>>>;

/** Key of what is not saved yet. */
export const draftOf = (assessmentKey: string): string => `assessment.${assessmentKey}`;

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

const put = (queries: QueryClient, assessmentKey: string, change: (view: AssessmentView) => AssessmentView) =>
  changeView(queries, name, { params: { assessmentKey } }, change);

async function saveRisk(queries: QueryClient, assessmentKey: string, threatKey: string, changes: Changes<FieldValue>) {
  const list = Object.entries(changes).map(([field, change]) => ({ field, ...change }));
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

/**
 * Saves over the version that the page shows. When another was first, what both changed is told and the rest is saved.
 */
async function saveAbout(queries: QueryClient, assessmentKey: string, changes: Changes<FieldValue>) {
  const params = { assessmentKey };
  let view = queries.getQueryData<AssessmentView>(keyOf(assessmentKey)) ?? (await call(name, { params }));
  for (let attempt = 1; ; attempt += 1) {
    const { body, theirs } = reconciled(view, changes);
    const { changed } = view;
    try {
      if (Object.keys(body).length > 0)
        view = await call('PUT /api/risks/assessments/:assessmentKey', {
          params,
          body: { ...body, expected: view.etag },
        });
      const saved = view;
      await put(queries, assessmentKey, () => saved);
      return theirs.map((one) => ({ ...one, ...changed }));
    } catch (thrown) {
      if (!(thrown instanceof ApiError && thrown.code.startsWith('edits.')) || attempt === mostAttempts) throw thrown;
      view = await call(name, { params });
    }
  }
}

function useQueue(assessmentKey: string) {
  const queries = useQueryClient();
  const draft = useDeviceDraft<Waiting>(draftOf(assessmentKey));
  const [queue] = useState(() =>
    createSaveQueue<FieldValue, PersonRef>({
      send: (group, changes) =>
        group === about ? saveAbout(queries, assessmentKey, changes) : saveRisk(queries, assessmentKey, group, changes),
      keep: (waiting) => (waiting ? draft.keep(waiting) : draft.forget()),
      start: draft.found,
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
    withUnsaved(risk, saving.values[risk.threatKey] ?? {}, view.scale, whole.views, controlOf),
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
    /** A text, saved when typing rests; `from` is what its box showed. */
    write: (risk: AssessedRisk, field: string, to: string, from: string) =>
      queue.change(risk.threatKey, field, from || null, to || null),
    setControls: (risk: AssessedRisk, controls: AssessedRisk['controls']) => {
      setChosen((now) => new Map([...now, ...controls.map((one) => [one.key, one] as const)]));
      const keys = controls.map(({ key }) => key);
      queue.change(risk.threatKey, 'controlKeys', valueOf(risk, 'controlKeys'), keys, true);
    },
    setAbout: (field: string, to: FieldValue) => queue.change(about, field, aboutValue(whole, field), to, true),
    writeAbout: (field: string, to: string, from: string) => queue.change(about, field, from, to),
    /** People are sent by id and shown by name. */
    setParticipants: (wanted: readonly PersonRef[]) => {
      setPeople((now) => new Map([...now, ...wanted.map((person) => [person.id, person] as const)]));
      const ids = wanted.map(({ id }) => id);
      queue.change(about, 'participantIds', aboutValue(whole, 'participantIds'), ids, true);
    },
  };
}
export type Draft = ReturnType<typeof useDraft>;

/** The assessment with its unsaved general changes. */
function withAbout(
  view: AssessmentView,
  unsaved: Readonly<Record<string, FieldValue>>,
  people: ReadonlyMap<string, PersonRef>,
): AssessmentView {
  const { participantIds, heldOn, ...others } = unsaved;
  const next = { ...view, ...(others as Partial<AssessmentView>) };
  if ('heldOn' in unsaved) next.heldOn = typeof heldOn === 'string' ? heldOn : undefined;
  next.quick = { ...view.quick, ...withQuick(view.quick, unsaved) };
  if (Array.isArray(participantIds)) {
    const known = new Map([...people, ...view.participants.map((person) => [person.id, person] as const)]);
    next.participants = participantIds.flatMap((id) => known.get(id) ?? []);
  }
  return next;
}
