import { t } from '../texts/texts.ts';
import { Choices } from './Choices.tsx';

export type As = 'picture' | 'table';

/** The switch between a picture and its table. `of` names the picture, where a page has several. */
export const ViewAs = (props: { as: As; of?: string; onChange: (as: As) => void }) => (
  <Choices
    label={props.of === undefined ? t('common.viewAs') : `${t('common.viewAs')}: ${props.of}`}
    value={props.as}
    onChange={(as) => props.onChange(as)}
    options={[
      { value: 'picture', text: t('common.pictureView') },
      { value: 'table', text: t('common.tableView') },
    ]}
  />
);
