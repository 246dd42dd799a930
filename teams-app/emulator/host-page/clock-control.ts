import { control, type Clock, type ClockChange } from './control-client.ts';
import type { Desk } from './desk-state.ts';
import { h, icon } from './dom.ts';
import { fill } from './texts.ts';

const zone = 'Europe/Copenhagen';

/** The desk's clock: display, a day or a week ahead, any moment, and "do all that is due now". */
export function createClockControl(desk: Desk) {
  let clock: Clock | undefined;
  const face = h('span', { class: 'clock-face' });
  const opener = h('button', { type: 'button', class: 'clock-button', popovertarget: 'clock-menu' }, [
    icon('clock'),
    face,
  ]);
  const day = step(1);
  const week = step(7);
  const run = h('button', { type: 'button', class: 'button primary run' }, [], { onclick: () => void process() });
  const moment = h('input', { type: 'datetime-local', required: true });
  const label = h('label', {}, [h('span'), moment]);
  const go = h('button', { type: 'submit', class: 'button primary' });
  const back = h('button', { type: 'button', class: 'button' }, [], { onclick: () => void move({ now: null }) });
  const work = h('button', { type: 'button', class: 'button' }, [], {
    onclick: () => void move({ to: 'nextWorkingDay' }),
  });
  const hours = h('p', { class: 'clock-hours' });
  const panel = h(
    'form',
    { class: 'menu clock-menu', id: 'clock-menu', popover: 'auto' },
    [label, go, work, back, hours],
    {
      onsubmit: (event) => {
        event.preventDefault();
        void move({ now: momentIn(moment.value).toISOString() });
      },
    },
  );
  panel.addEventListener('beforetoggle', () => {
    const { bottom, left } = opener.getBoundingClientRect();
    panel.style.top = `${bottom + 6}px`;
    panel.style.left = `${left}px`;
    moment.value = localOf(now());
  });
  const element = h('div', { class: 'clock' }, [opener, panel, day, week, run]);

  function step(days: number): HTMLButtonElement {
    return h('button', { type: 'button', class: 'button' }, [], { onclick: () => void move({ addDays: days }) });
  }
  const now = () => new Date(Date.now() + (clock?.offsetMs ?? 0));

  async function move(change: ClockChange): Promise<void> {
    panel.hidePopover();
    try {
      clock = await control.setClock(change);
      draw();
    } catch (error) {
      desk.tell(error instanceof Error ? error.message : desk.texts().appMissing);
    }
  }

  async function process(): Promise<void> {
    const texts = desk.texts();
    run.disabled = true;
    run.lastChild?.replaceWith(texts.processing);
    try {
      await control.process();
      desk.tell(texts.processed);
    } catch (error) {
      desk.tell(fill(texts.processFailed, { reason: error instanceof Error ? error.message : '' }));
    } finally {
      run.disabled = false;
      update();
    }
  }

  function draw(): void {
    const texts = desk.texts();
    const text = now().toLocaleString(desk.locale(), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    });
    face.textContent = text;
    opener.classList.toggle('moved', clock?.moved ?? false);
    opener.setAttribute('aria-label', `${texts.setClock}: ${text}${clock?.moved ? ` (${texts.moved})` : ''}`);
    opener.title = texts.setClock;
  }

  function update(): void {
    const texts = desk.texts();
    element.setAttribute('aria-label', texts.clock);
    element.setAttribute('role', 'group');
    day.textContent = texts.inADay;
    week.textContent = texts.inAWeek;
    run.replaceChildren(icon('play'), texts.process);
    run.title = texts.processHint;
    label.firstElementChild?.replaceChildren(texts.setClock);
    go.textContent = texts.moveTo;
    back.textContent = texts.realTime;
    work.textContent = texts.nextWorkingDay;
    hours.textContent = texts.hours;
    draw();
  }

  async function read(): Promise<void> {
    clock = await control.clock().catch(() => clock);
    draw();
  }
  void read();
  setInterval(() => {
    if (!document.hidden) void read();
  }, 10_000);
  return { element, update };
}

/** `YYYY-MM-DDTHH:mm` in Copenhagen. */
function localOf(date: Date): string {
  const text = date.toLocaleString('sv-SE', { timeZone: zone });
  return text.slice(0, 16).replace(' ', 'T');
}

/** The moment of a Copenhagen time. */
function momentIn(local: string): Date {
  const asUtc = new Date(`${local}:00Z`);
  const ahead = new Date(`${localOf(asUtc)}:00Z`).getTime() - asUtc.getTime();
  return new Date(asUtc.getTime() - ahead);
}
