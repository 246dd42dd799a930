/** The press that collects what a page tells for Orientering af Byrådet (R11). */
export const collecting = {
  press: 'Føj til orienteringen',
  pressOf: 'Føj til orienteringen: {{title}}',
  busy: 'Føjer til',
  done: 'Føjet til orienteringen af Byrådet',
  is: 'Er med i orienteringen',
  isOf: 'Er med i orienteringen af Byrådet: {{title}}',
  undo: 'Fortryd',
  undoOf: 'Fortryd, at “{{title}}” er med i orienteringen',
  undoBusy: 'Tager ud',
  undone: 'Taget ud af orienteringen',
};
