import { Link } from 'wouter';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { atMost } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { KeptFoot, Restored, wrongFields } from '../shared/forms/Form.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { notify } from '../shared/ui/notify.ts';
import { Page } from '../shared/ui/Page.tsx';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import styles from './Incidents.module.css';

/** Characters that the API takes. */
const longest = { step: 400, name: 80, phone: 40 };
type Guide = ApiAnswer<'GET /api/incident-guides'>['guides'][number];
const numberFields = ['callName', 'callPhone', 'nightPhone'] as const;
const stepFields = ['firstStep', 'firstStepEnglish'] as const;
const fields = [...stepFields, ...numberFields] as const;
type Values = Record<(typeof fields)[number], string>;

/** The numbers and first steps that the bot tells, those of every kind first. */
export function GuidesPage() {
  const view = useView('GET /api/incident-guides', {});
  return (
    <Viewed view={view}>
      {({ guides, freshness }) => {
        const [all] = guides;
        const hasNumber = all !== undefined && (all.callPhone !== '' || all.nightPhone !== '');
        return (
          <Page
            title={t('incidentPages.guides.title')}
            above={t('incidentPages.guides.above')}
            lead={t('incidentPages.guides.lead')}
          >
            <Link href="/incidents">{t('incidentPages.guides.back')}</Link>
            {!hasNumber && <Notice tone="warning">{t('incidentPages.guides.noNumber')}</Notice>}
            {guides.map((guide) => (
              <details className={`card ${styles.incidentGuide}`} key={guide.of} open={guide.of === 'all'}>
                <summary>
                  {guide.of === 'all' ? t('incidentPages.guides.of.all') : t(`incidents.kind.${guide.of}.name`)}
                </summary>
                <GuideForm guide={guide} key={guide.changedAt} />
              </details>
            ))}
            <AsOf freshness={freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

function GuideForm({ guide }: { guide: Guide }) {
  const { of, shipped, changedBy, changedAt } = guide;
  const { firstStep, firstStepEnglish, callName, callPhone, nightPhone } = guide;
  const start: Values = { firstStep, firstStepEnglish, callName, callPhone, nightPhone };
  const kept = useKeptForm<Values>(`incident-guide-${of}`, start, fields);
  const { form } = kept;
  const act = useAct('PUT /api/incident-guides');
  const save = form.handleSubmit(async (written) => {
    try {
      await act.mutateAsync({ body: { of, ...written } });
      kept.saved();
      notify(t('incidentPages.guides.saved'));
    } catch (error) {
      kept.refuse(error);
    }
  });
  const hints = { firstStep: shipped.da, firstStepEnglish: shipped.en };
  const limits = { callName: longest.name, callPhone: longest.phone, nightPhone: longest.phone };
  return (
    <form className={styles.incidentGuide} noValidate onSubmit={(event) => void save(event)}>
      {kept.restored && <Restored onDiscard={kept.discardKept} />}
      {of !== 'all' &&
        stepFields.map((name) => (
          <FormField
            key={name}
            control={form.control}
            name={name}
            rows={3}
            optional
            label={t(`incidentPages.guides.${name}`)}
            hint={t('incidentPages.guides.shipped', { text: hints[name] })}
            rules={atMost(longest.step)}
          />
        ))}
      {numberFields.map((name) => (
        <FormField
          key={name}
          control={form.control}
          name={name}
          optional
          label={t(`incidentPages.guides.${name}`)}
          {...(of === 'all' ? {} : { hint: t('incidentPages.guides.asAll') })}
          rules={atMost(limits[name])}
        />
      ))}
      <KeptFoot
        error={kept.elsewhere(act.error)}
        wrong={wrongFields(form.formState)}
        busy={act.isPending}
        busyText={t('incidentPages.guides.save')}
        keptAt={kept.keptAt}
      >
        {t('incidentPages.guides.save')}
      </KeptFoot>
      {changedBy && changedAt && (
        <p className="quiet">
          {t('incidentPages.guides.changed', { name: changedBy.name, moment: asMoment(changedAt) })}
        </p>
      )}
    </form>
  );
}
