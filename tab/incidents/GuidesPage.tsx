import { Link } from 'wouter';
import type { ApiAnswer } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { atMost } from '../shared/forms/field-rules.ts';
import { FormField } from '../shared/forms/FormField.tsx';
import { Form } from '../shared/forms/Form.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { useForm } from '../shared/forms/useForm.ts';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import styles from './Incidents.module.css';

/** Most characters. */
const longest = { step: 400, name: 80, phone: 40 };
type Guide = ApiAnswer<'GET /api/incident-guides'>['guides'][number];
const numberFields = ['callName', 'callPhone', 'nightPhone'] as const;
const stepFields = ['firstStep', 'firstStepEnglish'] as const;
type Values = Record<(typeof stepFields)[number] | (typeof numberFields)[number], string>;

/** The bot's phone numbers and first steps, those of every kind first. */
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
            above={t('incidentPages.title')}
            lead={t('incidentPages.guides.lead')}
          >
            <Link href="/incidents">{t('incidentPages.guides.back')}</Link>
            {!hasNumber && <Notice tone="warning">{t('incidentPages.guides.noNumber')}</Notice>}
            {guides.map((guide) => (
              <details className={`card ${styles.incidentGuide}`} key={guide.of} open={guide.of === 'all'}>
                <summary>
                  {guide.of === 'all' ? t('common.word.allKinds') : t(`incidents.kind.${guide.of}.name`)}
                </summary>
                <GuideForm guide={guide} />
              </details>
            ))}
            <AsOf freshness={freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

const startOf = ({ firstStep, firstStepEnglish, callName, callPhone, nightPhone }: Guide): Values => ({
  firstStep,
  firstStepEnglish,
  callName,
  callPhone,
  nightPhone,
});

function GuideForm({ guide }: { guide: Guide }) {
  const { of, shipped, changedBy, changedAt } = guide;
  const state = useForm({
    start: startOf(guide),
    draft: `incident-guide-${of}`,
    shared: {
      etag: guide.etag,
      names: {
        firstStep: t('incidentPages.guides.firstStep'),
        firstStepEnglish: t('incidentPages.guides.firstStepEnglish'),
        callName: t('incidentPages.guides.callName'),
        callPhone: t('incidentPages.guides.callPhone'),
        nightPhone: t('incidentPages.guides.nightPhone'),
      },
      latest: async (read) => {
        const { guides } = await read('GET /api/incident-guides', {});
        const now = guides.find((one) => one.of === of);
        return now && { values: startOf(now), etag: now.etag };
      },
    },
    send: (written, api, { etag: expected }) => api('PUT /api/incident-guides', { body: { of, ...written, expected } }),
    saved: t('incidentPages.guides.saved'),
  });
  const { control } = state;
  const hints = { firstStep: shipped.da, firstStepEnglish: shipped.en };
  const limits = { callName: longest.name, callPhone: longest.phone, nightPhone: longest.phone };
  return (
    <Form
      state={state}
      className={styles.incidentGuide}
      button={t('common.save')}
      busyText={t('common.save')}
      below={
        changedBy &&
        changedAt && (
          <p className="quiet">
            {t('incidentPages.guides.changed', { name: changedBy.name, moment: asMoment(changedAt) })}
          </p>
        )
      }
    >
      {of !== 'all' &&
        stepFields.map((name) => (
          <FormField
            key={name}
            control={control}
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
          control={control}
          name={name}
          optional
          label={t(`incidentPages.guides.${name}`)}
          {...(of === 'all' ? {} : { hint: t('incidentPages.guides.asAll') })}
          {...(name === 'callName' ? {} : { inputMode: 'tel' as const })}
          rules={atMost(limits[name])}
        />
      ))}
    </Form>
  );
}
