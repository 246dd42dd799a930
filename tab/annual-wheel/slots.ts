import type { TaskRow, WheelView } from '../../api/annual-wheel/contract.ts';
import { asDay, t, textOf } from '../shared/texts/texts.ts';
import type { RingInput } from './wheel-geometry.ts';

export type Look = TaskRow['look'];
type Ring = WheelView['rings'][number];
type Activity = Ring['activities'][number];

/** One date of an activity, with its body and activity. */
export interface Slot {
  key: string;
  role: Ring['role'];
  activity: Activity;
  slot: Activity['slots'][number];
}

/** Everything on the wheel, by date. */
export const slotsOf = (wheel: WheelView): Slot[] =>
  wheel.rings
    .flatMap(({ role, activities }) =>
      activities.flatMap((activity) =>
        activity.slots.map((slot) => ({
          key: `${activity.key}/${slot.occurrence}/${slot.due}`,
          role,
          activity,
          slot,
        })),
      ),
    )
    .sort((one, other) => one.slot.due.localeCompare(other.slot.due));

/** A ring a body, in the API's order: outermost first. Bodies without tasks have none. */
export const wheelRings = (wheel: WheelView, slots: readonly Slot[]): RingInput[] =>
  wheel.rings
    .map(({ role }) => ({
      key: role,
      name: t(`wheel.bodies.${role}`),
      slots: slots.filter((one) => one.role === role).map(({ key, slot }) => ({ key, due: slot.due })),
    }))
    .filter((ring) => ring.slots.length > 0);

/** An arc's link: its task, or the tasks of all centres. */
export const pathOf = ({ activity, slot }: Slot): string =>
  slot.taskKey
    ? `/wheel/tasks/${encodeURIComponent(slot.taskKey)}`
    : `/wheel?as=table&year=${slot.due.slice(0, 4)}&activity=${encodeURIComponent(activity.key)}&occurrence=${slot.occurrence}`;

/** `Udført`, `5 af 9 centre er klar`, `Over tiden, 7 af 9 centre er klar`. */
export function stateText({ slot }: Slot): string {
  if (slot.tasks - slot.cancelled <= 1) return t(`wheel.look.${slot.look}`);
  const ready = t('wheel.ready', { done: slot.done, total: slot.tasks - slot.cancelled });
  return slot.look === 'overdue' ? `${t('wheel.look.overdue')}, ${ready}` : ready;
}

export const nameOf = ({ activity, slot }: Slot): string =>
  t('wheel.slot', { title: activity.title, day: asDay(slot.due), look: t(`wheel.look.${slot.look}`) });

/** Body and progress, as announced. */
export const slotDetail = (slot: Slot): string => `${t(`roles.${slot.role}`)}, ${lower(stateText(slot))}`;

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Filled share of an arc, 0–1. Cancelled ones do not count. */
export function shareOf({ slot }: Slot): number {
  const wanted = slot.tasks - slot.cancelled;
  return wanted === 0 ? 0 : slot.done / wanted;
}

/** Initial focus: the first overdue, otherwise the next, otherwise the last. */
export const firstOf = (slots: readonly Slot[], today: string): Slot | undefined =>
  slots.find(({ slot }) => slot.look === 'overdue') ??
  slots.find(({ slot }) => slot.due >= today && slot.look !== 'done') ??
  slots.at(-1);

export const totalOf = ({ counts }: WheelView): number => counts.planned + counts.due + counts.overdue + counts.done;

export const monthName = (month: number): string => textOf(`wheel.months.m${month}`) ?? '';

/** Items by month, without empty ones, January first. */
export const byMonth = <Item>(items: readonly Item[], monthIn: (item: Item) => number): [number, Item[]][] =>
  Array.from({ length: 12 }, (_, position): [number, Item[]] => [
    position + 1,
    items.filter((item) => monthIn(item) === position + 1),
  ]).filter(([, own]) => own.length > 0);
