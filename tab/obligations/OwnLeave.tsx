import { Button } from '@fluentui/react-components';
import { BeachRegular } from '@fluentui/react-icons/svg/beach';
import { useState } from 'react';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';

/** Records one's own leave: only the person and the manager may. */
export function OwnLeave({ personId }: { personId: string }) {
  const [opening, setOpening] = useState({ open: false, number: 0 });
  return (
    <>
      <Button icon={<BeachRegular />} onClick={() => setOpening(({ number }) => ({ open: true, number: number + 1 }))}>
        {t('obligations.tasks.leave')}
      </Button>
      {opening.number > 0 && (
        <OwnLeaveDialog
          key={opening.number}
          personId={personId}
          open={opening.open}
          onClose={() => setOpening(({ number }) => ({ open: false, number }))}
        />
      )}
    </>
  );
}

/** Effects of the leave are fetched when the dialog opens. */
function OwnLeaveDialog(props: { personId: string; open: boolean; onClose: () => void }) {
  const absence = useView('GET /api/absences/:personId', { params: { personId: props.personId } });
  return (
    <Viewed view={absence} skeleton={null}>
      {(view) => <LeaveDialog absence={view} open={props.open} onClose={props.onClose} />}
    </Viewed>
  );
}
