import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import type { BelongingKind, BelongingsView } from '../../api/ownership/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { useGoAfter } from '../shared/navigation/leave-page.ts';
import { t } from '../shared/texts/texts.ts';
import { lengthWrong } from '../shared/forms/field-rules.ts';
import { useDraft } from '../shared/forms/useDraft.ts';

const [shortestNote, longestNote] = [3, 500];
/** A role gives permissions: its receiver is chosen explicitly. */
const chosenAlone: readonly BelongingKind[] = ['role', 'deputy'];

/** Receivers by item, and the note to them. */
export function useHandOverEverything({ person, groups, most }: BelongingsView) {
  const goTo = useGoAfter();
  const act = useAct('POST /api/successions');
  const { found, keep, forget } = useDraft<string>(`handOverEverything.${person.id}`);
  const [to, setTo] = useState<PersonRef>();
  const [own, setOwn] = useState<Partial<Record<BelongingKind, PersonRef>>>({});
  const [without, setWithout] = useState<readonly BelongingKind[]>([]);
  const [note, setNote] = useState(found ?? '');
  const [tried, setTried] = useState(false);

  const receiverOf = (kind: BelongingKind): PersonRef | undefined => {
    if (without.includes(kind)) return undefined;
    return own[kind] ?? (chosenAlone.includes(kind) ? undefined : to);
  };
  const going = groups.flatMap(({ kind, movable }) => {
    const receiver = receiverOf(kind);
    return receiver && movable > 0 ? [{ receiver, count: movable }] : [];
  });
  const total = going.reduce((sum, { count }) => sum + count, 0);
  const fields = act.error instanceof ApiError ? act.error.fields : [];
  const refused = fields.find(({ path }) => path.startsWith('toPersonId') || path.startsWith('receivers'))?.message;
  const noteShort = note.trim().length < shortestNote ? t('ownership.succession.form.noteNeeded') : undefined;
  const noteWrong = noteShort ?? lengthWrong(note, longestNote);
  return {
    to,
    setTo,
    note,
    receiverOf,
    setNote: (words: string) => {
      setNote(words);
      keep(words);
    },
    choose: (kind: BelongingKind, receiver: PersonRef | undefined) => setOwn((now) => ({ ...now, [kind]: receiver })),
    isOut: (kind: BelongingKind) => without.includes(kind),
    leaveOut: (kind: BelongingKind, out: boolean) =>
      setWithout((now) => (out ? [...now, kind] : now.filter((one) => one !== kind))),
    /** Items per receiver, each once. */
    byReceiver: [...Map.groupBy(going, ({ receiver }) => receiver.id).values()].map((all) => ({
      receiver: all[0]?.receiver,
      count: all.reduce((sum, { count }) => sum + count, 0),
    })),
    count: Math.min(total, most),
    errors: {
      to: refused ?? (tried && total === 0 ? t('ownership.succession.form.toNeeded') : undefined),
      note: tried ? noteWrong : undefined,
    },
    error: refused === undefined ? act.error : null,
    busy: act.isPending,
    /** Submits, or returns the first invalid field. */
    press: (): 'to' | 'note' | undefined => {
      setTried(true);
      if (total === 0) return 'to';
      if (noteWrong !== undefined) return 'note';
      const receivers = Object.fromEntries(
        Object.entries(own).flatMap(([kind, receiver]) => (receiver ? [[kind, receiver.id]] : [])),
      );
      const body = { fromPersonId: person.id, receivers, without: [...without], note: note.trim() };
      act.mutate(
        { body: to ? { ...body, toPersonId: to.id } : body },
        {
          onSuccess: ({ key }) => {
            forget();
            goTo(`/hand-overs/${encodeURIComponent(key)}`, { replace: true });
          },
        },
      );
      return undefined;
    },
  };
}
export type HandOverEverything = ReturnType<typeof useHandOverEverything>;
