import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import type { HandOverView, ObligationRow } from '../../api/obligations/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { call } from '../shared/api/client.ts';
import { refetchChanged } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t, textOf } from '../shared/texts/texts.ts';
import { lengthWrong } from '../shared/forms/field-rules.ts';
import { useDraft } from '../shared/forms/useDraft.ts';

export const shortestNote = 3;
const longestNote = 500;

/** One person with transferable tasks. */
export interface Giver {
  person: PersonRef;
  rows: readonly ObligationRow[];
  /** The rows are all of the person's; handing over all includes later ones. */
  everything?: boolean;
}
/** Tasks to hand over, and the preselected ones. */
export interface Giving {
  from: readonly Giver[];
  picked: ReadonlySet<string>;
}
/** Result of a hand-over, and its undo. */
export interface HandOverResult {
  text: string;
  handOvers: readonly HandOverView[];
}
export type HandOverField = 'keys' | 'toPersonId' | 'until' | 'note';

interface Wanted {
  keys: ReadonlySet<string>;
  to: PersonRef | undefined;
  until: string;
  note: string;
}

const movable = ({ rows }: Giver) => rows.filter((row) => row.abilities.handOver);
const identityOf = ({ key, to, at }: HandOverView) => `${key} ${to.id} ${at}`;
const fieldsOf = (error: unknown) => (error instanceof ApiError ? error.fields : []);

/** The hand-over form: which, to whom, until when, and a note to the receiver. */
export function useHandOver(props: {
  from: readonly Giver[];
  picked: ReadonlySet<string>;
  handOversNow: () => Promise<readonly HandOverView[]>;
  onDone: (result: HandOverResult) => void;
}) {
  const { from, handOversNow, onDone } = props;
  const queries = useQueryClient();
  const today = useMe().data?.today ?? '';
  const { found, keep, forget } = useDraft<string>(`handOver.${from.map(({ person }) => person.id).join('.')}`);
  const [wanted, setWanted] = useState<Wanted>({ keys: props.picked, to: undefined, until: '', note: found ?? '' });
  const [tried, setTried] = useState(false);
  const chosenOf = (giver: Giver) => movable(giver).filter(({ key }) => wanted.keys.has(key));

  const act = useMutation({
    mutationFn: async (to: PersonRef): Promise<HandOverResult> => {
      const before = new Set((await handOversNow()).map(identityOf));
      const kept: { reason: string }[] = [];
      let count = 0;
      for (const giver of from) {
        const chosen = chosenOf(giver);
        if (chosen.length === 0) continue;
        const all = giver.everything === true && chosen.length === movable(giver).length;
        const answer = await call('POST /api/obligations/hand-over', {
          body: {
            fromPersonId: giver.person.id,
            toPersonId: to.id,
            note: wanted.note.trim(),
            ...(all ? {} : { keys: chosen.map(({ key }) => key) }),
            ...(wanted.until ? { until: wanted.until } : {}),
          },
        });
        count += answer.handedOver;
        // Tasks shown as staying are no news.
        kept.push(...answer.kept.filter(({ reason }) => !all || reason !== 'personal'));
      }
      const made = (await handOversNow()).filter((known) => known.to.id === to.id && !before.has(identityOf(known)));
      return { text: resultText(count, to, kept), handOvers: made.filter(({ abilities }) => abilities.end) };
    },
    onSuccess: (result) => {
      forget();
      onDone(result);
    },
    onSettled: () => refetchChanged(queries),
  });

  const wrong: Partial<Record<HandOverField, string>> = {
    ...(from.every((giver) => chosenOf(giver).length === 0) ? { keys: t('obligations.handOver.whichNeeded') } : {}),
    ...wrongReceiver(wanted.to, from),
    ...(wanted.until && wanted.until < today ? { until: t('obligations.handOver.untilPast') } : {}),
    ...wrongNote(wanted.note),
  };
  const refused = Object.fromEntries(fieldsOf(act.error).map(({ path, message }) => [path, message]));
  return {
    wanted,
    from,
    chosenOf,
    change: (part: Partial<Wanted>) => {
      setWanted((now) => ({ ...now, ...part }));
      if (part.note !== undefined) keep(part.note);
    },
    errors: { ...(tried ? wrong : {}), ...refused } as Partial<Record<HandOverField, string>>,
    error: fieldsOf(act.error).length > 0 ? null : act.error,
    busy: act.isPending,
    /** Whether closing loses what was chosen; the note is a draft. */
    isWritten: () => wanted.to !== undefined || wanted.until !== '',
    discard: forget,
    /** Submits, or returns the first invalid field. */
    handOver: (): HandOverField | undefined => {
      setTried(true);
      const order: readonly HandOverField[] = ['keys', 'toPersonId', 'until', 'note'];
      const first = order.find((field) => wrong[field] !== undefined);
      if (first === undefined && wanted.to) act.mutate(wanted.to);
      return first;
    },
  };
}
export type HandOverForm = ReturnType<typeof useHandOver>;

function wrongNote(note: string): Partial<Record<HandOverField, string>> {
  const short = note.trim().length < shortestNote ? t('obligations.handOver.noteShort') : undefined;
  const wrong = short ?? lengthWrong(note, longestNote);
  return wrong === undefined ? {} : { note: wrong };
}

function wrongReceiver(to: PersonRef | undefined, from: readonly Giver[]): Partial<Record<HandOverField, string>> {
  if (!to) return { toPersonId: t('common.form.required') };
  const same = from.some(({ person }) => person.id === to.id);
  return same ? { toPersonId: t('obligations.handOver.same', { name: to.name }) } : {};
}

function resultText(count: number, to: PersonRef, kept: readonly { reason: string }[]): string {
  const done = t('obligations.handOver.done', { count, to: to.name });
  if (kept.length === 0) return done;
  const reasons = new Set(
    kept.map(({ reason }) => textOf(`obligations.handOver.reason.${reason}`) ?? t('obligations.handOver.reason.other')),
  );
  return `${done} ${t('obligations.handOver.kept', { count: kept.length, why: [...reasons].join(', ') })}`;
}
