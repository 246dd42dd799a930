import { useWatch } from 'react-hook-form';
import type { AssetView } from '../../api/assets/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/ui/FormDialog.tsx';
import { FormSelect } from '../shared/ui/FormSelect.tsx';
import { useBegin } from './useAsset.ts';

type Source = ApiAnswer<'GET /api/risks/assessment-sources'>['sources'][number];

/** How the assessment begins: by the short questions, in full, or as a copy of one that is there. */
export function BeginDialog({ asset, open, onClose }: { asset: AssetView; open: boolean; onClose: () => void }) {
  const { form, save, sources, busy, error } = useBegin(asset, open);
  const how = useWatch({ control: form.control, name: 'how' });
  const ways = sources.length > 0 ? (['quick', 'full', 'copy'] as const) : (['quick', 'full'] as const);
  return (
    <FormDialog
      open={open}
      title={t('assets.assess.ask', { title: asset.title })}
      onClose={onClose}
      onSubmit={save}
      button={t('assets.assess.start')}
      busyText={t('assets.assess.starting')}
      busy={busy}
      error={error}
    >
      <fieldset className="choices">
        <legend>{t('assets.assess.how')}</legend>
        {ways.map((way) => (
          <label key={way} className="choice">
            <input type="radio" value={way} {...form.register('how')} />
            <span className="choice-title">{t(`assets.assess.${way}`)}</span>
            <span className="choice-text">{t(`assets.assess.${way}Text`)}</span>
          </label>
        ))}
      </fieldset>
      {how === 'copy' && (
        <FormSelect
          control={form.control}
          name="copyFrom"
          label={t('assets.assess.copyFrom')}
          none={t('assets.assess.copyChoose')}
          options={sources.map((source) => ({ value: source.key, text: sourceText(source) }))}
        />
      )}
    </FormDialog>
  );
}

function sourceText({ asset, risks, heldOn }: Source): string {
  const values = { title: asset.title, risks: t('assets.assess.risks', { count: risks }) };
  return heldOn ? t('assets.assess.sourceOn', { ...values, date: asDate(heldOn) }) : t('assets.assess.source', values);
}
