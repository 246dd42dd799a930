import { useState } from 'react';
import { useParams } from 'wouter';
import type { ControlView } from '../../api/standards/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

/** The control that the address names. */
export function useControl() {
  const { controlKey = '' } = useParams<{ controlKey: string }>();
  return useView('GET /api/controls/:controlKey', { params: { controlKey } });
}

export type Assessed = 'effective' | 'partly' | 'none';

/** Says how well a control works. */
export function useAssess({ key }: ControlView, onDone: () => void) {
  const [effect, setEffect] = useState<Assessed>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct('POST /api/controls/:controlKey/assess');
  const submit = async () => {
    setTried(true);
    if (!effect) return;
    const request = { params: { controlKey: key }, body: { effect, note: note.trim() } };
    const saved = await act.mutateAsync(request).catch(() => undefined);
    if (!saved) return;
    notify(t('standards.assess.saved'));
    setEffect(undefined);
    setNote('');
    setTried(false);
    onDone();
  };
  return { effect, setEffect, note, setNote, missing: tried && !effect, submit, busy: act.isPending, error: act.error };
}

const shortest = 3;

/** Stops a control. */
export function useRetire({ key }: ControlView, onDone: () => void) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = reason.trim().length < shortest;
  const act = useAct('POST /api/controls/:controlKey/retire');
  const submit = async () => {
    setTried(true);
    if (tooShort) return;
    const request = { params: { controlKey: key }, body: { reason: reason.trim() } };
    const saved = await act.mutateAsync(request).catch(() => undefined);
    if (!saved) return;
    notify(t('standards.retire.done'));
    onDone();
  };
  return { reason, setReason, tooShort, wrong: tried && tooShort, submit, busy: act.isPending, error: act.error };
}
