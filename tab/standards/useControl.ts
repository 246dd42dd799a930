import { useParams } from 'wouter';
import type { ControlView } from '../../api/standards/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';

/** The control in the address. */
export function useControl() {
  const { controlKey = '' } = useParams<{ controlKey: string }>();
  return useView('GET /api/controls/:controlKey', { params: { controlKey } });
}

export const effects = ['effective', 'partly', 'none'] as const;

/** Assesses a control's effect. */
export function useAssess({ key }: ControlView, close: () => void) {
  const start: { effect: (typeof effects)[number] | ''; note: string } = { effect: '', note: '' };
  return useForm({
    start,
    send: ({ effect, note }, api) =>
      effect === ''
        ? undefined
        : api('POST /api/controls/:controlKey/assess', {
            params: { controlKey: key },
            body: { effect, note: note.trim() },
          }),
    saved: t('standards.assess.saved'),
    close,
  });
}

/** Stops a control. */
export const useRetire = ({ key }: ControlView, close: () => void) =>
  useForm({
    start: { reason: '' },
    send: ({ reason }, api) =>
      api('POST /api/controls/:controlKey/retire', { params: { controlKey: key }, body: { reason: reason.trim() } }),
    saved: t('standards.retire.done'),
    close,
  });
