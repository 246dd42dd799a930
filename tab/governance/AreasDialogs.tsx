import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { AreaRow, ManagementDutyView } from '../../api/governance/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormSelect } from '../shared/forms/FormSelect.tsx';
import { notify } from '../shared/ui/notify.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { MeetingFields } from '../shared/forms/MeetingFields.tsx';

type Body = ManagementDutyView['bodies'][number];
interface Asked {
  view: ManagementDutyView;
  onClose: () => void;
}

/** Areas neither approved by management nor submitted to it. */
export const areasLeft = ({ areas }: Pick<ManagementDutyView, 'areas'>): AreaRow[] =>
  areas.filter(({ state, waiting }) => state !== 'approved' && !waiting);

const bodyOptions = (bodies: readonly Body[]) => bodies.map((body) => ({ value: body, text: t(`roles.${body}`) }));

/** Sends areas to a management body, whose members approve them on a card. */
export function AskDialog({ view: { bodies }, areas, onClose }: Asked & { areas: readonly AreaRow[] }) {
  const [body, setBody] = useState<Body | undefined>(bodies[0]);
  const act = useAct('POST /api/governance/management/ask');
  const press = () => {
    if (!body) return;
    act.mutate(
      { body: { areas: areas.map(({ number }) => number), body } },
      {
        onSuccess: () => {
          notify(t('governance.management.ask.done'));
          onClose();
        },
      },
    );
  };
  const texts = { text: t('governance.management.ask.do'), busyText: t('common.word.sending') };
  return (
    <ActDialog
      open
      title={t('governance.management.ask.title')}
      onClose={onClose}
      act={{ ...texts, busy: act.isPending, press }}
    >
      <ul>
        {areas.map(({ number, title }) => (
          <li key={number}>
            {number}. {title}
          </li>
        ))}
      </ul>
      {bodies.length > 1 && (
        <Field label={t('governance.management.by')}>
          <Select value={body} onChange={(_, { value }) => setBody(bodies.find((known) => known === value))}>
            {bodyOptions(bodies).map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Consequence
        first={t(body === 'cityCouncil' ? 'governance.management.ask.council' : 'governance.management.ask.text')}
      />
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

interface Recorded {
  which: string;
  body: string;
  meetingOn: string;
  reference: string;
  minutesUrl: string;
}
const every = 'all';

/** Records what management decided in a meeting, with its minutes. */
export function RecordDialog({ view, onClose }: Asked) {
  const today = useMe().data?.today ?? '';
  const left = areasLeft(view);
  const free = view.areas.filter(({ waiting }) => !waiting);
  const start: Recorded = {
    which: left.length > 0 ? every : '',
    body: view.bodies[0] ?? '',
    meetingOn: '',
    reference: '',
    minutesUrl: '',
  };
  const state = useForm({
    start,
    draft: 'management-record',
    send: ({ which, body, meetingOn, reference, minutesUrl }, api) => {
      const link = minutesUrl.trim();
      const by = view.bodies.find((known) => known === body);
      const areas = which === every ? left.map(({ number }) => number) : [Number(which)];
      return (
        by &&
        api('POST /api/governance/management/record', {
          body: { areas, body: by, meetingOn, reference: reference.trim(), ...(link ? { minutesUrl: link } : {}) },
        })
      );
    },
    saved: t('governance.management.record.done'),
    close: onClose,
  });
  const { control } = state;
  const all = { value: every, text: t('governance.management.allLeft', { count: left.length }) };
  return (
    <FormDialog
      title={t('governance.management.record.title')}
      onClose={onClose}
      state={state}
      button={t('governance.management.record.save')}
    >
      <FormSelect
        control={control}
        name="which"
        label={t('governance.management.which')}
        {...(left.length > 0 ? {} : { none: '' })}
        options={[
          ...(left.length > 0 ? [all] : []),
          ...free.map(({ number, title }) => ({ value: String(number), text: `${number}. ${title}` })),
        ]}
      />
      <FormSelect
        control={control}
        name="body"
        label={t('governance.management.by')}
        options={bodyOptions(view.bodies)}
      />
      <MeetingFields control={control} today={today} />
      <p className="quiet">{t('governance.management.record.text')}</p>
    </FormDialog>
  );
}
