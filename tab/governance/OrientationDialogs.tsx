import type { OrientationView } from '../../api/governance/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { written } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

/** A subject that is new, from a suggestion, or being changed. */
export interface SubjectStart {
  key: string;
  title?: string;
  text?: string;
  path?: string | undefined;
  suggestion?: string;
  changes?: true;
  changedAt?: string;
}
interface SubjectValues {
  title: string;
  text: string;
}
const fields = ['title', 'text'] as const;
/** Letters of a heading. */
const longestTitle = 200;

export function SubjectDialog({ start, onClose }: { start: SubjectStart; onClose: () => void }) {
  const { key, title = '', text = '', path, suggestion, changes, changedAt } = start;
  const kept = useKeptForm<SubjectValues>(`orientation:${key}`, { title, text }, fields);
  const add = useAct('POST /api/governance/orientation/subjects');
  const change = useAct('PUT /api/governance/orientation/subjects/:subjectKey');
  const { control } = kept.form;
  const save = kept.form.handleSubmit(async (values) => {
    const body = { ...values, ...(path === undefined ? {} : { path }) };
    try {
      if (changes)
        await change.mutateAsync({
          params: { subjectKey: key },
          body: { ...body, ...(changedAt ? { seen: changedAt } : {}) },
        });
      else await add.mutateAsync({ body: { ...body, ...(suggestion === undefined ? {} : { suggestion }) } });
      kept.saved();
      notify(t('governance.orientation.form.saved'));
      onClose();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return (
    <FormDialog
      open
      title={t(changes ? 'governance.orientation.form.changeTitle' : 'governance.orientation.form.addTitle')}
      onClose={onClose}
      onSubmit={save}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={add.isPending || change.isPending}
      error={kept.elsewhere(add.error ?? change.error)}
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
        label={`${t('governance.orientation.form.text')} (${t('common.form.optional')})`}
        hint={t('governance.orientation.form.textHint')}
        rows={6}
      />
    </FormDialog>
  );
}

export function IntroDialog({ view, onClose }: { view: OrientationView; onClose: () => void }) {
  const start = { intro: view.intro };
  const kept = useKeptForm<{ intro: string }>(`orientation-intro:${String(view.number)}`, start, ['intro']);
  const act = useAct('PUT /api/governance/orientation/intro');
  const save = kept.form.handleSubmit(async (body) => {
    try {
      await act.mutateAsync({ body });
      kept.saved();
      notify(t('governance.orientation.introSaved'));
      onClose();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return (
    <FormDialog
      open
      title={t(view.intro === '' ? 'governance.orientation.introWrite' : 'governance.orientation.introChange')}
      onClose={onClose}
      onSubmit={save}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={act.isPending}
      error={kept.elsewhere(act.error)}
    >
      <FormField
        control={kept.form.control}
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
