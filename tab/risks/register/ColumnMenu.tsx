import { t } from '../../shared/texts/texts.ts';
import { Disclosure } from './Disclosure.tsx';
import { registerColumns } from './register-columns.ts';
import type { Register } from './useRegister.ts';
import { Check } from '../../shared/ui/Check.tsx';

/** Visible columns; the risk itself always is. The choice is in the address, and the workbook follows it. */
export function ColumnMenu({ register: { columns, showColumns } }: { register: Register }) {
  return (
    <Disclosure title={t('riskOverview.register.columns')}>
      <fieldset className="choices">
        <legend>{t('riskOverview.register.columnsLegend')}</legend>
        {registerColumns.map((column) => (
          <Check
            key={column}
            checked={columns.includes(column)}
            disabled={column === 'title'}
            onChange={(event) => {
              const wanted = event.target.checked ? [...columns, column] : columns.filter((known) => known !== column);
              showColumns(registerColumns.filter((known) => wanted.includes(known)));
            }}
          >
            {t(`riskOverview.register.column.${column}`)}
          </Check>
        ))}
      </fieldset>
    </Disclosure>
  );
}
