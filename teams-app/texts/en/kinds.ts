import type { kinds as da } from '../da/kinds.ts';
import type { TextsOf } from '../catalogue.ts';

export const kinds: TextsOf<typeof da> = {
  acknowledgePolicy: { name: 'Policy', owe: 'Read and acknowledge {{title}}', press: 'Read and acknowledge' },
  takeCourse: { name: 'E-learning', owe: 'Take the course {{title}}', press: 'Open the course' },
  doWheelTask: { name: 'Annual wheel', owe: '{{title}}', press: 'Open the task' },
};
