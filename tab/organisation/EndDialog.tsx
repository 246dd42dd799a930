import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { AssignmentView } from '../../api/organisation/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';
import styles from './OrganisationPage.module.css';

/** Ends an appointment on a day, with what that means in words. */
export function EndDialog(props: { assignment: AssignmentView; open: boolean; onClose: () => void }) {
  const { assignment, onClose } = props;
  const me = useMe();
  const [endsOn, setEndsOn] = useState(assignment.endsOn ?? me.data?.today ?? '');
  const act = useAct('POST /api/organisation/assignments/:key/end');
  const values = { name: assignment.person.name, role: t(`roles.${assignment.role}`) };
  const refused = act.error instanceof ApiError ? act.error.fields.find(({ path }) => path === 'endsOn') : undefined;
  const end = () =>
    act.mutate(
      { params: { key: assignment.key }, body: { endsOn } },
      {
        onSuccess: () => {
          notify(t('organisation.ending.done', { ...values, date: asDate(endsOn) }));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('organisation.ending.title')}
      onClose={onClose}
      act={{
        text: t('organisation.ending.button'),
        busyText: t('organisation.ending.working'),
        busy: act.isPending,
        press: end,
      }}
    >
      <div className={styles.appoint}>
        <p>{t('organisation.ending.text', values)}</p>
        <Field
          label={t('organisation.appoint.endsOn')}
          required
          {...(refused ? { validationMessage: refused.message } : {})}
        >
          <Input type="date" value={endsOn} min={assignment.startsOn} onChange={(_, data) => setEndsOn(data.value)} />
        </Field>
        {!refused && <ActFailed error={act.error} />}
      </div>
    </ActDialog>
  );
}
