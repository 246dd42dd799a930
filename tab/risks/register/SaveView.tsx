import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormCheck } from '../../shared/forms/FormCheck.tsx';

/** The API's limit for a name. */
const longestTitle = 80;

/** Asks for the view's name, and whether to share it. */
export function SaveView({ open, query, onClose }: { open: boolean; query: string; onClose: () => void }) {
  const state = useForm({
    start: { title: '', shared: false },
    send: ({ title, shared }, api) => api('POST /api/risks/saved-views', { body: { title, query, shared } }),
    saved: (_, { title }) => t('riskOverview.saved.done', { title }),
    close: onClose,
  });
  return (
    <FormDialog open={open} title={t('riskOverview.saved.save')} onClose={onClose} state={state}>
      <FormField
        control={state.control}
        name="title"
        label={t('common.word.name')}
        hint={t('riskOverview.saved.nameHint')}
        rules={{
          validate: (title: unknown) => (typeof title === 'string' && title.trim() !== '') || t('common.form.required'),
          maxLength: longestTitle,
        }}
      />
      <FormCheck control={state.control} name="shared">
        {t('riskOverview.saved.share')}
      </FormCheck>
    </FormDialog>
  );
}
