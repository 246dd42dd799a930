import type { OrientationView } from '../../api/governance/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { required, written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { notify } from '../shared/ui/notify.ts';
import { useForm } from '../shared/forms/useForm.ts';

/** A subject that is new, from a suggestion, or being changed. */
export interface SubjectStart {
  key: string;
  title?: string;
  text?: string;
  path?: string | undefined;
  suggestion?: string;
  changes?: true;
  changedAt?: string;
  /** The sentence to be replaced by words. */
  asks?: string | undefined;
  /** Opened in order to send, which needs those words. */
  sends?: true;
}
/** Words in place of a sentence. */
const replaces = (asks: string) => ({
  validate: {
    written: required().validate,
    replaced: (value: string) => !value.includes(asks) || asks,
  },
});
/** Of a heading. */
const longestTitle = 200;

export function SubjectDialog({ start, onClose }: { start: SubjectStart; onClose: () => void }) {
  const { key, title = '', text = '', path, suggestion, changes, changedAt, asks, sends } = start;
  const state = useForm({
    start: { title, text },
    draft: `orientation:${key}`,
    shared: {
      etag: changedAt ?? '',
      code: 'governance.changedMeanwhile',
      names: { title: t('governance.orientation.form.title'), text: t('governance.orientation.form.text') },
      latest: async (read) => {
        const { subjects } = await read('GET /api/governance/orientation', {});
        const now = subjects.find((one) => one.key === key);
        return now && { values: { title: now.title, text: now.text }, etag: now.changedAt };
      },
    },
    send: (values, api, { etag }) => {
      const body = { ...values, ...(path === undefined ? {} : { path }) };
      return changes
        ? api('PUT /api/governance/orientation/subjects/:subjectKey', {
            params: { subjectKey: key },
            body: { ...body, expected: etag },
          })
        : api('POST /api/governance/orientation/subjects', {
            body: { ...body, ...(suggestion === undefined ? {} : { suggestion }) },
          });
    },
    saved: t('governance.orientation.form.saved'),
    close: onClose,
  });
  const { control } = state;
  const textLabel = t('governance.orientation.form.text');
  const toWrite = sends ? asks : undefined;
  return (
    <FormDialog
      title={t(changes ? 'governance.orientation.form.changeTitle' : 'governance.orientation.add')}
      onClose={onClose}
      state={state}
    >
      <FormField
        control={control}
        name="title"
        label={t('governance.orientation.form.title')}
        rules={written(longestTitle)}
      />
      <FormField
        control={control}
        name="text"
        label={toWrite === undefined ? `${textLabel} (${t('common.form.optional')})` : textLabel}
        hint={
          toWrite === undefined
            ? t('governance.orientation.form.textHint')
            : t('governance.orientation.form.unwritten', { asks: toWrite })
        }
        rows={6}
        {...(toWrite === undefined ? {} : { rules: replaces(toWrite) })}
      />
    </FormDialog>
  );
}

export function IntroDialog({ view, onClose }: { view: OrientationView; onClose: () => void }) {
  const state = useForm({
    start: { intro: view.intro },
    draft: `orientation-intro:${String(view.number)}`,
    shared: {
      etag: view.etag,
      names: { intro: t('governance.orientation.intro') },
      latest: async (read) => {
        const { intro, etag } = await read('GET /api/governance/orientation', {});
        return { values: { intro }, etag };
      },
    },
    send: (body, api, { etag: expected }) =>
      api('PUT /api/governance/orientation/intro', { body: { ...body, expected } }),
    saved: t('governance.orientation.introSaved'),
    close: onClose,
  });
  return (
    <FormDialog
      title={t(view.intro === '' ? 'governance.orientation.introWrite' : 'governance.orientation.introChange')}
      onClose={onClose}
      state={state}
    >
      <FormField
        control={state.control}
        name="intro"
        label={t('governance.orientation.intro')}
        hint={t('governance.orientation.introHint')}
        rows={6}
      />
    </FormDialog>
  );
}

export function SendDialog({ view, onClose }: { view: OrientationView; onClose: () => void }) {
  const act = useAct('POST /api/governance/orientation/send');
  const seen = view.subjects.map(({ key, changedAt }) => ({ key, changedAt }));
  const press = () =>
    act.mutate(
      { body: { seen } },
      {
        onSuccess: () => {
          notify(t('governance.orientation.send.done'));
          onClose();
        },
      },
    );
  const texts = { text: t('governance.orientation.send.do'), busyText: t('governance.orientation.send.busy') };
  return (
    <ActDialog
      open
      title={t('governance.orientation.send.ask')}
      onClose={onClose}
      act={{ ...texts, busy: act.isPending, press }}
    >
      <Consequence first={t('governance.orientation.send.text')} />
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
