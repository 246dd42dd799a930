/** The press that collects what a page tells for the information of Byrådet (R11). */
export const collecting = {
  press: 'Add to the orientation',
  pressOf: 'Add to the orientation of Byrådet: {{title}}',
  busy: 'Adding',
  done: 'Added to the orientation of Byrådet',
  is: 'Is in the orientation',
  isOf: 'Is in the orientation of Byrådet: {{title}}',
  undo: 'Undo',
  undoOf: 'Take out of the orientation: {{title}}',
  undoBusy: 'Taking out',
  undone: 'Taken out of the orientation',
};
