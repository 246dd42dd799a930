import { Button } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { Disclosure } from './Disclosure.tsx';
import type { Register } from './useRegister.ts';
import styles from './Register.module.css';
import { useForm } from '../../shared/forms/useForm.ts';
import { FormDialog } from '../../shared/forms/FormDialog.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormCheck } from '../../shared/forms/FormCheck.tsx';

type SavedView = ApiAnswer<'GET /api/risks/saved-views'>['views'][number];

/** The reader's saved views, and shared ones: select, save the current one, delete an own. */
export function SavedViews({ register }: { register: Register }) {
  const saved = useView('GET /api/risks/saved-views', {});
  const [saving, setSaving] = useState(false);
  const [leaving, setLeaving] = useState<SavedView>();
  const search = useSearch();
  return (
    <>
      <Disclosure title={t('riskOverview.saved.title')}>
        <Viewed view={saved} part skeleton={<p role="status">{t('common.loading')}</p>}>
          {({ views }) =>
            views.length === 0 ? (
              <p className="quiet">{t('riskOverview.saved.none')}</p>
            ) : (
              <ul className={styles.savedViews}>
                {views.map((view) => (
                  <li key={view.key}>
                    <div>
                      <Link
                        href={`/risks/register?${view.query}`}
                        {...(view.query === search ? { 'aria-current': 'true' as const } : {})}
                      >
                        {view.title}
                      </Link>
                      {view.shared && (
                        <p className="quiet">
                          {view.mine
                            ? t('riskOverview.saved.shared')
                            : t('riskOverview.saved.sharedBy', { name: view.by.name })}
                        </p>
                      )}
                    </div>
                    {view.mine && (
                      <Button
                        appearance="subtle"
                        icon={<DeleteRegular />}
                        aria-label={t('riskOverview.saved.remove', { title: view.title })}
                        onClick={() => setLeaving(view)}
                      />
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Viewed>
        {saved.data?.abilities.save && <Button onClick={() => setSaving(true)}>{t('riskOverview.saved.save')}</Button>}
      </Disclosure>
      <SaveView open={saving} query={queryOf(search, register)} onClose={() => setSaving(false)} />
      <RemoveView view={leaving} onClose={() => setLeaving(undefined)} />
    </>
  );
}

/** The address' query, with the default centre made explicit. */
function queryOf(search: string, { centre }: Register): string {
  const query = new URLSearchParams(search);
  if (centre.address) query.set('centreId', centre.address);
  return query.toString();
}

function RemoveView({ view, onClose }: { view: SavedView | undefined; onClose: () => void }) {
  const removing = useAct('DELETE /api/risks/saved-views/:viewKey');
  // The dialog keeps its text while closing.
  const [last, setLast] = useState(view);
  if (view && view !== last) setLast(view);
  const remove = async () => {
    if (!view) return;
    await removing.mutateAsync({ params: { viewKey: view.key } });
    notify(t('riskOverview.saved.removed'));
    onClose();
  };
  return (
    <ActDialog
      open={view !== undefined}
      title={t('riskOverview.saved.removeTitle', { title: last?.title ?? '' })}
      onClose={onClose}
      act={{
        text: t('riskOverview.saved.removeAct'),
        busyText: t('riskOverview.saved.removing'),
        busy: removing.isPending,
        press: () => void remove().catch(() => undefined),
      }}
    >
      <p>{t(last?.shared ? 'riskOverview.saved.removeShared' : 'riskOverview.saved.removeText')}</p>
      <ActFailed error={removing.error} />
    </ActDialog>
  );
}

/** The API's limit for a name. */
const longestTitle = 80;

/** Asks for the view's name, and whether to share it. */
function SaveView({ open, query, onClose }: { open: boolean; query: string; onClose: () => void }) {
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
