import {Flags} from '@oclif/core';
import type {Format} from '../report/formats/render.js';

/** The forms in which every command that reports something can say it. */
export const OUTPUT_FORMATS = ['terminal', 'json', 'csv', 'markdown'] as const satisfies readonly Format[];

/** `--format`, the same in every command that reports something. */
export const formatFlag = Flags.option({
  description: 'how the result is written',
  options: OUTPUT_FORMATS,
  default: 'terminal' as const,
});
