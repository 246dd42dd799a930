import type { ApprovalView } from '../../api/approvals/contract.ts';
import { useMe } from '../shared/me.ts';
import { AttachDialog } from './AttachDialog.tsx';
import { RecordDialog } from './RecordDialog.tsx';
import { CloseDialog, WithdrawDialog } from './RequestDialogs.tsx';
import { openStageOf } from './useApproval.ts';
import type { useApprovalDialogs } from './useApprovalDialogs.ts';

type Props = { view: ApprovalView } & ReturnType<typeof useApprovalDialogs>;

/** An open dialog stays when the act is taken from the reader meanwhile. */
export function ApprovalDialogs({ view, asking, minutes, ...dialogs }: Props) {
  const me = useMe().data;
  const { abilities } = view;
  const stage = openStageOf(view);
  // A decision under way keeps its stage when another records it meanwhile.
  const recorded = view.stages.find(({ rule }) => rule === 'external');
  return (
    <>
      {(abilities.withdraw || asking === 'withdraw') && (
        <WithdrawDialog view={view} open={asking === 'withdraw'} onClose={dialogs.close} />
      )}
      {abilities.close && stage && (
        <CloseDialog view={view} stage={stage} open={asking === 'close'} onClose={dialogs.close} />
      )}
      {(abilities.record || asking === 'record') && recorded && me && (
        <RecordDialog
          view={view}
          stage={recorded}
          today={me.today}
          open={asking === 'record'}
          onClose={dialogs.close}
          onMinutes={dialogs.attach}
        />
      )}
      {minutes && (
        <AttachDialog
          key={minutes.times}
          view={view}
          stage={minutes.stage}
          file={minutes.file}
          open={dialogs.attaching}
          onClose={dialogs.closeMinutes}
        />
      )}
    </>
  );
}
