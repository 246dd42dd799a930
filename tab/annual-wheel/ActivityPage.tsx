import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ActivityView } from '../../api/annual-wheel/contract.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Begun } from '../shared/ui/Begun.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { linkedControls } from '../standards/parts/linked-controls.ts';
import { ActivityForm } from './ActivityForm.tsx';
import { sentenceOf } from './recurrence.ts';
import { aReason } from './rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { useActivities, useActivity, useClose } from './useActivities.ts';

const back = () => ({ to: '/wheel/activities', page: t('wheel.activity.backTo') });

/** A new activity. */
export function NewActivityPage() {
  const me = useMe();
  const activities = useActivities();
  return (
    <Viewed view={activities}>
      {(view) => (
        <Begun may={view.abilities.edit}>
          <Page title={t('wheel.activity.new')} back={back()}>
            {me.data && <ActivityForm today={me.data.today} />}
          </Page>
        </Begun>
      )}
    </Viewed>
  );
}

/** An activity to change, or to close; closed, readers of the wheel see when it was last done. */
export function ActivityPage() {
  const activity = useActivity();
  return <Viewed view={activity}>{(view) => <Activity activity={view} key={view.key} />}</Viewed>;
}

function Activity({ activity }: { activity: ActivityView }) {
  const me = useMe();
  const [closing, setClosing] = useState(false);
  const [wasClosed] = useState(activity.closed);
  return (
    <Begun may={activity.abilities.edit || activity.closed}>
      <Page
        title={activity.title}
        back={back()}
        lead={sentenceOf(activity)}
        actions={!activity.closed && <Button onClick={() => setClosing(true)}>{t('wheel.activity.close')}</Button>}
      >
        {activity.closed && (
          <Notice tone="info" title={t('wheel.activity.isClosed')}>
            {activity.lastDoneOn && t('wheel.activity.lastWas', { date: asDate(activity.lastDoneOn) })}
          </Notice>
        )}
        {!wasClosed && me.data && <ActivityForm activity={activity} today={me.data.today} />}
        {me.data?.abilities.seeRisks && <linkedControls.Part kind="wheelActivity" itemKey={activity.key} />}
        {(!activity.closed || closing) && (
          <CloseDialog activity={activity} open={closing} onClose={() => setClosing(false)} />
        )}
      </Page>
    </Begun>
  );
}

function CloseDialog(props: { activity: ActivityView; open: boolean; onClose: () => void }) {
  const state = useClose(props.activity, props.onClose);
  return (
    <FormDialog
      open={props.open}
      title={t('wheel.activity.closeTitle', { title: props.activity.title })}
      onClose={props.onClose}
      state={state}
      button={t('wheel.activity.close')}
      busyText={t('wheel.activity.closing')}
    >
      <p>{t('wheel.activity.closeText')}</p>
      <FormField
        control={state.control}
        name="reason"
        label={t('common.word.reason')}
        hint={t('wheel.activity.reasonHint')}
        rows={2}
        rules={aReason()}
      />
    </FormDialog>
  );
}
