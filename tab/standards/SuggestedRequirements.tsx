import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useController, type Control } from 'react-hook-form';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { requirementPick, type ControlFields } from './control-values.ts';
import styles from './Standards.module.css';

/** Further requirements likely met by a control of the chosen ones, each with its source. */
export function SuggestedRequirements({ control }: { control: Control<ControlFields> }) {
  const { field } = useController({ control, name: 'requirementKeys' });
  const keys = field.value
    .map(({ key }) => key)
    .join(',')
    .slice(0, 4_000);
  const options = { enabled: keys !== '', keepPrevious: true };
  const { data } = useView('GET /api/requirement-suggestions', { query: { keys } }, options);
  const chosen = new Set(field.value.map(({ key }) => key));
  const found = keys === '' ? [] : (data?.requirements ?? []).filter(({ key }) => !chosen.has(key));
  if (found.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend>{t('standards.crosswalk.suggested')}</legend>
      <p className="quiet">{t('standards.crosswalk.suggestedText')}</p>
      <ul className={styles.pickChosen}>
        {found.map((requirement) => (
          <li key={requirement.key}>
            <span className={styles.pickText}>
              <span className="quiet">{requirement.standard}</span> {requirement.ref} {requirement.title}
              <span className={`quiet ${styles.crosswalkSource}`}>
                {t('standards.crosswalk.source', {
                  source: requirement.because.map(({ source }) => source).join('; '),
                })}
              </span>
            </span>
            <Button
              size="small"
              icon={<AddRegular />}
              aria-label={t('standards.form.add', { name: `${requirement.standard} ${requirement.ref}` })}
              onClick={() => field.onChange([...field.value, requirementPick(requirement)])}
            >
              {t('standards.crosswalk.add')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
