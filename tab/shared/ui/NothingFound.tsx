import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { Blank } from './Failed.tsx';

/** No rows match the filters, with a button to reset them. */
export const NothingFound = (props: { title: string; onClear: () => void; children?: ReactNode }) => (
  <Blank title={props.title} actions={<Button onClick={props.onClear}>{t('common.table.clear')}</Button>}>
    {props.children}
  </Blank>
);
