import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { DowntimeView } from '../../../api/contingency/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { CorrectRecord } from './CorrectRecord.tsx';
import { CloseDowntime } from './CloseDowntime.tsx';
import { AlarmDialog, CorrectDialog, type Asking } from './Dialogs.tsx';
import { DowntimeRecord } from './DowntimeRecord.tsx';
import { LiveDowntime } from './LiveDowntime.tsx';

/** Others log and correct too. */
const liveMilliseconds = 5_000;

/** One downtime: live while it runs, a separate step to close it, then a record. */
export function DowntimePage() {
  const { downtimeKey = '' } = useParams<{ downtimeKey: string }>();
  const [search] = useSearchParams();
  const view = useView(
    'GET /api/contingency/downtimes/:downtimeKey',
    { params: { downtimeKey } },
    { every: (downtime) => (downtime?.state === 'running' ? liveMilliseconds : false) },
  );
  return (
    <Viewed view={view}>
      {(downtime) => {
        // It shows the record by itself when nothing is written there.
        if (search.get('step') === 'close' && downtime.abilities.keep)
          return <CloseDowntime key={downtime.key} downtime={downtime} receivedAt={view.dataUpdatedAt} />;
        return <Downtime key={downtime.key} downtime={downtime} receivedAt={view.dataUpdatedAt} />;
      }}
    </Viewed>
  );
}

/** A dialog stays, with what is written in it, when another ends the downtime meanwhile. */
function Downtime({ downtime, receivedAt }: { downtime: DowntimeView; receivedAt: number }) {
  const [asking, ask] = useState<Asking>();
  const close = () => ask(undefined);
  return (
    <>
      {downtime.state === 'running' ? (
        <LiveDowntime downtime={downtime} receivedAt={receivedAt} onAsk={ask} />
      ) : (
        <DowntimeRecord downtime={downtime} onCorrect={() => ask('record')} />
      )}
      {asking === 'record' && <CorrectRecord downtime={downtime} onClose={close} />}
      {asking === 'correct' && <CorrectDialog downtime={downtime} onClose={close} />}
      {asking === 'alarm' && <AlarmDialog downtime={downtime} onClose={close} />}
    </>
  );
}
