import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { ApprovalView } from '../../api/approvals/contract.ts';

export type Asking = 'withdraw' | 'close' | 'record';

/** What is asked in a dialog, and the minutes that are attached after a decision. */
export function useApprovalDialogs({ abilities }: ApprovalView) {
  const [search] = useSearchParams();
  const [asking, ask] = useState<Asking | undefined>(
    search.get('do') === 'record' && abilities.record ? 'record' : undefined,
  );
  const [minutes, setMinutes] = useState<{ stage: number; file?: File; times: number }>();
  const [attaching, setAttaching] = useState(false);
  return {
    asking,
    ask,
    minutes,
    attaching,
    attach: (stage: number, file?: File) => {
      setMinutes((before) => ({ stage, ...(file ? { file } : {}), times: (before?.times ?? 0) + 1 }));
      setAttaching(true);
    },
    close: () => ask(undefined),
    closeMinutes: () => setAttaching(false),
  };
}
