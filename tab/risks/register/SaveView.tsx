import { useForm } from 'react-hook-form';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { FormCheck } from '../../shared/forms/FormCheck.tsx';

/** The API's limit for a name. */
const longestTitle = 80;

/** Asks for the view's name, and whether to share it. */
export function SaveView({ open, query, onClose }: { open: boolean; query: string; onClose: () => void }) {
  const saving = useAct('POST /api/risks/saved-views');
  const form = useForm({ defaultValues: { title: '', shared: false } });
  const save = form.handleSubmit(async ({ title, shared }) => {
    await saving.mutateAsync({ body: { title, query, shared } });
    notify(t('riskOverview.saved.done', { title }));
    form.reset();
    onClose();
  });
  return (
    <FormDialog
      open={open}
      title={t('riskOverview.saved.save')}
      onClose={onClose}
      onSubmit={(event) => save(event).catch(() => undefined)}
      button={t('common.save')}
      busyText={t('common.word.saving')}
      busy={saving.isPending}
      error={saving.error}
    >
      <FormField
        control={form.control}
        name="title"
        label={t('common.word.name')}
        hint={t('riskOverview.saved.nameHint')}
        rules={{
          validate: (title: unknown) => (typeof title === 'string' && title.trim() !== '') || t('common.form.required'),
          maxLength: longestTitle,
        }}
      />
      <FormCheck control={form.control} name="shared">
        {t('riskOverview.saved.share')}
      </FormCheck>
    </FormDialog>
  );
}
