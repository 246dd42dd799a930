import { useState } from 'react';
import type { ProcedureView } from '../../api/procedures/contract.ts';
import type { call } from '../shared/api/client.ts';
import { useUpload } from '../shared/api/upload.ts';
import { titleOfFile } from '../shared/files.ts';
import type { SavedNow } from '../shared/forms/useConflict.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { t } from '../shared/texts/texts.ts';
import type { KnownFile } from '../shared/ui/FileLine.tsx';
import {
  bodyOf,
  mergedFields,
  procedureMeaning,
  savedValues,
  type ProcedureKind,
  type ProcedureValues,
} from './procedure-values.ts';
import { pathOf } from './useProcedures.ts';

/** The file after saving: the existing one, a selected one, or none. */
type Filed = { held: KnownFile | undefined } | { chosen: File };

interface Options {
  /** Its key on this device. */
  draft: string;
  kind: ProcedureKind;
  start: ProcedureValues;
  /** The version being edited; none while new. */
  etag?: string;
  /** Absent while new. */
  procedure?: ProcedureView | undefined;
  file?: File | undefined;
  held?: KnownFile | undefined;
}

/** Purpose of the last pressed button; validation depends on it. */
function whatIsWanted() {
  let submit = false;
  return { want: (then: 'read' | 'submit') => void (submit = then === 'submit'), isSubmit: () => submit };
}

/**
 * The form of a procedure or guideline. Saving creates it or writes the draft, then uploads a new file; a retry skips
 * completed steps. Nothing is lost on an edit conflict.
 */
export function useProcedureForm({ draft, kind, start, etag = '', procedure, file, held }: Options) {
  const [filed, setFiled] = useState<Filed>(file ? { chosen: file } : { held });
  const [made, setMade] = useState(procedure);
  const upload = useUpload('PUT /api/procedures/:procedureKey/draft/file');
  const [wanted] = useState(whatIsWanted);

  const write = async (values: ProcedureValues, api: typeof call, etag: string): Promise<ProcedureView> => {
    const body = bodyOf(values, kind);
    if (made)
      return api('PUT /api/procedures/:procedureKey/draft', {
        ...paramsOf(made),
        body: { ...body, expected: etag },
      });
    const centre = kind === 'procedure' && values.centreId ? { centreId: values.centreId } : {};
    const view = await api('POST /api/procedures', { body: { kind, ...centre, ...body } });
    setMade(view);
    return view;
  };
  const state = useForm({
    start,
    draft,
    shared: {
      etag,
      code: 'procedures.changedMeanwhile',
      fields: mergedFields,
      texts: ['summary', 'text'],
      meaning: procedureMeaning,
      latest: async (read) => savedIn(await read('GET /api/procedures/:procedureKey', paramsOf(made))),
      // The other's area does not reset the interval.
      untouched: 'area',
    },
    send: async (values, api, version) => {
      const view = await write(values, api, version.etag);
      // Later steps may fail, and are then retried on top of what is saved.
      version.beginWith(savedIn(view));
      if ('chosen' in filed) await upload.upload(paramsOf(view), filed.chosen);
      else if (held && !filed.held) await api('DELETE /api/procedures/:procedureKey/draft/file', paramsOf(view));
      return view;
    },
    saved: t('procedures.form.saved'),
    goTo: (view) => `${pathOf(view)}?version=coming${wanted.isSubmit() ? '&act=submit' : ''}`,
  });
  const { form } = state;

  return {
    ...state,
    saveThen: (then: 'read' | 'submit') => {
      wanted.want(then);
      return state.save;
    },
    /** A draft may lack what submission requires. */
    isForSubmit: wanted.isSubmit,
    upload,
    made,
    file: 'chosen' in filed ? knownOf(filed.chosen) : filed.held,
    fileIsNew: 'chosen' in filed,
    chooseFile: (chosen: File) => {
      setFiled({ chosen });
      form.setValue('fileName', chosen.name);
      upload.reset();
      if (form.getValues('title').trim() === '')
        form.setValue('title', titleOfFile(chosen.name), { shouldDirty: true, shouldValidate: true });
    },
    removeFile: () => {
      setFiled({ held: undefined });
      form.setValue('fileName', '');
      upload.reset();
    },
    /** Errors without field or file. */
    error: upload.error ? null : state.error,
    /** The file selected before leaving the form, to be selected again. */
    lostFile: 'chosen' in filed ? '' : form.getValues('fileName'),
  };
}
export type ProcedureFormState = ReturnType<typeof useProcedureForm>;

const paramsOf = (made: ProcedureView | undefined) => ({ params: { procedureKey: made?.key ?? '' } });

/** The saved values of the version edited. */
function savedIn({ coming, current }: ProcedureView): SavedNow<ProcedureValues> {
  const version = coming ?? current;
  if (!version) throw new Error('a procedure without a version');
  return savedValues(version, coming !== undefined);
}

const knownOf = ({ name, type, size }: File): KnownFile => ({ name, type, size });
