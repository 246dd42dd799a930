import { Button, Field, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { useController } from 'react-hook-form';
import type { PlanView } from '../../api/annual-wheel/contract.ts';
import type { PolicyVersionRow } from '../../api/policy/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { Bar } from '../shared/ui/Bar.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { FieldWrong } from '../shared/forms/FieldWrong.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { GroupTasks } from './GroupTasks.tsx';
import { RoleField } from './RoleField.tsx';
import { required } from '../shared/forms/field-rules.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { useAddTask, useMakePlan, usePlans } from './usePlans.ts';
import { WheelNav } from './WheelNav.tsx';
import { Choice } from '../shared/ui/Choice.tsx';

/** Implementation plans: effects of a decision, and their progress. */
export function PlansPage() {
  const plans = usePlans();
  const me = useMe();
  const [making, setMaking] = useState(false);
  return (
    <Viewed view={plans}>
      {(view) => {
        const sum = (of: 'total' | 'done' | 'overdue') => view.plans.reduce((all, plan) => all + plan[of], 0);
        const make = view.abilities.edit && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setMaking(true)}>
            {t('wheel.plan.new')}
          </Button>
        );
        return (
          <Page
            title={
              view.plans.length === 0
                ? t('wheel.plan.none')
                : t('wheel.plan.answer', { done: sum('done'), count: sum('total') })
            }
            above={t('common.nav.wheel')}
            lead={sum('overdue') > 0 ? t('wheel.plan.late', { count: sum('overdue') }) : t('wheel.plan.lead')}
            actions={make}
          >
            <WheelNav />
            {view.plans.length === 0 ? (
              <Blank title={t('wheel.plan.empty.title')} text={t('wheel.plan.empty.text')} actions={make} />
            ) : (
              view.plans.map((plan) => <Plan key={plan.key} plan={plan} />)
            )}
            <AsOf freshness={view.freshness} />
            {(view.abilities.edit || making) && me.data && (
              <MakeDialog today={me.data.today} plans={view.plans} open={making} onClose={() => setMaking(false)} />
            )}
          </Page>
        );
      }}
    </Viewed>
  );
}

function Plan({ plan }: { plan: PlanView }) {
  const [adding, setAdding] = useState(false);
  const title = `plan-${plan.key}`;
  const add = plan.abilities.edit && !plan.closed && (
    <Button
      icon={<AddRegular />}
      aria-label={t('wheel.plan.addTo', { title: plan.title })}
      onClick={() => setAdding(true)}
    >
      {t('wheel.plan.add')}
    </Button>
  );
  return (
    <section className="card" aria-labelledby={title}>
      <div className="section-head">
        <h2 className="section-title" id={title}>
          {plan.title}
        </h2>
        {add}
      </div>
      <p>
        {t('wheel.plan.progress', { done: plan.done, total: plan.total })}
        {plan.overdue > 0 && ` ${t('wheel.plan.late', { count: plan.overdue })}`}
      </p>
      {plan.closed && <p>{t('wheel.plan.closed', { date: asDate(plan.closed.on), reason: plan.closed.reason })}</p>}
      <Bar percent={plan.total === 0 ? 0 : (plan.done / plan.total) * 100} />
      {plan.tasks.length > 0 ? (
        <GroupTasks caption={plan.title} tasks={plan.tasks} />
      ) : (
        <p className="card-text">{t('wheel.plan.noTasks')}</p>
      )}
      {(plan.abilities.edit || adding) && <AddDialog plan={plan} open={adding} onClose={() => setAdding(false)} />}
    </section>
  );
}

interface Asked {
  open: boolean;
  onClose: () => void;
}

function MakeDialog({ today, plans, open, onClose }: Asked & { today: string; plans: readonly PlanView[] }) {
  const state = useMakePlan(today, plans, onClose);
  const policy = useView('GET /api/policy', {}, { enabled: open });
  const version = useController({ control: state.control, name: 'policyVersionKey' });
  const wrong = version.fieldState.error?.message;
  const versions = policy.data?.versions.filter(({ state }) => state !== 'superseded') ?? [];
  /** A coming version's plan begins with it, until another day is chosen. */
  const choose = (key: string) => {
    version.field.onChange(key);
    const { effectiveOn = today } = versions.find((one) => one.key === key) ?? {};
    if (effectiveOn > today && state.form.getValues('startsOn') === today) state.form.setValue('startsOn', effectiveOn);
  };
  return (
    <FormDialog
      open={open}
      title={t('wheel.plan.new')}
      onClose={onClose}
      state={state}
      button={t('wheel.plan.make')}
      busyText={t('common.word.saving')}
    >
      <FormField control={state.control} name="title" label={t('wheel.plan.title')} rules={required()} />
      <FormField
        control={state.control}
        name="startsOn"
        label={t('wheel.plan.startsOn')}
        type="date"
        rules={required()}
      />
      <Field
        label={`${t('wheel.plan.policy')} (${t('common.form.optional')})`}
        hint={t('wheel.plan.policyHint')}
        {...(wrong ? { validationMessage: wrong } : {})}
      >
        <Select
          ref={(element) => version.field.ref(element)}
          value={version.field.value}
          onChange={(_, data) => choose(data.value)}
        >
          <option value="">{t('common.word.none')}</option>
          {versions.map((one) => (
            <option key={one.key} value={one.key}>
              {versionText(one)}
            </option>
          ))}
        </Select>
      </Field>
    </FormDialog>
  );
}

function versionText({ title, number, state, effectiveOn }: PolicyVersionRow): string {
  if (state === 'published') return `${title} ${number}`;
  const key = state === 'draft' ? 'wheel.plan.draftVersion' : 'wheel.plan.comingVersion';
  return t(key, { title, number, date: asDate(effectiveOn) });
}

function AddDialog({ plan, open, onClose }: Asked & { plan: PlanView }) {
  const state = useAddTask(plan, onClose);
  return (
    <FormDialog
      open={open}
      title={t('wheel.plan.addTo', { title: plan.title })}
      onClose={onClose}
      state={state}
      button={t('wheel.plan.add')}
      busyText={t('common.word.saving')}
    >
      <FormField control={state.control} name="title" label={t('wheel.activity.title')} rules={required()} />
      <FormField control={state.control} name="due" label={t('common.word.due')} type="date" rules={required()} />
      <RoleField control={state.control} name="role" />
      <fieldset className="choices">
        <legend>{t('wheel.activity.scope')}</legend>
        <FieldWrong>{state.form.formState.errors.scope?.message}</FieldWrong>
        {(['organisation', 'centres'] as const).map((known) => (
          <Choice
            key={known}
            value={known}
            {...state.form.register('scope')}
            title={t(`wheel.activity.scopes.${known}`)}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
