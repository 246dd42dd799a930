import { z } from 'zod';
import { type CentreId, type PersonId } from '../kernel/index.ts';
import {
  dayIn,
  choice,
  date,
  defineList,
  id,
  json,
  longText,
  optional,
  text,
  type RecordIn,
  whole,
  instantIn,
} from '../sharepoint/index.ts';
import { taskEventKinds, taskStates } from './wheel-contract.ts';

const taskEvent = z.object({
  at: instantIn,
  by: z.string(),
  what: z.enum(taskEventKinds),
  text: z.string().optional(),
  from: dayIn.optional(),
  to: dayIn.optional(),
  /** Of what came from a button or a form: its repeat changes nothing. */
  press: z.string().optional(),
});
export type TaskEvent = z.output<typeof taskEvent>;

/** A changed task; others are only derived. State and history are one item, for one write. */
export const WheelTasks = defineList('WheelTasks', {
  describe: 'Tasks of the annual wheel that somebody has begun, done, moved or cancelled, with their history (R12).',
  columns: {
    title: text('What is done, as it was called then'),
    activityKey: id<string>('Activity'),
    occurrence: date('When it falls by the rule'),
    run: optional(whole('Its number, for what is counted from the last time it was done')),
    centreId: optional(id<CentreId>('Centre, when each has its own')),
    state: choice(taskStates, 'planned → inProgress → done, or cancelled'),
    movedTo: optional(date('Due date it was moved to')),
    note: longText('Latest note'),
    evidence: longText('What shows that it was done'),
    stepsDone: json(z.array(z.string()), 'Steps that are ticked'),
    doneOn: optional(date('Day it was done')),
    doneBy: optional(id<PersonId>('Who did it')),
    history: json(z.array(taskEvent), 'Who did what and when'),
  },
});
export type TouchedTask = RecordIn<typeof WheelTasks>;
