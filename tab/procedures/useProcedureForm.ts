import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { ProcedureView } from '../../api/procedures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { useUpload } from '../shared/api/upload.ts';
import { titleOfFile } from '../shared/files.ts';
import { useLatest } from '../shared/meanwhile/useLatest.ts';
import type { SavedNow } from '../shared/meanwhile/useMeanwhile.ts';
import { useSharedForm } from '../shared/meanwhile/useSharedForm.ts';
import { t } from '../shared/texts/texts.ts';
import type { KnownFile } from '../shared/ui/FileLine.tsx';
import { notify } from '../shared/ui/notify.ts';
import {
  bodyOf,
  fields,
  mergedFields,
  procedureMeaning,
  savedOf,
  type ProcedureFields,
  type ProcedureKind,
  type ProcedureValues,
} from './procedure-values.ts';
import { pathOf } from './useProcedures.ts';

/** The file as it will be when saved: the one that is there, another that is chosen, or none. */
type Filed = { held: KnownFile | undefined } | { chosen: File };

interface Options {
  /** Under which the form keeps itself on this device. */
  keptAs: string;
  kind: ProcedureKind;
  start: ProcedureValues;
  /** Absent while it is new. */
  procedure?: ProcedureView | undefined;
  file?: File | undefined;
  held?: KnownFile | undefined;
}

/** What the button pressed last was for; the fields ask when they are checked. */
function whatIsWanted() {
  let submit = false;
  return { want: (then: 'read' | 'submit') => void (submit = then === 'submit'), isSubmit: () => submit };
}

/**
 * The form of a procedure or guideline. Saving makes it or writes the draft, then sends the file if there is a new one; what has
 * succeeded is not done again when the rest is tried again. Nothing is lost when somebody else has changed the draft.
 */
export function useProcedureForm({ keptAs, kind, start, procedure, file, held }: Options) {
  const [, goTo] = useLocation();
  const [filed, setFiled] = useState<Filed>(file ? { chosen: file } : { held });
  const [made, setMade] = useState(procedure);
  const latest = useLatest();
  const kept = useSharedForm<ProcedureFields, ProcedureValues>({
    keptAs,
    start,
    fields,
    merged: mergedFields,
    meaning: procedureMeaning,
    refusedAs: 'procedures.changedMeanwhile',
    savedNow: async () => savedIn(await latest('GET /api/procedures/:procedureKey', paramsOf(made))),
    // An area that the other has chosen does not say how often once more.
    put: (form, field, from) =>
      form.setValue(field, from[field], { shouldDirty: field !== 'area', shouldValidate: true }),
    beginWith,
  });
  const make = useAct('POST /api/procedures');
  const write = useAct('PUT /api/procedures/:procedureKey/draft');
  const remove = useAct('DELETE /api/procedures/:procedureKey/draft/file');
  const upload = useUpload('PUT /api/procedures/:procedureKey/draft/file');
  const { form } = kept;
  const [wanted] = useState(whatIsWanted);

  const put = async (values: ProcedureValues): Promise<ProcedureView> => {
    const body = bodyOf(values, kind);
    if (made) {
      const seen = values.seen ? { seen: values.seen } : {};
      return write.mutateAsync({ ...paramsOf(made), body: { ...body, ...seen } });
    }
    const centre = kind === 'procedure' && values.centreId ? { centreId: values.centreId } : {};
    const view = await make.mutateAsync({ body: { kind, ...centre, ...body } });
    setMade(view);
    return view;
  };

  const saveThen = (then: 'read' | 'submit') => {
    wanted.want(then);
    return form.handleSubmit(async (values) => {
      try {
        const view = await put(values);
        // What follows may fail, and is then tried again on top of what is saved by now.
        beginWith(form, savedIn(view));
        const { key } = view;
        const params = { procedureKey: key };
        if ('chosen' in filed) await upload.upload({ params }, filed.chosen);
        else if (held && !filed.held) await remove.mutateAsync({ params });
        kept.saved();
        notify(t('procedures.form.saved'));
        goTo(`${pathOf({ key })}?version=coming${then === 'submit' ? '&act=submit' : ''}`);
      } catch (error) {
        await kept.refuse(error);
      }
    });
  };

  return {
    form,
    saveThen,
    /** A draft may lack what it cannot be sent without. */
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
    others: kept.others,
    busy: kept.others.busy || make.isPending || write.isPending || remove.isPending || upload.busy,
    /** What stands neither at a field nor at the file. */
    error: kept.elsewhere(make.error ?? write.error ?? remove.error),
    keptAt: kept.keptAt,
    restored: kept.restored,
    /** The file that was chosen before the form was left, and has to be chosen again. */
    lostFile: 'chosen' in filed ? '' : form.getValues('fileName'),
    discardKept: kept.discardKept,
    /** Forgets it all, also what was typed last. */
    abandon: kept.saved,
  };
}
export type ProcedureFormState = ReturnType<typeof useProcedureForm>;

const paramsOf = (made: ProcedureView | undefined) => ({ params: { procedureKey: made?.key ?? '' } });

function beginWith(form: UseFormReturn<ProcedureValues>, { values, at }: SavedNow<ProcedureFields>): void {
  form.setValue('began', values);
  form.setValue('seen', at);
}

/** What stands now of what is written on. */
function savedIn({ coming, current }: ProcedureView): SavedNow<ProcedureFields> {
  const version = coming ?? current;
  if (!version) throw new Error('a procedure without a version');
  return savedOf(version, coming !== undefined);
}

const knownOf = ({ name, type, size }: File): KnownFile => ({ name, type, size });
